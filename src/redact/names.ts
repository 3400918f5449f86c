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

/**
 * Names and what they stand for, to be found where they stand free in a text. A place costs no more than the characters
 * that agree there, however many names there are and however long.
 */
export class NameIndex<T> {
  readonly #tree = new RadixTree<T>();
  /** Names that are not in the tree yet: where all are words and texts are whole, it is never asked. */
  #pending: string[] = [];
  /** What names begin with. */
  readonly pairs = new Pairs();
  readonly #items = new ItemsByName<T>();
  /** All of them, while they are few. */
  readonly #few: string[] = [];
  /** While every name is a word, one that is whole is found by the word. */
  #onlyWords = true;
  #longest = 0;
  /** The last code units of names that are words: most words of a text end otherwise. */
  readonly #lasts = new Uint8Array(128);

  /** Adds a name, which is not empty; one that is there already gets the new item. */
  add(name: string, item: T): void {
    if (this.#items.add(name, item) && this.#few.length <= FEW) this.#few.push(name);
    this.#longest = Math.max(this.#longest, name.length);
    if (wordEnd(name, 0) < name.length) this.#onlyWords = false;
    else this.#lasts[name.charCodeAt(name.length - 1)] = 1;
    this.pairs.add(name.charCodeAt(0), name.charCodeAt(1));
    this.#pending.push(name);
  }

  #grown(): RadixTree<T> {
    if (this.#pending.length === 0) return this.#tree;
    for (const name of this.#pending) {
      const item = this.#items.get(name);
      if (item !== undefined) this.#tree.add(name, item);
    }
    this.#pending = [];
    return this.#tree;
  }

  /** What a name stands for. */
  get(name: string): T | undefined {
    return this.#items.get(name);
  }

  /** All there is, in the order it was added. */
  items(): IterableIterator<T> {
    return this.#items.values();
  }

  get size(): number {
    return this.#items.size;
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
        const match = this.#wordAt(text, at, end);
        return match === undefined ? NOTHING : { match, open: undefined };
      }
    }
    let match: Match<T> | undefined;
    let above = this.#grown().root;
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

  /** The name that a word is, which stands at [at, end) or goes on behind that. */
  #wordAt(text: string, at: number, end: number): Match<T> | undefined {
    if (end - at > this.#longest || this.#lasts[text.charCodeAt(end - 1)] !== 1) return undefined;
    const item = this.#items.getIn(text, at, end);
    return item === undefined ? undefined : { start: at, end, item };
  }

  /** Every name that stands free in a text, the longest at each place, none overlapping the one before. */
  *matches(text: string): Generator<Match<T>> {
    if (this.#items.size === 0) return;
    const few = this.#items.size <= FEW && text.length >= WORTH_IT ? new NextOf(text, this.#few) : undefined;
    for (let at = 0; at < text.length; at++) {
      at = few ? few.from(at) : this.pairs.next(text, at);
      if (at < 0 || at >= text.length) return;
      if (!isFreeStart(text, at)) continue;
      const match = this.#onlyWords
        ? this.#wordAt(text, at, wordEnd(text, at, at + this.#longest + 1))
        : this.beginningAt(text, at, true).match;
      if (!match) continue;
      yield match;
      at = match.end - 1;
    }
  }
}

const NOTHING = { match: undefined, open: undefined } as const;
const ANYTHING: Rest = { label: '', at: 0 };
