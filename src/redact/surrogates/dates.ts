import { withDigits } from './same-shape.ts';

/**
 * A date of long ago, written as the value is: the day and the month are the same number, so that it is the same date
 * in the order of any country. Undefined for one in words, and when there are none left.
 */
export function longAgo(value: string, number: number): string | undefined {
  const left = number - 1;
  const year = String(1900 + Math.floor(left / 12));
  const day = String((left % 12) + 1).padStart(2, '0');
  if (left >= 12 * 20) return undefined;
  const parts = value.match(/\d+/g) ?? [];
  if (parts.length !== 3 && parts.length !== 6) return undefined;
  const [first = '', second = '', third = ''] = parts;
  const shaped = (digits: string, rest = ''): string | undefined => withDigits(value, digits + rest);
  const short = (part: string): string => (part.length === 1 ? String(Number(day) % 10 || 1) : day);
  const clock = '0'.repeat(parts.slice(3).join('').length);
  if (first.length === 4) return shaped(year + short(second) + short(third), clock);
  if (third.length === 4) return shaped(short(first) + short(second) + year, clock);
  return third.length === 2 ? shaped(short(first) + short(second) + year.slice(2), clock) : undefined;
}
