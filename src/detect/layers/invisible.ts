import { charOf } from './characters.ts';
import type { Marks, Reader } from './marks.ts';

/** From and to, both inclusive, of what takes no place where it is shown (Unicode's default ignorable, and controls). */
const RANGES: readonly (readonly [number, number])[] = [
  [0x00, 0x08],
  [0x0e, 0x1f],
  [0x7f, 0x7f],
  [0xad, 0xad],
  [0x034f, 0x034f],
  [0x061c, 0x061c],
  [0x115f, 0x1160],
  [0x17b4, 0x17b5],
  [0x180b, 0x180f],
  [0x200b, 0x200f],
  [0x202a, 0x202e],
  [0x2060, 0x206f],
  [0x3164, 0x3164],
  [0xfe00, 0xfe0f],
  [0xfeff, 0xfeff],
  [0xffa0, 0xffa0],
  [0xfff0, 0xfffb],
];

/** High half of the tag characters and of the variation selectors beyond the first sixteen. */
export const TAG_HIGH = 0xdb40;

/** Every code unit that may begin something invisible. */
export const INVISIBLE: readonly number[] = [
  ...RANGES.flatMap(([from, to]) => Array.from({ length: to - from + 1 }, (_, i) => from + i)),
  TAG_HIGH,
];

const IS_INVISIBLE = new Uint8Array(0x10000);
for (const code of INVISIBLE) IS_INVISIBLE[code] = 1;

const ESCAPE = 0x1b;
/** What a terminal takes for an order behind its escape: colours and the like (ECMA-48). */
const TERMINAL_ORDER = /\[[0-9;?]{0,24}[A-Za-z]/y;

const isInText = (code: number): boolean => code >= 32 && code < 127;

/** Where the invisible thing at `at` ends; `at` where it is none. */
function pastOne(text: string, at: number): number {
  const code = text.charCodeAt(at);
  if (IS_INVISIBLE[code] !== 1) return at;
  if (code === TAG_HIGH) {
    const low = text.charCodeAt(at + 1);
    return low >= 0xdc00 && low <= 0xddef ? at + 2 : at;
  }
  if (code !== ESCAPE) return at + 1;
  TERMINAL_ORDER.lastIndex = at + 1;
  return at + 1 + (TERMINAL_ORDER.exec(text)?.[0].length ?? 0);
}

/** Fewer tags in a row are the flag of a region. */
const LEAST_SPELT = 8;

/** Text spelt in tag characters (U+E0020 to U+E007E), one for each character of ASCII: there, and not to be seen. */
function readSpelt(text: string, at: number, end: number, marks: Marks): boolean {
  if (end - at < 2 * LEAST_SPELT) return false;
  for (let i = at; i < end; i += 2) {
    const low = text.charCodeAt(i + 1);
    if (text.charCodeAt(i) !== TAG_HIGH || low < 0xdc20 || low > 0xdc7f) return false;
  }
  for (let i = at; i < end; i += 2) {
    const code = text.charCodeAt(i + 1) - 0xdc00;
    marks.add(i, i + 2, code < 127 ? charOf(code) : '', 'invisible', 'weak');
  }
  return true;
}

/** A run of characters that are not to be seen: removed, or spelt out where they are tags. */
export const readInvisible: Reader = (text, at, marks) => {
  let end = at;
  for (let next = pastOne(text, end); next > end; next = pastOne(text, end)) end = next;
  if (end === at) return at + 1;
  if (readSpelt(text, at, end, marks)) return end;
  // Joiners of emoji and of other scripts have something else on one of their sides; a colour may begin a line.
  const isOrder = text.charCodeAt(at) === ESCAPE && end > at + 1;
  const between = (isOrder || isInText(text.charCodeAt(at - 1))) && isInText(text.charCodeAt(end));
  return marks.add(at, end, '', 'invisible', between ? 'weak' : 'none');
};
