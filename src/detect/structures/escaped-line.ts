/** The end of a line, a tab or what cannot be seen, as it is escaped in a string, behind its backslashes. */
const ESCAPED = /(?<!\\)(\\{1,8})(?:[nrt]|u00[01][0-9A-Fa-f])/g;
/** How a line begins that is empty or gives a value to a name: what stands before it is a line as well. */
const BEGINS_LINE =
  /\\{1,8}[nrt]|(?:\\{1,8}t){0,4}[ \t-]{0,16}(?:export )?[A-Za-z_][\w.-]{0,60}(?:=|:(?: |\\))/y;

/** How far back in its line the string is looked for that a place stands in, in UTF-16 code units. */
const BACK = 1024;
/** A string within a string within a string: nobody writes deeper ones. */
const DEPTHS = [1, 2, 4] as const;
/** What stands before a quote that opens a string, and behind one that closes one. */
const BEFORE_OPENING = /(?:^|[[({,:;=+\s>])(?:[rRbBfFuUL]{1,2})?$/;
const BEHIND_CLOSING = /^(?:$|[\s,;:)\]}+.])/;
/** What hands a value over: a string follows, whatever it begins with. */
const HANDS_OVER = /[[({,:=+]\s{0,8}(?:[rRbBfFuUL]{1,2})?$/;
/** What is escaped by the backslash before it, at the beginning of a word. */
const ESCAPED_LETTER = /^(?:[bfnrt]|u00[01][0-9A-Fa-f])(?=\w)/;
/** What may be escaped by the backslashes before it. */
const ESCAPABLE = /["'`bfnrtu/\\]/;

const BACKSLASH = 92;

/**
 * How much of what stands at an offset belongs to its line, where that line is one in a string and its end is escaped, as
 * in JSON: `DB_PASSWORD=…\nDSN=…`. All of it where nothing says so: a password may hold a backslash and an n as well.
 *
 * @param run what stands there, without blanks and quotes.
 */
export function lengthInLine(text: string, at: number, run: string): number {
  // Nearly all.
  if (!run.includes('\\')) return run.length;
  const asked = new Map<number, boolean>();
  for (const { 0: found, 1: slashes = '', index } of run.matchAll(ESCAPED)) {
    const inString = asked.get(slashes.length) ?? isInString(text, at, slashes.length);
    asked.set(slashes.length, inString);
    if (inString || beginsLine(text, at + index + found.length)) return index;
  }
  return run.length;
}

/** How many of the characters at the beginning of a word are escaped by a backslash before it: `\npostgres://…`. */
export function lengthOfEscaped(text: string, at: number, word: string): number {
  const slashes = slashesBefore(text, at);
  if (slashes === 0) return 0;
  const length = ESCAPED_LETTER.exec(word)?.[0].length ?? 0;
  return length > 0 && isInString(text, at, slashes) ? length : 0;
}

/**
 * A place without what is escaped at its beginning and without the backslashes at its end that escape what stands behind
 * it: what stands in for it would leave half an escape, and a string of JSON would be none any more.
 */
export function outsideEscapes(text: string, start: number, end: number): { start: number; end: number } {
  const from = start + lengthOfEscaped(text, start, text.slice(start, start + 6));
  const to = ESCAPABLE.test(text.charAt(end)) ? end - slashesBefore(text, end) : end;
  return from < to ? { start: from, end: to } : { start, end };
}

function slashesBefore(text: string, at: number): number {
  let from = at;
  // There are never so many.
  while (from > at - 16 && text.charCodeAt(from - 1) === BACKSLASH) from -= 1;
  return at - from;
}

function beginsLine(text: string, at: number): boolean {
  BEGINS_LINE.lastIndex = at;
  return BEGINS_LINE.test(text);
}

/**
 * Whether a place is in a string in which the last of so many backslashes escapes what is behind it. In a string within a
 * string each of them is written twice, as are those of the quotes around it: `{"a":"{\"b\":\"…\\n…\"}"}`.
 */
function isInString(text: string, at: number, slashes: number): boolean {
  // What is left over are backslashes of the text itself.
  const own = DEPTHS.find((one) => slashes % (2 * one) === one);
  if (own === undefined) return false;
  const stretch = text.slice(Math.max(0, at - BACK), at);
  const line = stretch.slice(stretch.lastIndexOf('\n') + 1);
  const double = lastQuote(line, '"', own - 1);
  // Nobody writes a line so long, but many a string is.
  if (own === 1 && double < 0 && line.length === BACK) return true;
  return opens(line, double, own) || opens(line, lastQuote(line, "'", own - 1), own);
}

/** The last of the quotes with exactly so many backslashes before them; -1 where there is none. */
function lastQuote(line: string, quote: string, slashes: number): number {
  for (let at = line.lastIndexOf(quote); at >= 0; at = at > 0 ? line.lastIndexOf(quote, at - 1) : -1)
    if (slashesBefore(line, at) === slashes) return at;
  return -1;
}

/** Whether the quote at a place opens a string rather than closes one. */
function opens(line: string, quote: number, own: number): boolean {
  if (quote < 0) return false;
  const start = quote - own + 1;
  const before = line.slice(Math.max(0, start - 12), start);
  return (
    HANDS_OVER.test(before) ||
    (BEFORE_OPENING.test(before) && !BEHIND_CLOSING.test(line.slice(quote + 1, quote + 2)))
  );
}
