import { numberAt, numberStart } from './name-number.ts';

/** Numbers of a page, a bit for each, and the words of 32 bits that takes. */
const PAGE = 256;
const WORDS = PAGE / 32;

/**
 * A set of names most of which end in a number, as `EMAIL_1` does: of those with the same beginning only the numbers are
 * kept, as bits. Names count up, and a million strings take ten times as long.
 */
export class NumberedNames {
  /** By what stands before the number and by the number's page: where its bits begin. */
  readonly #pages = new Map<string, Map<number, number>>();
  #bits = new Uint32Array(WORDS);
  /** How many words of the bits are taken. */
  #taken = 0;
  /** Names without a number at their end, or with one that is not written as numbers are. */
  readonly #others = new Set<string>();
  #numbered = 0;

  get size(): number {
    return this.#numbered + this.#others.size;
  }

  /** Adds a name; one that is there already changes nothing. */
  add(name: string): void {
    const start = numberStart(name, 0, name.length);
    if (start === name.length) this.#others.add(name);
    else this.#addNumber(name.slice(0, start), numberAt(name, start, name.length));
  }

  has(name: string): boolean {
    if (this.size === 0) return false;
    const start = numberStart(name, 0, name.length);
    if (start === name.length) return this.#others.has(name);
    const number = numberAt(name, start, name.length);
    const page = this.#pages.get(name.slice(0, start))?.get(Math.floor(number / PAGE));
    return page !== undefined && ((this.#bits[wordOf(page, number)] ?? 0) & bitOf(number)) !== 0;
  }

  /** Takes in all names of another set. */
  addAll(others: NumberedNames): void {
    for (const name of others.#others) this.#others.add(name);
    for (const [stem, pages] of others.#pages)
      for (const [page, at] of pages)
        for (let number = page * PAGE; number < (page + 1) * PAGE; number++)
          if (((others.#bits[wordOf(at, number)] ?? 0) & bitOf(number)) !== 0) this.#addNumber(stem, number);
  }

  #addNumber(stem: string, number: number): void {
    let pages = this.#pages.get(stem);
    if (pages === undefined) this.#pages.set(stem, (pages = new Map()));
    const page = Math.floor(number / PAGE);
    let at = pages.get(page);
    if (at === undefined) pages.set(page, (at = this.#newPage()));
    const word = wordOf(at, number);
    const before = this.#bits[word] ?? 0;
    const after = (before | bitOf(number)) >>> 0;
    if (after === before) return;
    this.#bits[word] = after;
    this.#numbered += 1;
  }

  #newPage(): number {
    const at = this.#taken;
    this.#taken += WORDS;
    if (this.#taken > this.#bits.length) {
      const longer = new Uint32Array(2 * this.#bits.length);
      longer.set(this.#bits);
      this.#bits = longer;
    }
    return at;
  }
}

function wordOf(page: number, number: number): number {
  return page + ((number % PAGE) >>> 5);
}

function bitOf(number: number): number {
  return 1 << (number & 31);
}
