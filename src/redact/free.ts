/**
 * What stands free: a stand-in is told from the text around it by its edges. No letter, digit or underscore of ASCII
 * stands on both sides of one.
 */
const WORD = new Uint8Array(128);
for (const char of 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_') {
  WORD[char.charCodeAt(0)] = 1;
}

const BACKSLASH = 92;

/** The longest escape is `\\u0041`. */
export const LONGEST_ESCAPE = 6;

/** A character in hexadecimal, up to where it is looked from. */
const IN_HEX = /\\(?:x[0-9A-Fa-f]{2}|u[0-9A-Fa-f]{4})$/;

/** Whether a code unit is part of a word; none (behind the end of a text, NaN) is not. */
export function isWord(code: number): boolean {
  return code < 128 && WORD[code] === 1;
}

/**
 * Whether what stands before `at` belongs to a backslash: the letter of `\n` or of a pattern's `\A`, the digits of
 * `\x41` and `\u0041`.
 */
function isEscapeBefore(text: string, at: number): boolean {
  const code = text.charCodeAt(at - 1) | 32;
  if (code >= 97 && code <= 122 && text.charCodeAt(at - 2) === BACKSLASH) return true;
  const x = text.charCodeAt(at - 4) === BACKSLASH || text.charCodeAt(at - LONGEST_ESCAPE) === BACKSLASH;
  return x && IN_HEX.test(text.slice(Math.max(0, at - LONGEST_ESCAPE), at));
}

/** Whether something that stands free may begin at `at`. So much before it is looked at as an escape is long. */
export function isFreeStart(text: string, at: number): boolean {
  return !isWord(text.charCodeAt(at - 1)) || !isWord(text.charCodeAt(at)) || isEscapeBefore(text, at);
}

/** Whether something that stands free may end before `at`. */
export function isFreeEnd(text: string, at: number): boolean {
  return !isWord(text.charCodeAt(at - 1)) || !isWord(text.charCodeAt(at));
}

/** Where the word begins that reaches up to `at`, not before `floor`. */
export function wordStart(text: string, at: number, floor: number): number {
  let start = at;
  while (start > floor && isWord(text.charCodeAt(start - 1)) && !isEscapeBefore(text, start)) start -= 1;
  return start;
}

/** Where the word ends that goes on at `at`; no further than `limit` is looked. */
export function wordEnd(text: string, at: number, limit = text.length): number {
  // A place behind the end would be no number to the platform, and make all of them slow.
  const last = Math.min(limit, text.length);
  let end = at;
  while (end < last && isWord(text.charCodeAt(end))) end += 1;
  return end;
}
