/** Parts of a text that are looked at by what cannot be started at one place; sorted, not overlapping. */
export interface Windows {
  /** Adds what stands around a place. Places come in their order, give or take what is looked at before them. */
  add(at: number): void;
  /** From and to of each window, in UTF-16 code units. */
  readonly ranges: readonly { readonly from: number; readonly to: number }[];
}

/**
 * Collects windows around places; those that touch become one, so that looking at all of them is never more than
 * looking at the text once.
 *
 * @param before how far before a place is looked, `after` how far behind it, in UTF-16 code units.
 */
export function collectWindows(before: number, after: number): Windows {
  const ranges: { from: number; to: number }[] = [];
  return {
    ranges,
    add(at) {
      const last = ranges.at(-1);
      const from = Math.max(0, at - before);
      if (last !== undefined && from <= last.to) {
        last.from = Math.min(last.from, from);
        last.to = Math.max(last.to, at + after);
      } else ranges.push({ from, to: at + after });
    },
  };
}
