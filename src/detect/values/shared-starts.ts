import { Chains } from './chains.ts';
import { type Hit, NumberTree } from './number-tree.ts';

/**
 * Numbered values by a key made of what they begin with. Those of one key are told apart by a tree, which takes
 * them in only once a text has their beginning: of most values no text has.
 */
export class SharedStarts {
  readonly #chains = new Chains();
  /** By key the newest entry that is in the tree. */
  readonly #grown = new Map<number, number>();
  #tree: NumberTree | undefined;
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
   * The longest text of a key that stands at `at` of another text, and the number of its value; what is returned holds
   * until the next call.
   * @param counts whether one that ends there counts; each does where it is left out.
   */
  longestAt(key: number, text: string, at: number, counts?: (end: number) => boolean): Hit | undefined {
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
    return this.#grownTo(key, last).longestAt(text, at, counts);
  }

  /** The tree with all of a key in it. What is of another key is not where this one is, or is looked for as well. */
  #grownTo(key: number, last: number): NumberTree {
    const tree = (this.#tree ??= new NumberTree());
    const before = this.#grown.get(key) ?? -1;
    if (before === last) return tree;
    for (let entry = last; entry > before; entry = this.#chains.before(entry)) {
      const number = this.#chains.numberOf(entry);
      for (const text of this.#textsOf(number)) tree.add(text, number);
    }
    this.#grown.set(key, last);
    return tree;
  }
}
