import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { textOfBytes } from '../../../../src/airlock/scan/text-of-bytes.ts';

const bytes = (...all: number[]): Uint8Array => new Uint8Array(all);

describe('the text of bytes', () => {
  it('is read in the encoding it is in, without a mark of the byte order', () => {
    assert.equal(textOfBytes(new TextEncoder().encode('käse 語')), 'käse 語');
    assert.equal(textOfBytes(bytes(0xef, 0xbb, 0xbf, 0x61)), 'a');
    assert.equal(textOfBytes(bytes(0xff, 0xfe, 0x61, 0, 0xe4, 0)), 'aä');
    assert.equal(textOfBytes(bytes(0xfe, 0xff, 0, 0x61, 0, 0xe4)), 'aä');
    assert.equal(textOfBytes(bytes(0x6b, 0xe4, 0x80)), 'kä€');
    assert.equal(textOfBytes(bytes()), '');
  });

  it('is none where there is a zero in bytes that do not say they are UTF-16', () => {
    assert.equal(textOfBytes(bytes(0x61, 0, 0x62)), undefined);
    assert.equal(textOfBytes(bytes(0x50, 0x4b, 3, 4, 0)), undefined);
  });
});
