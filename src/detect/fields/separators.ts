import { lettersBefore } from './read-label.ts';

/** The signs a label may stand before. */
export const SIGNS = [':', '=', '>', '|', '\t', ',', ';', ')', '</', '：', '\u3000'] as const;
export type Sign = (typeof SIGNS)[number];

const NEWLINE = 10;
const TAB = 9;
const BLANK = 32;

/**
 * Calls back for each place of a sign that a label may stand before by the last letters there, and where these end:
 * sign by sign, each in the order of the text.
 */
export function eachSeparator(
  text: string,
  onPlace: (at: number, sign: Sign, letters: number) => void,
): void {
  for (const sign of SIGNS) {
    const goesOn = GOES_ON[sign];
    for (let at = text.indexOf(sign, 1); at > 0; at = text.indexOf(sign, at + 1)) {
      if (sign === '\t') at = lastOfTabs(text, at);
      else if (goesOn !== undefined && !goesOn(text, at)) continue;
      const letters = lettersBefore(text, at);
      if (letters >= 0) onPlace(at, sign, letters);
    }
  }
}

/** What has to stand behind some signs; code is full of them otherwise. */
const GOES_ON: Readonly<Partial<Record<Sign, (text: string, at: number) => boolean>>> = {
  ';': (text, at) => text.charCodeAt(at + 1) > BLANK,
  ',': (text, at) => text.charCodeAt(at + 1) !== NEWLINE,
  ')': (text, at) => isBeforeValues(text, at),
};

function isBeforeValues(text: string, at: number): boolean {
  let next = at + 1;
  while (next < at + 24 && (text.charCodeAt(next) === BLANK || text.charCodeAt(next) === NEWLINE)) next += 1;
  return (text.charCodeAt(next) | 32) === 118; // v
}

/** Tabs that indent a line stand in rows, and no label stands before them. */
function lastOfTabs(text: string, from: number): number {
  let at = from;
  while (
    text.charCodeAt(at + 1) === TAB ||
    (text.charCodeAt(at + 1) === NEWLINE && text.charCodeAt(at + 2) === TAB)
  )
    at += 1;
  return text.charCodeAt(from - 1) === NEWLINE || at === from ? at : from;
}
