import { gramsHold, low, spreadOf, TextGrams } from './text-grams.ts';

/** Bits there are at first, and at most, as powers of two; and the share of them that may be set before there are more. */
const LEAST = 17;
const MOST = 25;
const SHARE = 1 / 8;
/** What stands in one of so many newest texts is looked for in all before it: these have filters of their own. */
const NEWEST = 8;

/**
 * Tells of most strings at once that none of many texts holds them: one filter as of `TextGrams` over nearly all. Texts
 * are only ever added.
 */
export class JointGrams {
  readonly #texts: string[] = [];
  /** How many of them, the first ones, are in the filter. */
  #joined = 0;
  readonly #newest: (TextGrams | undefined)[] = [];
  #bits = new Uint32Array(1 << (LEAST - 5));
  #shift = 32 - LEAST;
  #set = 0;

  /** Adds a text, and returns how many there are. */
  add(text: string): number {
    this.#texts.push(text);
    this.#newest.push(undefined);
    if (this.#newest.length > NEWEST) this.#join();
    return this.#texts.length;
  }

  /** Takes the oldest of those with filters of their own into the one of all. */
  #join(): void {
    this.#newest.shift();
    this.#take(this.#texts[this.#joined++] ?? '');
    while (this.#set > this.#bits.length * 32 * SHARE && 32 - this.#shift < MOST) {
      this.#shift -= 1;
      this.#bits = new Uint32Array(2 * this.#bits.length);
      this.#set = 0;
      for (const one of this.#texts.slice(0, this.#joined)) this.#take(one);
    }
  }

  /** How many texts, the first ones, are asked where at least so many are. */
  asked(texts: number): number {
    return Math.max(texts, this.#joined);
  }

  /** Whether one of the first so many texts may hold a string; when in doubt, it may. */
  mayHold(string: string, texts: number): boolean {
    if (gramsHold(this.#bits, this.#shift, string)) return true;
    for (let at = this.#joined; at < texts; at++) {
      const own = (this.#newest[at - this.#joined] ??= new TextGrams(this.#texts[at] ?? ''));
      if (own.holds(string)) return true;
    }
    return false;
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
