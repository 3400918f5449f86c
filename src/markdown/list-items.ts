const MARKER = /(?:[-*+]|(\d{1,9})[.)])(?=[ \t]|$)/y;
/** A break between paragraphs, though it begins like an item. */
const BREAK = /([-*])[ \t]*(?:\1[ \t]*){2,}$/y;
/** More blanks behind a marker begin code, and the item begins right behind the first. */
const WIDEST = 4;
/** So many columns make a block of code, so that no marker stands in them. */
export const INDENT = 4;

/** Where what a line says begins, behind the marks of quotations and lists. */
export interface LineStart {
  /** In code units, from the beginning of the line. */
  readonly at: number;
  /** The column of it, with tabs to every fourth. */
  readonly column: number;
  /** Whether it stands in a quotation, or behind what may be the mark of an item or not. */
  readonly isUnsure: boolean;
}

/** How many columns of white space a line begins with, tabs to every fourth. */
export function indentOf(line: string): number {
  return blanksAt(line, 0, 0).column;
}

function blanksAt(line: string, from: number, start: number): { at: number; column: number } {
  let column = start;
  let at = from;
  for (; line[at] === ' ' || line[at] === '\t'; at++) column += line[at] === '\t' ? 4 - (column % 4) : 1;
  return { at, column };
}

/**
 * Which items of lists are open, line by line, as far as that is certain (CommonMark 0.31, sections 5.2 and 5.3). What
 * renderers read in more than one way, or what depends on what stands before, makes it uncertain until a line that
 * begins in the first column behind an empty one: nothing goes on there.
 */
export class ListItems {
  /** The columns that what belongs to the items begins in, the innermost last. */
  readonly #columns: number[] = [];
  #isCertain = true;

  /** The column that what belongs to the innermost item begins in; 0 where none is open. */
  get column(): number {
    return this.#columns.at(-1) ?? 0;
  }

  /** Whether there is no item that may be open beside those that are known. */
  get isCertain(): boolean {
    return this.#isCertain;
  }

  /** Tells that the line taken in last may be a part of something else. */
  doubt(): void {
    this.#isCertain = false;
  }

  /** Takes in a line that is not empty and no part of a block of code. `afterBlank` is whether no paragraph is open. */
  take(line: string, afterBlank: boolean): LineStart {
    let { at, column } = blanksAt(line, 0, 0);
    const left = this.#leave(column);
    if (column === 0 && afterBlank) this.#isCertain = true;
    // A line of a paragraph may go on without its indentation, and the items with it.
    let mayGoOn = !afterBlank && left;
    let isFirst = true;
    for (let marker = markerAt(line, at); marker; marker = markerAt(line, at)) {
      if (column - this.column >= INDENT) break;
      const [mark, number] = marker;
      // Only a 1 may stand in the way of a paragraph.
      const isText = isFirst && !afterBlank && !left && number !== undefined && Number(number) !== 1;
      const next = blanksAt(line, at + mark.length, column + mark.length);
      const gap = next.column - column - mark.length;
      if (isText || gap > WIDEST || next.at === line.length || line.slice(at, next.at).includes('\t')) {
        this.#isCertain = false;
        return { ...next, isUnsure: true };
      }
      mayGoOn = false;
      isFirst = false;
      ({ at, column } = next);
      this.#columns.push(column);
    }
    if (mayGoOn || line.slice(0, at).includes('\t')) this.#isCertain = false;
    return { at, column, isUnsure: line[at] === '>' };
  }

  /** Leaves the items that a line of such an indentation does not belong to. */
  #leave(column: number): boolean {
    const before = this.#columns.length;
    while (column < this.column) this.#columns.pop();
    return this.#columns.length < before;
  }
}

function markerAt(line: string, at: number): RegExpExecArray | null {
  BREAK.lastIndex = at;
  if (BREAK.test(line)) return null;
  MARKER.lastIndex = at;
  return MARKER.exec(line);
}
