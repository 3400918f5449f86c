import type { Finding } from '../detect/finding.ts';
import { kindOf } from '../detect/kinds.ts';

/** What is known of a text's findings when it is searched for more. */
export interface FoundPlaces {
  /** Whether something is found that begins at a place and reaches to another or further. */
  isFound(start: number, end: number): boolean;
  /** Whether all of [start, end) goes as part of one secret: whatever is written in it, nobody is left to read it. */
  goesWhole(start: number, end: number): boolean;
}

/** Of a text in which nothing is found. */
export const NOTHING_FOUND: FoundPlaces = { isFound: () => false, goesWhole: () => false };

/** The places of findings, in any order. They are mostly asked for from the first to the last. */
export function foundPlaces(findings: readonly Finding[]): FoundPlaces {
  const inOrder = findings.every(({ start }, i) => i === 0 || start > (findings[i - 1]?.start ?? 0));
  const sorted = inOrder ? findings : findings.toSorted((a, b) => a.start - b.start || a.end - b.end);
  let last = -1;

  /** The last one that begins at a place or before it. */
  function upTo(place: number): Finding | undefined {
    if (last >= 0 && (sorted[last]?.start ?? 0) > place) last = -1;
    while (last + 1 < sorted.length && (sorted[last + 1]?.start ?? 0) <= place) last += 1;
    return last < 0 ? undefined : sorted[last];
  }

  return {
    isFound(start, end) {
      const one = upTo(start);
      return one !== undefined && one.start === start && one.end >= end;
    },
    goesWhole(start, end) {
      const one = upTo(start);
      // A piece of base64 goes with only that replaced in it which is known of it.
      return (
        one !== undefined &&
        one.end >= end &&
        kindOf(one.kind).class === 'secret' &&
        one.through === undefined
      );
    },
  };
}
