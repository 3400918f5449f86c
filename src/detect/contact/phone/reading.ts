import { isDigit } from '../../numbers/masks.ts';
import { isFictional } from './fictional.ts';

/** Digits in groups as people write a telephone number, read from a place on. */
export interface Reading {
  readonly start: number;
  readonly digits: string;
  /** Where each group ends (exclusive, UTF-16 code units), and how many digits stand up to there. */
  readonly ends: readonly { readonly at: number; readonly digits: number }[];
  /** Whether more digits follow than a number has: a row of numbers, or several of them. */
  readonly overflow: boolean;
}

/** The longest number with its prefix, in digits. */
const MOST_DIGITS = 17;
const OPEN = 40;
const CLOSE = 41;

/** Signs between groups: space, hyphens, dash, point, slash and spaces that do not break. */
const isGap = (code: number): boolean =>
  code === 32 ||
  (code >= 45 && code <= 47) ||
  code === 0xa0 ||
  code === 0x202f ||
  (code >= 0x2010 && code <= 0x2013);

/**
 * Reads groups of digits from `at`, where a digit, or a bracket before one, stands. `international` says that a plus
 * stands before; a zero in brackets is left out then, as in `+49 (0)30 …`.
 */
export function readGroups(text: string, at: number, international: boolean): Reading {
  const ends: { at: number; digits: number }[] = [];
  let digits = '';
  // (+34) 91 …: the bracket stands before the plus.
  let open = international && text.charCodeAt(at - 2) === OPEN;
  let overflow = false;
  let next = at;
  for (let group = 0; group < 10; group++) {
    if (international && digits !== '' && text.startsWith('(0)', next)) next += 3;
    if (text.charCodeAt(next) === 32 && ends.length > 0) next += 1;
    if (text.charCodeAt(next) === OPEN && !open) {
      open = true;
      next += 1;
    }
    const from = next;
    while (isDigit(text.charCodeAt(next)) && next - from <= MOST_DIGITS) next += 1;
    if (next === from) break;
    if (digits.length + next - from > MOST_DIGITS) {
      overflow = true;
      break;
    }
    digits += text.slice(from, next);
    if (open && text.charCodeAt(next) === CLOSE) {
      open = false;
      next += 1;
    }
    if (!open) ends.push({ at: next, digits: digits.length });
    // One sign, or one with space around it.
    let gap = next;
    while (gap < next + 3 && isGap(text.charCodeAt(gap))) gap += 1;
    if (gap === next && text.charCodeAt(next) !== OPEN && text.charCodeAt(next - 1) !== CLOSE) break;
    if (!mayGoOn(text, gap)) break;
    next = gap;
  }
  return { start: at, digits, ends, overflow };
}

function mayGoOn(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  return isDigit(code) || (code === OPEN && isDigit(text.charCodeAt(at + 1)));
}

/** A number said to have been found in a reading. */
export interface Found {
  readonly start: number;
  readonly end: number;
}

/**
 * The longest run of groups that `accept` takes for a number; shorter ones only where a space ends them, since what
 * follows may be another number.
 */
export function longest(
  text: string,
  reading: Reading,
  accept: (digits: string, end: number) => boolean,
): Found | undefined {
  for (let i = reading.ends.length - 1; i >= 0; i--) {
    const end = reading.ends[i];
    if (end === undefined || end.digits < 7) return undefined;
    if (!endsAt(text, end.at)) continue;
    const digits = reading.digits.slice(0, end.digits);
    // The beginning of nobody's number is nobody's either.
    if (isFictional(digits) || areCodePoints(text, reading, end.at)) return undefined;
    if (!accept(digits, end.at)) continue;
    return { start: reading.start, end: end.at + extensionAt(text, end.at) };
  }
  return undefined;
}

const CODE_POINTS = /^0\d{3}(?: 0\d{3}){1,5}$/;

/** Whether groups of four digits, each with a zero before it, are characters of Unicode: `0069 0307 0300`. */
function areCodePoints(text: string, { start }: Reading, end: number): boolean {
  return text.charCodeAt(start) === 48 && CODE_POINTS.test(text.slice(start, end));
}

/** Whether a number may end there: not before more of a word, a number, an address, a time. */
function endsAt(text: string, end: number): boolean {
  const code = text.charCodeAt(end);
  if (Number.isNaN(code)) return true;
  if (isDigit(code) || (code >= 65 && code <= 90) || (code >= 97 && code <= 122) || code === 95)
    return isExtension(text, end);
  // % @ +
  if (code === 37 || code === 64 || code === 43) return false;
  // - . / :
  if ((code >= 45 && code <= 47) || code === 58) return !isWordly(text.charCodeAt(end + 1));
  return true;
}

const isWordly = (code: number): boolean =>
  isDigit(code) || (code >= 65 && code <= 90) || (code >= 97 && code <= 122);

const EXTENSION =
  /(?:,? ?(?:ext(?:ension|n)?\.?|durchwahl|dw\.?|poste|anexo|ramal|interno|toestel|доб\.?)[ :]{0,2}|,? ?x ?|,? ?# ?)\d{1,5}(?![\w@])/iy;

function isExtension(text: string, at: number): boolean {
  return extensionAt(text, at) > 0;
}

/** Length of an extension that stands right behind a number. */
function extensionAt(text: string, at: number): number {
  const char = text.charAt(at);
  if (!' ,xX#eE'.includes(char)) return 0;
  EXTENSION.lastIndex = at;
  return EXTENSION.exec(text)?.[0].length ?? 0;
}
