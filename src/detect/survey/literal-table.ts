import { timesInAMillion } from './common-trigrams.ts';
import { bitsOf, type Bounds, letterBitsOf } from './bounds.ts';
import { byteOf } from './byte-of.ts';
import type { Tables } from './kernel.ts';

/** What a finder looks for. */
export interface Literal<T> {
  /** At least three characters. */
  readonly text: string;
  /** Whether it is found in this case only. Letters beyond ASCII have one case here. */
  readonly exact: boolean;
  /** Where it counts; everywhere where they are left out. */
  readonly bounds?: Bounds;
  readonly value: T;
}

/** The shortest literal there may be. */
const LEAST = 3;
/** Bits that one character moves the hash on by. */
const SHIFT = 5;
/** The hash keeps this much, which is the last three characters and most of the one before them. */
const MASK = (1 << 20) - 1;
const SLOT = (1 << 18) - 1;
/** After so many characters the ones before have left the hash. */
const GRAM = 4;
/** The last three of four characters. */
const THREE = 0xffffff;
/** Numbers of an entry. */
const ENTRY = 4;
/** A gram stands, and characters are compared, up to so far into a literal. */
const COMPARED = 120;

/** What a character of a text is in the kernel's lower case. */
const folded = (code: number): number => byteOf(code >= 65 && code <= 90 ? code + 32 : code);
/** A literal in the kernel's lower case. */
const foldedAll = (text: string): number[] =>
  Array.from({ length: text.length }, (_, i) => folded(text.charCodeAt(i)));
/** The codes there are after folding. */
const ANY_CODE: readonly number[] = [...new Set(Array.from({ length: 256 }, (_, code) => folded(code)))];

/** Grams by their characters, with the numbers of the literals that hold them. */
type Grams = ReadonlyMap<string, { readonly codes: readonly number[]; readonly entries: readonly Entry[] }>;

interface Entry {
  readonly literal: number;
  readonly codes: readonly number[];
  /** How far its first character is before the last of the gram. */
  readonly back: number;
  readonly bounds: Bounds;
}

/**
 * Files literals for the kernel. Each is filed under four of its characters, its rarest; one of three under all of them.
 * At each place of the text one look at a bit, by a hash of the last four characters, tells whether any literal can stand
 * there, which is almost never.
 * @throws RangeError for a literal of fewer than three characters.
 */
export function fileLiterals(
  literals: readonly Literal<unknown>[],
): Pick<Tables, 'bits' | 'firsts' | 'grams' | 'entries' | 'characters' | 'atOnce'> {
  const grams = byGram(literals);
  const bits = new Uint8Array((MASK + 1) / 8);
  const firsts = new Uint16Array(SLOT + 1);
  const slots = new Map<number, Set<string>>();
  for (const [key, { codes }] of grams)
    for (const hash of hashesOf(codes)) {
      bits[hash >> 3] = (bits[hash >> 3] ?? 0) | (1 << (hash & 7));
      const keys = slots.get(hash & SLOT) ?? new Set();
      slots.set(hash & SLOT, keys.add(key));
    }

  const characters: number[] = [];
  const entries: number[] = [];
  const rangeOf = new Map<string, readonly [number, number]>();
  for (const [key, gram] of grams) {
    const first = entries.length / ENTRY;
    for (const { literal, codes, back, bounds } of gram.entries) {
      entries.push(
        characters.length,
        literal,
        codes.length | (back << 8) | (bitsOf(bounds) << 16),
        letterBitsOf(bounds),
      );
      characters.push(...codes);
    }
    rangeOf.set(key, [first, entries.length / ENTRY]);
  }
  // The number of a slot's first gram, 0 where there is none; those of one slot stand in a row that an empty one ends.
  const rows: number[] = [0, 0, 0, 0];
  let atOnce = 0;
  for (const [hash, keys] of slots) {
    firsts[hash] = rows.length / 4;
    let here = 0;
    for (const key of keys) {
      const [first, end] = rangeOf.get(key) ?? [0, 0];
      const codes = grams.get(key)?.codes ?? [];
      rows.push(
        codes.reduce((code, one) => (code << 8) | one, 0),
        codes.length === GRAM ? -1 : THREE,
        first,
        end,
      );
      here += end - first;
    }
    rows.push(0, 0, 0, 0);
    atOnce = Math.max(atOnce, here);
  }
  if (rows.length / 4 > 0xffff) throw new RangeError('more literals than there are numbers for');
  return {
    bits,
    firsts,
    grams: Uint32Array.from(rows),
    entries: Uint32Array.from(entries),
    characters: Uint8Array.from(characters),
    atOnce,
  };
}

/** Whether a literal stands in a text at a place, to the letter where it is exact. */
export function standsAt(text: string, at: number, { text: literal, exact }: Literal<unknown>): boolean {
  if (exact) return text.startsWith(literal, at);
  if (at + literal.length > text.length) return false;
  for (let i = 0; i < literal.length; i++) {
    if (lowered(text.charCodeAt(at + i)) !== lowered(literal.charCodeAt(i))) return false;
  }
  return true;
}

const lowered = (code: number): number => (code >= 65 && code <= 90 ? code + 32 : code);

/** The literals by the gram they are found by. */
function byGram(literals: readonly Literal<unknown>[]): Grams {
  const grams = new Map<string, { readonly codes: readonly number[]; readonly entries: Entry[] }>();
  literals.forEach(({ text, bounds = {} }, literal) => {
    if (text.length < LEAST) throw new RangeError(`a literal of fewer than ${LEAST} characters: ${text}`);
    const lower = text.replace(/[A-Z]/g, (letter) => letter.toLowerCase()).slice(0, COMPARED);
    const length = Math.min(GRAM, lower.length);
    const offset = rarestGram(lower, length);
    const codes = foldedAll(lower);
    const key = codes.slice(offset, offset + length).join();
    const gram = grams.get(key) ?? { codes: codes.slice(offset, offset + length), entries: [] };
    grams.set(key, gram);
    // The place is counted from the last character of the gram.
    gram.entries.push({ literal, codes, back: offset + length - 1, bounds });
  });
  return grams;
}

/** Where the characters begin that stand least often in any text. */
function rarestGram(lower: string, length: number): number {
  let best = 0;
  let least = Infinity;
  for (let at = 0; at + length <= lower.length; at++) {
    const first = timesInAMillion(lower.slice(at, at + LEAST));
    const second = timesInAMillion(lower.slice(at + length - LEAST, at + length));
    // It stands no more often than the rarer of its two halves; the other one tells between those that are alike.
    const score = Math.min(first, second) * 1_000 + Math.max(first, second);
    if (score < least) {
      best = at;
      least = score;
    }
  }
  return best;
}

/** The hash of a gram of four; of one of three, the hashes of it after any character there is. */
function hashesOf(gram: readonly number[]): Set<number> {
  if (gram.length === GRAM) return new Set([gram.reduce(hashOn, 0)]);
  // The text may begin with it too, or have anything before it.
  return new Set([0, ...ANY_CODE.map((code) => hashOn(0, code))].map((hash) => gram.reduce(hashOn, hash)));
}

function hashOn(hash: number, code: number): number {
  return ((hash << SHIFT) ^ code) & MASK;
}
