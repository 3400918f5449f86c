import { folded } from './fold.ts';
import { endsLabel, WRITTEN } from './labels.ts';

/** How many letters before a separator are looked at. */
const LETTERS = 5;
const SIZE = 1 << 17;

/** What letters are made of here: not what stands in a row of code, and no sign of the scripts of East Asia. */
export function isLetter(code: number): boolean {
  if (code < 128) return ((code | 32) - 97) >>> 0 < 26;
  if (code < 0xc0) return false;
  if (code < 0x2000) return true;
  return code >= 0x3041
    ? code < 0xff00 || (code > 0xff65 && code < 0xffe0) || isWideLetter(code)
    : code === 0x3005;
}

function isWideLetter(code: number): boolean {
  return ((code | 32) - 0xff41) >>> 0 < 26;
}

/** Letters of Chinese and Japanese are behind this code. */
const EAST = 0x3040;

/** What each letter of ASCII counts in a hash, in small; 0 for what is none. */
export const LETTER = Uint8Array.from({ length: 128 }, (_, code) =>
  ((code | 32) - 97) >>> 0 < 26 ? (code | 32) - 96 : 0,
);

/** The hash of the last letters of the word that ends before a place; a word of fewer ends it, and so does a capital. */
function hashBefore(text: string, end: number): number {
  let hash = 0;
  let behind = 0;
  for (let at = end - 1; at >= end - LETTERS; at--) {
    const code = text.charCodeAt(at);
    const letter = code < 128 ? (LETTER[code] ?? 0) : isLetter(code) ? code | 32 : 0;
    // A word of Chinese or Japanese tells by its last two, whatever Latin stands before them.
    if (letter === 0 || (code > EAST ? at < end - 2 : behind > EAST)) break;
    hash = ((hash << 5) - hash + letter) & (SIZE - 1);
    if (code < 91 && behind > 96) break;
    behind = code;
  }
  return hash;
}

/** What a label ends with, by its hash: `BEHIND` where only another word makes a label of it, `ALONE` where nothing has to. */
const ENDS = new Uint8Array(SIZE);
const BEHIND = 1;
const ALONE = 2;
/** The last three letters of ASCII a label may end with, five bits each; 0 stands for what is none. */
const THREE = new Uint8Array(1 << 15);

/** The number of a letter of ASCII, 0 for anything else. */
function letterAt(text: string, at: number): number {
  const code = text.charCodeAt(at);
  return code < 128 ? (LETTER[code] ?? 0) : 0;
}

/** Whether a label may end before a place by its last letters, the number of the last of which is known. */
export function mayEndByThree(text: string, end: number, last = 0): boolean {
  const second = text.charCodeAt(end - 2);
  const third = text.charCodeAt(end - 3);
  const two = (last << 10) | (second < 128 ? (LETTER[second] ?? 0) << 5 : 0);
  return THREE[two | (third < 128 ? (LETTER[third] ?? 0) : 0)] === 1;
}

for (const written of WRITTEN) {
  const label = written.replace(/[^\p{L}]+$/u, '').replace(/[(（]\p{L}{1,8}$/u, '');
  for (const spelling of [label, folded(label)]) {
    const word = /[\p{L}ー]+$/u.exec(spelling)?.[0] ?? '';
    // Single letters of Latin end nothing that is not looked up by the word before.
    if (/^[a-z]?$/i.test(word)) continue;
    const mark = endsLabel(word, '', false) ? ALONE : BEHIND;
    for (const cased of [word, word.toUpperCase()]) {
      const hash = hashBefore(cased, word.length);
      ENDS[hash] = Math.max(ENDS[hash] ?? 0, mark);
    }
    markThree(word);
  }
}

function markThree(word: string): void {
  const end = word.length;
  const [last, second, third] = [1, 2, 3].map((back) => letterAt(word, end - back));
  const two = ((last ?? 0) << 10) | ((second ?? 0) << 5);
  THREE[two | (third ?? 0)] = 1;
}

/** The longest word that is looked up. */
const LONGEST = 30;

/** Where the word that ends before a place begins: behind what is no letter, or at its last hump. */
function wordStart(text: string, end: number): number {
  let start = end;
  while (start > 0 && end - start < LONGEST) {
    const code = text.charCodeAt(start - 1);
    if (!isLetter(code)) break;
    start -= 1;
    if (
      isCapital(code) &&
      isSmall(text.charCodeAt(start + 1)) &&
      start < end - 1 &&
      isLetter(text.charCodeAt(start - 1))
    )
      break;
  }
  return start;
}

const isCapital = (code: number): boolean => (code - 65) >>> 0 < 26;
const isSmall = (code: number): boolean => (code - 97) >>> 0 < 26;
/** Blanks, and what words are joined with: `_`, `-`, `.`, and the marks of French and Italian. */
const isJoint = (code: number): boolean =>
  code === 32 || code === 95 || code === 45 || code === 46 || code === 39 || code === 0x2019 || code === 47;

/** Whether a label may end before a place, by its last letters. Says no to nearly all places after a few characters. */
export function mayEndLabel(text: string, end: number): boolean {
  return ENDS[hashBefore(text, end)] !== 0;
}

/** Whether the word that ends before a place is one that labels end with, behind the word before it. */
export function isEndOfLabel(text: string, end: number): boolean {
  const start = wordStart(text, end);
  let gap = start;
  while (start - gap < 2 && isJoint(text.charCodeAt(gap - 1))) gap -= 1;
  const isFirst = !isLetter(text.charCodeAt(gap - 1));
  if (isFirst && ENDS[hashBefore(text, end)] === BEHIND) return false;
  const before = isFirst ? '' : text.slice(wordStart(text, gap), gap);
  const code = text.charCodeAt(start - 1);
  const joined = before !== '' && (gap === start || code === 95 || code === 45);
  return endsLabel(text.slice(start, end), before, joined);
}

/** What ends labels by the hash of the last letters, and a mark for each last three of ASCII behind, for `kernel/labels.as.ts`. */
export const LABEL_ENDS = Uint8Array.from([...ENDS, ...THREE]);
