/** Names that fit what was typed behind `#`. */

/** Something with a name, and a path that is looked through as well. */
export interface Named {
  readonly label: string;
  /** Where it is; empty for what is nowhere. */
  readonly path: string;
}

/**
 * The names that hold all letters that were typed, in their order; the best first. A name that begins with them is
 * better than one they stand in, that than one that has them strewn, and any name than a path.
 */
export function bestNames<T extends Named>(query: string, all: readonly T[], most: number): T[] {
  const typed = query.toLowerCase();
  if (typed === '') return all.slice(0, most);
  const scored: { readonly one: T; readonly score: number }[] = [];
  for (const one of all) {
    const score = scoreOf(typed, one);
    if (score > 0) scored.push({ one, score });
  }
  return scored
    .toSorted((a, b) => b.score - a.score || a.one.path.length - b.one.path.length)
    .slice(0, most)
    .map(({ one }) => one);
}

function scoreOf(typed: string, { label, path }: Named): number {
  const name = label.toLowerCase();
  if (name === typed) return 6;
  if (name.startsWith(typed)) return 5;
  if (name.includes(typed)) return 4;
  const whole = path.toLowerCase();
  if (whole.includes(typed)) return 3;
  if (isStrewn(typed, name)) return 2;
  return isStrewn(typed, whole) ? 1 : 0;
}

function isStrewn(typed: string, text: string): boolean {
  let at = 0;
  for (const letter of typed) {
    at = text.indexOf(letter, at) + 1;
    if (at === 0) return false;
  }
  return true;
}
