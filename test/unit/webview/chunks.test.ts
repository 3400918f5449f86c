import assert from 'node:assert/strict';
import fc from 'fast-check';
import { describe, it } from 'mocha';
import { chunksOf } from '../../../src/webview/chunks.ts';

const texts = fc
  .tuple(fc.constantFrom('word ', 'x', 'line of it\n', '👩', 'EMAIL_1 '), fc.integer({ min: 0, max: 20_000 }))
  .map(([part, times]) => part.repeat(times));

describe('chunks of a long text', () => {
  it('together are the text', () => {
    fc.assert(
      fc.property(texts, (text) => {
        assert.equal(chunksOf(text).join(''), text);
      }),
      { numRuns: 30 },
    );
  });

  it('are one for a short text, and none is long', () => {
    assert.deepEqual(chunksOf('short'), ['short']);
    assert.ok(chunksOf('x'.repeat(1_000_000)).every(({ length }) => length <= 16_384));
  });

  it('end after a line where one ends near, and never within a word or a surrogate pair', () => {
    assert.ok(
      chunksOf('a line of text\n'.repeat(5000)).every((chunk) => chunk === '' || chunk.endsWith('\n')),
    );
    assert.ok(chunksOf('EMAIL_1 '.repeat(9000)).every((chunk) => /^EMAIL_1 .*EMAIL_1 $/.test(chunk)));
    assert.ok(chunksOf(`x${'👩'.repeat(20_000)}`).every((chunk) => chunk.isWellFormed()));
  });

  it('stay the same but for the last when the text grows', () => {
    const before = chunksOf('some words and more '.repeat(3000));
    const after = chunksOf('some words and more '.repeat(3100));
    assert.deepEqual(after.slice(0, before.length - 1), before.slice(0, -1));
  });
});
