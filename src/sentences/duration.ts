import type { Translate } from './translate.ts';

/** A time to wait as people say it, never shorter than it is: `40 s`, `5 min`, `3 h`, `2 days`. */
export function waitInWords(seconds: number, t: Translate): string {
  if (seconds <= 90) return t('{0} s', seconds);
  const minutes = Math.ceil(seconds / 60);
  if (minutes <= 90) return t('{0} min', minutes);
  const hours = Math.ceil(minutes / 60);
  return hours <= 36 ? t('{0} h', hours) : t('{0} days', Math.ceil(hours / 24));
}
