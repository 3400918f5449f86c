import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { cpuTime } from '../../../provision/cpu-time.ts';
import { findNear, NEAR_WORDS } from '../../../../src/detect/context/find-near.ts';
import { NEAR_FORMATS } from '../../../../src/detect/formats/near.ts';
import { namedId } from '../../../../src/detect/structures/named-id.ts';
import type { StructureHit } from '../../../../src/detect/structures/structure.ts';
import { readCases, unmarked } from '../../../provision/sound-formats.ts';
import { scanWords } from './scan-words.ts';

/** The name of a key with the word in it: `BOX_API_KEY` for `box`, `new relic API key` for `new relic`. */
function nameOf(word: string): string {
  if (/[^a-z0-9_-]/.test(word)) return `${word} API key: `;
  return /(?:key|token|secret|pat)$/.test(word) ? `${word.toUpperCase()}=` : `${word.toUpperCase()}_API_KEY=`;
}

/** What the words of the table find, wherever they stand: those of keys, and those of ids. */
function nearIn(text: string): readonly StructureHit[] {
  const lower = text.toLowerCase();
  const placesOf = (word: string): readonly number[] => {
    const places: number[] = [];
    for (let at = lower.indexOf(word); at >= 0; at = lower.indexOf(word, at + 1)) places.push(at);
    return places;
  };
  return [
    ...NEAR_WORDS.flatMap((word) => placesOf(word).flatMap((at) => findNear(text, at, word))),
    ...namedId.literals.flatMap((word) => placesOf(word).flatMap((at) => namedId.findAt(text, at))),
  ];
}

describe('formats known by a word beside them', () => {
  const cases = readCases('near-');

  for (const { id, near = [] } of NEAR_FORMATS)
    describe(id, () => {
      const { ng, ok } = cases.get(id) ?? { ng: [], ok: [] };

      for (const [at, marked] of ng.entries())
        it(`is found in case ${at + 1}, and nothing beside it`, () => {
          const { text, ranges } = unmarked(marked);
          const hits = nearIn(text);
          const isMarked = ({ start, end }: StructureHit): boolean =>
            ranges.some(([from, to]) => from <= start && end <= to);
          assert.ok(hits.every(isMarked), 'something was found beside the mark');
          for (const [start, end] of ranges)
            assert.ok(hits.some((hit) => hit.kind === id && hit.start === start && hit.end === end));
        });

      for (const [at, text] of ok.entries())
        it(`is not found in case ${at + 1} of what is none`, () => {
          assert.equal(nearIn(text).length, 0);
        });

      it('is found by each of its words', () => {
        const { text: whole, ranges } = unmarked(ng[0] ?? '');
        const value = whole.slice(...(ranges[0] ?? [0, 0]));
        for (const word of near) {
          const text = `${nameOf(word)}"${value}"\n`;
          const found = nearIn(text).some(({ start, end }) => text.slice(start, end) === value);
          assert.ok(found, `nothing by ${word}`);
        }
      });
    });

  for (const [what, piece] of [
    ['one word over and over', 'algolia '],
    ['two words in turn', 'algolia twilio '],
    ['one word glued', 'algolia'],
    ['a key without an end', 'password='],
    ['a key in quotes', '"password":"'],
    ['keys glued', 'tokensecretpassword_'],
    ['bearer', 'bearer '],
    ['mysql', 'mysql -p '],
    ['identified by', "identified by '"],
    ['line breaks', 'token\n'],
    ['said in words', 'password for the '],
    ['XML', '<password>'],
    ['box in quotes', '"box":"key '],
  ] as const)
    it(`takes linear time for ${what}`, () => {
      const time = (size: number): number => {
        const text = piece.repeat(Math.ceil(size / piece.length));
        const start = cpuTime();
        scanWords(text);
        return cpuTime() - start;
      };
      time(50_000);
      const [small, large] = [Math.min(time(50_000), time(50_000)), Math.min(time(500_000), time(500_000))];
      assert.ok(large < 25 * Math.max(small, 5), `${small} ms became ${large} ms`);
    });
});
