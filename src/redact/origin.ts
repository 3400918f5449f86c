import type { View } from '../detect/layers/view.ts';
import type { Redacted } from './redact.ts';

/** A range of a text in UTF-16 code units; `end` is exclusive. */
export interface Range {
  readonly start: number;
  readonly end: number;
}

/**
 * Where a range of a redacted text comes from in the original. An end that lies in a stand-in takes in the whole
 * of what it stands for.
 */
export function originOf({ replacements }: Redacted, { start, end }: Range): Range {
  return { start: pointOf(replacements, start, 'start'), end: pointOf(replacements, end, 'end') };
}

function pointOf(replacements: Redacted['replacements'], point: number, side: 'start' | 'end'): number {
  /** How much longer the original is than the redacted text, up to here. */
  let surplus = 0;
  for (const replacement of replacements) {
    const at = replacement.start - surplus;
    const after = at + replacement.standIn.name.length;
    if (point <= at) break;
    if (point < after) return replacement[side];
    surplus = replacement.end - after;
  }
  return point + surplus;
}

/**
 * Where a range of what was undone of a text comes from in the text itself.
 *
 * @param views from the one that was made of the text to the one that the range is of.
 * @returns undefined where it comes from no one place.
 */
export function originThrough(
  range: Range,
  views: readonly View[],
): (Range & { readonly inPiece: boolean }) | undefined {
  let { start, end } = range;
  let inPiece = false;
  for (const view of views.toReversed()) {
    const origin = view.originOf(start, end);
    if (!origin) return undefined;
    ({ start, end } = origin);
    inPiece ||= origin.piece !== undefined;
  }
  return { start, end, inPiece };
}
