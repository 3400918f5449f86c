import { Chains } from './chains.ts';
import { RadixTree } from './radix-tree.ts';

/** The texts of a key, up to the entry that was the newest when they were put into a tree. */
interface Grown {
  readonly tree: RadixTree<number>;
  last: number;
}

/**
 * Numbered values by a key made of what they begin with. Those of one key are told apart by a tree, which is grown only
 * once a text has their beginning: of most values no text has.
 */
export class SharedStarts {
  readonly #chains = new Chains();
  readonly #grown = new Map<number, Grown>();
  readonly #textsOf: (number: number) => readonly string[];

  /** @param textsOf what the value of a number is looked for as, which is the same each time. */
  constructor(textsOf: (number: number) => readonly string[]) {
    this.#textsOf = textsOf;
  }

  /** Adds the number of a value to those of a key, a whole number of 32 bits. */
  add(key: number, number: number): void {
    this.#chains.add(key, number);
  }

  /** How many keys there are. */
  get keyCount(): number {
    return this.#chains.keyCount;
  }

  /** Each key, once. */
  keys(): Iterable<number> {
    return this.#chains.keys();
  }

  /**
   * The longest text of a key that stands at `at` of another text, and the number of its value.
   * @param counts whether one that ends there counts; each does where it is left out.
   */
  longestAt(
    key: number,
    text: string,
    at: number,
    counts?: (end: number) => boolean,
  ): { readonly end: number; readonly item: number } | undefined {
    const chains = this.#chains;
    const last = chains.lastOf(key);
    if (last < 0) return undefined;
    if (chains.before(last) < 0) {
      const number = chains.numberOf(last);
      const texts = this.#textsOf(number);
      const [only] = texts;
      if (only !== undefined && texts.length === 1) {
        const end = at + only.length;
        return text.startsWith(only, at) && (counts === undefined || counts(end))
          ? { end, item: number }
          : undefined;
      }
    }
    return this.#treeOf(key, last).longestAt(text, at, counts);
  }

  #treeOf(key: number, last: number): RadixTree<number> {
    let grown = this.#grown.get(key);
    if (grown === undefined) this.#grown.set(key, (grown = { tree: new RadixTree(), last: -1 }));
    for (let entry = last; entry > grown.last; entry = this.#chains.before(entry)) {
      const number = this.#chains.numberOf(entry);
      for (const text of this.#textsOf(number)) grown.tree.add(text, number);
    }
    grown.last = last;
    return grown.tree;
  }
}
