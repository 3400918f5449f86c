/** Runs what it is given, at most so many at a time, in the order in which they came. */
export type InTurn = <T>(work: () => Promise<T>) => Promise<T>;

export function turnsFor(most: number): InTurn {
  const waiting: (() => void)[] = [];
  let busy = 0;
  return async (work) => {
    if (busy >= most) await new Promise<void>((resolve) => waiting.push(resolve));
    else busy += 1;
    try {
      return await work();
    } finally {
      // The place goes to the next one, or is free.
      const next = waiting.shift();
      if (next) next();
      else busy -= 1;
    }
  };
}
