import { isWord, wordStart } from './free.ts';
import type { Vault } from './vault.ts';

/** The number that a name ends with, standing free; or in the plural, as a model writes of several of one. */
const NUMBER = /[_-][0-9]{1,9}(?=s?(?![A-Za-z0-9_]))/g;

/** A whole name. */
const NAME = /^[A-Z][A-Z0-9_]{0,60}_[0-9]{1,9}$/;

const CAPITAL = /[A-Z]/;
const PERCENT = 37;
const HYPHEN = 45;
const UNDERSCORE = 95;

/** What a name begins with, up to its number. */
const BEGINNING = /^[A-Z][A-Z0-9_]{0,60}_$/;

/** A number, or a date, as data has it without quotes. */
const BARE = /\d{4}-\d\d-\d\d|-?\d{1,40}(?:\.\d{1,40})?/g;
/** Of fewer characters no number is made up. */
const SHORTEST_BARE = 7;

/** A name of ours is no longer, without its number. */
const LONGEST = 61;

/**
 * Keeps every name that has a placeholder's form and stands in a text of its own accord from being issued; and what is
 * written like one (`email_1`, `host-2`) from being taken for one that a model changed.
 */
export function reserveNames(text: string, vault: Vault): void {
  // A text may have a match in each line: no array is made for it.
  NUMBER.lastIndex = 0;
  while (NUMBER.test(text)) {
    const end = NUMBER.lastIndex;
    let index = end - 2;
    while (!isSign(text.charCodeAt(index))) index -= 1;
    const floor = Math.max(0, index - LONGEST - 1);
    const start = wordStart(text, index, floor);
    reserveWord(text, start, end, vault);
    const other = otherStart(text, start);
    if (other !== start) reserveWord(text, other, end, vault);
    let from = index;
    while (from > floor && (isWord(text.charCodeAt(from - 1)) || text.charCodeAt(from - 1) === HYPHEN))
      from -= 1;
    // As far as it may be one word, and without an escape before it.
    if (from < index) leaveAlone(text, from, end, vault);
    if (start < index && start !== from) leaveAlone(text, start, end, vault);
  }
}

/** Whether a code unit parts a number from what stands before it. */
function isSign(code: number): boolean {
  return code === UNDERSCORE || code === HYPHEN;
}

function reserveWord(text: string, start: number, end: number, vault: Vault): void {
  if (!CAPITAL.test(text.charAt(start))) return;
  const word = text.slice(start, end);
  if (NAME.test(word) && !vault.named(word)) vault.reserve(word);
}

/** Leaves alone what stands at [start, end) of a text, and its plural where it is in that. */
function leaveAlone(text: string, start: number, end: number, vault: Vault): void {
  if (text.charAt(end) === 's') vault.leaveAlone(text.slice(start, end + 1));
  const written = text.slice(start, end);
  if (!vault.named(written)) vault.leaveAlone(written);
}

/** Where a word may begin as well: the letter behind a backslash is of an escape or of the word, and so are digits behind `%`. */
function otherStart(text: string, start: number): number {
  const before = text.charCodeAt(start - 1);
  if (before === PERCENT) return start + 2;
  return isWord(before) ? start - 1 : start;
}

/** Keeps what a person writes of their own accord (`"EMAIL_" + n`) from being taken for a name that was cut off. */
export function reserveBeginnings(text: string, vault: Vault): void {
  for (let at = text.indexOf('_'); at >= 0; at = text.indexOf('_', at + 1)) {
    if (isWord(text.charCodeAt(at + 1))) continue;
    let start = at;
    while (start > at - LONGEST - 1 && isWord(text.charCodeAt(start - 1))) start -= 1;
    const beginning = text.slice(start, at + 1);
    if (BEGINNING.test(beginning)) vault.reserve(beginning);
  }
}

/**
 * Keeps every number that stands in a text from being made up for another: where both stand in the same data, one would
 * have to be told apart from the other.
 */
export function reserveNumbers(text: string, vault: Vault): void {
  for (const [number] of text.matchAll(BARE)) {
    if (number.length < SHORTEST_BARE) continue;
    vault.reserve(number);
    for (const digits of number.split(/[-.]/)) if (digits.length >= SHORTEST_BARE) vault.reserve(digits);
  }
}
