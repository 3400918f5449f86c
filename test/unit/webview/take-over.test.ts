import assert from 'node:assert/strict';
import fc from 'fast-check';
import { describe, it } from 'mocha';
import { differenceOf } from '../../../src/webview/take-over.ts';

describe('where a draft was changed', () => {
  it('is the one place that differs', () => {
    assert.deepEqual(differenceOf('key=abc here', 'key= here'), { start: 4, end: 7, put: '' });
    assert.deepEqual(differenceOf('aXbXc', 'abc'), { start: 1, end: 4, put: 'b' });
    assert.deepEqual(differenceOf('aaaa', 'aa'), { start: 2, end: 4, put: '' });
    assert.deepEqual(differenceOf('same', 'same'), { start: 4, end: 4, put: '' });
    assert.deepEqual(differenceOf('', 'new'), { start: 0, end: 0, put: 'new' });
  });

  it('makes the one text of the other', () => {
    const text = fc.string({ unit: fc.constantFrom('a', 'b', '\n', '😀') });
    fc.assert(
      fc.property(text, text, (before, after) => {
        const { start, end, put } = differenceOf(before, after);
        assert.ok(start <= end);
        assert.equal(before.slice(0, start) + put + before.slice(end), after);
      }),
    );
  });
});
