import type { Range } from '../../../redact/origin.ts';
import { type Quote, SIGNS, type Syntax } from './syntax.ts';

/** Where in a source a piece of it stands; offsets in UTF-16 code units, quotes included. */
export type Standing =
  | { readonly in: 'literal'; readonly quote: Quote; readonly literal: Range; readonly inner: Range }
  | { readonly in: 'code' }
  /** In a comment, between two things, in another language, or nobody can tell. */
  | { readonly in: 'elsewhere' };

/** Code in strings in code, so deep. */
const DEEPEST = 20;
/** A slash behind one of these begins a regular expression, not a division. */
const BEFORE_PATTERN =
  /(?:^|[(,=:[!&|?{};+\-*%~^]|=>|\b(?:return|typeof|case|in|of|do|else|when|if|unless|and|or))\s*$/;

/** Where a piece of a source stands. Reads from its beginning to the end of the piece's literal; time: linear. */
export function standingOf(text: string, piece: Range, syntax: Syntax): Standing {
  return new Reader(text, piece, syntax).read();
}

class Reader {
  readonly #text: string;
  readonly #piece: Range;
  readonly #syntax: Syntax;
  /** From where on a closing is nowhere, so that it is looked for once. */
  readonly #missing = new Map<string, number>();
  #standing: Standing | undefined;
  /** Characters of strings that may still be read: those that never end are read more than once. */
  #left: number;

  constructor(text: string, piece: Range, syntax: Syntax) {
    this.#text = text;
    this.#piece = piece;
    this.#syntax = syntax;
    this.#left = 4 * text.length;
  }

  read(): Standing {
    const { tags } = this.#syntax;
    let at = 0;
    while (tags && at <= this.#piece.start && this.#standing === undefined) {
      const open = this.#text.indexOf(tags[0], at);
      if (open < 0 || open > this.#piece.start) return { in: 'elsewhere' };
      at = this.#code(open + tags[0].length, tags[1], undefined, 0);
    }
    if (!tags) this.#code(0, undefined, undefined, 0);
    return this.#standing ?? { in: 'elsewhere' };
  }

  /**
   * Reads code up to what ends it.
   * @returns where it goes on behind that.
   */
  #code(from: number, end: string | undefined, bracket: string | undefined, depth: number): number {
    const text = this.#text;
    let open = 0;
    let at = from;
    while (at < text.length && this.#standing === undefined) {
      at = nextSign(text, at);
      // Code behind the piece is read to its end, for what it stands in.
      if (at >= this.#piece.end && from <= this.#piece.start) {
        this.#stand({ in: 'code' });
        break;
      }
      if (at >= text.length) break;
      const next = this.#past(at, depth);
      if (next > at) {
        // It began within something else, and is no piece of code.
        if (at < this.#piece.end && this.#piece.start < next) this.#stand({ in: 'elsewhere' });
        at = next;
        continue;
      }
      if (end !== undefined && open === 0 && text.startsWith(end, at)) return at + end.length;
      if (text[at] === bracket) open += 1;
      else if (text[at] === end) open -= 1;
      at += 1;
    }
    return at;
  }

  #stand(standing: Standing): void {
    this.#standing ??= standing;
  }

  /** Where a comment, a string or a pattern ends that begins at a place; the place itself where none does. */
  #past(at: number, depth: number): number {
    const text = this.#text;
    const { lines, blocks, quotes, patterns, tags } = this.#syntax;
    if (lines.some((one) => matchedAt(one, text, at) !== undefined)) {
      const line = endOfLine(text, at);
      const tag = tags ? text.indexOf(tags[1], at) : -1;
      return tag >= 0 && tag < line ? tag : line;
    }
    for (const [open, close] of blocks) {
      if (matchedAt(open, text, at) === undefined) continue;
      const end = this.#find(close, at + 2);
      return end < 0 ? text.length : end + close.length;
    }
    for (const quote of quotes) {
      const opened = matchedAt(quote.open, text, at);
      if (opened === undefined) continue;
      const end = this.#string(at, opened, quote, depth);
      if (end > at) return end;
    }
    if (patterns && text[at] === '/' && BEFORE_PATTERN.test(text.slice(Math.max(0, at - 20), at)))
      return endOfPattern(text, at);
    return at;
  }

  /** Where a string ends; its beginning where it does not. */
  #string(at: number, opened: string, quote: Quote, depth: number): number {
    const text = this.#text;
    const close = quote.close(opened);
    const { hole } = quote;
    const inner = at + opened.length;
    if (close === '') return inner;
    // A long one is not walked through if it never ends.
    if (quote.manyLines && this.#find(close, inner) < 0) return at;
    let isOwn = true;
    for (let i = inner; i < text.length; i++) {
      if (--this.#left < 0) this.#stand({ in: 'elsewhere' });
      if (this.#standing !== undefined) return i;
      if (text.startsWith(close, i)) {
        const piece = this.#piece;
        if (isOwn && inner <= piece.start && piece.end <= i) {
          const literal = { start: at, end: i + close.length };
          this.#stand({ in: 'literal', quote, literal, inner: { start: inner, end: i } });
        }
        return i + close.length;
      }
      if (hole && depth < DEEPEST && text.startsWith(hole.open, i)) {
        const [bracket, end] = hole.brackets;
        const after = this.#code(i + hole.open.length, end, bracket, depth + 1);
        isOwn &&= after <= this.#piece.start || this.#piece.end <= i;
        i = after - 1;
      } else if (quote.escapes && text[i] === '\\') i += 1;
      else if (!quote.manyLines && text[i] === '\n') return at;
    }
    return at;
  }

  #find(close: string, from: number): number {
    if (from >= (this.#missing.get(close) ?? Infinity)) return -1;
    const at = this.#text.indexOf(close, from);
    if (at < 0) this.#missing.set(close, from);
    return at;
  }
}

function matchedAt(pattern: RegExp, text: string, at: number): string | undefined {
  pattern.lastIndex = at;
  return pattern.exec(text)?.[0];
}

/** The next place where anything but plain code may begin; the end where there is none. */
function nextSign(text: string, from: number): number {
  SIGNS.lastIndex = from;
  return SIGNS.exec(text)?.index ?? text.length;
}

function endOfLine(text: string, from: number): number {
  const end = text.indexOf('\n', from);
  return end < 0 ? text.length : end;
}

/** Where a regular expression ends; where it does not end in its line, it is none. */
function endOfPattern(text: string, at: number): number {
  let isClass = false;
  for (let i = at + 1; i < text.length; i++) {
    const char = text[i];
    if (char === '\n') return at;
    if (char === '\\') i += 1;
    else if (char === '[') isClass = true;
    else if (char === ']') isClass = false;
    else if (char === '/' && !isClass) return i + 1;
  }
  return at;
}
