import { Chains } from './chains.ts';
import { type Hit, NumberTree } from './number-tree.ts';

/** So many values of one key are compared one after the other, which takes less than a tree. */
const FEW = 4;

/**
 * Numbered values by a key made of what they begin with. Where many have the same one they are told apart by a tree, which
 * takes them in only once a text has their beginning: of most values no text has.
 */
export class SharedStarts {
  readonly #chains = new Chains();
  #tree: NumberTree | undefined;
  readonly #textsOf: (number: number) => string | readonly string[];
  /** The last hit: a text may have hundreds of thousands. */
  readonly #hit = { end: 0, item: 0 };

  /** @param textsOf what the value of a number is looked for as, which is the same each time; none is empty. */
  constructor(textsOf: (number: number) => string | readonly string[]) {
    this.#textsOf = textsOf;
  }

  /** Adds the number of a value to those of a key, a whole number of 32 bits. */
  add(key: number, number: number): void {
    this.#chains.add(key, number);
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
    const place = chains.placeOf(key);
    if (place < 0) return undefined;
    const last = chains.lastAt(place);
    let longest = 0;
    let left = FEW;
    for (let entry = last; entry >= 0; entry = chains.before(entry)) {
      const number = chains.numberOf(entry);
      const one = this.#textsOf(number);
      if (typeof one !== 'string' || left === 0)
        return this.#grownTo(place, last).longestAt(text, at, counts);
      left -= 1;
      if (one.length <= longest || !text.startsWith(one, at)) continue;
      if (counts !== undefined && !counts(at + one.length)) continue;
      longest = one.length;
      this.#hit.end = at + longest;
      this.#hit.item = number;
    }
    return longest === 0 ? undefined : this.#hit;
  }

  /** The tree with all of a key in it. What is of another key is not where this one is, or is looked for as well. */
  #grownTo(place: number, last: number): NumberTree {
    const tree = (this.#tree ??= new NumberTree());
    // The newest entry that is in the tree, plus one.
    const before = this.#chains.noteAt(place) - 1;
    if (before === last) return tree;
    for (let entry = last; entry > before; entry = this.#chains.before(entry)) {
      const number = this.#chains.numberOf(entry);
      const texts = this.#textsOf(number);
      for (const text of typeof texts === 'string' ? [texts] : texts) tree.add(text, number);
    }
    this.#chains.note(place, last + 1);
    return tree;
  }
}
