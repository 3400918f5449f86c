import { FEW, NextOf, WORTH_IT } from '../detect/values/next-of.ts';
import { RadixTree } from '../detect/values/radix-tree.ts';
import { ItemsByName } from './items-by-name.ts';
import { Pairs } from './pairs.ts';
import { isFreeEnd, isFreeStart, isWord, wordEnd } from './free.ts';

/** A name at its place; offsets are UTF-16 code units. */
export interface Match<T> {
  readonly start: number;
  readonly end: number;
  readonly item: T;
}

/** What begins at a place of a text. */
export interface Begun<T> {
  /** The longest name that is whole and free there. */
  readonly match: Match<T> | undefined;
  /** How a name would have to go on that the end of the text cuts off; undefined where none is cut off. */
  readonly open: Rest | undefined;
}

/** A name of which some is read: `label` from `at` on is to follow, and after it anything. */
export interface Rest {
  readonly label: string;
  readonly at: number;
}

/** A name at its place, which goes on from one to the next. */
interface Place<T> {
  start: number;
  end: number;
  item: T | undefined;
}

/**
 * Names and what they stand for, to be found where they stand free in a text. A place costs no more than the characters
 * that agree there, however many names there are and however long.
 */
export class NameIndex<T> {
  readonly #tree = new RadixTree<T>();
  /** How many names are in the tree: where all are words and texts are whole, it is never asked. */
  #grown = 0;
  /** What names begin with. */
  readonly pairs = new Pairs();
  readonly #items = new ItemsByName<T>();
  readonly #names: string[] = [];
  /** While every name is a word, one that is whole is found by the word. */
  #onlyWords = true;
  #longest = 0;
  /** The last code units of names that are words: most words of a text end otherwise. */
  readonly #lasts = new Uint8Array(128);

  /** Adds a name, which is not empty; one that is there already gets the new item. */
  add(name: string, item: T): void {
    if (this.#items.add(name, item)) this.#names.push(name);
    else if (this.#grown > 0) this.#tree.add(name, item);
    this.#longest = Math.max(this.#longest, name.length);
    if (wordEnd(name, 0) < name.length) this.#onlyWords = false;
    else this.#lasts[name.charCodeAt(name.length - 1)] = 1;
    this.pairs.add(name.charCodeAt(0), name.charCodeAt(1));
  }

  /** The tree with all names in it. */
  #wholeTree(): RadixTree<T> {
    for (; this.#grown < this.#names.length; this.#grown++) {
      const name = this.#names[this.#grown] ?? '';
      const item = this.#items.get(name);
      if (item !== undefined) this.#tree.add(name, item);
    }
    return this.#tree;
  }

  /** What a name stands for. */
  get(name: string): T | undefined {
    return this.#items.get(name);
  }

  /** All there is, in the order its names were added; what is added later is there as well. */
  items(): readonly T[] {
    return this.#items.all;
  }

  /** All names, in the same order. */
  get names(): readonly string[] {
    return this.#names;
  }

  get size(): number {
    return this.#items.size;
  }

  /** Whether each name is a word of letters, digits and underscores of ASCII. */
  get areWords(): boolean {
    return this.#onlyWords;
  }

  /**
   * What begins at `at`, which must be a place where something free may begin.
   *
   * @param final whether nothing follows the text.
   */
  beginningAt(text: string, at: number, final: boolean): Begun<T> {
    if (this.#onlyWords) {
      const end = wordEnd(text, at, at + this.#longest + 1);
      if (end < text.length || final) {
        const item = this.#wordAt(text, at, end);
        return item === undefined ? NOTHING : { match: { start: at, end, item }, open: undefined };
      }
    }
    let match: Match<T> | undefined;
    let above = this.#wholeTree().root;
    for (let end = at; ;) {
      const below = above.below.get(text.charCodeAt(end));
      if (!below) {
        // Every name that is not whole yet may still come.
        const more = end === text.length && above.below.size > 0 && end > at;
        return { match, open: final || !more ? undefined : ANYTHING };
      }
      const { label } = below;
      if (!text.startsWith(label, end)) {
        const cut = text.length - end < label.length && label.startsWith(text.slice(end));
        return { match, open: final || !cut ? undefined : { label, at: text.length - end } };
      }
      end += label.length;
      if (below.item !== undefined && isFreeEnd(text, end)) {
        if (end === text.length && !final && isWord(text.charCodeAt(end - 1)))
          return { match, open: ANYTHING };
        match = { start: at, end, item: below.item };
      }
      above = below;
    }
  }

  /** Whether any name stands free in a text. */
  isIn(text: string): boolean {
    return this.matches(text).next().done !== true;
  }

  /** What the name stands for that a word is, which stands at [at, end) or goes on behind that. */
  #wordAt(text: string, at: number, end: number): T | undefined {
    if (end - at > this.#longest || this.#lasts[text.charCodeAt(end - 1)] !== 1) return undefined;
    return this.#items.getIn(text, at, end);
  }

  /** Every name that stands free in a text, the longest at each place, none overlapping the one before. */
  *matches(text: string): Generator<Match<T>> {
    const walk = this.walk(text);
    while (walk.next())
      if (walk.item !== undefined) yield { start: walk.start, end: walk.end, item: walk.item };
  }

  /** The same, one after the other. */
  walk(text: string): NameWalk<T> {
    const { size } = this.#items;
    const few =
      size > 0 && size <= FEW && text.length >= WORTH_IT ? new NextOf(text, this.#names) : undefined;
    return new NameWalk(this, text, few);
  }

  /** Whether the longest name that stands free at `at`, where something free may begin, is put in `place`. */
  read(text: string, at: number, place: Place<T>): boolean {
    if (this.#onlyWords) {
      const end = wordEnd(text, at, at + this.#longest + 1);
      place.item = this.#wordAt(text, at, end);
      place.end = end;
    } else {
      const { match } = this.beginningAt(text, at, true);
      place.item = match?.item;
      place.end = match?.end ?? at;
    }
    place.start = at;
    return place.item !== undefined;
  }
}

/** Goes through a text from name to name. It is at one of them at a time, since there may be hundreds of thousands. */
export class NameWalk<T> implements Place<T> {
  start = 0;
  end = 0;
  item: T | undefined;
  readonly #names: NameIndex<T>;
  readonly #text: string;
  readonly #few: NextOf | undefined;

  /** @param few where the names are next, while they are few. */
  constructor(names: NameIndex<T>, text: string, few: NextOf | undefined) {
    this.#names = names;
    this.#text = text;
    this.#few = few;
  }

  /** Goes on to the next name; false where there is none any more. */
  next(): boolean {
    const text = this.#text;
    const names = this.#names;
    const few = this.#few;
    if (names.size === 0) return false;
    for (let at = this.end; at < text.length; at++) {
      at = few ? few.from(at) : names.pairs.next(text, at);
      if (at < 0 || at >= text.length) break;
      if (isFreeStart(text, at) && names.read(text, at, this)) return true;
    }
    this.end = text.length;
    return false;
  }
}

const NOTHING = { match: undefined, open: undefined } as const;
const ANYTHING: Rest = { label: '', at: 0 };
