/**
 * How many steps it may take to compare a file with a list of rules, about as many comparisons of two characters: a few
 * milliseconds. 200 ordinary rules take some thousands.
 */
export const MOST_STEPS = 500_000;

/** Comparing took more steps than it may. */
export class TooMuchWork extends Error {
  constructor() {
    super('too much work');
  }
}

/**
 * Steps that are left. Whoever compares spends them as it goes; once there are none it throws, so that nobody takes what
 * was not compared to the end for an answer. Counted, not timed: a slow machine reads a list as a fast one does.
 */
export class Work {
  readonly #most: number;
  #spent = 0;

  constructor(most = MOST_STEPS) {
    this.#most = most;
  }

  /** For lists that only a person here has written. */
  static unbounded(): Work {
    return new Work(Infinity);
  }

  get spent(): number {
    return this.#spent;
  }

  spend(steps: number): void {
    this.#spent += steps;
    if (this.#spent > this.#most) throw new TooMuchWork();
  }
}

/** What comes of comparing, or what is taken for it where that takes too long. */
export function withinWork<Result>(compare: (work: Work) => Result, otherwise: NoInfer<Result>): Result {
  try {
    return compare(new Work());
  } catch (error) {
    if (error instanceof TooMuchWork) return otherwise;
    throw error;
  }
}
