import { folded } from '../labels/fold.ts';
import { LIKELY, MAYBE, NO, type Verdict } from './verdict.ts';

/** The first letters of months in the languages written in Latin letters, folded. */
const MONTH =
  /^(?:jan|gen|ene|feb|fev|fevr|mar|mrt|maer|apr|avr|abr|mai|may|mag|mei|maj|jun|juin|giu|jul|juil|lug|aug|ago|aou|sep|set|oct|okt|ott|out|nov|dec|dez|dic)/;
const NUMBERS =
  /^(\d{1,4})([-/.])\s?(\d{1,2})\2\s?(\d{1,4})\.?(?:[T ]\d{2}:\d{2}(?::\d{2})?[\d.:Z+-]{0,12})?$/;
const COMPACT = /^(?:19|20)\d{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])$/;
const EAST =
  /^(?:(?:19|20)\d{2}|(?:明治|大正|昭和|平成|令和|民國|民国)(?:\d{1,3}|元))\s?年\s?(?:\d{1,2}\s?月\s?(?:\d{1,2}\s?[日号])?)?(?:生|生まれ)?$/;
const YEAR = /^(?:19\d{2}|20[0-2]\d)$/;

/** How much a value looks like the day somebody was born on. */
export function judgeDate(value: string): Verdict {
  if (value.length > 40 || !/\d/.test(value)) return NO;
  const numbers = NUMBERS.exec(value);
  if (numbers)
    return isDay(Number(numbers[1]), Number(numbers[3]), Number(numbers[4]), numbers) ? LIKELY : NO;
  if (COMPACT.test(value)) return isLived(Number(value.slice(0, 4))) ? LIKELY : NO;
  if (EAST.test(value)) return LIKELY;
  if (YEAR.test(value)) return isLived(Number(value)) ? MAYBE : NO;
  return isSpelled(value) ? LIKELY : NO;
}

function isLived(year: number): boolean {
  return year >= 1900 && year <= 2030;
}

function isDay(one: number, two: number, three: number, written: RegExpExecArray): boolean {
  const [year, a, b] = (written[1] ?? '').length === 4 ? [one, two, three] : [three, one, two];
  const size = (written[1] ?? '').length === 4 ? 4 : (written[4] ?? '').length;
  if (size === 3 || size === 1 || (size === 4 && !isLived(year))) return false;
  if (year === 1970 && a === 1 && b === 1) return false;
  return a > 0 && b > 0 && Math.min(a, b) <= 12 && Math.max(a, b) <= 31;
}

/** `14 mars 1990`, `March 14, 1990`, `3. November 1978`, `23 de abril de 1983`, `Mar-90`. */
function isSpelled(value: string): boolean {
  const words = folded(value)
    .replace(/^(?:le|el|il|den|am|on|the|op|em|dia)\s/, '')
    .split(/[\s,./-]+/)
    .filter((word) => word !== '' && word !== 'de' && word !== 'del' && word !== 'of' && word !== 'di');
  if (words.length < 2 || words.length > 3) return false;
  const months = words.filter((word) => /^[a-z]{3,10}$/.test(word) && MONTH.test(word));
  const days = words.filter(
    (word) => /^\d{1,2}(?:st|nd|rd|th|er|o|º|ª|e)?$/.test(word) && Number.parseInt(word, 10) <= 31,
  );
  const years = words.filter((word) => YEAR.test(word) || /^'?\d{2}$/.test(word));
  return (
    months.length === 1 &&
    (years.length > 0 || days.length > 0) &&
    months.length + Math.max(days.length, 0) <= 3
  );
}
