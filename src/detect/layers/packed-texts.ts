import { surveyWithoutLiterals } from '../survey/survey.ts';
import { type LayerName, MAX_GROWTH } from './layer.ts';
import { findPieces } from './pieces.ts';
import type { View } from './view.ts';

/** A text that is packed in another one: all that is written at [start, end) there. */
export interface PackedText {
  readonly start: number;
  readonly end: number;
  /** How it is packed, and how that is written. */
  readonly layers: readonly LayerName[];
  readonly text: string;
}

/** With what gzip and zlib begin in base64, as `candidates.ts` knows them, and in hex, whatever stands between the digits. */
const MAY_BE_PACKED =
  /H4sI|eJ[wxyz]|1[fF][^0-9A-Za-z]{0,4}(?:0x|\\x)?8[bB]|78[^0-9A-Za-z]{0,4}(?:0x|\\x)?(?:01|5[eE]|9[cC]|[dD][aA])/;

/**
 * The texts that are packed in a text by gzip or zlib, in base64 or hex, however deep that is encoded; none within another.
 *
 * @param levels what is undone of the text, of which the first is of the text, and each other of the one before.
 */
export async function packedTexts(text: string, levels: readonly View[]): Promise<readonly PackedText[]> {
  const found: PackedText[] = [];
  const budget = { left: MAX_GROWTH * text.length };
  for (const [depth, source] of [text, ...levels.map((view) => view.text)].entries()) {
    if (!MAY_BE_PACKED.test(source)) continue;
    const pieces = await findPieces(source, surveyWithoutLiterals(source), budget, () => false, false);
    for (const { start, end, layers, text: inner } of pieces) {
      if (inner === undefined || !layers.includes('gzip')) continue;
      const place = inText(levels.slice(0, depth), start, end);
      const isKnown = found.some((one) => one.start === place?.start && one.end === place.end);
      if (place !== undefined && !isKnown) found.push({ ...place, layers, text: inner });
    }
  }
  return found.toSorted((a, b) => a.start - b.start);
}

/** The place in the text of one in the last of its levels; undefined where it is of no one place. */
function inText(
  levels: readonly View[],
  start: number,
  end: number,
): { readonly start: number; readonly end: number } | undefined {
  let place: { readonly start: number; readonly end: number } | undefined = { start, end };
  for (const view of levels.toReversed()) {
    if (place === undefined) return undefined;
    place = view.originOf(place.start, place.end);
  }
  return place && { start: place.start, end: place.end };
}
