import { quotedLine } from './quoted.as';
import { add, most, signs, SPAN, stop } from './memory.as';

/** The sort of what begins a line, and the sign of a quotation. */
const LINE: i32 = 16;
const GREATER: u8 = 62;

/** Signs that something is written with in another way, in [from, to), as pairs of place and sort. */
export function marks(from: i32, to: i32): i32 {
  const limit = most;
  let count: i32 = 0;
  for (let i = from; i < to; i += 16) {
    for (let which = ofSigns(v128.load(SPAN + i)); which != 0; which &= which - 1) {
      const at = i + ctz(which);
      if (at >= to) break;
      const sort: i32 =
        load<u8>(signs + load<u8>(SPAN + at)) & load<u8>(signs + 256 + load<u8>(SPAN + at + 1));
      if (sort == 0) continue;
      count = add(
        count,
        at,
        sort == LINE && load<u8>(SPAN + at + 1) == GREATER ? LINE | quotedLine(at) : sort,
      );
    }
    if (count >= limit) return stop(min(i + 16, to), count);
  }
  return stop(to, count);
}

/** Which of 16 characters are a newline, another control but a blank, or one of `" % & ' = \\`. */
function ofSigns(chars: v128): i32 {
  const control = v128.or(
    v128.and(i8x16.lt_u(chars, i8x16.splat(32)), v128.not(blanks(chars))),
    i8x16.eq(chars, i8x16.splat(127)),
  );
  const quotes = v128.or(i8x16.eq(chars, i8x16.splat(34)), i8x16.eq(chars, i8x16.splat(39)));
  const percents = v128.or(i8x16.eq(chars, i8x16.splat(37)), i8x16.eq(chars, i8x16.splat(38)));
  const others = v128.or(i8x16.eq(chars, i8x16.splat(61)), i8x16.eq(chars, i8x16.splat(92)));
  return i8x16.bitmask(v128.or(v128.or(control, quotes), v128.or(percents, others)));
}

/** The tab and the carriage return. */
function blanks(chars: v128): v128 {
  return v128.or(i8x16.eq(chars, i8x16.splat(9)), i8x16.eq(chars, i8x16.splat(13)));
}
