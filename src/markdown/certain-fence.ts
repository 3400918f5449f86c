import { INDENT, indentOf, ListItems } from './list-items.ts';

const EMPTY = /^[ \t]*$/;
const FENCE = /^(?:(`{3,})[^`]*|(~{3,})[^]*)$/;
const CLOSING = /^[ \t]*(`{3,}|~{3,})([`~]*)[ \t]*$/;
/** Marks of quotations and lists, and a fence behind them. */
const HIDDEN_FENCE = /^[ \t>*+\-\d.)]*(?:`{3,}[^`]*|~{3,}[^]*)$/;

/** What a line begins with that may be such marks. */
const MARKS = /^[\s>*+\-\d.)]*/;

/** What may take a fence that follows for a part of itself: to the next empty line, or further. */
const SWALLOWS: readonly (readonly [start: RegExp, reach: Reach])[] = [
  // HTML, of which some ends with a mark of its own (CommonMark 0.31, 4.6).
  [/^<(?:[!?]|(?:pre|script|style|textarea)(?![a-z0-9-]))/i, 'lasting'],
  [/^<[a-z/]/i, 'paragraph'],
  // What goes on of a quotation without its mark, where lists in it may take the first of a fence.
  [/^>/, 'paragraph'],
  // A line of nothing else begins a formula, and ends it.
  [/^\${1,2}[ \t]*$/, 'lasting'],
  // A definition, whose label and title may have any lines in them, and whose address may stand in the next one.
  [/^\[(?:\\.|[^[\]\\])*\\?$/, 'lasting'],
  [/^\[(?:\\.|[^[\]\\])*\]:.*["'(]/, 'lasting'],
  [/^\[(?:\\.|[^[\]\\])*\]:/, 'paragraph'],
];
const TITLE = /^["'(]/;
type Reach = 'none' | 'paragraph' | 'lasting';

/** So much of a line is looked at, in code units. */
const HEAD = 1_000;

interface Fence {
  readonly mark: string;
  readonly column: number;
  /** The column of the item it stands in, 0 for none. */
  readonly item: number;
  /** Whether it may stand in an item that is not known. */
  readonly mayBeInItem: boolean;
}

/**
 * Tells, while Markdown comes in, whether what comes next stands in a fenced block of code in every way that Markdown is
 * read: by CommonMark 0.31 and by the editor's own renderer, which differ in lists, definitions and formulas. Where an
 * answer leaves any doubt, no block in what is left of it is certain.
 */
export class CertainFence {
  readonly #items = new ListItems();
  #line = '';
  #isCut = false;
  #endsInReturn = false;
  #fence: Fence | undefined;
  #isDoubtful = false;
  /** Whether no paragraph is open. */
  #afterBlank = true;
  #swallowed: Reach = 'none';

  /** Takes in what comes next. */
  read(text: string): void {
    if (text === '' || this.#isDoubtful) return;
    const whole = this.#endsInReturn && text.startsWith('\n') ? text.slice(1) : text;
    this.#endsInReturn = text.endsWith('\r');
    for (const [index, line] of whole.split(/\r\n?|\n/).entries()) {
      if (index > 0) this.#endLine();
      this.#isCut ||= this.#line.length + line.length > HEAD;
      if (this.#line.length < HEAD) this.#line += line.slice(0, HEAD - this.#line.length);
    }
  }

  /** Whether all of a value that comes next stands in a fenced block for certain, and ends none. */
  holds(value: string): boolean {
    const fence = this.#fence;
    if (this.#isDoubtful || !fence || /^[`~]|[`~]$|`{3}|~{3}/.test(value)) return false;
    const inItem = fence.item > 0 || fence.mayBeInItem;
    return !(inItem && /[\r\n]/.test(value)) && belongs(fence, indentOf(this.#line));
  }

  #endLine(): void {
    const line = this.#line;
    const isCut = this.#isCut;
    this.#line = '';
    this.#isCut = false;
    if (EMPTY.test(line)) {
      this.#isDoubtful ||= isCut;
      this.#afterBlank = true;
      if (this.#swallowed === 'paragraph') this.#swallowed = 'none';
    } else if (this.#fence) this.#within(this.#fence, line, isCut);
    else this.#outside(line, isCut);
  }

  #within(fence: Fence, line: string, isCut: boolean): void {
    const indent = indentOf(line);
    const [closing, mark = '', others] = CLOSING.exec(line) ?? [];
    const isOdd = closing !== undefined && (isCut || others !== '' || closing.trimEnd().includes('\t'));
    if (!belongs(fence, indent) || isOdd) {
      this.#isDoubtful = true;
    } else if (mark.startsWith(fence.mark)) {
      // Deeper, it ends none; and how deep it is depends on the item.
      const isEnd = indent - fence.item < INDENT;
      this.#isDoubtful ||= fence.mayBeInItem && !isEnd && indent - fence.column < INDENT;
      if (isEnd) this.#fence = undefined;
      // An item may go on behind it, though no paragraph does.
      this.#afterBlank = isEnd && fence.item === 0 && !fence.mayBeInItem;
    }
  }

  #outside(line: string, isCut: boolean): void {
    const { at, column, isUnsure } = this.#items.take(line, this.#afterBlank);
    if (this.#swallowed !== 'none') this.#items.doubt();
    const content = line.slice(at);
    const [, graves, tildes] = FENCE.exec(content) ?? [];
    const mark = graves ?? tildes;
    this.#afterBlank = false;
    if (hasStrangeEnds(line) || (isUnsure && HIDDEN_FENCE.test(content))) this.#isDoubtful = true;
    // With a bar in it, it may be the head of a table.
    else if (mark !== undefined) this.#open(mark, column, isCut || content.includes('|'));
    else {
      const [, reach = 'none'] = SWALLOWS.find(([start]) => start.test(content)) ?? [];
      if (reach === 'lasting' || (this.#swallowed !== 'none' && TITLE.test(content)))
        this.#swallowed = 'lasting';
      else if (this.#swallowed === 'none') this.#swallowed = reach;
    }
  }

  #open(mark: string, column: number, isUnsure: boolean): void {
    const { column: item, isCertain } = this.#items;
    const isDeep = column - item >= INDENT;
    // So deep it is none, but for an item that is not known.
    if (
      isUnsure ||
      this.#swallowed !== 'none' ||
      (column >= INDENT && (!isCertain || (isDeep && item > 0)))
    ) {
      this.#isDoubtful = true;
    } else if (!isDeep) {
      this.#fence = { mark, column, item, mayBeInItem: column > 0 && !isCertain };
    }
  }
}

/** Whether a line of such an indentation, which is not empty, belongs to a block whatever item it stands in. */
function belongs({ item, mayBeInItem, column }: Fence, indent: number): boolean {
  return indent >= (mayBeInItem ? column : item);
}

/** Whether there is white space of other kinds at the ends of a line, which some take for nothing and others for a word. */
function hasStrangeEnds(line: string): boolean {
  const [marks = ''] = MARKS.exec(line) ?? [];
  return /[^\S \t]/.test(marks + line.slice(line.trimEnd().length));
}
