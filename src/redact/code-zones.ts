const LINE_FEED = 10;
const CARRIAGE_RETURN = 13;
const SPACE = 32;
const TAB = 9;
const GRAVE = 96;
const TILDE = 126;
const QUOTATION = 62;
const BACKSLASH = 92;

const ASCII = 128;
const SAYS = new Uint8Array(ASCII);
for (const code of [LINE_FEED, CARRIAGE_RETURN, GRAVE, TILDE]) SAYS[code] = 1;

/** So many marks open a block of code, and so many columns of white space make one of their own. */
const FENCE = 3;
const INDENT = 4;

/** Whether a character is part of what marks a quotation or an item of a list. */
function isContainer(code: number): boolean {
  // > - * + . ) and digits
  return (code >= 48 && code <= 57) || code === QUOTATION || (code >= 41 && code <= 46 && code !== 44);
}

interface Fence {
  readonly mark: number;
  readonly length: number;
  readonly isQuoted: boolean;
  /** Whether it begins in the first column, where nobody reads it as a part of an item or a quotation. */
  readonly isPlain: boolean;
  /** Where it began, in code units of all that was taken in. */
  readonly at: number;
}

/**
 * Tells prose from code in Markdown as it comes in (CommonMark 0.31: fenced and indented code blocks, code spans). What
 * may be either is taken for code. It keeps a few numbers only, so it may be fed in any pieces.
 */
export class CodeZones {
  #fence: Fence | undefined;
  /** Whether the line that opened the block is still going on: a backtick in it shows that it was a span. */
  #opening = false;
  /** Whether the line holds what closes the block, and nothing else so far. */
  #closing = false;
  /** Length of the run of backticks that opened the code span that is open; 0 for none. */
  #span = 0;
  /** Where it began, in code units of all that was taken in. */
  #spanAt = 0;
  #taken = 0;
  /** Whether that is one, as soon as such a run closes it in the same line. */
  #isSpanCertain = false;
  /**
   * Whether a span seems to have begun where it may not have, or to have ended in another line than it began in: each span
   * that follows may be the other way round.
   */
  #isTurned = false;
  /** Whether that holds beyond the paragraph, to the next that begins in the first column. */
  #isTurnedBeyond = false;
  /** Whether a block seems to have ended where it may not have, so that the next span may be none. */
  #isBehindBlock = false;
  /** Whether the line holds nothing yet but marks of quotations and lists, and whether one of a quotation is there. */
  #contained = true;
  #quoted = false;
  /** Whether the mark of a list, if that is what it is, has no blank behind it yet. */
  #touches = false;
  /** The run of marks that is being read, and whether it is the first thing in its line. */
  #mark = 0;
  #run = 0;
  #leads = false;
  /** What stood right before it. */
  #before = 0;
  #last = 0;
  #blank = true;
  #columns = 0;
  #afterBlank = true;
  #indented = false;

  /** Whether what comes next, which is no mark and no white space, stands in code. */
  get inCode(): boolean {
    if (this.#run > 0) this.#endRun(this.#taken);
    const indents = this.#blank && this.#columns >= INDENT && (this.#indented || this.#afterBlank);
    return this.#fence !== undefined || this.#span > 0 || (this.#indented && !this.#blank) || indents;
  }

  /** Whether what comes next seems to stand in a fenced block, or in the line that opens one. */
  get inFence(): boolean {
    if (this.#run > 0) this.#endRun(this.#taken);
    return this.#fence !== undefined;
  }

  /**
   * How many backticks close the code span that seems to be open; 0 where none does, and infinitely many where none that
   * come can tell: it began in another line, or one before it did, which a quotation or a list may have ended.
   */
  get openSpan(): number {
    if (this.#run > 0) this.#endRun(this.#taken);
    if (this.#fence !== undefined) return 0;
    if (this.#isTurned) return Infinity;
    if (this.#span === 0) return 0;
    return this.#isSpanCertain ? this.#span : Infinity;
  }

  /**
   * Tells that marks which follow in this paragraph may be none, or others than they seem.
   * @param beyond also in what may be paragraphs of the same item of a list.
   */
  doubt(beyond: boolean): void {
    this.#isTurned = true;
    this.#isTurnedBeyond ||= beyond;
  }

  /** How many code units the code span that is open has so far, with its backticks. */
  get spanLength(): number {
    return this.#taken - this.#spanAt;
  }

  /** Takes in [from, to) of a text. */
  read(text: string, from: number, to: number): void {
    const before = this.#taken - from;
    this.#taken += to - from;
    const last = to > from ? text.charCodeAt(to - 1) : this.#last;
    for (let at = from; at < to; at++) {
      let code = text.charCodeAt(at);
      if (this.#run === 0 && !this.#blank && !this.#closing && !this.#contained) {
        // Within a line only marks say anything.
        while (at < to && (code >= ASCII || SAYS[code] === 0)) code = text.charCodeAt(++at);
        if (at >= to) break;
      }
      if (this.#run > 0 && code !== this.#mark) this.#endRun(before + at);
      if (code === GRAVE || code === TILDE) {
        if (this.#run === 0) {
          this.#leads = this.#blank;
          this.#before = at > from ? text.charCodeAt(at - 1) : this.#last;
        }
        if (this.#blank) this.#beginLine(code);
        this.#mark = code;
        this.#run += 1;
      } else if (code === CARRIAGE_RETURN) this.#endLine();
      else if (code === LINE_FEED) {
        if ((at > from ? text.charCodeAt(at - 1) : this.#last) !== CARRIAGE_RETURN) this.#endLine();
      } else if (code === SPACE || code === TAB) {
        this.#touches = false;
        if (this.#blank) this.#columns += code === TAB ? INDENT : 1;
      } else {
        if (this.#blank) this.#beginLine(code);
        if (!isContainer(code)) this.#contained = false;
        else if (code === QUOTATION && this.#contained) this.#quoted = true;
        this.#touches = code !== QUOTATION;
        this.#closing = false;
      }
    }
    this.#last = last;
  }

  #beginLine(code: number): void {
    const listed = code === 45 || code === 42 || code === 43 || (code >= 48 && code <= 57);
    if (this.#columns === 0 && this.#afterBlank && this.#isTurnedBeyond) {
      this.#isTurned = false;
      this.#isTurnedBeyond = false;
    }
    this.#indented = this.#columns >= INDENT && (this.#indented || (this.#afterBlank && !listed));
    this.#blank = false;
  }

  /** @param end how many code units were taken in when the run ended. */
  #endRun(end: number): void {
    const length = this.#run;
    this.#run = 0;
    this.#closing = false;
    if (this.#fence) {
      if (this.#opening && this.#mark === GRAVE && this.#fence.mark === GRAVE) {
        // What led the line was a run like others.
        const { length: first, at } = this.#fence;
        this.#fence = undefined;
        this.#meetRun(first, at + first);
        this.#meetRun(length, end);
      } else {
        this.#closing = this.#mayClose(this.#fence, length);
        // It may have ended before this.
        this.#isTurned ||= this.#mark === GRAVE && !this.#closing && !this.#fence.isPlain;
      }
    } else if ((this.#leads || this.#isBehindMarks) && length >= FENCE && !this.#indented) {
      this.#fence = {
        mark: this.#mark,
        length,
        isQuoted: this.#quoted,
        isPlain: this.#leads && this.#columns === 0,
        at: end - length,
      };
      this.#opening = true;
    } else if (this.#mark === GRAVE) {
      // Within an item it is no block of code.
      if (this.#indented) this.#isTurned = true;
      else this.#meetRun(length, end);
    }
  }

  #meetRun(length: number, end: number): void {
    if (this.#span === 0) {
      this.#beginSpan(length, end - length);
      // There it may be no mark at all.
      this.#isTurned ||= this.#isBehindBlock || this.#before === BACKSLASH || this.#before === TILDE;
    } else if (this.#span === length) {
      this.#span = 0;
      this.#isTurned ||= !this.#isSpanCertain;
    }
  }

  #beginSpan(length: number, at: number): void {
    this.#span = length;
    this.#spanAt = at;
    this.#isSpanCertain = true;
  }

  get #isBehindMarks(): boolean {
    return this.#contained && !this.#touches;
  }

  /** Each line of a block in a quotation begins with the mark of it, that of its end as well. */
  #mayClose({ mark, length, isQuoted }: Fence, run: number): boolean {
    return (
      (this.#leads || (isQuoted && this.#quoted && this.#isBehindMarks)) &&
      this.#mark === mark &&
      run >= length
    );
  }

  #endLine(): void {
    if (this.#fence && this.#closing) {
      this.#isBehindBlock = !this.#fence.isPlain || this.#columns > 0;
      this.#fence = undefined;
    }
    // A span does not reach over the end of its paragraph, which a block is as well if it is one.
    if (this.#fence && !this.#fence.isPlain && this.#span > 0) this.#isTurned = true;
    if (this.#blank || this.#fence) this.#span = 0;
    if (this.#blank) {
      this.#isTurned = this.#isTurnedBeyond;
      this.#isBehindBlock = false;
    }
    this.#isSpanCertain = false;
    this.#contained = true;
    this.#quoted = false;
    this.#afterBlank = this.#blank;
    this.#opening = false;
    this.#closing = false;
    this.#blank = true;
    this.#columns = 0;
  }
}
