import { View } from './view.ts';

/**
 * What stands for one blank where text is broken: the end of a line with what begins the next in a quotation, a comment or a
 * list; several blanks in a row; a tab; a blank that does not break.
 */
const BROKEN =
  /[ \t\u00a0]*\r?\n[ \t\u00a0]*(?:(?:>|\/\/|[#*+-])[ \t\u00a0]*){0,3}|[ \t\u00a0]{2,}|[\t\u00a0]/y;
const BLANK = 32;
const NO_BREAK = 0xa0;
const LINE_FEED = 10;
/** What a line of a quotation, a comment or a list begins with. */
const SIGNS: readonly number[] = Array.from('>/#*+-', (sign) => sign.charCodeAt(0));

/** Whether a line that begins with a code unit may begin with more than the text of it. */
function mayGoOn(code: number): boolean {
  return code <= BLANK || code === NO_BREAK || SIGNS.includes(code);
}

/** Where a text is next broken from a place on, which is up to `BROKEN.lastIndex` then; -1 where it is not any more. */
function breakFrom(text: string, from: number): number {
  for (let at = from; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code > BLANK && code !== NO_BREAK) continue;
    // One blank between two words, which is what most are.
    if (code === BLANK) {
      const next = text.charCodeAt(at + 1);
      if (next > BLANK && next !== NO_BREAK) continue;
    }
    // The end of a line, before one that begins with a word.
    if (code === LINE_FEED && !mayGoOn(text.charCodeAt(at + 1))) {
      BROKEN.lastIndex = at + 1;
      return at;
    }
    BROKEN.lastIndex = at;
    if (BROKEN.test(text)) return at;
  }
  return -1;
}

/** A text with one blank wherever several signs stand for one; undefined where none do. Time: linear. */
export function blanksUndone(text: string): View | undefined {
  let view: View | undefined;
  let at = 0;
  for (let start = breakFrom(text, 0); start >= 0; start = breakFrom(text, at)) {
    view ??= new View();
    view.copy(text, at, start);
    at = BROKEN.lastIndex;
    view.replace(' ', start, at, 'line-starts', 0);
  }
  view?.copy(text, at, text.length);
  return view;
}

/**
 * What stands on both sides of the blanks of some values: where a text is broken between nothing of the kind, none of
 * them stands there broken.
 */
export class Joints {
  readonly #pairs = new Set<number>();
  #isAny = false;

  /** Adds a value. */
  add(value: string): void {
    for (let at = value.indexOf(' '); at >= 0; at = value.indexOf(' ', at + 1)) {
      if (at === 0 || at === value.length - 1) this.#isAny = true;
      else this.#pairs.add(pairOf(value.charCodeAt(at - 1), value.charCodeAt(at + 1)));
    }
  }

  /** Whether one of the values may stand broken in a text: when in doubt, it may. Time: linear. */
  mayBeBrokenIn(text: string): boolean {
    if (!this.#isAny && this.#pairs.size === 0) return false;
    for (let start = breakFrom(text, 0); start >= 0; start = breakFrom(text, BROKEN.lastIndex)) {
      const before = text.charCodeAt(start - 1);
      const after = text.charCodeAt(BROKEN.lastIndex);
      if (this.#isAny || isBlank(before) || isBlank(after) || this.#pairs.has(pairOf(before, after)))
        return true;
    }
    return false;
  }
}

function pairOf(before: number, after: number): number {
  return (before << 16) | after;
}

function isBlank(code: number): boolean {
  return code <= BLANK || code === NO_BREAK;
}
