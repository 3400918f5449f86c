import { isDigit, isNameLike, isWordly } from './masks.ts';

const SPACE = 32;
const SIGNS = '+$€£@';
const JOINTS = '.-/';

/** Whether a number that begins at a place begins there indeed: it is no end of a word, a decimal, a path or a sum. */
export function standsFreeBefore(text: string, at: number): boolean {
  const before = text.charCodeAt(at - 1);
  if (before === SPACE || at === 0) return true;
  if (isNameLike(before)) return false;
  const sign = text.charAt(at - 1);
  return !SIGNS.includes(sign) && !(JOINTS.includes(sign) && isNameLike(text.charCodeAt(at - 2)));
}

/** Whether a number that ends at a place (exclusive) ends there indeed. */
export function standsFreeAfter(text: string, end: number): boolean {
  const after = text.charCodeAt(end);
  if (after === SPACE || end >= text.length) return true;
  if (isNameLike(after)) return false;
  const sign = text.charAt(end);
  return sign !== '%' && !('.-/:@'.includes(sign) && isNameLike(text.charCodeAt(end + 1)));
}

/** The longest group of a table of numbers. */
const GROUP = 8;

/** Where a group with a digit in it ends that stands beside a place, one space or line break apart. */
function groupBeside(text: string, place: number, step: 1 | -1, exact: number): number | undefined {
  const gap = text.charCodeAt(place);
  if (gap !== SPACE && gap !== 10) return undefined;
  let at = place + step;
  let digits = 0;
  for (; Math.abs(at - place) <= GROUP && isWordly(text.charCodeAt(at)); at += step) {
    if (isDigit(text.charCodeAt(at))) digits += 1;
  }
  const size = Math.abs(at - place) - 1;
  const fits = exact === 0 ? size > 1 && size < GROUP : size === exact;
  return fits && digits > 0 ? at : undefined;
}

/**
 * Whether other numbers stand right beside, `least` of them at least, of `exact` letters and digits each (0 for any
 * few): a table of numbers or a dump.
 */
export function isInRowOfNumbers(
  text: string,
  start: number,
  end: number,
  least: number,
  exact: number,
): boolean {
  let count = 0;
  for (let at: number | undefined = start - 1; at !== undefined && count < least;) {
    at = groupBeside(text, at, -1, exact);
    if (at !== undefined) count += 1;
  }
  for (let at: number | undefined = end; at !== undefined && count < least;) {
    at = groupBeside(text, at, 1, exact);
    if (at !== undefined) count += 1;
  }
  return count >= least;
}

/** Keys whose digits count or name things of a program, not people. */
const PROGRAM_KEY =
  /(?:id|ids|[_-](?:ts|at|no)|time|timestamp|stamp|hash|seed|nonce|offset|version|size|sequence|seq|index|snowflake|cursor|date|sha|etag|build|revision)["'`]{0,1}\s{0,2}(?::|=|=>|,)\s{0,2}["'`[]{0,2}$/i;

/** Whether bare digits stand behind a key of a program: `"id": 45…`, `timestamp=`. */
export function isBehindProgramKey(text: string, at: number): boolean {
  return PROGRAM_KEY.test(text.slice(Math.max(0, at - 24), at));
}
