import assert from 'node:assert/strict';
import { createHmac } from 'node:crypto';
import { describe, it } from 'mocha';
import { signerWith } from '../../../src/wire/receipt.ts';

const SECRET = new Uint8Array(32).fill(7);
const key = await crypto.subtle.importKey('raw', SECRET, { name: 'HMAC', hash: 'SHA-256' }, false, ['sign']);
const macOf = (body: string): string => createHmac('sha256', SECRET).update(body).digest('hex');

describe('signerWith', () => {
  for (const [what, begun, asked] of [
    ['the body it has begun with', '{"a":"é"}', '{"a":"é"}'],
    ['another one, as where a key stood twice', '{"a":1,"a":2}', '{"a":2}'],
    ['one it was told nothing of', undefined, '{}'],
  ] as const) {
    it(`signs ${what}`, async () => {
      const signer = signerWith(key);
      if (begun !== undefined) signer.begin(begun);
      for (let n = 0; n < 2; n++) {
        const { size, mac } = await signer.of(asked);
        assert.equal(Buffer.from(mac).toString('hex'), macOf(asked));
        assert.equal(size, Buffer.byteLength(asked));
      }
    });
  }

  it('signs each of several at once', async () => {
    const signer = signerWith(key);
    signer.begin('one');
    const macs = await Promise.all(['two', 'one', 'three'].map((body) => signer.of(body)));
    assert.deepEqual(
      macs.map(({ mac }) => Buffer.from(mac).toString('hex')),
      ['two', 'one', 'three'].map(macOf),
    );
  });
});
