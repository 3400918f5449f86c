import type { Form, Given } from './value-after.ts';

/** How Perl and Ruby quote: `q(…)`, `qq{…}`, `qw(…)`, `%q(…)`, `%w[…]`. */
const OPENING = /(?:q[qw]?|%[qQwWiI])([([{<|!/])[ \t\r\n]{0,8}/y;
const CLOSING: Readonly<Record<string, string>> = { '(': ')', '[': ']', '{': '}', '<': '>' };
/** Quotes of words, of which each is a value. */
const OF_WORDS = /^(?:qw|%[wWiI])/;
const LONGEST = 512;

/** The value that begins at an offset (UTF-16 code units) in quotes made of a letter and a bracket; of several words the first. */
export function quotedByWord(text: string, at: number, form: Form): Given | undefined {
  const first = text.charCodeAt(at);
  if (first !== 113 && first !== 37) return undefined;
  OPENING.lastIndex = at;
  const found = OPENING.exec(text);
  if (found === null) return undefined;
  const start = OPENING.lastIndex;
  const bracket = found[1] ?? '';
  const rest = text.slice(start, start + LONGEST);
  const length = rest.indexOf(CLOSING[bracket] ?? bracket);
  if (length < 0) return undefined;
  const inside = rest.slice(0, length);
  // `q("…")` is a call.
  if (/["'`]/.test(inside)) return undefined;
  const value = OF_WORDS.test(found[0]) ? (/^\S*/.exec(inside)?.[0] ?? '') : inside.trimEnd();
  if (value === '' || value.includes('\n')) return undefined;
  return { start, end: start + value.length, quoted: true, form };
}

/** How long the quotes are that a string in [start, end) has within its own, `'"…"'`, `"\\"…\\""`; 0 without. */
export function lengthOfInnerQuote(text: string, start: number, end: number): number {
  const first = text.charCodeAt(start);
  if (first !== 34 && first !== 39 && first !== 92) return 0;
  const quote = /^\\?["']/.exec(text.slice(start, start + 2))?.[0] ?? '';
  return quote !== '' && end - start > 2 * quote.length && text.startsWith(quote, end - quote.length)
    ? quote.length
    : 0;
}
