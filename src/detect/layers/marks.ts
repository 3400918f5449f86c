import { type LayerName, LAYERS } from './layer.ts';
import { Rows } from './rows.ts';

/**
 * What a mark calls for: `none` is only undone where a window is opened for another one, `weak` opens a window,
 * `strong` is text that was encoded on purpose and, deeper than the limit, is a finding of its own; `deep` is deeper than
 * that and stays as it is.
 */
export type Weight = 'none' | 'weak' | 'strong' | 'deep';

const WEIGHTS: readonly Weight[] = ['none', 'weak', 'strong', 'deep'];

/** The columns. The step is how many code units each character is written in, 0 for a mark that cannot be divided. */
const START = 0;
const END = 1;
const STEP = 2;
const LAYER = 3;
const WEIGHT = 4;

/** At most so many characters are one mark. */
const LONGEST = 1_024;

/**
 * The places of a text that are written in another way, in their order: [start, end) stands for a text. Characters that
 * are written one after another in the same length are one mark. Kept in columns, since a hostile text has hundreds of
 * thousands.
 */
export class Marks {
  readonly #rows = new Rows();
  /** What the marks stand for, code unit by code unit, and where that of each begins: strings are made of few of them. */
  #units = new Uint16Array(32);
  #from = new Int32Array(8);
  #used = 0;
  /** How many characters are in the last mark, where another may be added. */
  #count = 0;
  /** How many open a window. */
  opening = 0;

  get length(): number {
    return this.#rows.length;
  }

  /** Adds a mark behind the last one and says where it ends. */
  add(start: number, end: number, text: string, layer: LayerName, weight: Weight): number {
    const rows = this.#rows;
    const last = rows.length - 1;
    const step = text.length === 1 ? end - start : 0;
    const number = NUMBER[layer];
    const heavy = WEIGHT_NUMBER[weight];
    if (
      this.#count > 0 &&
      this.#count < LONGEST &&
      rows.get(last, END) === start &&
      rows.get(last, STEP) === step &&
      rows.get(last, LAYER) === number &&
      rows.get(last, WEIGHT) === heavy
    ) {
      rows.set(last, END, end);
      this.#keep(text);
      this.#count += 1;
      return end;
    }
    rows.push(start, end, step, number, heavy);
    if (last + 1 === this.#from.length) this.#from = longer(this.#from, new Int32Array(2 * last + 2));
    this.#from[last + 1] = this.#used;
    this.#keep(text);
    this.#count = step > 0 ? 1 : 0;
    if (this.opens(this.length - 1)) this.opening += 1;
    return end;
  }

  #keep(text: string): void {
    const used = this.#used + text.length;
    if (used > this.#units.length) this.#units = longer(this.#units, new Uint16Array(2 * used));
    for (let i = 0; i < text.length; i++) this.#units[this.#used + i] = text.charCodeAt(i);
    this.#used = used;
  }

  /** Where a mark begins; Infinity behind the last one. */
  startOf(mark: number): number {
    return mark < this.length ? this.#rows.get(mark, START) : Infinity;
  }

  endOf(mark: number): number {
    return this.#rows.get(mark, END);
  }

  stepOf(mark: number): number {
    return this.#rows.get(mark, STEP);
  }

  textOf(mark: number): string {
    if (mark >= this.length) return '';
    const end = (mark + 1 < this.length ? this.#from[mark + 1] : undefined) ?? this.#used;
    let text = '';
    for (let at = this.#from[mark] ?? 0; at < end; at += LONGEST)
      text += String.fromCharCode(...this.#units.subarray(at, Math.min(at + LONGEST, end)));
    return text;
  }

  layerOf(mark: number): LayerName {
    return LAYERS[this.#rows.get(mark, LAYER)] ?? 'joined';
  }

  weightOf(mark: number): Weight {
    return WEIGHTS[this.#rows.get(mark, WEIGHT)] ?? 'none';
  }

  /** Whether a mark opens a window. */
  opens(mark: number): boolean {
    const weight = this.#rows.get(mark, WEIGHT);
    return weight === 1 || weight === 2;
  }
}

/** The same numbers with room for more. */
function longer<T extends Int32Array | Uint16Array>(values: T, room: T): T {
  room.set(values);
  return room;
}

const WEIGHT_NUMBER: Readonly<Record<Weight, number>> = { none: 0, weak: 1, strong: 2, deep: 3 };

const NUMBER = Object.fromEntries(LAYERS.map((layer, i) => [layer, i])) as Record<LayerName, number>;

/**
 * Reads what a character may begin.
 * @returns where to go on: behind the mark that was added, or behind what is none.
 */
export type Reader = (text: string, at: number, marks: Marks) => number;
