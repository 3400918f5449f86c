import { isDigit } from '../../numbers/masks.ts';
import type { RuleHit } from '../../rule.ts';
import type { RunReader } from '../digit-runs.ts';
import { isInternational, isNational } from './plans.ts';
import { longest, readGroups } from './reading.ts';
import { rememberRefused } from './refused.ts';
import { scriptLabelBefore } from './script-labels.ts';
import { isNumberOf, type Language } from './regions.ts';

/**
 * Layouts that are a telephone number's and nothing else's, with the regions they are used in. `9` is a digit; a
 * first digit stands for itself where it is 0, 1 or 8.
 */
const LAYOUTS: ReadonlyMap<string, readonly string[]> = new Map(
  Object.entries({
    '(999) 999-9999': ['US', 'CA'],
    '(999)999-9999': ['US', 'CA'],
    '(899) 999-9999': ['US', 'CA'],
    '(899)999-9999': ['US', 'CA'],
    '999-999-9999': ['US', 'CA'],
    '899-999-9999': ['US', 'CA'],
    '1-999-999-9999': ['US', 'CA'],
    '1 (999) 999-9999': ['US', 'CA'],
    '1-(999)-999-9999': ['US', 'CA'],
    '099 9999 9999': ['GB', 'IE'],
    '0999 999 9999': ['GB', 'TR'],
    '(099) 9999 9999': ['GB'],
    '(0999) 999 9999': ['GB'],
    '(0999) 999999': ['GB', 'DE', 'AT'],
    '(09) 9999 9999': ['AU'],
    '0999 999 999': ['AU', 'CH', 'SE', 'SK', 'BE'],
    '099 999 99 99': ['CH', 'UA', 'TR'],
    '(099) 999 99 99': ['CH', 'UA', 'TR'],
    '0999 999 99 99': ['TR'],
    '0999 99 99 99': ['BE'],
    '09 99 99 99 99': ['FR'],
    '09.99.99.99.99': ['FR'],
    '09 9999 9999': ['AU', 'NL'],
    '09-99999999': ['NL'],
    '099 999 9999': ['ZA', 'NZ', 'FI', 'IE'],
    '0999-9999999': ['DE', 'AT', 'PK'],
    '0999-99999999': ['DE', 'AT'],
    '0999 9999999': ['DE', 'AT'],
    '0999 99999999': ['DE', 'AT'],
    '099-999 99 99': ['SE'],
    '08-999 999 99': ['SE'],
    '099-9999-9999': ['JP', 'KR'],
    '09-9999-9999': ['JP', 'KR', 'TW'],
    '09-999-9999': ['KR'],
    '099-999-9999': ['KR', 'JP', 'IL', 'PK'],
    '0999-99-9999': ['JP'],
    '0999-999-999': ['TW'],
    '(09) 9999-9999': ['TW', 'BR', 'JP'],
    '(99) 99999-9999': ['BR'],
    '(99) 9999-9999': ['BR'],
    '(19) 99999-9999': ['BR'],
    '(19) 9999-9999': ['BR'],
    '(89) 99999-9999': ['BR'],
    '(89) 9999-9999': ['BR'],
    '8 (999) 999-99-99': ['RU', 'KZ'],
    '8(999)999-99-99': ['RU', 'KZ'],
    '8-999-999-99-99': ['RU', 'KZ'],
    '8 (899) 999-99-99': ['RU', 'KZ'],
    '099/9999999': ['DE', 'AT', 'BE'],
    '099/99999999': ['DE', 'AT'],
    '0999/9999999': ['DE', 'AT'],
    '0999/99999999': ['DE', 'AT'],
    '099 / 99 99 99 99': ['DE'],
    '(099) 99999999': ['DE'],
    '(099) 9999999': ['DE'],
    '(0999) 9999999': ['DE', 'AT'],
  }),
);

/** The fewest digits of a number. */
const LEAST = 9;
/** How far before a run of digits a number may have begun. */
const REACH = 14;

/** National numbers in an unmistakable layout, with 00 and a country's code, and behind labels in other scripts. */
export function nationalPhone(): RunReader {
  const refused = rememberRefused();
  let next = 0;
  return {
    readAt(text, start, end, floor) {
      if (!isGrouped(text, start, end)) return undefined;
      const begin = blockStart(text, start, Math.max(floor, start - REACH));
      if (begin === undefined || refused.has(text, begin)) return undefined;
      const hit = numberFrom(text, begin);
      if (hit) return hit;
      refused.add(text, begin);
      next = rowEnd(text, begin);
      return undefined;
    },
    goOnAt: () => next,
  };
}

/** Whether a run of digits is a group of several, or as long as a number written in one. */
function isGrouped(text: string, start: number, end: number): boolean {
  if (end - start >= LEAST) return true;
  const next = text.charCodeAt(end);
  if (end - start === 2) return isPair(text, start) && !isInHex(text, start);
  if (next === 41 || (isGap(next) && isDigitOrGap(text.charCodeAt(end + 1)))) return true;
  const before = text.charCodeAt(start - 1);
  return before === 40 || (isGap(before) && isDigitOrGap(text.charCodeAt(start - 2)));
}

/** Whether it is the first of five pairs that begin with a zero, as the French write their numbers. */
function isPair(text: string, start: number): boolean {
  PAIRS.lastIndex = start;
  return PAIRS.test(text);
}
const PAIRS = /0[1-9]([ .])\d\d(?:\1\d\d){3}(?![ .]?\d)/y;

/** Whether pairs stand right beside that have digits and the letters a to f: bytes in hex. */
function isInHex(text: string, start: number): boolean {
  const pair = /^(?:\d[0-9a-f]|[a-f]\d)$/i;
  return pair.test(text.slice(start - 3, start - 1)) || pair.test(text.slice(start + 15, start + 17));
}

/** Space ( ) - / */
const isGap = (code: number): boolean =>
  code === 32 || code === 40 || code === 41 || code === 45 || code === 47;
const isDigitOrGap = (code: number): boolean => isDigit(code) || isGap(code);

/** The number that begins at a place. */
function numberFrom(text: string, start: number): RuleHit | undefined {
  const label = labelBefore(text, start);
  // Most digits without gaps and without a label are none.
  if (label === undefined && text.charCodeAt(start) !== 40 && !hasGap(text, start)) return undefined;
  const reading = readGroups(text, start, false);
  if (reading.digits.length < LEAST) return undefined;
  const found = longest(text, reading, (digits, end) =>
    label === undefined ? isInLayout(text.slice(start, end), digits) : isNumberOf(digits, label, false),
  );
  return found && { kind: 'phone', ...found, evidence: label === undefined ? 'shape' : 'context' };
}

/** Where a row of numbers has gone on for longer than any telephone number. */
function rowEnd(text: string, start: number): number {
  const { ends, overflow } = readGroups(text, start, false);
  return overflow ? (ends.at(-1)?.at ?? start) : start;
}

function hasGap(text: string, start: number): boolean {
  let at = start;
  while (isDigit(text.charCodeAt(at))) at += 1;
  const gap = text.charCodeAt(at);
  // A point only between pairs.
  return (isGap(gap) || (gap === 46 && at - start === 2)) && isDigitOrGap(text.charCodeAt(at + 1));
}

/** What a letter in a signature stands for: `T: 030 …`, `M. 07911 …`. */
const LETTER = /(?:^|[\s|·•,/("'])[TMPFHCtmpf][:.] ?$/;

function labelBefore(text: string, at: number): Language | undefined {
  const sign = text.charCodeAt(text.charCodeAt(at - 1) === 32 ? at - 2 : at - 1);
  // A colon or a point.
  if ((sign === 58 || sign === 46) && LETTER.test(text.slice(Math.max(0, at - 5), at))) return 'en';
  return scriptLabelBefore(text, at);
}

/** Where the groups begin that a run of digits is one of; undefined where they are part of something else. */
function blockStart(text: string, run: number, floor: number): number | undefined {
  let start = run;
  for (let at = run - 1; at >= floor; at--) {
    const code = text.charCodeAt(at);
    if (isDigit(code) || (code === 40 && start === at + 1)) start = at;
    else if (!(code === 32 || code === 41 || code === 45 || code === 47) || !isDigitOrBracket(text, at - 1))
      break;
  }
  const before = text.charCodeAt(start - 1);
  // White space, brackets and quotes.
  if (before <= 34 || before === 40 || Number.isNaN(before)) return start;
  if (isDigit(before) || isLetter(before) || before === 95) return isEscape(text, start) ? start : undefined;
  if (NEVER_BEFORE.has(before)) return undefined;
  // - . /
  if (before < 45 || before > 47) return start;
  return isDigit(text.charCodeAt(start - 2)) || isLetter(text.charCodeAt(start - 2)) ? undefined : start;
}

/** Signs of sums, prices and names. */
const NEVER_BEFORE: ReadonlySet<number> = new Set([...'+$€£@#%'].map((sign) => sign.charCodeAt(0)));

function isDigitOrBracket(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  return isDigit(code) || code === 41 || (code === 32 && isDigit(text.charCodeAt(at - 1)));
}

const isLetter = (code: number): boolean => (code >= 65 && code <= 90) || (code >= 97 && code <= 122);

function isEscape(text: string, at: number): boolean {
  return text[at - 2] === '\\' && 'nrt'.includes(text.charAt(at - 1));
}

function isInLayout(written: string, digits: string): boolean {
  if (digits.startsWith('00')) return isSeparated(written) && isInternational(digits.slice(2));
  const first = written.search(/\d/);
  const digit = written.charAt(first);
  const mask = written.replace(/\d/g, '9');
  const layout = '018'.includes(digit) ? mask.slice(0, first) + digit + mask.slice(first + 1) : mask;
  return LAYOUTS.get(layout)?.some((region) => isNational(digits, region)) ?? false;
}

/** Two gaps at least: 0049 30 901820. */
function isSeparated(written: string): boolean {
  return /^00\d{1,3}[ -]\(?\d{1,5}\)?[ -]\d/.test(written);
}
