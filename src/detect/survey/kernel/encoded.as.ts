import { add, most, neighbours, SPAN, stop } from './memory.as';

/** Every so manieth pair of neighbours is looked at. */
const STEP: i32 = 4;
/** Bits of `neighbours.ts`: the first says that text begins at the place of a group, the others stand for its places. */
const OF_GROUPS: u32 = 15;
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
    const all = seen & (seen >>> 8) & (seen >>> 16) & (seen >>> 24) & ~SPACE_AND_DIGIT;
    if (all == 0) continue;
    let can = (all & ~OF_GROUPS) | groupsAround(i, all & OF_GROUPS);
    if ((can & SPACED) != 0 && !isSpaced(i)) can &= ~SPACED;
    if (can == 0) continue;
    count = add(count, i, can);
    if (count >= limit) return stop(i + STEP, count);
  }
  return stop(to, count);
}

/** Those of the places in groups of base64 at which four groups do begin with what text begins with. */
function groupsAround(at: i32, places: u32): u32 {
  let can: u32 = 0;
  for (let rest = places; rest != 0; rest &= rest - 1) {
    const group = at - <i32>ctz(rest);
    const begins = pairAt(group) & pairAt(group - STEP) & pairAt(group - 2 * STEP) & pairAt(group - 3 * STEP);
    if ((begins & 1) != 0) can |= rest & -rest;
  }
  return can;
}

/** Whether bytes that are written one by one are separated around a place, as digits of one number are not. */
function isSpaced(at: i32): bool {
  for (let i = at; i > at - 5; i--)
    if ((bitsAt(i) & (SPACED | SPACE_AND_DIGIT)) == SPACE_AND_DIGIT) return true;
  return false;
}

/** What two neighbours can be; bytes that are written one by one may begin with either of them. */
function pairAt(at: i32): u32 {
  const pair = bitsAt(at);
  return pair | ((pair >>> 1) & SPACED);
}

function bitsAt(at: i32): u32 {
  return (
    (<u32>load<u8>(neighbours + load<u8>(SPAN + at))) &
    (<u32>load<u8>(neighbours + 256 + load<u8>(SPAN + at + 1)))
  );
}
