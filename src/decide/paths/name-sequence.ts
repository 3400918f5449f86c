import type { NamePattern } from './name-pattern.ts';
import type { PathNames } from './path-names.ts';

/** Patterns for the names of a path, one after the other; `**` stands for any names, also none. */
export type NameSequence = readonly (NamePattern | '**')[];

/** Whether a sequence is about a path; `names` are folded where case is to be ignored. */
export function matchesSequence(
  sequence: NameSequence,
  names: PathNames['names'],
  ignoreCase: boolean,
): boolean {
  let at = 0;
  let from = 0;
  let star = -1;
  let resume = 0;
  for (;;) {
    const one = sequence[at];
    if (one === '**') {
      if (at === sequence.length - 1) return true;
      star = at++;
      resume = from;
      continue;
    }
    const name = names[from];
    if (one === undefined && name === undefined) return true;
    if (one !== undefined && name !== undefined && (ignoreCase ? one.fitsFolded(name) : one.fits(name))) {
      at++;
      from++;
    } else if (star >= 0 && resume < names.length) {
      at = star + 1;
      from = ++resume;
    } else {
      return false;
    }
  }
}
