import { spreadOf } from './text-grams.ts';

/** Bits for each key at least; and how many keys there is room for at first, and at most: more share what there is. */
const BITS = 32;
const FIRST_ROOM = 1 << 7;
const MOST_ROOM = 1 << 19;
/** So many times as many are made room for at once, since all there are are added anew then. */
const GROWTH = 4;

/** One word of 32 bits, all of them free: the five highest bits of a hash tell which. */
const NONE = new Int32Array(1);
const SHIFT_OF_NONE = 27;

/**
 * Tells of most keys at once that they were never added: a Bloom filter (Communications of the ACM 13, 1970) with one bit for
 * each. It is asked at every place of a text, and small enough that the processor has it at hand.
 */
export class KeyFilter {
  readonly #keys: () => Iterable<number>;
  #count = 0;
  #room = 0;
  #bits = NONE;
  #shift = SHIFT_OF_NONE;

  /** @param keys all that were added so far, in any order and as often as one likes. */
  constructor(keys: () => Iterable<number>) {
    this.#keys = keys;
  }

  /** Adds a key, a whole number of 32 bits. */
  add(key: number): void {
    if (this.#count === this.#room && this.#room < MOST_ROOM) this.#grow();
    this.#count += 1;
    this.#set(key);
  }

  /** Whether a key was added: when in doubt, it was. */
  mayHave(key: number): boolean {
    const bit = spreadOf(key) >>> this.#shift;
    return ((this.#bits[bit >>> 5] ?? 0) & (1 << (bit & 31))) !== 0;
  }

  #set(key: number): void {
    const bit = spreadOf(key) >>> this.#shift;
    this.#bits[bit >>> 5] = (this.#bits[bit >>> 5] ?? 0) | (1 << (bit & 31));
  }

  #grow(): void {
    this.#room = this.#room === 0 ? FIRST_ROOM : GROWTH * this.#room;
    const size = Math.log2(this.#room * BITS);
    this.#bits = new Int32Array(1 << (size - 5));
    this.#shift = 32 - size;
    for (const key of this.#keys()) this.#set(key);
  }
}
