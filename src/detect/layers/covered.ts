/** Ranges that are asked whether one of them holds another one. Time: n log n once, log n a question. */
export class Covered {
  readonly #starts: number[];
  /** The farthest end of the ranges up to each one. */
  readonly #ends: number[] = [];

  constructor(ranges: readonly { readonly start: number; readonly end: number }[]) {
    const sorted = [...ranges].sort((a, b) => a.start - b.start);
    this.#starts = sorted.map(({ start }) => start);
    for (const { end } of sorted) this.#ends.push(Math.max(end, this.#ends.at(-1) ?? 0));
  }

  /** Whether [start, end) lies in one of the ranges. */
  has(start: number, end: number): boolean {
    let low = 0;
    let high = this.#starts.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if ((this.#starts[middle] ?? 0) <= start) low = middle + 1;
      else high = middle;
    }
    return low > 0 && (this.#ends[low - 1] ?? 0) >= end;
  }
}
