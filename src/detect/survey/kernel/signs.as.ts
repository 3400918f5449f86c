import { add, most, SPAN, stop } from './memory.as';

/** Points with another one seven or five behind them, as in tokens that have parts, in [from, to): pairs of the two. */
export function points(from: i32, to: i32): i32 {
  const point = i8x16.splat(46);
  const limit = most;
  let count: i32 = 0;
  for (let i = from; i < to; i += 16) {
    const first = i8x16.eq(v128.load(SPAN + i), point);
    const seven = i8x16.bitmask(v128.and(first, i8x16.eq(v128.load(SPAN + i, 7), point)));
    const five = i8x16.bitmask(v128.and(first, i8x16.eq(v128.load(SPAN + i, 5), point)));
    for (let which = seven | five; which != 0; which &= which - 1) {
      const bit = ctz(which);
      const at = i + bit;
      if (at >= to) break;
      if (((seven >>> bit) & 1) != 0) count = add(count, at, at + 7);
      if (((five >>> bit) & 1) != 0) count = add(count, at, at + 5);
    }
    if (count >= limit) return stop(min(i + 16, to), count);
  }
  return stop(to, count);
}

/** The first of five colons or hyphens that stand three apart, in [from, to), as pairs with 0. */
export function pairs(from: i32, to: i32): i32 {
  const colon = i8x16.splat(58);
  const hyphen = i8x16.splat(45);
  const limit = most;
  let count: i32 = 0;
  for (let i = from; i < to; i += 16) {
    const first = v128.load(SPAN + i);
    const second = v128.load(SPAN + i, 3);
    const third = v128.load(SPAN + i, 6);
    const fourth = v128.load(SPAN + i, 9);
    const fifth = v128.load(SPAN + i, 12);
    const same = v128.and(
      v128.and(i8x16.eq(first, second), i8x16.eq(first, third)),
      v128.and(i8x16.eq(first, fourth), i8x16.eq(first, fifth)),
    );
    const sign = v128.or(i8x16.eq(first, colon), i8x16.eq(first, hyphen));
    // A ruled line is full of them.
    const alone = i8x16.ne(first, v128.load(SPAN + i, 1));
    let which = i8x16.bitmask(v128.and(same, v128.and(sign, alone)));
    for (; which != 0; which &= which - 1) {
      const at = i + ctz(which);
      if (at < to) count = add(count, at, 0);
    }
    if (count >= limit) return stop(min(i + 16, to), count);
  }
  return stop(to, count);
}
