const STEPS = [
  ['minute', 60_000, 60 * 60_000],
  ['hour', 60 * 60_000, 24 * 60 * 60_000],
  ['day', 24 * 60 * 60_000, 7 * 24 * 60 * 60_000],
] as const;

/**
 * How long ago something was, in a language's own words: `2 hours ago`. After a week the day is said.
 * @param at and `now` in milliseconds since 1970; a time to come is now.
 */
export function ago(at: number, now: number, language: string): string {
  const past = Math.max(0, now - at);
  for (const [unit, length, until] of STEPS) {
    if (past < until) {
      const words = new Intl.RelativeTimeFormat(known(language), { numeric: 'auto' });
      return words.format(-Math.floor(past / length), unit);
    }
  }
  return new Intl.DateTimeFormat(known(language), { dateStyle: 'medium' }).format(at);
}

/** Day and time in a language's own order. */
export function dayAndTime(at: number, language: string): string {
  return new Intl.DateTimeFormat(known(language), { dateStyle: 'medium', timeStyle: 'short' }).format(at);
}

/** The editor's language is a pack's name, which need not be one that the platform knows. */
function known(language: string): string {
  try {
    return Intl.getCanonicalLocales(language)[0] ?? 'en';
  } catch {
    return 'en';
  }
}
