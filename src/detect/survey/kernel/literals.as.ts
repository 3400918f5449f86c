import { isWithin } from './bounds.as';
import { add, BITS, entries, FIRSTS, grams, LOWER, most, stop } from './memory.as';

const HASH: u32 = (1 << 20) - 1;
const SLOT: u32 = (1 << 18) - 1;
/** A gram: its characters, which of them count, and the entries [first, last) of the literals that hold it. */
const GRAM_SIZE: usize = 16;
/**
 * An entry: where the literal's characters are, its number, then a byte each for its length, how far it begins before
 * the gram's end and its bounds, and a bit for each letter that may follow it.
 */
const ENTRY_SIZE: usize = 16;

/** The literals whose grams end in [from, to): pairs of where one begins and its number. Returns how many. */
export function literals(from: i32, to: i32): i32 {
  const limit = most;
  let count: i32 = 0;
  let hash: u32 = 0;
  for (let i = from - 4; i < from; i++) hash = ((hash << 5) ^ (<u32>load<u8>(LOWER + i))) & HASH;
  for (let i = from; i < to; i++) {
    hash = ((hash << 5) ^ (<u32>load<u8>(LOWER + i))) & HASH;
    if ((((<u32>load<u8>(BITS + (hash >>> 3))) >>> (hash & 7)) & 1) == 0) continue;
    count = literalsAt(i, load<u16>(FIRSTS + ((hash & SLOT) << 1)), count);
    if (count >= limit) return stop(i + 1, count);
  }
  return stop(to, count);
}

function literalsAt(last: i32, first: u32, before: i32): i32 {
  let count = before;
  const chars = bswap(load<u32>(LOWER + last - 3));
  let gram = grams + <usize>first * GRAM_SIZE;
  for (let mask = load<u32>(gram, 4); mask != 0; gram += GRAM_SIZE, mask = load<u32>(gram, 4)) {
    if ((chars & mask) != load<u32>(gram)) continue;
    const end = entries + <usize>load<u32>(gram, 12) * ENTRY_SIZE;
    for (let entry = entries + <usize>load<u32>(gram, 8) * ENTRY_SIZE; entry < end; entry += ENTRY_SIZE) {
      const at = LOWER + last - <i32>load<u8>(entry, 9);
      const length = load<u8>(entry, 8);
      if (!stands(at, load<u32>(entry), length)) continue;
      const bounds = load<u8>(entry, 10);
      if (bounds != 0 && !isWithin(bounds, at, at + length, load<u32>(entry, 12))) continue;
      count = add(count, <i32>(at - LOWER), load<i32>(entry, 4));
    }
  }
  return count;
}

function stands(at: usize, literal: usize, length: i32): bool {
  for (let i = 0; i < length; i++) if (load<u8>(at + i) != load<u8>(literal + i)) return false;
  return true;
}
