import { hasRemark, lettersBefore, mayFollowLabel } from './read-label.ts';
import type { Survey } from '../survey/survey.ts';

/** The signs a label may stand before. */
export const SIGNS = [':', '=', '>', '|', '\t', ',', ';', '</', '：', '\u3000'] as const;
export type Sign = (typeof SIGNS)[number];

/** Those no survey looks for. */
const WIDE: ReadonlySet<Sign> = new Set(['：', '\u3000']);

/**
 * Calls back for each place of a sign that a label may stand before by the last letters there, and where these end:
 * sign by sign, each in the order of the text.
 */
export function eachSeparator(
  text: string,
  { labels }: Survey,
  onPlace: (at: number, sign: Sign, letters: number) => void,
): void {
  for (const sign of SIGNS) {
    const remark = hasRemark(sign);
    const look = (at: number): void => {
      if (!mayFollowLabel(text, at, remark)) return;
      const letters = lettersBefore(text, at);
      if (letters >= 0) onPlace(at, sign, letters);
    };
    if (WIDE.has(sign)) {
      for (let at = text.indexOf(sign, 1); at > 0; at = text.indexOf(sign, at + 1)) look(at);
      continue;
    }
    const code = sign.charCodeAt(0);
    for (let i = 0; i < labels.length; i++) {
      const at = labels.first(i);
      if (labels.second(i) === code && at > 0) look(at);
    }
  }
}
