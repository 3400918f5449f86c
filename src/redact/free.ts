/**
 * What stands free: a stand-in is told from the text around it by its edges. No letter, digit or underscore of ASCII
 * stands on both sides of one.
 */
const WORD = new Uint8Array(128);
for (const char of 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_') {
  WORD[char.charCodeAt(0)] = 1;
}

const ESCAPED = new Set(Array.from('nrtbfv', (char) => char.charCodeAt(0)));
const BACKSLASH = 92;

/** Whether a code unit is part of a word; none (behind the end of a text, NaN) is not. */
export function isWord(code: number): boolean {
  return code < 128 && WORD[code] === 1;
}

/** Whether the code unit before `at` is the letter of an escape such as `\n`, which belongs to its backslash. */
export function isEscapeBefore(text: string, at: number): boolean {
  return ESCAPED.has(text.charCodeAt(at - 1)) && text.charCodeAt(at - 2) === BACKSLASH;
}

/** Whether something that stands free may begin at `at`. Two code units before it are looked at. */
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

/** Where the word ends that goes on at `at`. */
export function wordEnd(text: string, at: number): number {
  let end = at;
  while (isWord(text.charCodeAt(end))) end += 1;
  return end;
}
