import assert from 'node:assert/strict';
import fc from 'fast-check';
import { describe, it } from 'mocha';
import { indentJson } from '../../../src/webview/indent-json.ts';

describe('a body with indents', () => {
  it('reads as JSON.stringify would set it', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        assert.equal(indentJson(JSON.stringify(value)), JSON.stringify(value, undefined, 2));
      }),
    );
  });

  it('keeps what a parser would change', () => {
    const text = String.raw`{"n":12345678901234567890,"n":1.0,"s":"a\u0041\"}{[,:"}`;
    const indented = indentJson(text);
    assert.equal(
      indented,
      String.raw`{
  "n": 12345678901234567890,
  "n": 1.0,
  "s": "a\u0041\"}{[,:"
}`,
    );
  });

  it('is unchanged where it is no JSON, or long', () => {
    assert.equal(indentJson('{"a":'), '{"a":');
    assert.equal(indentJson(''), '');
    const long = JSON.stringify({ a: 'x'.repeat(1_000_001) });
    assert.equal(indentJson(long), long);
  });
});
