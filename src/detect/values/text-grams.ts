/** Code units that are looked at together. */
const GRAM = 4;
/** Bits for each place of the text, at least. */
const BITS = 8;
/** In a shorter text it costs less to look for a string than to ask whether it may be there. */
const WORTH_IT = 64;

/**
 * Tells whether a text holds a string, and of most that it does not hold at once: by a Bloom filter (Communications of the
 * ACM 13, 1970) with one bit for each four characters that stand beside each other. For a text that is asked of many
 * strings. It takes up to two bytes for each character of the text.
 */
export class TextGrams {
  readonly #text: string;
  readonly #bits: Uint32Array;
  readonly #shift: number;

  constructor(text: string) {
    this.#text = text;
    if (text.length < WORTH_IT) {
      this.#bits = new Uint32Array(0);
      this.#shift = 0;
      return;
    }
    const size = Math.ceil(Math.log2(text.length * BITS));
    const shift = 32 - size;
    const bits = new Uint32Array(1 << (size - 5));
    let gram = 0;
    for (let at = 0; at < text.length; at++) {
      gram = (gram << 8) | low(text.charCodeAt(at));
      const bit = spreadOf(gram) >>> shift;
      bits[bit >>> 5] = (bits[bit >>> 5] ?? 0) | (1 << (bit & 31));
    }
    this.#bits = bits;
    this.#shift = shift;
  }

  /** Whether a string, which is not empty, stands in the text. */
  holds(string: string): boolean {
    return this.#mayHold(string) && this.#text.includes(string);
  }

  #mayHold(string: string): boolean {
    if (string.length > this.#text.length) return false;
    return this.#bits.length === 0 || gramsHold(this.#bits, this.#shift, string);
  }
}

/** Whether a filter holds every four code units of a string that stand beside each other. */
export function gramsHold(bits: Uint32Array, shift: number, string: string): boolean {
  let gram = 0;
  for (let at = 0; at < string.length; at++) {
    gram = (gram << 8) | low(string.charCodeAt(at));
    if (at < GRAM - 1) continue;
    const bit = spreadOf(gram) >>> shift;
    if (((bits[bit >>> 5] ?? 0) & (1 << (bit & 31))) === 0) return false;
  }
  return true;
}

/** Odd, and without a pattern: the golden ratio's share of 2^32 (Knuth, The Art of Computer Programming 3, 6.4). */
const SPREAD = 0x9e3779b1;

/** The bit of a gram, before only the highest of its bits are taken. */
export function spreadOf(gram: number): number {
  return Math.imul(gram, SPREAD);
}

/** Eight bits of a code unit, the same for the same one. */
export function low(code: number): number {
  return (code ^ (code >>> 8)) & 255;
}
