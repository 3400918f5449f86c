import { add, most, SPAN, stop } from './memory.as';

/**
 * Blanks before a capital that a small letter, a mark of an abbreviation or a name follows, or that stands behind a digit,
 * in [from, to), as pairs with 0. What is beyond ASCII may be a capital and a small letter.
 */
export function capitals(from: i32, to: i32): i32 {
  const limit = most;
  let count: i32 = 0;
  for (let i = from; i < to; i += 16) {
    const capital = v128.load(SPAN + i, 1);
    const isCapital = v128.or(
      i8x16.lt_s(capital, i8x16.splat(0)),
      v128.and(i8x16.gt_s(capital, i8x16.splat(64)), i8x16.lt_s(capital, i8x16.splat(91))),
    );
    const blank = v128.and(isCapital, i8x16.eq(v128.load(SPAN + i), i8x16.splat(32)));
    if (!v128.any_true(blank)) continue;
    const next = v128.load(SPAN + i, 2);
    const isSmall = v128.or(
      i8x16.lt_s(next, i8x16.splat(0)),
      v128.and(i8x16.gt_s(next, i8x16.splat(96)), i8x16.lt_s(next, i8x16.splat(123))),
    );
    const isMark = v128.or(i8x16.eq(next, i8x16.splat(39)), i8x16.eq(next, i8x16.splat(46)));
    const before = v128.load(SPAN + i - 1);
    const isDigit = v128.and(i8x16.gt_s(before, i8x16.splat(47)), i8x16.lt_s(before, i8x16.splat(58)));
    let which = i8x16.bitmask(v128.and(blank, v128.or(isSmall, v128.or(isMark, isDigit))));
    for (; which != 0; which &= which - 1) {
      const at = i + ctz(which);
      if (at < to) count = add(count, at, 0);
    }
    if (count >= limit) return stop(min(i + 16, to), count);
  }
  return stop(to, count);
}
