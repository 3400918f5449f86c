/** Names of what is compared with others. */
export const PASSWORD = /pass|pwd|kenn/i;

/** What `valueAfter` reads of a sign behind the name of a key, where that is all that has to be looked at. */
const NEVER = 0;
const PERHAPS = 1;

/** Blanks that may stand before a sign. */
const WIDEST = 12;

const sign = (char: string): number => char.charCodeAt(0);
const TAB = 9;
const NEWLINE = 10;
const RETURN = 13;
const BLANK = 32;
const EXCLAMATION = sign('!');
const DOT = sign('.');
const EQUALS = sign('=');
const LESS = sign('<');
const QUESTION = sign('?');
const COLON = sign(':');
const SLASH = sign('/');
const MINUS = sign('-');

/** Signs that nothing is given behind: they end what stands there, or go on with an expression. */
const ENDS = new Uint8Array(128);
for (const char of ';}>&+-/%^~#)0123456789') ENDS[sign(char)] = 1;

/**
 * Whether no value can be given to the name that ends at a place, by the sign behind it: `token;`, `token === next`,
 * `token && rest`. So it is for nearly all names of a program. Says no where a value may be given all the same.
 *
 * @param line what stands before the name on its line
 * @param name those of passwords are compared with others as well
 */
export function isNeverGiven(text: string, end: number, line: string, name: string): boolean {
  let at = end;
  while (at < end + WIDEST && (text.charCodeAt(at) === BLANK || text.charCodeAt(at) === TAB)) at += 1;
  if (behind(text, at, name, line) === PERHAPS) return false;
  return !mayBeFallback(text, at) && !namesVariable(line);
}

function behind(text: string, at: number, name: string, line: string): number {
  const code = text.charCodeAt(at);
  const next = text.charCodeAt(at + 1);
  if (code === EQUALS) return next === EQUALS && !PASSWORD.test(name) ? NEVER : PERHAPS;
  if (code === EXCLAMATION || code === DOT) return PASSWORD.test(name) ? PERHAPS : NEVER;
  if (code === QUESTION) return next === QUESTION || next === COLON || next === EQUALS ? PERHAPS : NEVER;
  if (code === LESS) return next === SLASH || next === MINUS ? PERHAPS : NEVER;
  // The value stands below, where the name is one itself.
  if (code === NEWLINE || code === RETURN) return /\bname:/.test(line) ? PERHAPS : NEVER;
  return code < 128 && ENDS[code] === 1 ? NEVER : PERHAPS;
}

/** Behind a bracket what stands in for a variable may follow: `getenv(TOKEN) || "…"`. */
function mayBeFallback(text: string, at: number): boolean {
  return text.charCodeAt(at) === CLOSE && FALLBACK.test(text.slice(at, at + 8));
}

const CLOSE = sign(')');
const FALLBACK = /^[)"'\]]{1,3}[ \t]{0,2}(?:\|\||\?\?|\?:|or|,|\{)/;

/** What a variable is named behind, whose value then follows whatever stands between: `ENV TOKEN …`, `setx TOKEN …`. */
function namesVariable(line: string): boolean {
  const last = line.charCodeAt(line.length - 1);
  return (last === BLANK || last === TAB) && VARIABLE.test(line);
}

const VARIABLE = /(?:env|setx|set|set -\w{1,4})[ \t]{1,4}$/i;
