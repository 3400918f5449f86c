import { mayBeOne } from './characters.ts';
import type { Reader } from './marks.ts';

const isQuote = (code: number): boolean => code === 34 || code === 39;
const isBlank = (code: number): boolean => code === 32 || code === 9;
const isBreak = (code: number): boolean => code === 10 || code === 13;

/** At most so many blanks are skipped at a time: the deepest indentation there is. */
const WIDEST = 80;

function pastBlanks(text: string, from: number): number {
  let at = from;
  const limit = from + WIDEST;
  while (at < limit && (isBlank(text.charCodeAt(at)) || isBreak(text.charCodeAt(at)))) at += 1;
  return at;
}

/** The length of an operator that adds strings up: `+`, `.`, `..`, `&`, `||`, `<>`, `~`, `++`; 0 for anything else. */
function operatorLength(text: string, at: number): number {
  const code = text.charCodeAt(at);
  const twice = text.charCodeAt(at + 1) === code;
  if (code === 43 || code === 46) return twice ? 2 : 1;
  if (code === 38) return twice ? 0 : 1;
  if (code === 124) return twice ? 2 : 0;
  if (code === 126) return 1;
  return code === 60 && text.charCodeAt(at + 1) === 62 ? 2 : 0;
}

/** Where the literal behind a joint begins, past the letters that Python puts before one; 0 where there is none. */
function openingAt(text: string, at: number): number {
  for (let i = at; i < at + 3; i++) {
    const code = text.charCodeAt(i);
    if (isQuote(code)) return i + 1;
    if (!'fFrRbBuU'.includes(text.charAt(i))) return 0;
  }
  return 0;
}

/** A string that goes on in the next literal: `'abc' + 'def'`, `"abc" . "def"`, `"abc" "def"`, `'abc'"def"`. */
export const readJoint: Reader = (text, at, marks) => {
  const next = text.charCodeAt(at + 1);
  let end: number;
  if (isQuote(next)) {
    // What opens a literal, is an empty one or a quote in quotes.
    if (next === text.charCodeAt(at) || isQuote(text.charCodeAt(at + 2))) return at + 1;
    end = at + 2;
  } else {
    let from = isBlank(next) || isBreak(next) ? pastBlanks(text, at + 1) : at + 1;
    const operator = operatorLength(text, from);
    if (operator > 0) {
      from += operator;
      // Visual Basic and JavaScript break a line behind it.
      if (text.startsWith(' _', from)) from += 2;
      from = pastBlanks(text, from);
    } else if (from === at + 1) return at + 1;
    end = openingAt(text, from);
    if (end === 0) return at + 1;
  }
  // A sentence is put together at its blanks; what falls apart inside of a word is worth a look.
  return mayBeOne(text, at, end) ? marks.add(at, end, '', 'joined', 'weak') : at + 1;
};
