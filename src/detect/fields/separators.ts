import { hasRemark, lettersBefore, mayFollowLabel } from './read-label.ts';
import type { Survey } from '../survey/survey.ts';

/** The signs a label may stand before. */
export const SIGNS = [':', '=', '>', '|', '\t', ',', ';', '</', '：', '\u3000', ' '] as const;
export type Sign = (typeof SIGNS)[number];

/** Those no survey looks for. */
const WIDE: ReadonlySet<Sign> = new Set(['：', '\u3000', ' ']);
/** Kana and the signs of Chinese begin here. */
const EAST = 0x3040;

/** Places of one sign, and where the letters before each end, one after the other. */
type PlacesOfSign = number[];

/**
 * Calls back for each place of a sign that a label may stand before by the last letters there, and where these end:
 * sign by sign, each in the order of the text.
 */
export function eachSeparator(
  text: string,
  { labels, beyondAscii }: Survey,
  onPlace: (at: number, sign: Sign, letters: number) => void,
): void {
  const bySign = new Map<number, PlacesOfSign>();
  for (const sign of SIGNS) if (!WIDE.has(sign)) bySign.set(sign.charCodeAt(0), []);
  for (let i = 0; i < labels.length; i++) {
    const at = labels.first(i);
    const letters = at > 0 ? lettersAt(text, at, REMARKED[labels.second(i)] === 1) : -1;
    if (letters >= 0) bySign.get(labels.second(i))?.push(at, letters);
  }
  for (const sign of SIGNS) {
    if (sign === ' ') {
      eachBlankOfEast(text, beyondAscii, (at, letters) => onPlace(at, sign, letters));
      continue;
    }
    if (WIDE.has(sign)) {
      for (let at = text.indexOf(sign, 1); at > 0; at = text.indexOf(sign, at + 1)) {
        const letters = lettersAt(text, at, hasRemark(sign));
        if (letters >= 0) onPlace(at, sign, letters);
      }
      continue;
    }
    const places = bySign.get(sign.charCodeAt(0)) ?? [];
    for (let i = 0; i < places.length; i += 2) onPlace(places[i] ?? 0, sign, places[i + 1] ?? 0);
  }
}

/** A blank between two signs of Chinese or Japanese, which have none between words: `姓名 王丽娟`. */
function eachBlankOfEast(
  text: string,
  stretches: Survey['beyondAscii'],
  onBlank: (at: number, letters: number) => void,
): void {
  for (let i = 0; i < stretches.length; i++) {
    const end = stretches.second(i);
    for (
      let at = text.indexOf(' ', stretches.first(i) + 1);
      at > 0 && at < end;
      at = text.indexOf(' ', at + 1)
    ) {
      if (text.charCodeAt(at - 1) <= EAST || text.charCodeAt(at + 1) <= EAST) continue;
      const letters = lettersAt(text, at, false);
      if (letters >= 0) onBlank(at, letters);
    }
  }
}

/** Where the letters of a label before a sign end, -1 where none may stand there. */
function lettersAt(text: string, at: number, remark: boolean): number {
  return mayFollowLabel(text, at, remark) ? lettersBefore(text, at) : -1;
}

/** For each sign of ASCII, whether a remark in brackets may stand before it. */
const REMARKED = Uint8Array.from({ length: 128 }, (_, code) =>
  SIGNS.some((sign) => sign.charCodeAt(0) === code && hasRemark(sign)) ? 1 : 0,
);
