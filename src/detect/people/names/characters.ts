/** The longest word that is looked at, in UTF-16 code units. */
export const LONGEST = 24;

const LETTER = 1;
const CAPITAL = 2;
const OTHER_LETTER = /[\p{L}\p{M}’]/u;
/** What the characters of Latin writing are to a name. */
const CLASSES = Uint8Array.from({ length: 0x250 }, (_, code) => {
  const char = String.fromCharCode(code);
  return (/[\p{L}'-]/u.test(char) ? LETTER : 0) | (/\p{Lu}/u.test(char) ? CAPITAL : 0);
});

/** The word at a place, at most `LONGEST` UTF-16 code units of it. */
export function wordAt(text: string, at: number): string {
  let end = at;
  while (end < at + LONGEST && isLetterAt(text, end)) end += 1;
  return text.slice(at, end);
}

/** Whether a letter, a hyphen or an apostrophe stands at a place. */
export function isLetterAt(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  return code < 0x250 ? ((CLASSES[code] ?? 0) & LETTER) !== 0 : OTHER_LETTER.test(text.charAt(at));
}

/** Whether a character that is no letter makes one word of what is behind it: `a1Name`, `_Name`, `.Name`, `@Name`. */
export function isJoined(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  if (code < 128)
    return (
      (code > 47 && code < 58) || code === 95 || code === 46 || code === 64 || code === 35 || code === 36
    );
  return OTHER_LETTER.test(text.charAt(at));
}

/** Whether a character is a hyphen or an apostrophe. */
export function isSign(code: number): boolean {
  return code === 45 || code === 39 || code === 0x2019;
}

/** Whether a word goes on in small letters, or is a particle of a name such as `O'`. */
export function isSmallAt(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  return (code > 96 && code < 123) || code === 39 || code === 46 || code > 127;
}

/** Whether a capital stands at a place. */
export function isCapitalAt(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  return code < 0x250 ? ((CLASSES[code] ?? 0) & CAPITAL) !== 0 : /\p{Lu}/u.test(text.charAt(at));
}
