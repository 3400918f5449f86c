import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { estimateRequest, estimateTokens } from '../../../src/editor/token-estimate.ts';

/** What `o200k_base` and `cl100k_base`, the vocabularies of OpenAI's models, count: the greater of the two. */
const COUNTED: readonly (readonly [text: string, tokens: number])[] = [
  ['The quick brown fox jumps over the lazy dog.', 10],
  ['const answer = await fetch(`https://example.com/${id}`);', 14],
  ['Der Vertrag läuft am 31.12.2026 aus und verlängert sich stillschweigend.', 26],
  ['{"a":1,"b":[true,false,null],"c":"text"}', 15],
  ['日本語の文章です。', 8],
  ['Привет, как дела? Сегодня хорошая погода.', 21],
  ['مرحبا، كيف حالك اليوم؟', 18],
  ['aAbBcCdDeEfF'.repeat(50), 351],
  ['ZQXJKVBPWY'.repeat(30), 211],
  ['xqzjkvwpbg'.repeat(40), 280],
  ['12,34.5,2026-11-21,ab\n'.repeat(100), 1500],
  ['😀👩‍👩‍👧'.repeat(20), 300],
];

describe('an estimate of tokens', () => {
  for (const [text, tokens] of COUNTED) {
    it(`errs high for ${text.slice(0, 20)}…, and not by more than three times`, () => {
      const estimate = estimateTokens(text);
      assert.ok(estimate >= tokens, `${estimate} for ${tokens}`);
      assert.ok(estimate <= tokens * 3, `${estimate} for ${tokens}`);
    });
  }

  it('is none for nothing, and grows with the text', () => {
    assert.equal(estimateTokens(''), 0);
    const once = estimateTokens('Ein Satz, noch einer. ');
    assert.ok(Math.abs(estimateTokens('Ein Satz, noch einer. '.repeat(50)) - once * 50) <= 50);
  });

  it('counts each message and each picture besides', () => {
    const image = { mediaType: 'image/png', base64: '' };
    const pieces = [
      { role: 'user', text: 'hi' },
      { role: 'user', text: '', part: { type: 'image', image } },
    ] as const;
    assert.ok(estimateRequest(pieces) > 2_000);
  });
});
