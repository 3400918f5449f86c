import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { findNear, NEAR_WORDS } from '../../../../src/detect/context/find-near.ts';
import { NEAR_FORMATS } from '../../../../src/detect/formats/near.ts';
import { madeUp } from './made-up-value.ts';
import { scanWords } from './scan-words.ts';

/** The name of a key with the word in it: `BOX_API_KEY` for `box`, `new relic API key` for `new relic`. */
function nameOf(word: string): string {
  if (/[^a-z0-9_-]/.test(word)) return `${word} API key: `;
  return /(?:key|token|secret|pat)$/.test(word) ? `${word.toUpperCase()}=` : `${word.toUpperCase()}_API_KEY=`;
}

describe('formats known by a word beside them', () => {
  it('have ids, words and placeholders of their own, and shapes that end', () => {
    const ids = NEAR_FORMATS.map(({ id }) => id);
    assert.equal(new Set(ids).size, ids.length, 'an id stands for one row');
    for (const { id, near = [], shape, placeholder, revoke } of NEAR_FORMATS) {
      assert.match(id, /^[a-z][a-z0-9]*(?:-[a-z0-9]+)*$/);
      assert.match(placeholder, /^[A-Z][A-Z0-9_]*[A-Z]$/, id);
      assert.ok(near.length > 0 && near.every((word) => word.length >= 3 && word === word.toLowerCase()), id);
      const outside = shape.replaceAll(/\\.|\[(?:\\.|[^\]\\])*\]/g, 'x');
      assert.doesNotMatch(outside, /[*+]|\{\d+,\}|\((?!\?:)/, id);
      assert.ok(revoke === null || revoke.startsWith('https://'), id);
    }
  });

  for (const { id, near = [], shape } of NEAR_FORMATS)
    it(`finds a made-up ${id}`, () => {
      const value = madeUp(shape, 7);
      for (const word of near) {
        const text = `${nameOf(word)}"${value}"\n`;
        const found = NEAR_WORDS.filter((other) => text.toLowerCase().includes(other)).flatMap((other) =>
          findNear(text, text.toLowerCase().indexOf(other), other),
        );
        assert.ok(
          found.some(({ start, end }) => text.slice(start, end) === value),
          `nothing in ${text}`,
        );
      }
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
        const start = performance.now();
        scanWords(text);
        return performance.now() - start;
      };
      time(50_000);
      const [small, large] = [Math.min(time(50_000), time(50_000)), Math.min(time(500_000), time(500_000))];
      assert.ok(large < 25 * Math.max(small, 5), `${small} ms became ${large} ms`);
    });
});
