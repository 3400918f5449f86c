const NONE = new Int32Array(0);
const LEAST = 256;

/** Pairs of whole numbers in one block of memory that grows: hundreds of thousands of objects would take ten times as long. */
export class Places {
  #values: Int32Array<ArrayBuffer> = NONE;
  /** How many pairs there are. */
  length = 0;

  /** Adds the first `count` pairs of `found`, with something added to the first and the second of each. */
  addAll(found: Int32Array, count: number, toFirst: number, toSecond: number): void {
    const needed = (this.length + count) * 2;
    if (needed > this.#values.length) {
      const longer = new Int32Array(Math.max(needed, this.#values.length * 2, LEAST));
      longer.set(this.#values.subarray(0, this.length * 2));
      this.#values = longer;
    }
    let at = this.length * 2;
    for (let i = 0; i < count * 2; i += 2) {
      this.#values[at++] = (found[i] ?? 0) + toFirst;
      this.#values[at++] = (found[i + 1] ?? 0) + toSecond;
    }
    this.length += count;
  }

  /** Those of an array of as many numbers as there are pairs, twice; it is taken over. */
  static of(pairs: Int32Array<ArrayBuffer>): Places {
    const places = new Places();
    places.#values = pairs;
    places.length = pairs.length >> 1;
    return places;
  }

  /** The pairs whose second number is wanted, which are the indices that are not 0 there. */
  wanted(seconds: Uint8Array): Places {
    const pairs = new Int32Array(this.length * 2);
    let at = 0;
    for (let i = 0; i < this.length * 2; i += 2) {
      const second = this.#values[i + 1] ?? 0;
      if (seconds[second] === 0) continue;
      pairs[at++] = this.#values[i] ?? 0;
      pairs[at++] = second;
    }
    return Places.of(pairs.subarray(0, at));
  }

  /** A copy of all pairs, one number behind the other. */
  pairs(): Int32Array<ArrayBuffer> {
    return this.#values.slice(0, this.length * 2);
  }

  /** The first number of a pair there is. */
  first(pair: number): number {
    return this.#values[pair * 2] ?? 0;
  }

  /** The second number of a pair there is. */
  second(pair: number): number {
    return this.#values[pair * 2 + 1] ?? 0;
  }
}
