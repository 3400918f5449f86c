/** The kernel's memory, in bytes from 0 on: two tables of the literals' hashes, the span, and what `kernel.ts` files. */

/** A bit for each hash of four characters: whether a gram is filed under it. Small enough for the fastest cache. */
export const BITS: usize = 0;
/** For each hash, the number of the first gram filed under it, 16 bits each; those that follow stand in a row. */
export const FIRSTS: usize = BITS + (1 << 17);
/** Bytes before a span and behind it that may be looked at as well. */
export const BESIDE: usize = 256;
/** The longest span: whole blocks of 16, and whole strides of `long-words.as.ts`. */
export const SPAN_SIZE: usize = 65520;
/** Where the span begins. */
export const SPAN: usize = FIRSTS + (1 << 19) + BESIDE;
/** Where the same begins in lower case. */
export const LOWER: usize = SPAN + SPAN_SIZE + 2 * BESIDE;
/** Where the span and what is beside it is brought in, at most three bytes for each code unit. */
export const UTF8: usize = LOWER + SPAN_SIZE + 2 * BESIDE + 32;
/** What is behind is free. */
export const FREE: usize = UTF8 + 3 * (SPAN_SIZE + 2 * BESIDE) + 16;

/** For each byte, 1 where a word goes on behind it, 2 for letters of phrases, 4 for what stands between their words, 8 between a label and its sign, 16 for what values are made of. */
export let classes: usize = FREE;
/** For each three letters, 1 where a word of phrases begins with them, 2 where one ends with them. */
export let threes: usize = FREE;
/** For each byte, as bits, the sorts of signs it is one of; 256 further on, the sorts of signs it may follow. */
export let signs: usize = FREE;
/** What the first of two neighbours allows, as bits; 256 further on, what the second does. */
export let neighbours: usize = FREE;
/** Of labels, what `labels.as.ts` knows of their last letters. */
export let labelEnds: usize = FREE;
/** Two tables of 16 bytes: for the lower and the upper half of a byte's bits, the classes of phrases as a row of bits. */
export const HALVES: usize = UTF8 - 32;
/** The grams and entries of `literals.as.ts`. */
export let grams: usize = FREE;
export let entries: usize = FREE;
/** Pairs of 32-bit numbers that were found; there is room for `most` and as many as may be found at one place. */
let found: usize = FREE;
export let most: i32 = 0;
/** Where a look that found the most there may be goes on. */
let stopped: i32 = 0;

/** Says where `kernel.ts` has filed what is looked for. */
export function file(
  gramsAt: usize,
  entriesAt: usize,
  classesAt: usize,
  threesAt: usize,
  signsAt: usize,
  neighboursAt: usize,
  labelEndsAt: usize,
  foundAt: usize,
  mostPairs: i32,
): void {
  grams = gramsAt;
  entries = entriesAt;
  classes = classesAt;
  threes = threesAt;
  signs = signsAt;
  neighbours = neighboursAt;
  labelEnds = labelEndsAt;
  found = foundAt;
  most = mostPairs;
  for (let code: i32 = 0; code < 128; code++) {
    if ((load<u8>(classes + code) & 6) == 0) continue;
    const low = HALVES + (code & 15);
    const row: i32 = 1 << (code >>> 4);
    store<u8>(low, load<u8>(low) | (<u8>row));
  }
  for (let high: i32 = 0; high < 8; high++) {
    const row: i32 = 1 << high;
    store<u8>(HALVES + 16 + high, <u8>row);
  }
}

/** Where to go on with what filled the room; the end of what was to be looked at otherwise. */
export function stoppedAt(): i32 {
  return stopped;
}

/** Notes a pair as the one behind `count` others; returns how many there are. */
export function add(count: i32, first: i32, second: i32): i32 {
  store<i32>(found + (count << 3), first);
  store<i32>(found + (count << 3), second, 4);
  return count + 1;
}

/** Says where to go on; returns the count. */
export function stop(at: i32, count: i32): i32 {
  stopped = at;
  return count;
}
