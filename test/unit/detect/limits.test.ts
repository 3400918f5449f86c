import assert from 'node:assert/strict';
import * as fc from 'fast-check';
import { describe, it } from 'mocha';
import { utf8Bytes } from '../../../src/detect/limits.ts';

describe('the size of a text', () => {
  it('is that of its UTF-8, wherever pairs are cut and halves stand alone', () => {
    const piece = fc.constantFrom('a', 'é', '中', '\u{1f600}', '\ud83d', '\ude00');
    fc.assert(
      fc.property(fc.array(piece, { minLength: 1, maxLength: 7 }), fc.nat({ max: 9 }), (pieces, shift) => {
        const text = 'x'.repeat(shift) + pieces.join('').repeat(20_000);
        assert.equal(utf8Bytes(text), Buffer.byteLength(text));
      }),
      { numRuns: 60 },
    );
  });
});
