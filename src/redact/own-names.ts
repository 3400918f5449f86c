import { isWord, wordStart } from './free.ts';
import type { Vault } from './vault.ts';

/** The number that a name ends with, standing free. */
const NUMBER = /[_-][0-9]{1,9}(?![A-Za-z0-9_])/g;

/** A name of ours is no longer, without its number. */
const LONGEST = 61;

/**
 * Keeps every name that has a placeholder's form and stands in a text of its own accord from being issued; and what is
 * written like one (`email_1`, `host-2`) from being taken for one that a model changed.
 */
export function reserveNames(text: string, vault: Vault): void {
  for (const { 0: number, index } of text.matchAll(NUMBER)) {
    const end = index + number.length;
    const floor = Math.max(0, index - LONGEST - 1);
    const start = wordStart(text, index, floor);
    const word = text.slice(start, end);
    if (/^[A-Z][A-Z0-9_]{0,60}_[0-9]{1,9}$/.test(word) && !vault.named(word)) vault.reserve(word);
    let from = index;
    while (from > floor && (isWord(text.charCodeAt(from - 1)) || text.charAt(from - 1) === '-')) from -= 1;
    if (from < index && !vault.named(text.slice(from, end))) vault.leaveAlone(text.slice(from, end));
  }
}
