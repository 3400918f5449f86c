import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import {
  base64Of,
  bytesOfBase64,
  contentOf,
  isBinary,
  pictureType,
} from '../../../../src/editor/attachments/content.ts';
import { LIMITS } from '../../../../src/editor/attachments/limits.ts';
import type { Content } from '../../../../src/editor/attachments/source.ts';

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);
const decode = async (bytes: Uint8Array): Promise<string> => new TextDecoder().decode(bytes);
const read = (bytes: Uint8Array): Promise<Content> => contentOf({ name: 'a', bytes }, decode);

const PNG = Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0);

/** Bytes, and what they are: the media type, `text`, or why nothing goes. */
const CASES: readonly (readonly [string, Uint8Array, string])[] = [
  ['a text', utf8('const a = 1;'), 'text'],
  ['a text beyond ASCII', utf8('Grüße, 世界 👋'), 'text'],
  ['an empty file', new Uint8Array(), 'empty'],
  ['nothing but white space', utf8(' \n\t\n'), 'empty'],
  ['zeros', Uint8Array.of(1, 0, 2), 'binary'],
  ['a text that names itself UTF-16', Uint8Array.of(0xff, 0xfe, 0x61, 0), 'text'],
  ['a PNG', PNG, 'image/png'],
  ['a JPEG', Uint8Array.of(0xff, 0xd8, 0xff, 0xe0, 0), 'image/jpeg'],
  ['a GIF', utf8('GIF89a'), 'image/gif'],
  ['a WebP', utf8('RIFF1234WEBPVP8 '), 'image/webp'],
  ['a text that speaks of WebP', utf8('RIFF is what WEBP has'), 'text'],
  ['a text that is too large', new Uint8Array(LIMITS.file + 1).fill(0x61), 'too-large'],
];

describe('what the bytes of a file are', () => {
  for (const [name, bytes, expected] of CASES) {
    it(`${name}: ${expected}`, async () => {
      const { pieces, leftOut } = await read(bytes);
      const [piece] = pieces;
      const is = piece === undefined ? leftOut[0]?.why : 'image' in piece ? piece.image.mediaType : 'text';
      assert.equal(is, expected);
      assert.equal(pieces.length + leftOut.length, 1);
    });
  }

  it('takes no picture that hosts refuse for its size', async () => {
    const bytes = new Uint8Array(LIMITS.image + 1);
    bytes.set(PNG);
    assert.equal((await read(bytes)).leftOut[0]?.why, 'too-large');
  });

  it('goes by what is in a file, not by what it is called', () => {
    assert.equal(pictureType(utf8('<svg onload=alert(1)>')), undefined);
    assert.equal(isBinary(utf8('<svg/>')), false);
  });

  it('makes base64 of any length, and bytes of it', () => {
    for (const length of [0, 1, 2, 3, 12_287, 12_288, 12_289, 40_000]) {
      const bytes = Uint8Array.from({ length }, (_, i) => (i * 7) % 256);
      assert.deepEqual(bytesOfBase64(base64Of(bytes)), bytes);
    }
    assert.equal(bytesOfBase64('no base64!'), undefined);
  });
});
