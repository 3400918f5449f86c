import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { describe, it } from 'mocha';
import type { Place } from '../../../../src/detect/exclusions/exclusion.ts';
import { EXCLUSIONS } from '../../../../src/detect/exclusions/exclusions.ts';
import { explainPassed } from '../../../../src/detect/explain.ts';
import { DETECTORS } from '../../../../src/detect/rules.ts';
import { scanText } from '../../../../src/detect/scan-text.ts';
import { unmarked } from '../../../provision/sound-formats.ts';

/** Texts that the exclusion lets pass, and texts beside them in which what is marked is found. */
interface Cases {
  readonly ok: readonly string[];
  readonly ng: readonly string[];
}

const FOLDER = new URL('../../../fixtures/exclusions/', import.meta.url);

const CASES: readonly (readonly [name: string, cases: Cases])[] = readdirSync(FOLDER).flatMap((file) =>
  Object.entries(JSON.parse(readFileSync(new URL(file, FOLDER), 'utf8')) as Record<string, Cases>),
);

async function secretsIn(text: string): Promise<readonly { start: number; end: number }[]> {
  return (await scanText(text, DETECTORS)).filter((finding) => finding.class === 'secret');
}

describe('exclusions', () => {
  it('have names of their own, and cases each of what they let pass and of what they do not', () => {
    const names = EXCLUSIONS.map(({ name }) => name);
    assert.equal(new Set(names).size, names.length);
    assert.deepEqual(CASES.map(([name]) => name).sort(), [...names].sort());
    for (const [name, { ok, ng }] of CASES) assert.ok(ok.length > 0 && ng.length > 0, name);
  });

  it('say so where they look at what stands around a value', () => {
    const places: readonly Place[] = ['named', 'near', 'password', 'issued', 'shape'];
    const words = CASES.flatMap(([, { ok, ng }]) =>
      [...ok, ...ng].flatMap((text) => text.split(/[\s"'«»=]+/)),
    );
    const values = [...new Set(words)].filter((word) => word !== '' && word.length < 100);
    const looking = new Set<string>();
    for (const { name, holds } of EXCLUSIONS)
      for (const place of places)
        for (const quoted of [true, false])
          for (const value of values)
            holds(value, {
              place,
              key: 'PASS',
              quoted,
              literal: false,
              get before() {
                looking.add(name);
                return '';
              },
              get after() {
                looking.add(name);
                return '';
              },
            });
    assert.deepEqual(
      [...looking].sort(),
      EXCLUSIONS.flatMap(({ name, looksAround }) => (looksAround ? [name] : [])).sort(),
    );
  });

  for (const [name, { ok, ng }] of CASES)
    describe(name, () => {
      for (const [at, text] of ok.entries())
        it(`lets case ${at + 1} pass, and is named`, async () => {
          assert.equal((await secretsIn(text)).length, 0, 'something was found');
          assert.deepEqual(
            explainPassed(text).map(({ exclusion }) => exclusion),
            [name],
          );
        });

      for (const [at, marked] of ng.entries())
        it(`lets case ${at + 1} of what is none not pass`, async () => {
          const { text, ranges } = unmarked(marked);
          const found = await secretsIn(text);
          for (const [start, end] of ranges)
            assert.ok(found.some((finding) => finding.start <= start && end <= finding.end));
          assert.ok(found.length > 0, 'nothing was found');
          assert.deepEqual(explainPassed(text, found), []);
        });

      it('lets nothing pass since it let the same pass elsewhere in the text', async () => {
        for (const passed of ok)
          for (const marked of ng) {
            const before = `${passed}\n${'-'.repeat(80)}\n\n`;
            const { text, ranges } = unmarked(marked);
            const found = await secretsIn(before + text);
            for (const [start, end] of ranges)
              assert.ok(
                found.some((one) => one.start <= before.length + start && before.length + end <= one.end),
                before + marked,
              );
          }
      });
    });
});
