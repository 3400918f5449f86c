import { hexByte, hexDigit, isAlphanumeric } from './characters.ts';

/** Fewer bytes hold no value that would be found. */
export const LEAST_BYTES = 10;

/** Bytes that are written in digits. */
export interface Bytes {
  readonly start: number;
  readonly end: number;
  readonly bytes: Uint8Array<ArrayBuffer>;
}

/** The run of digits that the byte at `at` is part of, not before `floor`; undefined where it is too short. */
export function hexAround(text: string, at: number, floor: number): Bytes | undefined {
  let start = at;
  while (start - 2 >= floor && hexByte(text, start - 2) >= 0) start -= 2;
  let end = at;
  while (hexByte(text, end) >= 0) end += 2;
  // In hex of hex every digit may be the first or the second one: those of a run without a rest are paired from its start.
  if (start > floor && hexDigit(text.charCodeAt(start - 1)) >= 0 && hexDigit(text.charCodeAt(end)) >= 0) {
    start -= 1;
    end += 1;
  }
  if (end - start < 2 * LEAST_BYTES) return undefined;
  const bytes = new Uint8Array((end - start) >> 1);
  for (let i = 0; i < bytes.length; i++) bytes[i] = hexByte(text, start + 2 * i);
  return { start, end, bytes };
}

const SEPARATORS = new Set(Array.from(' :,-\t\n\r', (char) => char.charCodeAt(0)));

/** Of each character up to 127 whether it is one of those. */
const OF_SPACED = Uint8Array.from({ length: 128 }, (_, code) =>
  hexDigit(code) >= 0 || (code | 32) === 0x78 || SEPARATORS.has(code) ? 1 : 0,
);

/** Whether bytes that are written one by one are made of such characters: `73 6b 2d`, `73:6b:2d`, `0x73, 0x6b`. */
export function isOfSpacedBytes(code: number): boolean {
  return code < 128 && OF_SPACED[code] === 1;
}

/** At most so much stands between two bytes: a comma, a line's end and its indentation. */
const WIDEST = 24;

/** Reads bytes from `start` on that are separated in one way, but for line ends: as many as there are, and their end. */
function bytesFrom(text: string, start: number): { readonly end: number; readonly bytes: readonly number[] } {
  const bytes: number[] = [];
  let end = start;
  let separator: string | undefined;
  for (let at = start; ;) {
    if (text.charCodeAt(at) === 48 && (text.charCodeAt(at + 1) | 32) === 0x78) at += 2;
    const byte = hexByte(text, at);
    if (byte < 0 || isAlphanumeric(text.charCodeAt(at + 2))) break;
    bytes.push(byte);
    end = at += 2;
    while (at < end + WIDEST && SEPARATORS.has(text.charCodeAt(at))) at += 1;
    const between = text.slice(end, at);
    separator ??= between;
    // In the dump of a file another one stands behind the offset of a line.
    if (between === '' || (between !== separator && !between.includes('\n'))) break;
  }
  return { end, bytes };
}

/** How far back the first of several bytes may stand that are seen one after another. */
const LOOK_BACK = 24;

/** So many characters are enough bytes at least: two digits each, and something between. */
const SHORTEST = 3 * LEAST_BYTES - 1;

/** Up to where all from `from` on may be of bytes that are written one by one, at most `to`. */
function stretchEnd(text: string, from: number, to: number): number {
  let at = from;
  while (at < to && isOfSpacedBytes(text.charCodeAt(at))) at += 1;
  return at;
}

/**
 * The bytes that are written one by one from around `at` on, not before `floor`; where they are too few, the offset up
 * to which there are none.
 */
export function spacedBytesAround(text: string, at: number, floor: number): Bytes | number {
  let from = at;
  const lowest = Math.max(floor, at - LOOK_BACK);
  while (from > lowest && isOfSpacedBytes(text.charCodeAt(from - 1))) from -= 1;
  // Whatever holds a place further on begins no earlier, and comes upon the same character.
  const end = stretchEnd(text, at, from + SHORTEST);
  if (end < from + SHORTEST) return Math.max(end, at + 1);
  while (from <= at) {
    const found =
      from > floor && isAlphanumeric(text.charCodeAt(from - 1)) ? undefined : bytesFrom(text, from);
    if (found && found.bytes.length >= LEAST_BYTES) {
      return { start: from, end: found.end, bytes: Uint8Array.from(found.bytes) };
    }
    // The last byte may be the first of those that are separated in another way.
    from = Math.max((found?.end ?? 0) - 4, from + 1);
  }
  return from;
}
