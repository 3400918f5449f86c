/** Up to so many needles are looked for one by one, by what the platform has for that; more of them in one pass together. */
export const FEW = 12;
/** In a shorter text one pass costs less than to begin. */
export const WORTH_IT = 512;

/** The next place at which any of a few needles begins; asked for places that only ever grow. */
export class NextOf {
  readonly #text: string;
  readonly #needles: readonly string[];
  readonly #next: number[];

  /** @param needles none of them empty. */
  constructor(text: string, needles: readonly string[]) {
    this.#text = text;
    this.#needles = needles;
    this.#next = needles.map((needle) => text.indexOf(needle));
  }

  /** The first place from `at` on, as an offset in UTF-16 code units; -1 where there is none. */
  from(at: number): number {
    let first = -1;
    for (const [i, needle] of this.#needles.entries()) {
      let next = this.#next[i] ?? -1;
      if (next >= 0 && next < at) this.#next[i] = next = this.#text.indexOf(needle, at);
      if (next >= 0 && (first < 0 || next < first)) first = next;
    }
    return first;
  }
}
