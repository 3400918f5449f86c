import { type LayerName, LAYERS } from './layer.ts';
import { Rows } from './rows.ts';

/** Stands between two sections of a view: no rule reaches over it. */
const SEPARATOR = '\n\n\u001d\n\n';

/**
 * The columns. The step is how many code units of the source each one of the view stands for, 0 where only the whole
 * stands for the whole; the kind is the number of a layer, or one of those below.
 */
const AT = 0;
const START = 1;
const END = 2;
const STEP = 3;
const KIND = 4;

/** What a stretch of a view is, besides the number of its layer. */
const COPIED = -2;
const LABEL = -3;
const GAP = -4;

/** Of a code unit that is half of a character only, U+FFFD: no value has one. */
const UTF_16 = new TextDecoder('utf-16le', { ignoreBOM: true });

/** Where something of a view comes from. */
export interface Origin {
  /** Into the source, in UTF-16 code units. */
  readonly start: number;
  readonly end: number;
  /** The layers it went through, in order of place. */
  readonly layers: readonly LayerName[];
  /** Where in the view the piece begins whose decoded text holds all of it; undefined where it is not all in one. */
  readonly piece: number | undefined;
}

/**
 * A text put together from stretches of a source: copied ones, and ones that stand for something else there. Kept in
 * columns, since a hostile text has hundreds of thousands.
 */
export class View {
  #units = new Uint16Array(1_024);
  readonly #rows = new Rows();
  readonly #pieces = new Map<number, readonly LayerName[]>();
  #length = 0;
  #text: string | undefined;

  get length(): number {
    return this.#length;
  }

  /** The whole of it; to be asked for when nothing more is added. */
  get text(): string {
    this.#text ??= UTF_16.decode(this.#units.subarray(0, this.#length));
    return this.#text;
  }

  /** Adds [from, to) of a text as what stands for [start, end) of the source. */
  #add(text: string, from: number, to: number, start: number, end: number, step: number, kind: number): void {
    this.#rows.push(this.#length, start, end, step, kind);
    const length = this.#length + to - from;
    if (length > this.#units.length) {
      const longer = new Uint16Array(Math.max(length, this.#units.length * 2));
      longer.set(this.#units);
      this.#units = longer;
    }
    const units = this.#units;
    for (let at = from, i = this.#length; at < to; at++, i++) units[i] = text.charCodeAt(at);
    this.#length = length;
  }

  /** Begins a section. */
  separate(): void {
    if (this.#length > 0) this.#add(SEPARATOR, 0, SEPARATOR.length, 0, 0, 0, GAP);
  }

  /** Adds what stands at [start, end) of the source as it is. */
  copy(source: string, start: number, end: number): void {
    if (end > start) this.#add(source, start, end, start, end, 1, COPIED);
  }

  /** Adds what stands before a piece that is added next, for its words only: nothing is found in it. */
  label(words: string): void {
    if (words !== '') this.#add(words, 0, words.length, 0, 0, 0, LABEL);
  }

  /** Adds what [start, end) of the source stands for, each character for `step` code units, or the whole for the whole. */
  replace(text: string, start: number, end: number, layer: LayerName, step: number): void {
    this.#add(text, 0, text.length, start, end, step, LAYERS.indexOf(layer));
  }

  /** Adds a decoded piece: of what is found in it, the whole of [start, end) is the range. */
  addPiece(text: string, start: number, end: number, layers: readonly LayerName[]): void {
    this.#pieces.set(this.#rows.length, layers);
    this.#add(text, 0, text.length, start, end, 0, 0);
  }

  /** The last stretch that begins at or before an offset; of those without length at that place, the one behind. */
  #stretchAt(offset: number): number {
    let low = 0;
    let high = this.#rows.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >>> 1;
      if (this.#rows.get(middle, AT) <= offset) low = middle;
      else high = middle - 1;
    }
    return low;
  }

  /** Whether anything that was undone stands in [start, end) or right beside it. */
  touches(start: number, end: number): boolean {
    for (let i = this.#stretchAt(end); i >= 0; i--) {
      const until = i + 1 < this.#rows.length ? this.#rows.get(i + 1, AT) : this.#length;
      if (until < start) return false;
      if (this.#rows.get(i, KIND) >= 0) return true;
    }
    return false;
  }

  /** Where [start, end) comes from; undefined where it reaches over a separator. */
  originOf(start: number, end: number): Origin | undefined {
    let first = this.#stretchAt(start);
    const last = this.#stretchAt(Math.max(start, end - 1));
    if (this.#rows.get(first, KIND) === LABEL && first < last) first += 1;
    const layers = new Set<LayerName>();
    for (let i = first; i <= last; i++) {
      const kind = this.#rows.get(i, KIND);
      if (kind === GAP || kind === LABEL) return undefined;
      for (const layer of this.#pieces.get(i) ?? LAYERS.slice(kind, kind + 1))
        if (kind >= 0) layers.add(layer);
    }
    const from = Math.max(start, this.#rows.get(first, AT));
    return {
      start: this.#rows.get(first, START) + (from - this.#rows.get(first, AT)) * this.#rows.get(first, STEP),
      end:
        this.#rows.get(last, STEP) === 0
          ? this.#rows.get(last, END)
          : this.#rows.get(last, START) + (end - this.#rows.get(last, AT)) * this.#rows.get(last, STEP),
      layers: [...layers],
      piece: first === last && this.#pieces.has(first) ? this.#rows.get(first, AT) : undefined,
    };
  }
}
