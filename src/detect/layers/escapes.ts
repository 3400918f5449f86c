import { charOf, hexByte, hexDigit, isAlphanumeric, isOfToken, mayBeOne } from './characters.ts';
import { pastSameSign } from './line-starts.ts';
import type { Marks, Reader, Weight } from './marks.ts';

/** What stands behind a backslash, by its code. */
const NUMBER = 1;
const OCTAL = 2;
const SIGN = 4;
/** What is escaped where text is put into a string; all other signs mostly in regular expressions. */
const IN_STRINGS = 8;
/** Behind an escaped backslash: the escape is one of a string within a string. */
const ESCAPED_AGAIN = 16;
const SORTS = Uint8Array.from({ length: 128 }, (_, code) => {
  const char = String.fromCharCode(code);
  return (
    ('uxU'.includes(char) ? NUMBER : 0) |
    ('0123'.includes(char) ? OCTAL : 0) |
    (/[!-/:-@[-`{-~]/.test(char) ? SIGN : 0) |
    ('"\'@_'.includes(char) ? IN_STRINGS : 0) |
    (/["'\\/nrtux]/.test(char) ? ESCAPED_AGAIN : 0)
  );
});
const sortOf = (code: number): number => (code < 128 ? (SORTS[code] ?? 0) : 0);

/** What a letter behind a backslash means in every language that has it; undefined for others. */
function meantBy(code: number): string | undefined {
  if (code === LETTER_N) return '\n';
  if (code === LETTER_R) return '\r';
  return code === LETTER_T ? '\t' : undefined;
}

const LETTER_N = 110;
const LETTER_R = 114;
const LETTER_T = 116;
const SMALL_X = 120;
const SMALL_U = 117;
const CAPITAL_U = 85;
const SLASH = 47;

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

function readNumber(text: string, at: number, letter: number, marks: Marks): number {
  if (text.charCodeAt(at + 2) === 123) {
    const found = letter === CAPITAL_U ? undefined : inBraces(text, at);
    return found ? addNumber(text, at, found.end, found.code, marks) : at + 2;
  }
  let code = 0;
  const bytes = letter === SMALL_X ? 1 : letter === SMALL_U ? 2 : 4;
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

/** A backslash at the end of a line, with the indentation of the next one and the sign of a quotation. */
function readContinuation(text: string, at: number, marks: Marks): number {
  const broken = at + (text.charCodeAt(at + 1) === 13 && text.charCodeAt(at + 2) === 10 ? 3 : 2);
  let end = pastSameSign(text, at, broken);
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
  const weight = (sortOf(text.charCodeAt(end)) & ESCAPED_AGAIN) !== 0 ? 'weak' : 'none';
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
  const next = text.charCodeAt(at + 1);
  const letter = meantBy(next);
  // What ends before it is found without; what begins behind it may not be.
  if (letter !== undefined) {
    return marks.add(at, at + 2, letter, 'escapes', isOfToken(text.charCodeAt(at + 2)) ? 'weak' : 'none');
  }
  const sort = sortOf(next);
  if ((sort & NUMBER) !== 0) return readNumber(text, at, next, marks);
  if ((sort & OCTAL) !== 0) return readOctal(text, at, marks);
  if (next === 10 || next === 13) return readContinuation(text, at, marks);
  if (next === BACKSLASH) return readBackslashes(text, at, marks);
  if ((sort & SIGN) === 0) return at + 1;
  const weak = next === SLASH ? isOfAddress(text, at) : (sort & IN_STRINGS) !== 0;
  return marks.add(at, at + 2, charOf(next), 'escapes', weak ? 'weak' : 'none');
};
