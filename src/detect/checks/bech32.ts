import type { Verdict } from './verdict.ts';

const ALPHABET = 'qpzry9x8gf2tvdw0s3jn54khce6mua7l';
const GENERATOR = [0x3b6a57b2, 0x26508e6d, 0x1ea119fa, 0x3d4233dd, 0x2a1462b3];

/** The remainder of the Bech32 code over five-bit groups; 1 where the checksum is right. */
export function bech32Remainder(groups: Iterable<number>): number {
  let sum = 1;
  for (const group of groups) {
    const top = sum >>> 25;
    sum = ((sum & 0x1ffffff) << 5) ^ group;
    GENERATOR.forEach((term, bit) => {
      if ((top >>> bit) & 1) sum ^= term;
    });
  }
  return sum >>> 0;
}

/** What stands before the separator, spread over five-bit groups as the code wants it. */
export function bech32Prefix(prefix: string): number[] {
  const codes = Array.from(prefix, (character) => character.charCodeAt(0));
  return [...codes.map((code) => code >>> 5), 0, ...codes.map((code) => code & 31)];
}

/** Bech32 in one case: a prefix, the last `1` of the text, and data that ends in six check characters. */
export function bech32(secret: string): Verdict {
  const lower = secret.toLowerCase();
  if (secret !== lower && secret !== secret.toUpperCase()) return 'refuted';
  const separator = lower.lastIndexOf('1');
  if (separator < 1) return 'unknown';
  const data = Array.from(lower.slice(separator + 1), (character) => ALPHABET.indexOf(character));
  if (data.length < 6 || data.includes(-1)) return 'refuted';
  return bech32Remainder([...bech32Prefix(lower.slice(0, separator)), ...data]) === 1
    ? 'verified'
    : 'refuted';
}
