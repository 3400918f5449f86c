import { hasRemark, lettersBefore, mayFollowLabel } from './read-label.ts';
import { HEADER } from './tables/rows.ts';

/** The signs a label may stand before. */
export const SIGNS = [':', '=', '>', '|', '\t', ',', ';', '</', '：', '\u3000'] as const;
export type Sign = (typeof SIGNS)[number];

/** After so many signs that stand between titles only, a power of two, the rest of a long line is passed over. */
const NOW_AND_THEN = 32;
const NEWLINE = 10;
const BLANK = 32;

/**
 * Calls back for each place of a sign that a label may stand before by the last letters there, and where these end:
 * sign by sign, each in the order of the text. Most of what it costs is to find the signs, so each is looked for by
 * itself: that is quicker than one walk over every character.
 */
export function eachSeparator(
  text: string,
  onPlace: (at: number, sign: Sign, letters: number) => void,
): void {
  for (const sign of SIGNS) {
    const isOfTitles = sign === ',' || sign === ';';
    const remark = hasRemark(sign);
    let seen = 0;
    for (let at = text.indexOf(sign, 1); at > 0; at = text.indexOf(sign, at + 1)) {
      if (mayFollowLabel(text, at, remark)) {
        const letters = lettersBefore(text, at);
        if (letters >= 0 && goesOn(text, at, sign)) onPlace(at, sign, letters);
      }
      if (isOfTitles && (seen = (seen + 1) & (NOW_AND_THEN - 1)) === 0) at = nearLineEnd(text, at);
      if (at < 0) break;
    }
  }
}

/** The place itself, or where its line comes close enough to its end for titles; -1 where it does not end. */
function nearLineEnd(text: string, at: number): number {
  const end = text.indexOf('\n', at);
  return end < 0 ? -1 : Math.max(at, end - HEADER - 1);
}

/** Whether there stands behind a sign what has to; code is full of some otherwise. */
function goesOn(text: string, at: number, sign: Sign): boolean {
  if (sign === ';') return text.charCodeAt(at + 1) > BLANK;
  return sign !== ',' || text.charCodeAt(at + 1) !== NEWLINE;
}
