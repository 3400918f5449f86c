import { bytesOf, sextetOf } from './base64.ts';
import { charOf, hexByte, hexDigit, isAlphanumeric, mayBeOne } from './characters.ts';
import { type LayerName, MAX_DEPTH } from './layer.ts';
import type { Marks, Reader, Weight } from './marks.ts';
import { isText } from './plain-text.ts';

/** Bytes that follow the first one of a character of UTF-8; -1 where none begins with it. */
function following(lead: number): number {
  if (lead < 0x80) return 0;
  if (lead < 0xc2 || lead > 0xf4) return -1;
  return lead < 0xe0 ? 1 : lead < 0xf0 ? 2 : 3;
}

/**
 * The character beyond ASCII whose bytes are written as a sign and two digits each, from `at` on; -1 where they are
 * none in UTF-8.
 */
function beyondAscii(text: string, at: number, lead: number, more: number): number {
  const sign = text.charCodeAt(at);
  let code = lead & (0x3f >> more);
  for (let i = 1; i <= more; i++) {
    const byte = text.charCodeAt(at + 3 * i) === sign ? hexByte(text, at + 3 * i + 1) : -1;
    if ((byte & 0xc0) !== 0x80) return -1;
    code = code * 64 + (byte & 0x3f);
  }
  return code <= 0x10ffff ? code : -1;
}

function addByte(
  text: string,
  at: number,
  marks: Marks,
  layer: LayerName,
  byte: number,
  weight: Weight,
): number {
  const more = following(byte);
  if (more === 0) return marks.add(at, at + 3, charOf(byte), layer, weight);
  const code = more < 0 ? -1 : beyondAscii(text, at, byte, more);
  return code < 0 ? at + 3 : marks.add(at, at + 3 + 3 * more, charOf(code), layer, 'weak');
}

/** Where the two digits stand of a byte whose sign was encoded, again and again: `%252541`. */
function pastNests(text: string, at: number): number {
  let digits = at;
  while (
    text.charCodeAt(digits) === 50 &&
    text.charCodeAt(digits + 1) === 53 &&
    hexByte(text, digits + 2) >= 0
  ) {
    digits += 2;
  }
  return digits;
}

/** `%41` (RFC 3986), UTF-8 beyond ASCII, and `%u0041` as JavaScript's old `escape` writes it. */
export const readPercent: Reader = (text, at, marks) => {
  const byte = hexByte(text, at + 1);
  if (byte === PERCENT) {
    const digits = pastNests(text, at + 1);
    const nested = hexByte(text, digits);
    const end = digits + 2;
    if (end > at + 3 + 2 * MAX_DEPTH) return marks.add(at, end, text.slice(at, end), 'percent', 'deep');
    if (nested < 0x80) return marks.add(at, end, charOf(nested), 'percent', 'strong');
  }
  if (byte >= 0) return addByte(text, at, marks, 'percent', byte, byte < 32 ? 'weak' : 'strong');
  if ((text.charCodeAt(at + 1) | 32) !== 0x75) return at + 1;
  const high = hexByte(text, at + 2);
  const low = hexByte(text, at + 4);
  if (high < 0 || low < 0) return at + 1;
  return marks.add(at, at + 6, charOf(high * 256 + low), 'percent', high === 0 ? 'strong' : 'weak');
};

const PERCENT = 0x25;
const EQUALS = 61;
const SPACE = 32;
const LETTER_A = 65;

/** `=41` and the soft line break `=` at a line's end (RFC 2045 section 6.7). */
export const readQuotedPrintable: Reader = (text, at, marks) => {
  const next = text.charCodeAt(at + 1);
  if (next === 10 || next === 13) return readSoftBreak(text, at, marks);
  const second = text.charCodeAt(at + 2);
  // Almost every other sign of equality ends here.
  if (!isQuotedDigit(next) || !isQuotedDigit(second)) return at + 1;
  const byte = hexByte(text, at + 1);
  const after = text.charCodeAt(at + 3);
  const before = text.charCodeAt(at - 1);
  // `width=20;` and `timeout=3000` are numbers, `name=3D` and `maria=40web.de` are not.
  const isNumber = next < LETTER_A && second < LETTER_A;
  const runsOn = after === EQUALS || (isAlphanumeric(after) && (!isNumber || after >= LETTER_A));
  const goesOn = before >= 48 && before <= 70 && text.charCodeAt(at - 3) === EQUALS;
  const punctuation = second >= LETTER_A && !isAlphanumeric(byte);
  const inRow = goesOn || after === EQUALS;
  const meant =
    byte >= 32 &&
    byte < 127 &&
    isOfLine(before) &&
    (punctuation || inRow || (runsOn && !isAmongOperators(text, at)));
  return addByte(text, at, marks, 'quoted-printable', byte, meant ? 'strong' : 'none');
};

/** So far around it others of its sign are looked at, in UTF-16 code units, and so many on either side. */
const VICINITY = 200;
const BESIDE = 4;

/**
 * Whether the signs of equality around one are operators by far: `password=11password=4k…`. In quoted-printable each of
 * them is written as a byte itself, and so has two digits behind it.
 */
function isAmongOperators(text: string, at: number): boolean {
  let balance = 0;
  for (const step of [-1, 1]) {
    let seen = 0;
    for (let i = at + step; seen < BESIDE && Math.abs(i - at) <= VICINITY; i += step) {
      const code = text.charCodeAt(i);
      if (Number.isNaN(code)) break;
      if (code !== EQUALS) continue;
      seen += 1;
      balance += isByteOrBreak(text, i + 1) ? -1 : 1;
    }
  }
  return balance >= 2;
}

/** Its digits are in upper case. */
function isQuotedDigit(code: number): boolean {
  return code <= 70 && hexDigit(code) >= 0;
}

function isByteOrBreak(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  return code === 10 || code === 13 || (isQuotedDigit(code) && isQuotedDigit(text.charCodeAt(at + 1)));
}

function isOfLine(code: number): boolean {
  return Number.isNaN(code) || code > 32 || code === 10;
}

function readSoftBreak(text: string, at: number, marks: Marks): number {
  const length = text.charCodeAt(at + 1) === 13 && text.charCodeAt(at + 2) === 10 ? 3 : 2;
  const before = text.charCodeAt(at - 1);
  // The padding of base64 ends a line as well.
  if (before === EQUALS || isPadding(text, at, at + length)) return at + 1;
  if (!mayBeOne(text, at, at + length)) {
    // Mail breaks its lines behind blanks as well, code where more than a letter follows: not worth a look by itself.
    const goesOn = before === SPACE && isAlphanumeric(text.charCodeAt(at + length));
    return goesOn ? marks.add(at, at + length, '', 'quoted-printable', 'none') : at + 1;
  }
  return marks.add(at, at + length, '', 'quoted-printable', 'weak');
}

/** Fewer characters of base64 are a word as well. */
const LEAST_PADDED = 16;
/** So far a line is looked back at. */
const LONGEST_LINE = 4096;
/** A word, or a name that is given a value: hardly ever the rest of a value that was broken in two. */
const WORD = /(?:[A-Za-z]?[a-z]+|[A-Z]+)(?![\w+/=-])|(?:export )?[A-Za-z_][\w.-]{0,60}(?:=(?!=|$)|: )/y;

/**
 * Whether a sign of equality at the end of a line, behind which another begins at `next`, fills up the last four characters
 * of base64, as in `KEY=…=`, and does not say that the line goes on.
 */
function isPadding(text: string, at: number, next: number): boolean {
  const start = runStart(text, at);
  if ((at - start) % 4 !== 3) return false;
  if (at - start < LEAST_PADDED) return isBelowBase64(text, start);
  // Where it says that a line goes on, one that gives a value to a name is written as a byte.
  if (text.charCodeAt(start - 1) === EQUALS && !isByteOrBreak(text, start)) return true;
  WORD.lastIndex = next;
  return WORD.test(text) || isText(bytesOf(text, start, at));
}

/** Whether what begins a line is the rest of base64 that fills the line above. */
function isBelowBase64(text: string, at: number): boolean {
  if (text.charCodeAt(at - 1) !== 10) return false;
  const end = text.charCodeAt(at - 2) === 13 ? at - 2 : at - 1;
  const length = end - runStart(text, end);
  return length >= LEAST_PADDED && length % 4 === 0;
}

/** Where the characters of base64 begin that end at a place. */
function runStart(text: string, end: number): number {
  const floor = Math.max(0, end - LONGEST_LINE);
  let start = end;
  while (start > floor && sextetOf(text.charCodeAt(start - 1)) >= 0) start -= 1;
  return start;
}
