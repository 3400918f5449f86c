import { isAlphanumeric } from './characters.as';
import { add, most, SPAN, stop } from './memory.as';

/** Every so manieth character is looked at: a run of letters and digits that is looked for is longer. */
const STRIDE: i32 = 24;
/** The longest of them; those that are longer are none. */
const LONGEST: i32 = 64;

/** Twelve characters and the one looked at: the last of 16, and the first. */
const HALF_BEFORE: i32 = 0xfff8;
const HALF_BEHIND: i32 = 0x1fff;

/** Which of 16 characters are letters or digits, as bits. */
function alphanumerics(chars: v128): i32 {
  const lower = v128.or(chars, i8x16.splat(32));
  const letter = v128.and(i8x16.gt_s(lower, i8x16.splat(96)), i8x16.lt_s(lower, i8x16.splat(123)));
  const digit = v128.and(i8x16.gt_s(chars, i8x16.splat(47)), i8x16.lt_s(chars, i8x16.splat(58)));
  return i8x16.bitmask(v128.or(letter, digit));
}

/**
 * Runs of 26 to 64 letters and digits that hold one of the characters in [from, to), as pairs of beginning and end.
 */
export function longWords(from: i32, to: i32): i32 {
  const limit = most;
  let count: i32 = 0;
  for (let i = from; i < to; i += STRIDE) {
    // One that is long enough goes on for half as far on one of both sides.
    const before = alphanumerics(v128.load(SPAN + i - 15));
    const behind = alphanumerics(v128.load(SPAN + i));
    if ((before & HALF_BEFORE) != HALF_BEFORE && (behind & HALF_BEHIND) != HALF_BEHIND) continue;
    let start = i;
    while (i - start < LONGEST && isAlphanumeric(load<u8>(SPAN + start - 1))) start--;
    // One that goes on from the last place that was looked at was found there.
    if (start <= i - STRIDE) continue;
    let end = i + 1;
    // From the next place on it is found there.
    while (end - start <= LONGEST && isAlphanumeric(load<u8>(SPAN + end))) end++;
    if (end - start > STRIDE + 1 && end - start <= LONGEST) count = add(count, start, end);
    i += ((end - i) / STRIDE) * STRIDE;
    if (count >= limit) return stop(i + STRIDE, count);
  }
  return stop(to, count);
}
