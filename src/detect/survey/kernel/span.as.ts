import { LOWER, SPAN, UTF8 } from './memory.as';

/** Clears [from, to) of the span. */
export function clear(from: i32, to: i32): void {
  memory.fill(SPAN + from, 0, to - from);
  memory.fill(LOWER + from, 0, to - from);
}

/**
 * Writes `length` bytes of UTF-8 at `UTF8` to the span from `at` on, one byte for each UTF-16 code unit, and the same in
 * lower case, ASCII only. What is beyond ASCII is told apart roughly, as `byteOf` in `byte-of.ts` does.
 */
export function bring(length: i32, at: i32): void {
  const beforeA = i8x16.splat(64);
  const behindZ = i8x16.splat(91);
  const bit = i8x16.splat(32);
  let to = at;
  let from: i32 = 0;
  while (from < length) {
    const chars = v128.load(UTF8 + from);
    const capital = v128.and(i8x16.gt_s(chars, beforeA), i8x16.lt_s(chars, behindZ));
    v128.store(SPAN + to, chars);
    v128.store(LOWER + to, v128.or(chars, v128.and(capital, bit)));
    const beyond = i8x16.bitmask(chars);
    // As many as are ASCII are written; the next loop writes over the rest.
    const ascii = beyond == 0 ? 16 : ctz(beyond);
    from += ascii;
    to += ascii;
    if (beyond == 0) continue;
    for (; from < length && load<u8>(UTF8 + from) >= 128;) {
      const first = <u32>load<u8>(UTF8 + from);
      const second = (<u32>load<u8>(UTF8 + from, 1)) & 63;
      if (first < 0xe0) {
        write(to++, ((first & 31) << 6) | second);
        from += 2;
        continue;
      }
      const third = (<u32>load<u8>(UTF8 + from, 2)) & 63;
      if (first < 0xf0) {
        write(to++, ((first & 15) << 12) | (second << 6) | third);
        from += 3;
        continue;
      }
      // Two code units, which are all as one that stands alone and is replaced in UTF-8.
      write(to++, 0xfffd);
      write(to++, 0xfffd);
      from += 4;
    }
  }
  // What was written behind the last one.
  memory.fill(SPAN + to, 0, 16);
  memory.fill(LOWER + to, 0, 16);
}

function write(at: i32, code: u32): void {
  const byte = 128 | ((code ^ (code >>> 6)) & 127);
  store<u8>(SPAN + at, byte);
  store<u8>(LOWER + at, byte);
}
