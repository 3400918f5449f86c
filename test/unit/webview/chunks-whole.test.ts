import assert from 'node:assert/strict';
import fc from 'fast-check';
import { describe, it } from 'mocha';
import { chunksOfWholeNames } from '../../../src/webview/chunks-whole.ts';
import { byName, piecesOf } from '../../../src/webview/pieces.ts';

const known = byName(
  ['person1@example.com', 'John A. Doe', 'EMAIL_1'].map((name) => ({ name, value: 'v', what: '' })),
);

describe('pieces of a long text', () => {
  it('are together the text, and none ends in the midst of a name', () => {
    const word = fc.constantFrom('person1@example.com', 'John A. Doe', 'EMAIL_1', 'x', '.', ',\n');
    fc.assert(
      fc.property(
        fc.array(word, { minLength: 1, maxLength: 40 }),
        fc.integer({ min: 500, max: 4000 }),
        (words, times) => {
          const text = words.join(' ').repeat(times).slice(0, 200_000);
          const chunks = chunksOfWholeNames(text, known);
          assert.equal(chunks.join(''), text);
          const count = (one: string): number =>
            piecesOf(one, known).filter(({ kind }) => kind === 'stand-in').length;
          assert.equal(
            chunks.reduce((sum, chunk) => sum + count(chunk), 0),
            count(text),
          );
        },
      ),
      { numRuns: 30 },
    );
  });
});
