import type { ReviewView } from '../../protocol/review.ts';

/** A finding with its place among those of the review. */
interface Placed {
  readonly at: number;
  readonly start: number;
  readonly end: number;
}

/** What was found in the text that was typed, in its order. */
function typed({ parts, found }: Pick<ReviewView, 'parts' | 'found'>): Placed[] {
  const own = parts.findIndex(({ attached }) => attached === '');
  return found
    .map(({ part, start, end }, at) => ({ part, start, end, at }))
    .filter(({ part }) => part === own)
    .sort((a, b) => a.start - b.start || a.end - b.end);
}

/**
 * The finding to go to from a place in the text: the next one behind it, or the last one before; from the end it goes on at
 * the beginning, as in the editor.
 *
 * @returns its place among the findings of the review; undefined where there is none.
 */
export function stepFrom(
  review: Pick<ReviewView, 'parts' | 'found'>,
  caret: number,
  back: boolean,
): number | undefined {
  const all = typed(review);
  const next = back ? all.findLast(({ end }) => end < caret) : all.find(({ start }) => start > caret);
  return (next ?? all.at(back ? -1 : 0))?.at;
}

/** The finding after another one, of all parts, round and round. */
export function stepOn({ found }: Pick<ReviewView, 'found'>, at: number, back: boolean): number {
  return (at + (back ? found.length - 1 : 1)) % Math.max(1, found.length);
}

/** The findings in the text that was typed that a place in it touches, the shortest first. */
export function findingsAt(review: Pick<ReviewView, 'parts' | 'found'>, caret: number): Placed[] {
  return typed(review)
    .filter(({ start, end }) => start <= caret && caret <= end)
    .sort((a, b) => a.end - a.start - (b.end - b.start));
}
