import assert from 'node:assert/strict';
import * as fc from 'fast-check';
import { describe, it } from 'mocha';
import { TextGrams } from '../../../../src/detect/values/text-grams.ts';

describe('TextGrams', () => {
  it('holds what the text holds, whatever either is made of', () => {
    const unit = fc.constantFrom('a', 'b', 'c', '1', '_', 'é', 'š', '丅', '\ud83d', '\udd11', ' ');
    const string = fc.string({ unit, minLength: 1, maxLength: 12 });
    fc.assert(
      fc.property(fc.string({ unit, maxLength: 400 }), string, fc.nat(), (text, other, from) => {
        const grams = new TextGrams(text);
        const piece = text.slice(from % (text.length + 1), (from % (text.length + 1)) + 12);
        assert.equal(grams.holds(other), text.includes(other));
        if (piece !== '') assert.equal(grams.holds(piece), true);
      }),
      { numRuns: 2_000 },
    );
  });

  it('takes a code unit for no other one', () => {
    const text = `${'-'.repeat(100)}\u0141\u0142\u0143\u0144`;
    assert.equal(new TextGrams(text).holds('\u0141\u0142\u0143\u0144'), true);
    // Of the same eight bits each.
    assert.equal(new TextGrams(text).holds('\u4001\u4002\u4003\u4004'), false);
  });
});
