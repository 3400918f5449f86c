import assert from 'node:assert/strict';
import { globSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { before, describe, it } from 'mocha';
import * as v from 'valibot';
import { localeOf } from '../../../src/sentences/locale.ts';
import { type Call, callsIn, speaks } from './messages.ts';
import { PASSED_ON, TABLES } from './tables.ts';

const ROOT = join(import.meta.dirname, '../../..');
const Messages = v.record(v.string(), v.string());
/** What is meant to be as in English: names, units, what is spelled the same. */
const Same = v.strictObject({ bundle: v.array(v.string()), package: v.array(v.string()) });

function readJson<S extends v.GenericSchema>(file: string, schema: S): v.InferOutput<S> {
  return v.parse(schema, JSON.parse(readFileSync(join(ROOT, file), 'utf8')));
}

const LANGUAGES = globSync('l10n/bundle.l10n.*.json', { cwd: ROOT })
  .map((file) => basename(file).split('.')[2] ?? '')
  .sort();

describe('the messages', function () {
  this.timeout(60_000);
  let calls: readonly Call[] = [];
  let used: ReadonlySet<string> = new Set();
  before(() => {
    const files = globSync('src/**/*.ts', { cwd: ROOT })
      .map((file) => join(ROOT, file))
      .filter(speaks);
    calls = callsIn(ROOT, files);
    used = new Set([
      ...calls.flatMap(({ messages }) => messages ?? []),
      ...Object.values(TABLES).flatMap((table) => table()),
    ]);
  });

  it('are read by the parser, whichever way they are written', () => {
    const found = callsIn(ROOT, [join(ROOT, 'test/fixtures/l10n/calls.ts')]);
    assert.deepEqual(
      found.map(({ messages, written }) => messages ?? written),
      [
        ['one'],
        ["it's two"],
        ['three'],
        ['four, in two pieces, and {0}'],
        ['1 thing', '{0} things'],
        ['with a quote: \' and "'],
        ['in a template'],
        'name',
        '`of ${name}`',
        ['with an argument of {0}'],
        ['its own'],
      ],
    );
    assert.equal(found[0]?.at, 'test/fixtures/l10n/calls.ts:15');
  });

  it('are written where they are used, or come from a table that is listed', () => {
    const unknown = calls
      .filter(({ messages, written }) => messages === undefined && !Object.hasOwn(TABLES, written))
      .filter(({ at }) => !PASSED_ON.some((file) => at.startsWith(`${file}:`)))
      .map(({ at, written }) => `${at} ${written}`);
    assert.deepEqual(unknown, []);
    const written = new Set(calls.map((call) => call.written));
    assert.deepEqual(
      Object.keys(TABLES).filter((table) => !written.has(table)),
      [],
    );
  });

  it('are there in German at least', () => {
    assert.ok(LANGUAGES.includes('de'), LANGUAGES.join());
  });

  for (const language of LANGUAGES) {
    describe(`in ${language}`, () => {
      const bundle = readJson(`l10n/bundle.l10n.${language}.json`, Messages);
      const same = readJson(`test/fixtures/l10n/same.${language}.json`, Same);

      it('lack none', () => {
        const where = new Map(calls.flatMap(({ at, messages }) => (messages ?? []).map((one) => [one, at])));
        const missing = [...used].filter((message) => !Object.hasOwn(bundle, message));
        assert.deepEqual(
          missing.map((message) => `${where.get(message) ?? 'in a table'}: ${message}`),
          [],
        );
      });

      it('hold none that nobody uses', () => {
        assert.deepEqual(
          Object.keys(bundle).filter((message) => !used.has(message)),
          [],
        );
      });

      it('keep what is filled in, what is code, and the blanks around', () => {
        assert.deepEqual(changed(bundle), []);
      });

      it('are not left in English by mistake', () => {
        const equal = Object.keys(bundle).filter((message) => bundle[message] === message);
        assert.deepEqual(equal.sort(), [...same.bundle].sort());
      });

      it('name their language, for numbers and for those that read pages aloud', () => {
        assert.equal(
          localeOf((message) => bundle[message] ?? message),
          language,
        );
      });

      it('stand in order, a line each, so that adding one is easy', () => {
        const text = readFileSync(join(ROOT, `l10n/bundle.l10n.${language}.json`), 'utf8');
        const sorted = Object.fromEntries(Object.entries(bundle).sort(([a], [b]) => (a < b ? -1 : 1)));
        assert.equal(text, `${JSON.stringify(sorted, null, 2)}\n`);
      });

      it('say the same things in the manifest', () => {
        const english = readJson('package.nls.json', Messages);
        const there = readJson(`package.nls.${language}.json`, Messages);
        assert.deepEqual(Object.keys(there).sort(), Object.keys(english).sort());
        const paired = Object.fromEntries(
          Object.entries(english).map(([key, message]) => [message, there[key] ?? '']),
        );
        assert.deepEqual(changed(paired), []);
        const equal = Object.keys(english).filter((key) => there[key] === english[key]);
        assert.deepEqual(equal.sort(), [...same.package].sort());
      });
    });
  }
});

/** Translations that lost or changed what is no word: `{0}`, `code`, where a link leads, a blank at an end. */
function changed(messages: Readonly<Record<string, string>>): string[] {
  return Object.entries(messages)
    .filter(([message, there]) => there === '' || fixedParts(message) !== fixedParts(there))
    .map(([message, there]) => `${message} → ${there}`);
}

function fixedParts(message: string): string {
  const parts = message.match(/\{\d+\}|`[^`]+`|\(command:[^)]*\)|\n|^\s+|\s+$/g) ?? [];
  return [...new Set(parts)].sort().join(' ');
}
