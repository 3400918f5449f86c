import { add, classes, HALVES, most, SPAN, stop, threes } from './memory.as';

const LETTER: u8 = 2;
const GAP: u8 = 4;
const BEGINS: u8 = 1;
const ENDS: u8 = 2;
/** Twelve words of three letters and what is between them. */
const PHRASE: i32 = 47;
const LONGEST_WORD: i32 = 8;
const LONGEST_GAP: i32 = 32;

/**
 * Places from which on there are 47 characters of nothing but what phrases of BIP-39 are made of, none in the 47 behind
 * another; in [from, to), as pairs with 0.
 */
export function phrases(from: i32, to: i32): i32 {
  const limit = most;
  let count: i32 = 0;
  let i = from;
  while (i < to) {
    const behind = behindWhatNoPhraseHas(i);
    if (behind >= 0) {
      i = behind;
      continue;
    }
    if (isBeginningOfWords(i)) count = add(count, i, 0);
    i += PHRASE;
    if (count >= limit) return stop(i, count);
  }
  return stop(i, count);
}

function classAt(at: i32): u8 {
  return load<u8>(classes + load<u8>(SPAN + at)) & 6;
}

function isThree(at: i32, which: u8): bool {
  const three =
    (((<u32>load<u8>(SPAN + at)) & 31) << 10) |
    (((<u32>load<u8>(SPAN + at + 1)) & 31) << 5) |
    ((<u32>load<u8>(SPAN + at + 2)) & 31);
  return (load<u8>(threes + three) & which) != 0;
}

/** How far behind `at` the last of 47 characters stands that no phrase has; negative without one. */
function lastOther(at: i32): i32 {
  const low = v128.load(HALVES);
  const high = v128.load(HALVES, 16);
  // The third block is the last 16 of the 47.
  for (let block: i32 = PHRASE - 16; block > -16; block -= 16) {
    const offset = max(block, 0);
    const chars = v128.load(SPAN + at + offset);
    const rows = v128.and(
      i8x16.swizzle(low, v128.and(chars, i8x16.splat(15))),
      i8x16.swizzle(high, i8x16.shr_u(chars, 4)),
    );
    const others = i8x16.bitmask(i8x16.eq(rows, i8x16.splat(0)));
    if (others != 0) return offset + 31 - clz(others);
  }
  return -1;
}

/** Where to go on behind the last thing in the 47 from `from` on that no phrase has; negative without one. */
function behindWhatNoPhraseHas(from: i32): i32 {
  const other = lastOther(from);
  if (other >= 0) return from + other + 1;
  const edge = from + PHRASE - 1;
  let i = edge;
  // The word at the edge may go on beyond it.
  while (i >= from && classAt(i) == LETTER) i--;
  if (edge - i > LONGEST_WORD) return edge;
  while (i >= from) {
    const gapEnd = i;
    while (i >= from && classAt(i) == GAP) i--;
    if (gapEnd - i > LONGEST_GAP) return gapEnd;
    if (i < from) return -1;
    if (classAt(i) != LETTER || !isThree(i - 2, ENDS)) return i + 1;
    const wordEnd = i;
    while (i >= from && classAt(i) == LETTER) i--;
    if (wordEnd - i > LONGEST_WORD || (i >= from && !isThree(i + 1, BEGINS))) return wordEnd + 1;
  }
  return -1;
}

/** So many words in a row are looked at; with what is between them they are no longer than what is beside a span. */
const WORDS: i32 = 5;

/** Whether five words in a row begin in the 47 from `from` on. */
function isBeginningOfWords(from: i32): bool {
  const edge = from + PHRASE;
  let at = from;
  // A phrase does not begin in the middle of a word.
  if (classAt(at - 1) == LETTER) while (classAt(at) == LETTER) at++;
  let words: i32 = 0;
  while (words > 0 || at < edge) {
    const behind = at;
    while (classAt(at) == GAP) at++;
    if (at - behind > LONGEST_GAP) words = 0;
    const start = at;
    while (classAt(at) == LETTER) at++;
    const length = at - start;
    if (length >= 3 && length <= LONGEST_WORD && isThree(start, BEGINS) && isThree(at - 3, ENDS)) {
      if (++words == WORDS) return true;
    } else {
      words = 0;
      if (length == 0) at++;
    }
  }
  return false;
}
