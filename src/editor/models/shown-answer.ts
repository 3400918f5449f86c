import { CertainFence } from '../../markdown/certain-fence.ts';
import { linksItself, OpenAddress } from '../../markdown/open-address.ts';
import { CodeZones } from '../../redact/code-zones.ts';
import type { Segment } from '../../redact/restore.ts';
import type { StandIn } from '../../redact/stand-in.ts';

/** Values of words and numbers alone; anything else could be read as Markdown, as a bracket behind another could. */
const PLAIN = /^(?![(/])[\p{L}\p{M}\p{N} .,'’()/-]{1,200}$/u;
/** What, right behind a value or the plural of it, could make it a part of an address, and how much tells that. */
const GOES_ON = /^s?(?:@|[.+_-]\S)/;
const TELLS = 3;

/** So far a value in a code span waits for the end of it. */
const LONGEST_SPAN = 1_000;

/**
 * What of a text may hold the end of a code span that is one for certain: behind the end of its line a quotation or a list
 * could have begun, and behind a bar another cell. Nobody waits for ever.
 */
function withinSpan(text: string): string {
  const end = /[\r\n|]/.exec(text);
  return text.slice(0, Math.min(LONGEST_SPAN, end?.index ?? Infinity));
}

/**
 * Whether a text has the backtick that closes a code span, with no tilde before it: what is struck through may end at that.
 * @param final whether nothing more comes behind it: else its last backticks may be part of more.
 */
function closes(text: string, final: boolean): boolean {
  const within = withinSpan(text);
  for (const { 0: run, index } of within.matchAll(/`+|~/g)) {
    if (run === '~') return false;
    if (run.length === 1 && (final || within.length < text.length || index + 1 < text.length)) return true;
  }
  return false;
}

/**
 * What the built-in Chat is to show of an answer, as it streams. Its renderer makes links, and loads pictures, of whatever
 * looks like an address; so a value is put back only where it cannot become a part of one: as it is where it is made of
 * words, as code where it has signs in it, and not at all in an address. There, and where values are not to be shown, its stand-in stays.
 */
export class ShownAnswer {
  readonly #restore: boolean;
  readonly #address = new OpenAddress();
  readonly #code = new CodeZones();
  readonly #fence = new CertainFence();
  /** Whether a bar stands in the line: where it is a row of a table, it ends a code span. */
  #barred = false;
  /** The last character that was shown. */
  #last = '';
  /** A value that waits for what comes behind it. */
  #waiting: StandIn | undefined;
  #behind = '';

  constructor(restore: boolean) {
    this.#restore = restore;
  }

  /** What is certain after these pieces. */
  push(segments: readonly Segment[]): string {
    let shown = '';
    for (const segment of segments) {
      if ('text' in segment) shown += this.#text(segment.text);
      else {
        shown += this.#settle();
        if (this.#restore) this.#waiting = segment.standIn;
        else shown += this.#put(segment.standIn.name);
      }
    }
    return shown;
  }

  /** What was held back; to be called once, at the end. */
  end(): string {
    return this.#settle();
  }

  #text(text: string): string {
    if (!this.#waiting) return this.#put(text);
    this.#behind += text;
    return this.#isTold() ? this.#settle() : '';
  }

  /** Whether what is there behind the value tells how it may be written. */
  #isTold(): boolean {
    const span = this.#code.openSpan;
    // Spans of more backticks may end at an emphasis: that is how the editor's renderer reads them.
    if (span !== 1) return this.#behind.length >= TELLS;
    return withinSpan(this.#behind).length < this.#behind.length || closes(this.#behind, false);
  }

  #settle(): string {
    const { name, value } = this.#waiting ?? { name: '', value: '' };
    const behind = this.#behind;
    const waited = this.#waiting !== undefined;
    this.#waiting = undefined;
    this.#behind = '';
    return waited ? this.#put(this.#written(name, value, behind)) + this.#put(behind) : '';
  }

  #written(name: string, value: string, behind: string): string {
    if (this.#fence.holds(value)) return value;
    const { inFence, openSpan, spanLength } = this.#code;
    if (openSpan === 1 && closes(behind, true) && this.#isWhole(spanLength) && !/[`~|\r\n]/.test(value))
      return value;
    if (this.#address.isOpen() || GOES_ON.test(behind)) return name;
    if (PLAIN.test(value) && !linksItself(value)) return value;
    if (openSpan > 0) return name;
    // Marks of a span would be a part of what is copied from a block, and beside others another span, or none.
    const takesMarks = !inFence && !/[`~\\]/.test(this.#last) && !behind.startsWith('`');
    return takesMarks && !/[`|\r\n]/.test(value) ? `\`${value}\`` : name;
  }

  /** Whether the span that is open is no part of an address that began before it, or of what is struck through, or a cell. */
  #isWhole(length: number): boolean {
    return !this.#barred && !this.#address.isOpen(length) && !this.#address.last(length).includes('~');
  }

  #put(text: string): string {
    this.#read(text);
    this.#fence.read(text);
    const line = text.lastIndexOf('\n') + 1;
    this.#barred = (line === 0 && this.#barred) || text.includes('|', line);
    return text;
  }

  #isInCode(): boolean {
    const { inFence, openSpan } = this.#code;
    return inFence || (openSpan > 0 && openSpan < Infinity);
  }

  #read(text: string): void {
    for (const [piece] of text.matchAll(/`+|:|[^`:]+/g)) {
      const marks = piece.startsWith('`') && this.#last !== '`';
      // What seems to be a definition, the editor's renderer makes one text of with the paragraph behind it.
      const defines = piece === ':' && this.#last === ']';
      // Within an address, a backtick marks nothing.
      if ((defines || (marks && this.#address.takesMarks)) && !this.#isInCode()) this.#code.doubt(defines);
      this.#address.read(piece);
      this.#code.read(piece, 0, piece.length);
      this.#last = piece.slice(-1);
    }
  }
}
