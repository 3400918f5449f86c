/** No host is waited for longer than this, whatever it asks: a year, in seconds. */
const LONGEST = 366 * 24 * 60 * 60;

/**
 * Seconds from `now` that a `Retry-After` header asks to wait: a whole number of seconds, or a date (RFC 9110 10.2.3).
 * A date that is over is 0; what is neither is as good as none.
 *
 * @param now in milliseconds since 1970.
 */
export function secondsToWait(header: string | null, now: number): number | undefined {
  const text = header?.trim() ?? '';
  if (/^\d{1,20}(?:\.\d{1,20})?$/.test(text)) return Math.min(LONGEST, Math.ceil(Number(text)));
  if (!HTTP_DATE.test(text)) return undefined;
  const date = Date.parse(text);
  if (Number.isNaN(date)) return undefined;
  return Math.min(LONGEST, Math.max(0, Math.ceil((date - now) / 1000)));
}

/** The one form of a date that may still be written (RFC 9110 5.6.7); `Date.parse` alone would take a `-5` for a year. */
const HTTP_DATE = /^[A-Z][a-z]{2}, \d{2} [A-Z][a-z]{2} \d{4} \d{2}:\d{2}:\d{2} GMT$/;
