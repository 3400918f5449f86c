import { numberAt, numberStart } from './name-number.ts';

/** Numbers of a page. */
const PAGE = 256;
/** Numbers may be so many times as many as there are of the same beginning, and so many more: else pages would be empty. */
const SPARSE = 4;
const AT_LEAST = 1_024;

/** Names with the same beginning: by page and number the place of the item plus one, 0 where there is none. */
interface Stem {
  readonly text: string;
  readonly pages: Map<number, Int32Array>;
  count: number;
}

/**
 * Items by names most of which count up, as `EMAIL_1` and `EMAIL_2` do: those are found by their number. A map of a million
 * strings looks each up somewhere else in memory, which takes ten times as long.
 */
export class ItemsByName<T> {
  readonly #items: T[] = [];
  readonly #stems = new Map<string, Stem>();
  /** The one that was asked for last: most names beside each other begin the same. */
  #last: Stem | undefined;
  /** All other names, with the place of their item. */
  readonly #others = new Map<string, number>();

  get size(): number {
    return this.#items.length;
  }

  /** The items in the order in which their names were added. */
  values(): IterableIterator<T> {
    return this.#items.values();
  }

  /** Adds a name, and returns whether it is new; one that is there already gets the new item. */
  add(name: string, item: T): boolean {
    const known = this.#placeOf(name, 0, name.length);
    if (known >= 0) {
      this.#items[known] = item;
      return false;
    }
    const place = this.#items.push(item) - 1;
    const start = numberStart(name, 0, name.length);
    if (start === name.length) {
      this.#others.set(name, place);
      return true;
    }
    const number = numberAt(name, start, name.length);
    const stem = this.#stemAt(name, 0, start) ?? this.#newStem(name.slice(0, start));
    if (number > SPARSE * stem.count + AT_LEAST) this.#others.set(name, place);
    else put(stem, number, place);
    return true;
  }

  /** The item of a name. */
  get(name: string): T | undefined {
    return this.getIn(name, 0, name.length);
  }

  /** The item of the name that stands at [from, to) of a text. */
  getIn(text: string, from: number, to: number): T | undefined {
    const place = this.#placeOf(text, from, to);
    return place < 0 ? undefined : this.#items[place];
  }

  #placeOf(text: string, from: number, to: number): number {
    const start = numberStart(text, from, to);
    if (start < to) {
      const stem = this.#stemAt(text, from, start);
      const number = numberAt(text, start, to);
      const place = stem?.pages.get(Math.floor(number / PAGE))?.[number % PAGE] ?? 0;
      if (place > 0) return place - 1;
    }
    return this.#others.size === 0 ? -1 : (this.#others.get(text.slice(from, to)) ?? -1);
  }

  #stemAt(text: string, from: number, to: number): Stem | undefined {
    const last = this.#last;
    if (last && last.text.length === to - from && text.startsWith(last.text, from)) return last;
    const stem = this.#stems.get(text.slice(from, to));
    if (stem) this.#last = stem;
    return stem;
  }

  #newStem(text: string): Stem {
    const stem = { text, pages: new Map<number, Int32Array>(), count: 0 };
    this.#stems.set(text, stem);
    return stem;
  }
}

function put(stem: Stem, number: number, place: number): void {
  const at = Math.floor(number / PAGE);
  let page = stem.pages.get(at);
  if (page === undefined) stem.pages.set(at, (page = new Int32Array(PAGE)));
  page[number % PAGE] = place + 1;
  stem.count += 1;
}
