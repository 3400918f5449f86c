/** How near one candidate has to be to the last for them to count as repetition, in UTF-16 code units. */
const NEAR = 64;
/** How far before a candidate its surroundings are compared. */
const BEFORE = 512;

/** Tells candidates that only repeat the one before, which came to nothing. */
export interface RepetitionGuard<K> {
  /**
   * Whether the candidate at `at` stands in the very same surroundings as the last of its kind, close before it, that
   * came to nothing. Then it comes to nothing as well.
   */
  isRepeated(kind: K, at: number): boolean;
  /** To be called for a candidate that came to nothing. */
  missed(kind: K, at: number): void;
}

/**
 * Keeps text that repeats one thing for megabytes from costing a full look at each repetition. Only a candidate whose
 * surroundings are equal as far as anything looks is passed over, so nothing is missed by it.
 *
 * @param reach how far after a candidate anything looks, in UTF-16 code units.
 */
export function createRepetitionGuard<K>(text: string, reach: (kind: K) => number): RepetitionGuard<K> {
  /** The last candidate of a kind that came to nothing, and the distance it repeats at, once that is known. */
  const misses = new Map<K, { readonly at: number; readonly period: number }>();

  /** Whether text[from, to) is the same as what stands `period` before it. */
  function repeats(from: number, to: number, period: number): boolean {
    if (from < period || to > text.length) return false;
    for (let i = from; i < to; i++) if (text.charCodeAt(i) !== text.charCodeAt(i - period)) return false;
    return true;
  }

  return {
    isRepeated(kind, at) {
      const last = misses.get(kind);
      if (last === undefined || last.at < BEFORE) return false;
      const period = at - last.at;
      if (period <= 0 || period > NEAR) return false;
      // Where the last one repeated at the same distance, all but the end is known to be the same.
      const from = last.period === period ? last.at + reach(kind) : at - BEFORE;
      if (!repeats(from, at + reach(kind), period)) return false;
      misses.set(kind, { at, period });
      return true;
    },
    missed(kind, at) {
      misses.set(kind, { at, period: 0 });
    },
  };
}
