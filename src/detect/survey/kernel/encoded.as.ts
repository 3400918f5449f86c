import { add, most, neighbours, SPAN, stop } from './memory.as';

/** Every so manieth pair of neighbours is looked at. */
const STEP: i32 = 4;
/** Bits of `neighbours.ts`. */
const SPACED: u32 = 64;
const SPACE_AND_DIGIT: u32 = 128;

/** The last of four pairs of neighbours, in [from, to), that stand for the same: pairs of its place and of what, as bits. */
export function encoded(from: i32, to: i32): i32 {
  const limit = most;
  let count: i32 = 0;
  let seen: u32 = 0;
  for (let i = from - 3 * STEP; i < from; i += STEP) seen = (seen << 8) | pairAt(i);
  for (let i = from; i < to; i += STEP) {
    seen = (seen << 8) | pairAt(i);
    const can = seen & (seen >>> 8) & (seen >>> 16) & (seen >>> 24) & ~SPACE_AND_DIGIT;
    if (can == 0) continue;
    count = add(count, i, can);
    if (count >= limit) return stop(i + STEP, count);
  }
  return stop(to, count);
}

/** What two neighbours can be; bytes that are written one by one may begin with either of them. */
function pairAt(at: i32): u32 {
  const pair: u32 =
    (<u32>load<u8>(neighbours + load<u8>(SPAN + at))) &
    (<u32>load<u8>(neighbours + 256 + load<u8>(SPAN + at + 1)));
  return pair | ((pair >>> 1) & SPACED);
}
