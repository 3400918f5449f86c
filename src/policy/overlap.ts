import type { When } from './model.ts';
import { matchesGlob } from './globs.ts';

/** What two conditions have to do with each other, told from how they are written. */

const GLOBS = ['host', 'endpoint', 'model'] as const;
const NAMES = ['plan', 'region', 'feature', 'auth'] as const;
const ACCOUNT_KEYS: readonly string[] = ['plan', 'setting', 'region', 'auth'];

/** Whether a condition is about the account alone, so that its rule takes effect before all others. */
export function isOfAccount(when: When): boolean {
  const keys = Object.keys(when);
  return keys.length > 0 && keys.every((key) => ACCOUNT_KEYS.includes(key));
}

/** Whether some text matches both globs. Takes at most the product of their lengths. */
export function globsMeet(a: string, b: string): boolean {
  const [one, other] = [a.toLowerCase(), b.toLowerCase()];
  const failed = new Set<number>();
  const meet = (i: number, j: number): boolean => {
    if (i === one.length && j === other.length) return true;
    const key = i * (other.length + 1) + j;
    if (failed.has(key)) return false;
    const found =
      (one[i] === '*' && (meet(i + 1, j) || (j < other.length && meet(i, j + 1)))) ||
      (other[j] === '*' && (meet(i, j + 1) || (i < one.length && meet(i + 1, j)))) ||
      (i < one.length && one[i] === other[j] && meet(i + 1, j + 1));
    if (!found) failed.add(key);
    return found;
  };
  return meet(0, 0);
}

/** Whether both conditions may hold of one request. Features are used side by side, so any go together. */
export function canMeet(a: When, b: When): boolean {
  const apart = <T>(one: readonly T[] | undefined, other: readonly T[] | undefined, same: Same<T>): boolean =>
    one !== undefined && other !== undefined && !one.some((x) => other.some((y) => same(x, y)));
  return !(
    GLOBS.some((key) => apart(a[key], b[key], globsMeet)) ||
    apart(a.plan, b.plan, isSameName) ||
    apart(a.region, b.region, isSameName) ||
    apart(a.auth, b.auth, isSameName) ||
    keysOf(a.setting).some((name) => apart(a.setting?.[name], b.setting?.[name], isSameName)) ||
    keysOf(a.request).some((path) => apart<unknown>(a.request?.[path], b.request?.[path], Object.is))
  );
}

/** Whether the second condition holds of every request that the first holds of. */
export function implies(a: When, b: When): boolean {
  const within = <T>(
    narrow: readonly T[] | undefined,
    wide: readonly T[] | undefined,
    holds: Same<T>,
  ): boolean => wide === undefined || (narrow?.every((x) => wide.some((y) => holds(x, y))) ?? false);
  return (
    GLOBS.every((key) => within(a[key], b[key], (narrow, wide) => matchesGlob(wide, narrow))) &&
    NAMES.every((key) => within<string>(a[key], b[key], isSameName)) &&
    keysOf(b.setting).every((name) => within(a.setting?.[name], b.setting?.[name], isSameName)) &&
    keysOf(b.request).every((path) => within<unknown>(a.request?.[path], b.request?.[path], Object.is)) &&
    (b.asOfBefore === undefined || (a.asOfBefore !== undefined && a.asOfBefore <= b.asOfBefore)) &&
    (b.asOfAfter === undefined || (a.asOfAfter !== undefined && a.asOfAfter >= b.asOfAfter))
  );
}

type Same<T> = (one: T, other: T) => boolean;

function isSameName(one: string, other: string): boolean {
  return one.toLowerCase() === other.toLowerCase();
}

function keysOf(record: object | undefined): readonly string[] {
  return Object.keys(record ?? {});
}
