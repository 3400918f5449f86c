import { sha256 } from './sha256.ts';
import type { Verdict } from './verdict.ts';

const ALPHABET = '123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz';
/** Longer than any key written this way; decoding takes time with the square of the length. */
const LONGEST = 128;

/** Bytes of a text in base58; undefined where a character is not of it. */
export function fromBase58(text: string): Uint8Array | undefined {
  // Lowest byte first while it grows.
  const bytes: number[] = [];
  for (const character of text) {
    let carry = ALPHABET.indexOf(character);
    if (carry === -1) return undefined;
    for (let at = 0; at < bytes.length; at++) {
      carry += (bytes[at] ?? 0) * 58;
      bytes[at] = carry & 0xff;
      carry >>>= 8;
    }
    for (; carry > 0; carry >>>= 8) bytes.push(carry & 0xff);
  }
  const zeros = /^1{0,128}/.exec(text)?.[0].length ?? 0;
  return Uint8Array.from([...Array<number>(zeros).fill(0), ...bytes.reverse()]);
}

/** Base58Check: the last four bytes are the first of the double SHA-256 of those before. */
export function base58check(secret: string): Verdict {
  if (secret.length > LONGEST) return 'unknown';
  const bytes = fromBase58(secret);
  if (!bytes || bytes.length < 5) return 'refuted';
  const sum = sha256(sha256(bytes.subarray(0, -4)));
  return bytes.subarray(-4).every((byte, at) => byte === sum[at]) ? 'verified' : 'refuted';
}
