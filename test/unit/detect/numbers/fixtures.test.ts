import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it } from 'mocha';
import { NUMBER_KINDS } from '../../../../src/detect/numbers/numbers.ts';
import { numbersIn } from './numbers-in.ts';

const FOLDER = join(import.meta.dirname, '../../../fixtures/numbers');

/** The cases of a file: paragraphs, since tables have several lines. */
function casesOf(kind: string, file: string): string[] {
  return readFileSync(join(FOLDER, kind, file), 'utf8')
    .trimEnd()
    .split('\n\n');
}

interface Range {
  readonly start: number;
  readonly end: number;
}

/** A case without its marks, and where they stood. */
function parseMarked(marked: string): { text: string; ranges: Range[] } {
  const ranges: Range[] = [];
  let text = '';
  let start = 0;
  for (const piece of marked.split(/([«»])/)) {
    if (piece === '«') start = text.length;
    else if (piece === '»') ranges.push({ start, end: text.length });
    else text += piece;
  }
  return { text, ranges };
}

describe('cases of numbers', () => {
  it('are there for every kind, six of each sort at least', () => {
    assert.deepEqual(readdirSync(FOLDER).sort(), [...NUMBER_KINDS.keys()].sort());
    for (const kind of NUMBER_KINDS.keys()) {
      for (const file of ['ng.txt', 'ok.txt']) assert.ok(casesOf(kind, file).length >= 6, `${kind}/${file}`);
    }
  });

  for (const kind of readdirSync(FOLDER)) {
    it(`${kind}: what is marked is found, to the character, and nothing else`, () => {
      for (const [at, marked] of casesOf(kind, 'ng.txt').entries()) {
        const { text, ranges } = parseMarked(marked);
        const found = numbersIn(text);
        for (const { start, end } of ranges) {
          assert.ok(
            found.some((hit) => hit.start === start && hit.end === end),
            `case ${at} lacks ${start}-${end}`,
          );
        }
        // A piece of a number may be one of another sort; the longer one counts.
        for (const hit of found) {
          const inside = ranges.some(({ start, end }) => start <= hit.start && hit.end <= end);
          assert.ok(inside, `case ${at} has ${hit.start}-${hit.end}`);
        }
      }
    });
    it(`${kind}: what is clean has no finding`, () => {
      for (const [at, text] of casesOf(kind, 'ok.txt').entries())
        assert.deepEqual(numbersIn(text), [], `case ${at}`);
    });
  }
});
