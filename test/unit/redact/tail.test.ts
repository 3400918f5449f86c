import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { tailOf } from '../../../src/redact/tail.ts';
import { DATABASE_URL, githubToken } from '../made-up.ts';

describe('the end of a secret', () => {
  it('is its last eight characters', () => {
    const token = githubToken();
    assert.equal(tailOf(token), token.slice(-8));
    assert.equal(tailOf('a password of words'), undefined);
    assert.equal(tailOf('12345678'), undefined);
    assert.equal(tailOf('123456789'), '23456789');
  });

  it('is none where that is an address or the marks around a key', () => {
    assert.equal(tailOf(DATABASE_URL), undefined);
    assert.equal(tailOf('https://user:secret@host.example:5432/orders'), undefined);
    assert.equal(tailOf('https://bucket.example/file?X-Signature=9f8e7d6c5b4a3f2e'), '5b4a3f2e');
  });

  it('of a key in lines, or with escaped line ends, is that of its material', () => {
    const end = '-----END PRIVATE KEY-----';
    assert.equal(tailOf(`x\nQUJDREVGR0hJSktM\n${end}\n`), 'R0hJSktM');
    assert.equal(tailOf(`x\\nQUJDREVGR0hJSktM\\n${end}\\n`), 'R0hJSktM');
  });
});
