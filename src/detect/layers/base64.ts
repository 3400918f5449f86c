import { isPrintable, isText } from './plain-text.ts';

/** The six bits of each character of both alphabets (RFC 4648 sections 4 and 5), -1 for all else. */
const SIX_BITS = new Int8Array(0x10000).fill(-1);
Array.from('ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/').forEach((char, i) => {
  SIX_BITS[char.charCodeAt(0)] = i;
});
SIX_BITS[0x2d] = 62;
SIX_BITS[0x5f] = 63;

const PADDING = 61;

/** Value of a character in its alphabet, 0 to 63; -1 for one of neither. */
export function sextetOf(code: number): number {
  return SIX_BITS[code] ?? -1;
}

/** The same at a place of a text. Behind its end is no number, which as an index would slow down every look. */
const sextet = (text: string, at: number): number => SIX_BITS[text.charCodeAt(at) | 0] ?? -1;

/** What four characters can stand for: text, of ASCII or with bytes beyond it, or neither. */
type Group = 'ascii' | 'beyond' | 'none';

/** What the four characters at `at` stand for; padding stands where there are no more bytes. */
function groupAt(text: string, at: number): Group {
  const bits = (sextet(text, at) << 18) | (sextet(text, at + 1) << 12);
  if (bits < 0) return 'none';
  const third = sextet(text, at + 2);
  const fourth = sextet(text, at + 3);
  const all = bits | (Math.max(third, 0) << 6) | Math.max(fourth, 0);
  let group: Group = 'ascii';
  for (let shift = 16; shift >= (third < 0 ? 16 : fourth < 0 ? 8 : 0); shift -= 8) {
    const byte = (all >> shift) & 255;
    if (byte >= 128) group = 'beyond';
    else if (!isPrintable(byte)) return 'none';
  }
  return group;
}

/** Whether all groups of [start, end) stand for text of ASCII. */
export function isAscii(text: string, start: number, end: number): boolean {
  for (let at = start; at < end; at += 4) if (groupAt(text, at) !== 'ascii') return false;
  return true;
}

/**
 * Where the piece begins that the group at `at` is part of, not before `floor`: as far back as its groups stand for text
 * and something else stands before the first of them.
 */
export function beginningOf(text: string, at: number, floor: number): number {
  let ascii = at;
  let bounded = -1;
  let isAscii = true;
  for (let from = at; from >= floor; from -= 4) {
    const group = groupAt(text, from);
    if (group === 'none') break;
    isAscii &&= group === 'ascii';
    if (isAscii) ascii = from;
    const before = from > 0 ? sextet(text, from - 1) : -1;
    // A slash or a dash may end what stands before it: a path, a name.
    if (from === floor || before < 0 || before >= 62) bounded = from;
    if (before < 0) break;
  }
  return bounded >= 0 ? bounded : ascii;
}

/** Characters that are decoded at a time to see whether what they stand for is still text. */
const BLOCK = 64;

/**
 * Where the characters end that begin at `start`, in one of the two alphabets, looking no further than `limit`.
 */
function endOfRun(text: string, start: number, limit: number): number {
  let url: boolean | undefined;
  for (let at = start; at < limit; at++) {
    const six = sextet(text, at);
    if (six < 0) return at;
    if (six < 62) continue;
    const code = text.charCodeAt(at);
    const ofUrl = code === 0x2d || code === 0x5f;
    if (url !== undefined && url !== ofUrl) return at;
    url = ofUrl;
  }
  return limit;
}

/** Where the piece ends that begins at `start`: with its alphabet, and with what stands for text; with its lines and padding. */
export function endOfText(text: string, start: number): number {
  for (let at = start; ; at += BLOCK) {
    const end = endOfRun(text, at, at + BLOCK);
    if (!isText(bytesOf(text, at, end))) return at;
    if (end < at + BLOCK) return endOfLines(text, start, end, SHORTEST_OF_TEXT);
  }
}

/** Where packed bytes end that begin at `start`. */
export function endOfPacked(text: string, start: number): number {
  return endOfLines(text, start, endOfRun(text, start, text.length), SHORTEST_LINE);
}

/** A line that is shorter was not broken; one of text may be as short as the second. */
const SHORTEST_LINE = 32;
const SHORTEST_OF_TEXT = 16;

/**
 * Where base64 ends that goes on over lines of one length, the last of which may be shorter (RFC 2045, RFC 7468). Short
 * lines may be words as well: they go on only with whole groups, and with what stands for text itself.
 */
function endOfLines(text: string, start: number, end: number, shortest: number): number {
  const width = end - start;
  const isShort = width < SHORTEST_LINE;
  let last = end;
  /** Where the last line begins, and how many characters of base64 stand before it. */
  let lineStart = start;
  let groups = 0;
  if (width < shortest || (isShort && width % 4 !== 0)) return withPadding(text, last);
  for (;;) {
    const from = nextLine(text, last);
    let to = from;
    while (to - from <= width && sextet(text, to) >= 0) to += 1;
    const after = text.charCodeAt(to);
    const closed =
      Number.isNaN(after) ||
      after === 10 ||
      after === 13 ||
      after === PADDING ||
      after === 34 ||
      after === 39;
    if (from === last || to === from || to - from > width || !closed) return withPadding(text, last);
    groups += last - lineStart;
    lineStart = from;
    if (isWordBehind(text, last, from, to, groups % 4)) return withPadding(text, last);
    if (isShort && !isText(bytesOf(text, last - width, to))) return withPadding(text, last);
    last = to;
    if (to - from < width || after === PADDING) return withPadding(text, last);
  }
}

/** A line of base64 is hardly ever a word, and no longer one. */
const LONGEST_WORD = 24;

/**
 * Whether a line is a word, or a name that is given a value, and no end of the base64 above it: it fills up no group of
 * four, or what it stands for is no text.
 *
 * @param last where the line above ends.
 * @param open how many characters of a group the lines above have left open.
 */
function isWordBehind(text: string, last: number, from: number, to: number, open: number): boolean {
  const padded = withPadding(text, to);
  // Nothing stands behind padding.
  if (padded > to && sextet(text, padded) >= 0) return true;
  if (to - from > LONGEST_WORD || !/^(?:[A-Za-z]?[a-z]+|[A-Z]+)$/.test(text.slice(from, to))) return false;
  if ((open + padded - from) % 4 !== 0) return true;
  // With a little of what stands before: a character may have been broken in two.
  return !isText(bytesOf(text, last - open - 8, to));
}

/** Where the characters of the line behind `at` begin; `at` itself where no line ends there. */
function nextLine(text: string, at: number): number {
  let from = text.charCodeAt(at) === 13 ? at + 1 : at;
  if (text.charCodeAt(from) !== 10) return at;
  from += 1;
  while (text.charCodeAt(from) === 32 || text.charCodeAt(from) === 9) from += 1;
  return from;
}

/** The end with its padding. */
function withPadding(text: string, end: number): number {
  let at = end;
  while (at < end + 2 && text.charCodeAt(at) === PADDING) at += 1;
  return at;
}

/** The bytes of [start, end), what is of no alphabet passed over; a rest that no byte fits in is dropped. */
export function bytesOf(text: string, start: number, end: number): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(Math.floor(((end - start) * 3) / 4));
  let bits = 0;
  let held = 0;
  let length = 0;
  for (let at = start; at < end; at++) {
    const six = sextet(text, at);
    if (six < 0) continue;
    bits = (bits << 6) | six;
    held += 6;
    if (held < 8) continue;
    held -= 8;
    bytes[length] = (bits >> held) & 255;
    length += 1;
  }
  return bytes.subarray(0, length);
}
