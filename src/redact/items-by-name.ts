import { numberAt, numberStart } from './name-number.ts';

/** Numbers of a page. */
const PAGE = 256;
/** Pages are for so many times as many numbers as there are names of the same beginning, at most: else they would be empty. */
const SPARSE = 4;
/** Numbers up to this are on a page in any case. */
const AT_LEAST = 1_024;
/** A power of two. */
const LATELY = 64;

/** Names with the same beginning: by page and number the place of the item plus one, 0 where there is none. */
interface Stem {
  readonly text: string;
  readonly pages: Map<number, Int32Array>;
  /** How many names begin so. */
  count: number;
  /** The least and the greatest number that is on no page; where there is none, the least is greater. */
  least: number;
  most: number;
}

/**
 * Items by names most of which count up, as `EMAIL_1` and `EMAIL_2` do: those are found by their number. A map of a million
 * strings looks each up somewhere else in memory, which takes ten times as long.
 */
export class ItemsByName<T> {
  readonly #items: T[] = [];
  readonly #stems = new Map<string, Stem>();
  /** Those that were asked for lately, each at a place of its own: of most names there are few beginnings. */
  readonly #lately = Array.from<Stem | undefined>({ length: LATELY });
  /** All other names, with the place of their item. */
  readonly #others = new Map<string, number>();

  get size(): number {
    return this.#items.length;
  }

  /** The items in the order in which their names were added; what is added later is there as well. */
  get all(): readonly T[] {
    return this.#items;
  }

  /** Adds a name, and returns whether it is new; one that is there already gets the new item. */
  add(name: string, item: T): boolean {
    const start = numberStart(name, 0, name.length);
    if (start === name.length) return this.#addOther(name, item);
    const number = numberAt(name, start, name.length);
    const stem = this.#stemAt(name, 0, start) ?? this.#newStem(name.slice(0, start));
    const known = placeIn(stem, number);
    if (known >= 0) {
      this.#items[known] = item;
      return false;
    }
    const isOther = number >= stem.least && number <= stem.most && this.#others.has(name);
    if (!isOther && put(stem, number, this.#items.length)) {
      this.#items.push(item);
      return true;
    }
    stem.least = Math.min(stem.least, number);
    stem.most = Math.max(stem.most, number);
    return this.#addOther(name, item);
  }

  #addOther(name: string, item: T): boolean {
    const known = this.#others.get(name);
    if (known === undefined) this.#others.set(name, this.#items.push(item) - 1);
    else this.#items[known] = item;
    return known === undefined;
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
      if (stem === undefined) return -1;
      const number = numberAt(text, start, to);
      const place = placeIn(stem, number);
      if (place >= 0) return place;
      if (number < stem.least || number > stem.most) return -1;
    }
    return this.#others.size === 0 ? -1 : (this.#others.get(text.slice(from, to)) ?? -1);
  }

  #stemAt(text: string, from: number, to: number): Stem | undefined {
    const at = (31 * text.charCodeAt(from) + text.charCodeAt((from + to) >>> 1) + to - from) & (LATELY - 1);
    const lately = this.#lately[at];
    if (lately && lately.text.length === to - from && text.startsWith(lately.text, from)) return lately;
    const stem = this.#stems.size === 0 ? undefined : this.#stems.get(text.slice(from, to));
    if (stem) this.#lately[at] = stem;
    return stem;
  }

  #newStem(text: string): Stem {
    const stem = { text, pages: new Map<number, Int32Array>(), count: 0, least: 2 ** 30, most: -1 };
    this.#stems.set(text, stem);
    return stem;
  }
}

/** The place on the page of a number; -1 where there is none. */
function placeIn({ pages }: Stem, number: number): number {
  return (pages.get(Math.floor(number / PAGE))?.[number % PAGE] ?? 0) - 1;
}

/** Puts a place on the page of its number; false where there is none and one more would be too many. */
function put(stem: Stem, number: number, place: number): boolean {
  const { pages } = stem;
  stem.count += 1;
  const at = Math.floor(number / PAGE);
  let page = pages.get(at);
  if (page === undefined) {
    const room = SPARSE * stem.count;
    // Names count up from a great number where those before it are taken.
    if (number > room + AT_LEAST && (pages.size + 1) * PAGE > room) return false;
    pages.set(at, (page = new Int32Array(PAGE)));
  }
  page[number % PAGE] = place + 1;
  return true;
}
