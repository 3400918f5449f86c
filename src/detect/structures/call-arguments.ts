import { classesOf } from '../context/variety.ts';
import type { Piece } from './reading.ts';

const ARGUMENT =
  /\s{0,8}(?:["'`]([^"'`\r\n]{0,160})["'`]|[^"'`,()\r\n]{1,80}(?:\([^()\r\n]{0,60}\))?)\s{0,4}(,|\))/y;
/** A variable that holds what a password stands behind. */
const NAMES_A_USER = /user|login|e?mail|account|\buid\b/i;
/** Addresses, hosts, files, mechanisms and the parts of a directory are no passwords. */
const OF_SERVERS =
  /[/\\=,:\s]|@[\w-]{1,40}\.|^[\w-]{1,40}(?:\.[\w-]{1,40}){1,4}$|^(?:sha|md5|utf|tls|ssl)[\w-]{0,8}$/i;

/**
 * Whether nobody would give a program such a word: letters with digits and signs among them as people mix them for a
 * password, `Rohrpost!8`, `Zahnluecke2`, `m0ndlandung69`.
 */
export function isMixedByPeople(value: string): boolean {
  // A name of code: `onClick2`.
  if (/^[a-z]+(?:[A-Z][a-z]+)+\d{0,2}$/.test(value)) return false;
  if (value.length < 7 || OF_SERVERS.test(value) || !/[A-Za-z]{2}/.test(value)) return false;
  if (/[a-z][!#$%&*+^~?][A-Za-z0-9]|[A-Za-z0-9][!#$%&*+^~]\d{0,4}$/i.test(value)) return true;
  return /\d/.test(value) && (classesOf(value) >= 3 || /[a-z]{5}\d{2,4}$|[a-z]\d[a-z]\w{3}/.test(value));
}

/**
 * The one of a call's first five arguments that is a password by its looks, behind another string; undefined where
 * `user` and `password`, read by their places, say the same already, or where none looks so.
 *
 * @param open where the call's bracket opens, in UTF-16 code units.
 */
export function passwordAmong(
  text: string,
  open: number,
  user: string | undefined,
  password: string | undefined,
): Piece | undefined {
  if (open < 0 || (user !== undefined && password !== undefined && isMixedByPeople(password)))
    return undefined;
  let next = open + 1;
  let strings = 0;
  for (let i = 0; i < 5; i++) {
    ARGUMENT.lastIndex = next;
    const [all, value, end] = ARGUMENT.exec(text) ?? [];
    if (all === undefined) return undefined;
    if (value !== undefined && strings > 0 && isMixedByPeople(value)) {
      const start = next + all.search(/["'`]/) + 1;
      return { start, end: start + value.length, value };
    }
    if (value !== undefined || NAMES_A_USER.test(all)) strings += 1;
    if (end === ')') return undefined;
    next += all.length;
  }
  return undefined;
}
