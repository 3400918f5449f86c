import { gramsHold, low, spreadOf } from './text-grams.ts';

/** Bits there are at first, and at most, as powers of two; and the share of them that may be set before there are more. */
const LEAST = 17;
const MOST = 25;
const SHARE = 1 / 8;

/**
 * Tells of most strings at once that none of many texts holds them: one filter as of `TextGrams` over all. Texts are only
 * ever added.
 */
export class JointGrams {
  readonly #texts: string[] = [];
  #bits = new Uint32Array(1 << (LEAST - 5));
  #shift = 32 - LEAST;
  #set = 0;

  /** Adds a text, and returns how many there are. */
  add(text: string): number {
    this.#texts.push(text);
    this.#take(text);
    while (this.#set > this.#bits.length * 32 * SHARE && 32 - this.#shift < MOST) {
      this.#shift -= 1;
      this.#bits = new Uint32Array(2 * this.#bits.length);
      this.#set = 0;
      for (const one of this.#texts) this.#take(one);
    }
    return this.#texts.length;
  }

  /** How many texts there are. */
  get size(): number {
    return this.#texts.length;
  }

  /** Whether one of the texts may hold a string; when in doubt, it may. */
  mayHold(string: string): boolean {
    return gramsHold(this.#bits, this.#shift, string);
  }

  #take(text: string): void {
    const bits = this.#bits;
    const shift = this.#shift;
    let gram = 0;
    for (let at = 0; at < text.length; at++) {
      gram = (gram << 8) | low(text.charCodeAt(at));
      const bit = spreadOf(gram) >>> shift;
      const word = bits[bit >>> 5] ?? 0;
      const one = 1 << (bit & 31);
      if ((word & one) !== 0) continue;
      bits[bit >>> 5] = word | one;
      this.#set += 1;
    }
  }
}
