import { wordlist } from '@scure/bip39/wordlists/english.js';
import { sha256 } from './sha256.ts';

/** The English list, in its order; a word's place in it is its number. */
export const BIP39_WORDS: readonly string[] = wordlist;

const NUMBERS: ReadonlyMap<string, number> = new Map(wordlist.map((word, number) => [word, number]));

/** The number of a word, in lower case, in the English list of BIP-39; undefined for any other word. */
export function bip39Number(word: string): number | undefined {
  return NUMBERS.get(word);
}

/** So many words a phrase may have, the most first: 32 bits of entropy and one of check for every three of them. */
export const BIP39_COUNTS: readonly number[] = [24, 21, 18, 15, 12];

/**
 * Whether the last word of a phrase holds its check: of the 11 bits of each word, the last of all, one for every
 * three words, are the first of the SHA-256 of the others (BIP-39, "Generating the mnemonic").
 * @param numbers of the words; as many as `BIP39_COUNTS` names, or it is false
 */
export function passesBip39(numbers: readonly number[]): boolean {
  if (!BIP39_COUNTS.includes(numbers.length)) return false;
  const checkBits = numbers.length / 3;
  const bytes = new Uint8Array(checkBits * 4);
  let held = 0;
  let bits = 0;
  let at = 0;
  for (const number of numbers) {
    held = ((held << 11) | number) & 0x7ffff;
    for (bits += 11; bits >= 8 && at < bytes.length; bits -= 8) bytes[at++] = (held >>> (bits - 8)) & 0xff;
  }
  const check = held & ((1 << checkBits) - 1);
  return (sha256(bytes)[0] ?? 0) >>> (8 - checkBits) === check;
}
