import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it } from 'mocha';
import { scanWords } from './scan-words.ts';

const FOLDER = join(import.meta.dirname, '../../../fixtures/context');

/** A line of a case; `\n` stands for a line break, and what is between the marks has to be found. */
function linesOf(file: string): readonly string[] {
  return readFileSync(join(FOLDER, file), 'utf8')
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => line.replaceAll('\\n', '\n'));
}

/** The ranges that were found, without those that are the same for two kinds. */
function foundIn(text: string): readonly string[] {
  const ranges = new Map(
    scanWords(text).map((hit) => [`${hit.start}-${hit.end}`, text.slice(hit.start, hit.end)]),
  );
  return [...ranges.values()];
}

describe('credentials known by their context', () => {
  for (const file of readdirSync(FOLDER).filter((name) => name !== 'clean.txt'))
    describe(file, () => {
      for (const line of linesOf(file))
        it(`finds all of ${JSON.stringify(line)}`, () => {
          const expected = [...line.matchAll(/«(.*?)»/g)].map((match) => match[1] ?? '');
          assert.ok(expected.length > 0, 'a case marks what is to be found');
          assert.deepEqual(foundIn(line.replaceAll(/[«»]/g, '')), expected);
        });
    });

  describe('clean.txt', () => {
    const lines = linesOf('clean.txt');
    it('has enough of them', () => assert.ok(lines.length >= 150));
    for (const line of lines)
      it(`finds nothing in ${JSON.stringify(line)}`, () => assert.deepEqual(foundIn(line), []));
  });
});
