const LINE_FEED = 10;
const CARRIAGE_RETURN = 13;
const SPACE = 32;
const TAB = 9;
const GRAVE = 96;
const TILDE = 126;

const ASCII = 128;
const SAYS = new Uint8Array(ASCII);
for (const code of [LINE_FEED, GRAVE, TILDE]) SAYS[code] = 1;

/** So many marks open a block of code, and so many columns of white space make one of their own. */
const FENCE = 3;
const INDENT = 4;

/** Whether a character is part of what marks a quotation or an item of a list. */
function isContainer(code: number): boolean {
  // > - * + . ) and digits
  return (code >= 48 && code <= 57) || code === 62 || (code >= 41 && code <= 46 && code !== 44);
}

/**
 * Tells prose from code in Markdown as it comes in (CommonMark 0.31: fenced and indented code blocks, code spans). What
 * may be either is taken for code. It keeps a few numbers only, so it may be fed in any pieces.
 */
export class CodeZones {
  #fence: { readonly mark: number; readonly length: number } | undefined;
  /** Whether the line that opened the block is still going on: a backtick in it shows that it was a span. */
  #opening = false;
  /** Whether the line holds what closes the block, and nothing else so far. */
  #closing = false;
  /** Length of the run of backticks that opened the code span that is open; 0 for none. */
  #span = 0;
  /** Whether that is one, as soon as such a run closes it in the same line. */
  #isSpanCertain = false;
  /** Whether the line holds nothing yet but marks of quotations and lists. */
  #contained = true;
  /** The run of marks that is being read, and whether it is the first thing in its line. */
  #mark = 0;
  #run = 0;
  #leads = false;
  #blank = true;
  #columns = 0;
  #afterBlank = true;
  #indented = false;

  /** Whether what comes next, which is no mark and no white space, stands in code. */
  get inCode(): boolean {
    if (this.#run > 0) this.#endRun();
    const indents = this.#blank && this.#columns >= INDENT && (this.#indented || this.#afterBlank);
    return this.#fence !== undefined || this.#span > 0 || (this.#indented && !this.#blank) || indents;
  }

  /** Whether what comes next stands in a fenced block for certain, however the text goes on. */
  get inFence(): boolean {
    if (this.#run > 0) this.#endRun();
    return this.#fence !== undefined && !this.#opening;
  }

  /**
   * How many backticks close the code span that seems to be open; 0 where none does, and infinitely many where none that
   * come can tell: it began in another line, which a quotation or a list may end, or where a fence within one could begin.
   */
  get openSpan(): number {
    if (this.#run > 0) this.#endRun();
    if (this.#fence !== undefined || this.#span === 0) return 0;
    return this.#isSpanCertain ? this.#span : Infinity;
  }

  /** Takes in [from, to) of a text. */
  read(text: string, from: number, to: number): void {
    for (let at = from; at < to; at++) {
      let code = text.charCodeAt(at);
      if (this.#run === 0 && !this.#blank && !this.#closing && !this.#contained) {
        // Within a line only marks say anything.
        while (at < to && (code >= ASCII || SAYS[code] === 0)) code = text.charCodeAt(++at);
        if (at >= to) return;
      }
      if (this.#run > 0 && code !== this.#mark) this.#endRun();
      if (code === GRAVE || code === TILDE) {
        if (this.#run === 0) this.#leads = this.#blank;
        if (this.#blank) this.#beginLine(code);
        this.#mark = code;
        this.#run += 1;
      } else if (code === LINE_FEED) this.#endLine();
      else if (code === SPACE || code === TAB) {
        if (this.#blank) this.#columns += code === TAB ? INDENT : 1;
      } else if (code !== CARRIAGE_RETURN) {
        if (this.#blank) this.#beginLine(code);
        if (!isContainer(code)) this.#contained = false;
        this.#closing = false;
      }
    }
  }

  #beginLine(code: number): void {
    const listed = code === 45 || code === 42 || code === 43 || (code >= 48 && code <= 57);
    this.#indented = this.#columns >= INDENT && (this.#indented || (this.#afterBlank && !listed));
    this.#blank = false;
  }

  #endRun(): void {
    const length = this.#run;
    this.#run = 0;
    this.#closing = false;
    if (this.#fence) {
      if (this.#opening && this.#mark === GRAVE) this.#fence = undefined;
      else this.#closing = this.#leads && this.#mark === this.#fence.mark && length >= this.#fence.length;
    } else if (this.#leads && length >= FENCE && !this.#indented) {
      // Blocks come before what is in a line: a span that is open here was none.
      this.#span = 0;
      this.#fence = { mark: this.#mark, length };
      this.#opening = true;
    } else if (this.#mark === GRAVE && !this.#indented) {
      if (this.#span === 0) {
        this.#span = length;
        this.#isSpanCertain = !(this.#contained && length >= FENCE);
      } else if (this.#span === length) this.#span = 0;
    }
  }

  #endLine(): void {
    if (this.#fence && this.#closing) this.#fence = undefined;
    // A span does not reach over the end of its paragraph.
    if (this.#blank) this.#span = 0;
    this.#isSpanCertain = false;
    this.#contained = true;
    this.#afterBlank = this.#blank;
    this.#opening = false;
    this.#closing = false;
    this.#blank = true;
    this.#columns = 0;
  }
}
