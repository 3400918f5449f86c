/** What was left out for one reason. */
export interface LeftOut<Why> {
  readonly why: Why;
  readonly count: number;
  /** The first few. */
  readonly paths: readonly string[];
}

/** How many are named. */
const NAMED = 10;

/** Counts what is left out, and remembers the first few by name. */
export class LeftOuts<Why extends string> {
  readonly #all = new Map<Why, { count: number; paths: string[] }>();
  #total = 0;

  /** How many, for all reasons. */
  get total(): number {
    return this.#total;
  }

  add(why: Why, path: string, count = 1): void {
    this.#total += count;
    const before = this.#all.get(why);
    if (before === undefined) this.#all.set(why, { count, paths: [path] });
    else {
      before.count += count;
      if (before.paths.length < NAMED) before.paths.push(path);
    }
  }

  /** The most frequent reason first. */
  list(): readonly LeftOut<Why>[] {
    return [...this.#all]
      .map(([why, { count, paths }]) => ({ why, count, paths: paths.toSorted() }))
      .toSorted((a, b) => b.count - a.count || (a.why < b.why ? -1 : 1));
  }
}
