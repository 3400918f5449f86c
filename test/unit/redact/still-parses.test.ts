import assert from 'node:assert/strict';
import { before, describe, it } from 'mocha';
import { DETECTORS } from '../../../src/detect/rules.ts';
import { scanText } from '../../../src/detect/scan-text.ts';
import { encodingsOf } from '../../../src/detect/values/encodings.ts';
import { type Redacted, redactTexts } from '../../../src/redact/redact.ts';
import { restoreText } from '../../../src/redact/restore.ts';
import type { Style } from '../../../src/redact/stand-in.ts';
import { Vault } from '../../../src/redact/vault.ts';
import { corpus, type Planted } from './corpus.ts';
import { parserFor } from './parsers/parsers.ts';

/** What became of a file. */
interface Tried {
  readonly file: Planted;
  readonly vault: Vault;
  readonly redacted: Redacted;
  readonly faultBefore: string | undefined;
  readonly faultAfter: string | undefined;
}

const STYLES: readonly Style[] = ['placeholder', 'surrogate'];

/** A value of fewer characters is looked for as a whole word only, as the vault does. */
const LEAST_ANYWHERE = 8;

const files = corpus();
const endings = [...new Set(files.map(endingOf))];

describe('a file of code or data, redacted', () => {
  for (const style of STYLES) {
    describe(`with stand-ins of the style ${style}`, function () {
      this.timeout(60_000);
      const tried = new Map<Planted, Tried>();

      before(async () => {
        for (const ending of endings) {
          const group = files.filter((file) => endingOf(file) === ending);
          for (const one of await tryAll(group, style)) tried.set(one.file, one);
        }
      });

      for (const file of files) {
        describe(`${file.language}/${file.name}`, () => {
          const now = (): Tried => tried.get(file) ?? assert.fail('it was not tried');

          it('still parses', () => {
            assert.equal(now().faultBefore, undefined, 'it does not parse as it is');
            assert.equal(now().faultAfter, undefined);
          });

          it('holds none of the values, in any writing', () => {
            const { text } = now().redacted;
            // Which one it is says its number: a test prints no value.
            const there = file.values.flatMap((value, i) => (standsIn(text, value) ? [i + 1] : []));
            assert.deepEqual(there, []);
          });

          it('leaves the code in its strings alone', () => {
            const touched = file.code.filter((one) =>
              now().redacted.replacements.some(({ start, end }) => start < one.end && end > one.start),
            );
            assert.deepEqual(
              touched.map(({ start, end }) => file.text.slice(start, end)),
              [],
            );
          });

          it('comes back as it was', () => {
            assert.ok(restoreText(now().redacted.text, now().vault) === file.text);
          });

          it('is as it was everywhere else', () => {
            const { text, replacements } = now().redacted;
            assert.ok(rebuilt(file.text, replacements) === text);
            const [before, after] = replacements.reduce(
              ([gone, come], { start, end, standIn }) => [
                gone + linesOf(file.text.slice(start, end)),
                come + linesOf(standIn.name),
              ],
              [0, 0],
            );
            assert.equal(linesOf(text) - after, linesOf(file.text) - before);
          });
        });
      }
    });
  }
});

function endingOf({ name }: Planted): string {
  return name.slice(name.lastIndexOf('.') + 1);
}

async function tryAll(group: readonly Planted[], style: Style): Promise<Tried[]> {
  const parse = parserFor(group[0]?.name ?? '');
  const tried: Omit<Tried, 'faultBefore' | 'faultAfter'>[] = [];
  for (const file of group) {
    const vault = new Vault({ styleOf: () => style });
    const findings = await scanText(file.text, DETECTORS);
    const [redacted] = redactTexts([{ text: file.text, findings, writtenBy: 'person' }], vault);
    tried.push({ file, vault, redacted: redacted ?? assert.fail('nothing came back') });
  }
  const faults = await parse([
    ...group.map(({ text }) => text),
    ...tried.map(({ redacted }) => redacted.text),
  ]);
  return tried.map((one, i) => ({ ...one, faultBefore: faults[i], faultAfter: faults[i + group.length] }));
}

function standsIn(text: string, value: string): boolean {
  const written = [value, decoded(value), value.replaceAll(/\\(.)/g, '$1')];
  if (value.length < LEAST_ANYWHERE) return text.split(/\W+/).includes(value);
  return written.flatMap((form) => [form, ...encodingsOf(form)]).some((form) => text.includes(form));
}

function decoded(value: string): string {
  try {
    return decodeURIComponent(value);
  } catch {
    return value;
  }
}

function rebuilt(text: string, replacements: Redacted['replacements']): string {
  let from = 0;
  const pieces: string[] = [];
  for (const { start, end, standIn } of replacements) {
    pieces.push(text.slice(from, start), standIn.name);
    from = end;
  }
  return [...pieces, text.slice(from)].join('');
}

function linesOf(text: string): number {
  return text.split('\n').length - 1;
}
