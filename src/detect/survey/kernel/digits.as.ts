import { add, most, SPAN, stop } from './memory.as';
import { isDigit } from './characters.as';

/** Numbers are written with no more than so much between two runs of their digits. */
const APART: i32 = 8;
/** No number that is known without a word has fewer digits. */
const FEWEST: i32 = 6;
/** How far before a run a word may stand, in letters beyond ASCII, that no literal is filed for. */
const WORD_BEFORE: i32 = 208;

/**
 * Runs of two digits and more that begin in [from, to), as pairs of where one begins and where it ends; the end may be
 * cut off behind the span. Left out are those of hashes and those with fewer digits around them than a number has, unless letters beyond
 * ASCII stand before them.
 */
export function digits(from: i32, to: i32): i32 {
  const before0 = i8x16.splat(47);
  const behind9 = i8x16.splat(58);
  const limit = most;
  let count: i32 = 0;
  let i = from;
  // What is cut by the beginning belongs to what was looked at before.
  if (isDigit(load<u8>(SPAN + i - 1))) while (i < to && isDigit(load<u8>(SPAN + i))) i++;
  /** The last run's end; how many digits there are near, and where the runs near begin among those found. */
  let last: i32 = i - APART - 1;
  let near: i32 = 0;
  let first: i32 = 0;
  // There may be more before the beginning.
  if (i > from) {
    last = i;
    near = FEWEST;
  }
  for (let at = from - APART; at < from && i == from; at++) {
    if (!isDigit(load<u8>(SPAN + at))) continue;
    last = at + 1;
    near = FEWEST;
  }
  /** Behind the last letter beyond ASCII, or a little further on. */
  let beyond: i32 = from - WORD_BEFORE - 16;
  for (let at = from - WORD_BEFORE; at < from; at += 16)
    if (i8x16.bitmask(v128.load(SPAN + at)) != 0) beyond = at + 16;
  while (i < to) {
    const chars = v128.load(SPAN + i);
    if (i8x16.bitmask(chars) != 0) beyond = i + 16;
    const which = i8x16.bitmask(v128.and(i8x16.gt_s(chars, before0), i8x16.lt_s(chars, behind9)));
    if (which == 0) {
      i += 16;
      continue;
    }
    const start = i + ctz(which);
    if (start >= to) break;
    let end = start + 1;
    while (isDigit(load<u8>(SPAN + end))) end++;
    if (isOfHex(start, end)) {
      i = end;
      continue;
    }
    if (start - last > APART) {
      if (near < FEWEST) count = first;
      first = count;
      near = 0;
    }
    near += start - beyond < WORD_BEFORE ? FEWEST : end - start;
    if (end - start > 1) count = add(count, start, end);
    last = end;
    i = end;
    if (count >= limit) return stop(i, count);
  }
  // There may be more behind the end.
  if (near < FEWEST && to - last > APART) count = first;
  return stop(to, count);
}

/** Whether a run stands beside a small letter of hex, as those of hashes do. The letter of an escape is none. */
function isOfHex(start: i32, end: i32): bool {
  if (isSmallHex(load<u8>(SPAN + end))) return true;
  return isSmallHex(load<u8>(SPAN + start - 1)) && load<u8>(SPAN + start - 2) != 92;
}

function isSmallHex(code: u8): bool {
  return <u8>(code - 97) < 6;
}
