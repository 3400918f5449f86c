import type { NamePattern } from './name-pattern.ts';
import type { PathNames } from './path-names.ts';
import type { Work } from './work.ts';

/** Patterns for the names of a path, one after the other; `**` stands for any names, also none. */
export type NameSequence = readonly (NamePattern | '**')[];

/** What it costs to compare a name at all. */
const STEPS_A_NAME = 4;

/**
 * Whether a sequence is about a path; `names` are folded where case is to be ignored. What stands before the first `**` and
 * behind the last is tried in one place, so that it is never slower than path times what stands between two of them.
 */
export function matchesSequence(
  sequence: NameSequence,
  names: PathNames['names'],
  ignoreCase: boolean,
  work: Work,
): boolean {
  const first = sequence.indexOf('**');
  const last = sequence.lastIndexOf('**');
  const behind = sequence.length - last - 1;
  /** Where what stands behind the last `**` has to begin. */
  const end = first < 0 ? 0 : names.length - behind;
  if (first < 0 ? names.length !== sequence.length : end < first) return false;
  if (!fitsAt(last + 1, sequence.length, end)) return false;
  if (first < 0) return true;
  if (!fitsAt(0, first, 0)) return false;
  let from = first;
  for (let at = first + 1; at <= last;) {
    const next = sequence.indexOf('**', at);
    for (; from + next - at <= end; from++) if (fitsAt(at, next, from)) break;
    from += next - at;
    if (from > end) return false;
    at = next + 1;
  }
  return true;

  /** Whether patterns of the sequence fit the names from one on. */
  function fitsAt(start: number, stop: number, name: number): boolean {
    for (let at = start; at < stop; at++) {
      work.spend(STEPS_A_NAME);
      const one = sequence[at];
      const text = names[name + at - start];
      if (one === undefined || one === '**' || text === undefined) return false;
      if (!(ignoreCase ? one.fitsFolded(text, work) : one.fits(text, work))) return false;
    }
    return true;
  }
}
