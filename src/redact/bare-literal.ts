import type { Range } from './origin.ts';

/** What a format of data takes for a number or a date without quotes around it (RFC 8259, 6; TOML 1.0). */
const NUMBER = /^-?\d{1,40}(?:\.\d{1,40})?$/;
const DATE = /^\d{4}-\d\d-\d\d(?:[T ]\d\d:\d\d(?::\d\d)?Z?)?$/;

const MAY_FOLLOW = /[\s,}\]/#]/;

/** How far back the key or the bracket is looked for. */
const REACH = 400;
/** Longer values are neither. */
const LONGEST = 84;

/** An item of a list of JSON, with what parts it from the next: no word of a sentence ends so. */
const BEHIND_ITEM = /(?:(?<![A-Za-z0-9_])(?:true|false|null)|["}\]\d])\s*,\s*$/;

/**
 * Whether a value stands as a bare number or date where data would break if a word stood there: behind a key of JSON,
 * in an array, behind the equals sign of TOML, or alone. There only a number may stand in for it.
 */
export function standsBare(text: string, start: number, end: number): boolean {
  if (end - start > LONGEST) return false;
  const first = text.charCodeAt(start);
  // A minus, or a digit.
  if (first !== 45 && (first < 48 || first > 57)) return false;
  // A quote, or anything else that no number ends at.
  if (end < text.length && !MAY_FOLLOW.test(text.charAt(end))) return false;
  const value = text.slice(start, end);
  if (!NUMBER.test(value) && !DATE.test(value)) return false;
  // A minus in front of it stays, and wants a number behind it as well.
  const from = first !== 45 && text.charCodeAt(start - 1) === 45 ? start - 1 : start;
  const before = text.slice(Math.max(0, from - REACH), from);
  const after = text.slice(end, end + REACH);
  if (isBlank(before) && isBlank(after)) return start <= REACH && text.length - end <= REACH;
  if (/"\s*:\s*$/.test(before)) return /^\s*(?:[,}\]]|\/[/*]|$)/.test(after);
  if (/(?:^|\n)[ \t]*[\w."'-]{1,80}(?: +=[ \t]*|[ \t]*= +)$/.test(before))
    return /^[ \t]*(?:#|\r?\n|$)/.test(after);
  if (!/^\s*[,\]]/.test(after)) return false;
  if (/(?:[:=,([]\s*|^\s*)\[[\s\d.,"-]*$/.test(before)) return true;
  return BEHIND_ITEM.test(before) && mayBeJson(text);
}

/**
 * The number that digits are the one half of, where it stands bare: a word or another number in place of a half of it is
 * no number any more. Undefined for everything else.
 */
export function wholeNumber(text: string, start: number, end: number): Range | undefined {
  const isSecond = text.charCodeAt(start - 1) === 46;
  if (!isSecond && text.charCodeAt(end) !== 46) return undefined;
  const [before] = isSecond ? (/-?\d{1,40}\.$/.exec(text.slice(Math.max(0, start - 42), start)) ?? []) : [''];
  const [after] = isSecond ? [''] : (/^\.\d{1,40}/.exec(text.slice(end, end + 41)) ?? []);
  if (before === undefined || after === undefined || !/^-?\d+$/.test(text.slice(start, end)))
    return undefined;
  const whole = { start: start - before.length, end: end + after.length };
  return standsBare(text, whole.start, whole.end) ? whole : undefined;
}

function isBlank(text: string): boolean {
  return /^\s*$/.test(text);
}

/** Whether a text is an object or a list of JSON from its first sign to its last, or several. */
function mayBeJson(text: string): boolean {
  return /^\ufeff?\s*[[{]/.test(text.slice(0, REACH)) && /[\]}]\s*$/.test(text.slice(-REACH));
}

/** Whether something may stand there instead: a number or a date as these formats write them. */
export function isBare(name: string): boolean {
  return (NUMBER.test(name) && !/^-?0\d/.test(name)) || DATE.test(name);
}

/** A number of fewer digits that say something stands in too many answers: `0.0001` is a rate, and 90001 a place. */
const TELLING = 7;

/** Whether a made-up number would be met nowhere else; what is no number is another matter. */
export function isTellingNumber(name: string): boolean {
  return !NUMBER.test(name) || name.replace('.', '').replace(/^-?0*/, '').length >= TELLING;
}

/** Whether a number is the same once a program has read and written it: of seventeen digits the last are not. */
export function staysNumber(name: string): boolean {
  return !NUMBER.test(name) || String(Number(name)) === name;
}

/** A number of no other use, for a value whose own shape leaves none. */
export function bareNumber(number: number): string {
  return String(900_000_000 + number);
}
