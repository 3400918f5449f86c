import { isCapital, isDigit, isSmall, isWordly } from './masks.ts';
import type { Bounds } from '../survey/bounds.ts';
import { treeOf } from './word-tree.ts';

/** A word found in a text, and all that it announces. */
export interface FoundWord<T> {
  readonly end: number;
  readonly values: readonly T[];
}

/** Words in all their joinings, looked up where an engine saw one of them. */
export interface WordList<T> {
  /** What the words begin with: all but those that begin with a shorter one. Small letters as far as ASCII goes. */
  readonly starts: readonly string[];
  /** What has to stand around one of the starts. */
  bounds(start: string): Bounds;
  /** Whether a word may begin where one of the starts stands; says no to most short ones that are a piece of another. */
  mayBegin(text: string, at: number): boolean;
  /** The longest word that begins at a place of a text and is not a piece of another word. */
  at(text: string, at: number): FoundWord<T> | undefined;
}

/** Shorter words are looked for whole: their letters stand in many others. */
const DISTINCT = 7;
/** What people join to a short word: `ssnNumber` needs none of these, `SSNS` and `nifs` do. */
const JOINED = /(?:s|no|nr|num|numbers?|nummer|numero|id|code|value|text|field|column)(?![a-z])/iy;
/** The letters these begin with. */
const JOINTS = 'snivtfcSNIVTFC';

interface Entry<T> {
  readonly word: string;
  readonly values: T[];
}

/** Files words under what they announce; several rows may share a word. */
export function wordList<T>(
  rows: Iterable<{ readonly words: readonly string[]; readonly value: T }>,
): WordList<T> {
  const entries = new Map<string, Entry<T>>();
  for (const { words, value } of rows) {
    for (const word of words) {
      const entry = entries.get(word) ?? { word, values: [] };
      if (!entry.values.includes(value)) entry.values.push(value);
      entries.set(word, entry);
    }
  }
  for (const entry of entries.values()) addShorter(entry, entries);
  const tree = treeOf(entries.keys());
  const sorted = [...entries.values()];
  const starts = [...entries.keys()].filter((word) => !beginsWithAnother(word, entries));
  const ofLong = new Uint8Array(SIZE);
  for (const start of starts) if (start.length >= DISTINCT) ofLong[threeAt(start, 0)] = 1;
  return {
    starts,
    bounds(start) {
      if (start.length >= DISTINCT) return {};
      const longer = [...entries.keys()].filter(
        (word) => word.length > start.length && word.startsWith(start),
      );
      const letters = longer.map((word) => word.charAt(start.length)).join('') + JOINTS.toLowerCase();
      // A letter beyond ASCII is told apart by nobody here, and ends no word.
      return { apart: true, noDigitBefore: true, letters: letters.replace(/[^a-z]/g, '') };
    },
    mayBegin: (text, at) => standsApart(text, at) || ofLong[threeAt(text, at)] === 1,
    at(text, at) {
      let found: FoundWord<T> | undefined;
      tree.walk(text, at, (number, end) => {
        if (isWhole(text, at, end)) found = { end, values: sorted[number]?.values ?? [] };
      });
      return found;
    },
  };
}

/** How many numbers three characters have here. */
const SIZE = 1 << 15;

/** Three characters from a place on as a number, letters of ASCII in either case the same. */
function threeAt(text: string, at: number): number {
  const [first, second, third] = [text.charCodeAt(at), text.charCodeAt(at + 1), text.charCodeAt(at + 2)];
  return ((first & 31) << 10) | ((second & 31) << 5) | (third & 31);
}

function beginsWithAnother(word: string, entries: ReadonlyMap<string, unknown>): boolean {
  for (let length = 3; length < word.length; length++) if (entries.has(word.slice(0, length))) return true;
  return false;
}

/** What may follow a word to make a longer one that announces the same. */
const REST = /^[ _.-]|^(?:id|no|nr|num|number|nummer|code|card|address|nummer)$/;

/** A longer word announces what its beginning does as well: `vat id` is a `vat`. */
function addShorter<T>(entry: Entry<T>, entries: ReadonlyMap<string, Entry<T>>): void {
  for (let length = entry.word.length - 1; length > 2; length--) {
    const shorter = REST.test(entry.word.slice(length))
      ? entries.get(entry.word.slice(0, length))
      : undefined;
    for (const value of shorter?.values ?? []) if (!entry.values.includes(value)) entry.values.push(value);
  }
}

/** Whether a word is of a script an engine that folds ASCII cannot tell letters of. */
export function isForeign(word: string): boolean {
  return /[\u0370-\u1dff\u2e80-\uffff]/.test(word);
}

/**
 * The spellings of a word: `social security` is written `social_security`, `social-security` and `socialSecurity` as
 * well, and accents go missing (a space at the end stays one). Greek and Cyrillic capitals are spellings of their own.
 */
export function spellingsOf(word: string): string[] {
  if (isForeign(word)) {
    return [...new Set([word, word.toUpperCase(), word.charAt(0).toUpperCase() + word.slice(1)])];
  }
  const plain = word.normalize('NFD').replace(/[\u0300-\u036f]/g, '');
  // An engine folds the case of ASCII only; what is written in capitals has its accents in capitals.
  const loud = word.replace(/[\u00c0-\u1fff]/g, (letter) => letter.toUpperCase());
  return [...new Set([word, plain, loud])].flatMap((spelling) =>
    / ./.test(spelling) ? [' ', '_', '-', ''].map((joint) => spelling.replaceAll(' ', joint)) : [spelling],
  );
}

/** Whether no word that goes on at a place begins before it: the first letter of one by itself, or of a camel's hump. */
function standsApart(text: string, at: number): boolean {
  const before = text.charCodeAt(at - 1);
  return !isDigit(before) && !isCapital(before) && (!isSmall(before) || isCapital(text.charCodeAt(at)));
}

/** Whether a short word is one by itself or a hump of a camel. */
function isWhole(text: string, at: number, end: number): boolean {
  if (end - at >= DISTINCT) return true;
  if (!standsApart(text, at)) return false;
  const next = text.charCodeAt(end);
  if (!isWordly(next) || isDigit(next)) return true;
  if (isCapital(next) && isSmall(text.charCodeAt(end - 1))) return true;
  if (!JOINTS.includes(text.charAt(end))) return false;
  JOINED.lastIndex = end;
  return JOINED.test(text);
}
