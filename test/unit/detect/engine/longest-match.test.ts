import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { readFileSync, globSync } from 'node:fs';
import { join } from 'node:path';
import { longestMatch } from '../../../../src/detect/engine/longest-match.ts';
import { TOKEN_FORMATS } from '../../../../src/detect/formats/tokens.ts';

const FIXTURES = join(import.meta.dirname, '../../../fixtures/formats');

describe('longestMatch', () => {
  const cases: readonly (readonly [string, number])[] = [
    ['abc', 3],
    ['a[b-z\\]]{4}c', 6],
    ['a\\.\\d{2,30}', 32],
    ['(?:ab|cde)f', 4],
    ['(?:[a-z]{4}-){3}x?', 16],
    ['a(?=bcd)', 4],
    ['a{0,2}(?:b{3}|c){10}', 32],
  ];
  for (const [shape, longest] of cases) {
    it(`is ${longest} for ${shape}`, () => assert.equal(longestMatch(shape), longest));
  }

  it('is never less than what a shape of the table matches', () => {
    const samples = new Map(
      globSync('*.json', { cwd: FIXTURES }).flatMap((file) =>
        Object.entries(
          JSON.parse(readFileSync(join(FIXTURES, file), 'utf8')) as Record<string, { ng: string[] }>,
        ),
      ),
    );
    for (const { id, shape } of TOKEN_FORMATS) {
      const longest = longestMatch(shape);
      assert.ok(longest < 200_000, id);
      for (const secret of samples.get(id)?.ng ?? []) assert.ok(secret.length <= longest, id);
    }
  });
});
