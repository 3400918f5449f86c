import { isAlphanumeric, isDigit, isOfToken } from './characters.ts';
import type { Marks } from './marks.ts';

/** How long `> `, `>> `, `> > ` of a quotation may be. */
const DEEPEST = 24;
const PLUS = 43;
const MINUS = 45;
const GREATER = 62;
const EXCLAMATION = 33;
const POINT = 46;
const COLON = 58;

/** A value that was broken in two has at least so much on either side of the break. */
const LEAST_BROKEN = 8;
const LEAST_REST = 3;

/** Whether what ends at `end` and what begins at `from` may be one value that a line's end broke in two. */
function isBroken(text: string, end: number, from: number): boolean {
  // The end of a sentence or of a clause.
  const last = text.charCodeAt(end - 1);
  if (last === POINT || last === COLON || last === EXCLAMATION) return false;
  let isWord = true;
  for (let i = -LEAST_BROKEN; i < LEAST_REST; i++) {
    const code = text.charCodeAt(i < 0 ? end + i : from + i);
    if (!isOfToken(code)) return false;
    isWord &&= isAlphanumeric(code) && !isDigit(code);
  }
  return !isWord;
}

/** Much of a quotation is prose. A line is worth a look that has a word with letters and digits, as long as a value is. */
const LEAST_WORD = 12;
const LONGEST_LINE = 400;

function mayHoldValue(text: string, from: number): boolean {
  let length = 0;
  let digits = 0;
  for (let at = from; at < from + LONGEST_LINE; at++) {
    const code = text.charCodeAt(at);
    if (isOfToken(code)) {
      length += 1;
      if (isDigit(code)) digits += 1;
    } else {
      if (length >= LEAST_WORD && digits > 0) return true;
      // The end of the line, or of the text.
      if (code === 10 || Number.isNaN(code)) return false;
      length = digits = 0;
    }
  }
  return true;
}

/** Behind the sign of a line that begins at `at`, a quotation's with all of its signs and blanks. */
export function prefixEnd(text: string, at: number, sign: number): number {
  let end = at + 1;
  while (sign === GREATER && text.charCodeAt(end - 1) === GREATER && end < at + DEEPEST) {
    if (text.charCodeAt(end) === 32) end += 1;
    if (text.charCodeAt(end) !== GREATER) return end;
    end += 1;
  }
  return end;
}

/** Whether the line that ends at `at` was broken there and goes on behind the sign of the next one. */
function isBrokenAt(text: string, at: number, sign: number): boolean {
  const end = text.charCodeAt(at - 1) === 13 ? at - 1 : at;
  return isBroken(text, end, prefixEnd(text, at + 1, sign));
}

/** A line that is quoted is no longer up to where it is broken, in UTF-16 code units. */
const LONGEST_BROKEN = 400;

/**
 * Behind the sign with which a quotation or a diff begins a line, where the line above, a place of which is given, begins
 * with the same; else where the line begins.
 */
export function pastSameSign(text: string, lineAbove: number, line: number): number {
  const sign = text.charCodeAt(line);
  if (sign !== PLUS && sign !== GREATER) return line;
  let start = lineAbove;
  while (start > 0 && start > lineAbove - LONGEST_BROKEN && text.charCodeAt(start - 1) !== 10) start -= 1;
  return text.charCodeAt(start) === sign ? prefixEnd(text, line, sign) : line;
}

/**
 * The sign that a quotation or a diff puts before each of several lines. To be read at the newline before it, or at -1.
 * Where a value was broken by the line's end, that goes as well.
 *
 * @param next where the next newline stands, negative without one
 * @param lineBefore the newline before the line above, or -1, if such a sign stands there too; undefined otherwise
 * @returns where to go on, as a `Reader` does
 */
export function readLineStart(
  text: string,
  at: number,
  marks: Marks,
  next: number,
  lineBefore: number | undefined,
): number {
  const sign = text.charCodeAt(at + 1);
  if (sign !== PLUS && sign !== GREATER && sign !== MINUS) return at + 1;
  // The bullets of a list, and the headings of a diff.
  if (sign === MINUS && (text.charCodeAt(at + 2) === 32 || text.charCodeAt(at + 2) === MINUS)) return at + 1;
  const repeats = next >= 0 && text.charCodeAt(next + 1) === sign;
  const follows = lineBefore !== undefined && text.charCodeAt(lineBefore + 1) === sign;
  if (!repeats && !follows) return at + 1;
  const end = prefixEnd(text, at + 1, sign);
  if (follows && isBrokenAt(text, at, sign) && isFullLine(text, lineBefore, at, sign)) {
    return marks.add(text.charCodeAt(at - 1) === 13 ? at - 1 : at, end, '', 'line-starts', 'weak');
  }
  const weight = sign !== GREATER || mayHoldValue(text, end) ? 'weak' : 'none';
  return marks.add(at + 1, end, '', 'line-starts', weight);
}

/** Whether the line between two newlines may go on: it is no rest of a value, which is shorter than the line before. */
function isFullLine(text: string, from: number, to: number, sign: number): boolean {
  if (from <= 0 || !isBrokenAt(text, from, sign)) return true;
  return to - from >= from - text.lastIndexOf('\n', from - 1) - 2;
}
