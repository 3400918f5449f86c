import { charOf, hexByte, hexDigit, isAlphanumeric, isOfToken, mayBeOne } from './characters.ts';
import type { Marks, Reader, Weight } from './marks.ts';

/** Letters behind a backslash and what they mean in every language that has them. */
const LETTERS: Readonly<Record<string, string>> = { n: '\n', r: '\r', t: '\t' };

/** What is escaped where text is put into a string; all other signs mostly in regular expressions. */
const IN_STRINGS = '"\'@_';

/** Behind an escaped backslash: the escape is one of a string within a string. */
const ESCAPED_AGAIN = /["'\\/nrtux]/;

/**
 * What the number of an escape at [at, end) calls for: unicode tables of minified code are no disguise, nor is what
 * cannot be seen anywhere but in the middle of a value.
 */
function weightOf(text: string, at: number, end: number, code: number): Weight {
  if (code < 127) return code >= 32 ? 'strong' : 'weak';
  const splits = isUnseen(code) && isOfValue(text.charCodeAt(end)) && isOfValue(text.charCodeAt(at - 1));
  return splits ? 'weak' : 'none';
}

/** Whether a value may go on there: of a card's number a blank may be the next. */
const isOfValue = (code: number): boolean => isOfToken(code) || code === 32;

function isUnseen(code: number): boolean {
  return code === 0xad || (code >= 0x200b && code <= 0x200f) || code === 0x2060 || code === 0xfeff;
}

function addNumber(text: string, at: number, end: number, code: number, marks: Marks): number {
  return code > 0x10ffff
    ? at + 2
    : marks.add(at, end, charOf(code), 'escapes', weightOf(text, at, end, code));
}

/** `\u{41}`, `\x{41}`: up to eight digits in braces. */
function inBraces(text: string, at: number): { code: number; end: number } | undefined {
  let end = at + 3;
  let code = 0;
  for (; end < at + 11; end++) {
    const digit = hexDigit(text.charCodeAt(end));
    if (digit < 0) break;
    code = code * 16 + digit;
  }
  return end > at + 3 && text.charCodeAt(end) === 125 ? { code, end: end + 1 } : undefined;
}

function readNumber(text: string, at: number, letter: string, marks: Marks): number {
  if (text.charCodeAt(at + 2) === 123) {
    const found = letter === 'U' ? undefined : inBraces(text, at);
    return found ? addNumber(text, at, found.end, found.code, marks) : at + 2;
  }
  let code = 0;
  const bytes = letter === 'x' ? 1 : letter === 'u' ? 2 : 4;
  for (let i = 0; i < bytes; i++) {
    const byte = hexByte(text, at + 2 + 2 * i);
    if (byte < 0) return at + 2;
    code = code * 256 + byte;
  }
  return addNumber(text, at, at + 2 + 2 * bytes, code, marks);
}

/** `\101`: three octal digits, as C, Python, shells and Git write bytes. */
function readOctal(text: string, at: number, marks: Marks): number {
  let code = 0;
  for (let i = 1; i <= 3; i++) {
    const digit = text.charCodeAt(at + i) - 48;
    if (!(digit >= 0 && digit <= 7)) return at + 2;
    code = code * 8 + digit;
  }
  return code > 255 ? at + 2 : addNumber(text, at, at + 4, code, marks);
}

/** A backslash at the end of a line, with the indentation of the next one. */
function readContinuation(text: string, at: number, marks: Marks): number {
  let end = at + (text.charCodeAt(at + 1) === 13 && text.charCodeAt(at + 2) === 10 ? 3 : 2);
  const broken = end;
  while (end < broken + 80 && (text.charCodeAt(end) === 32 || text.charCodeAt(end) === 9)) end += 1;
  if (!mayBeOne(text, at, end)) return broken;
  // An option of a command on a line of its own.
  if (end > broken && text.charCodeAt(end) === 45) return end;
  return marks.add(at, end, '', 'joined', 'weak');
}

/** A run of backslashes: an escape of a string within a string, each time half as many. */
function readBackslashes(text: string, at: number, marks: Marks): number {
  let end = at + 2;
  while (text.charCodeAt(end) === BACKSLASH && text.charCodeAt(end + 1) === BACKSLASH) end += 2;
  const weight = ESCAPED_AGAIN.test(text.charAt(end)) ? 'weak' : 'none';
  return marks.add(at, end, '\\'.repeat((end - at) / 2), 'escapes', weight);
}

const BACKSLASH = 92;

/** Whether a slash that is escaped is one of an address or of a value, as in JSON, and not of a regular expression. */
function isOfAddress(text: string, at: number): boolean {
  const before = text.charCodeAt(at - 1);
  return before === COLON || (isAlphanumeric(before) && isAlphanumeric(text.charCodeAt(at + 2)));
}

const COLON = 58;

/** Escapes of JSON, JavaScript and their like, and a backslash at the end of a line. */
export const readEscape: Reader = (text, at, marks) => {
  const next = text.charAt(at + 1);
  const letter = LETTERS[next];
  // What ends before it is found without; what begins behind it may not be.
  if (letter !== undefined) {
    return marks.add(at, at + 2, letter, 'escapes', isOfToken(text.charCodeAt(at + 2)) ? 'weak' : 'none');
  }
  if (next === 'u' || next === 'x' || next === 'U') return readNumber(text, at, next, marks);
  if (next >= '0' && next <= '3') return readOctal(text, at, marks);
  if (next === '\n' || next === '\r') return readContinuation(text, at, marks);
  if (next === '\\') return readBackslashes(text, at, marks);
  if (!/[!-/:-@[-`{-~]/.test(next)) return at + 1;
  const weak = next === '/' ? isOfAddress(text, at) : IN_STRINGS.includes(next);
  return marks.add(at, at + 2, next, 'escapes', weak ? 'weak' : 'none');
};
