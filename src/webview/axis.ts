import type { ComparisonView, Span } from '../protocol/comparison.ts';

/** Where the marks of the axis stand, from 0 to 1. Beyond `halfYear` years go on up to `endless`. */
export const TICKS: readonly (readonly [keyof ComparisonView['labels']['ticks'], number])[] = [
  ['none', 0],
  ['day', 0.2],
  ['month', 0.4],
  ['halfYear', 0.6],
  ['endless', 0.8],
  ['unstated', 1],
];

/** Days and where they stand; between two of them it goes by the logarithm, as the steps grow so. */
const STOPS: readonly (readonly [days: number, at: number])[] = [
  [0, 0],
  [1, 0.2],
  [30, 0.4],
  [180, 0.6],
  // Ten years: what is kept for longer stands as near to the end, and never on it.
  [3_650, 0.77],
];

/**
 * Where the end of a span stands on the one axis, from 0 (nothing is kept) to 1 (nobody says for how long). An unknown
 * is always farther out than anything that is stated, and what has no end farther than any number of days.
 */
export function placeOnAxis(span: Span): number {
  if (span.is === 'unstated') return 1;
  if (span.is === 'endless') return 0.8;
  const { days } = span;
  let [fromDays, from] = STOPS[0] ?? [0, 0];
  for (const [toDays, to] of STOPS) {
    if (days <= toDays) {
      const share = toDays === fromDays ? 1 : Math.log1p(days - fromDays) / Math.log1p(toDays - fromDays);
      return from + (to - from) * share;
    }
    [fromDays, from] = [toDays, to];
  }
  return from;
}
