import { add, most, SPAN, stop } from './memory.as';

/**
 * Stretches in [from, to) that hold what is beyond ASCII, as pairs of beginning and end: from the first to the last in a
 * row of blocks of 16 of which each has one.
 */
export function beyondAscii(from: i32, to: i32): i32 {
  const limit = most;
  let count: i32 = 0;
  let start: i32 = -1;
  let end: i32 = 0;
  for (let i = from; i < to; i += 16) {
    const which = i8x16.bitmask(v128.load(SPAN + i));
    if (which != 0) {
      if (start < 0) start = i + ctz(which);
      end = i + 32 - clz(which);
      continue;
    }
    if (start < 0) continue;
    count = add(count, start, end);
    start = -1;
    if (count >= limit) return stop(i, count);
  }
  if (start >= 0 && start < to) count = add(count, start, min(end, to));
  return stop(to, count);
}
