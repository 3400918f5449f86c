import type { Tone } from '../protocol/atoms.ts';
import type { FoundView } from '../protocol/review.ts';
import { TONES } from './loudest.ts';

/** A stretch of text to mark; stretches do not overlap and are in the order of the text. */
export interface Mark {
  /** UTF-16 code units, end exclusive. */
  readonly start: number;
  readonly end: number;
  readonly tone: Tone;
}

/**
 * What to mark in a text of `length` code units. Where findings overlap the loudest shows. A sweep over their ends:
 * linear in findings once these are sorted.
 */
export function marksOf(found: readonly FoundView[], length: number): Mark[] {
  const edges = found
    .map(({ start, end, tone }) => ({ start, end: Math.min(end, length), tone }))
    .filter(({ start, end }) => start < end)
    .flatMap(({ start, end, tone }) => [
      { at: start, tone, step: 1 },
      { at: end, tone, step: -1 },
    ])
    .sort((a, b) => a.at - b.at);
  const open: Record<Tone, number> = { bad: 0, caution: 0, unknown: 0, info: 0, good: 0 };
  const marks: Mark[] = [];
  let from = 0;
  for (const { at, tone, step } of edges) {
    const loudest = TONES.find((one) => open[one] > 0);
    if (loudest && from < at) extend(marks, { start: from, end: at, tone: loudest });
    open[tone] += step;
    from = at;
  }
  return marks;
}

/** Adds a stretch, or lengthens the one before where the two are one to the eye. */
function extend(marks: Mark[], mark: Mark): void {
  const last = marks.at(-1);
  if (last && last.end === mark.start && last.tone === mark.tone) {
    marks[marks.length - 1] = { ...last, end: mark.end };
  } else marks.push(mark);
}
