/** How near the last miss has to be for a place to repeat it, in UTF-16 code units. */
const NEAR = 64;
/** So many sorts of places are told apart. */
const SORTS = 32;

/** Remembers where looking came to nothing, so that text that repeats one thing is not looked at anew. */
export interface Misses {
  /**
   * Whether a place looks just as the last did that came to nothing, shortly before it. Places of a text have to be
   * asked for in their order. Each of several sorts of places, by a number of any size, has a memory of its own.
   */
  isRepeated(text: string, at: number, sort: number): boolean;
  /** To be called with a place that came to nothing. */
  add(at: number, sort: number): void;
  /** To be called when something was found. */
  clear(): void;
}

/**
 * Makes a memory of misses. It holds numbers only, no text; and it may outlive a text: a place that looks like an
 * earlier place of the same text follows that place, which was asked for in this text too and so is what is
 * remembered.
 *
 * @param before how far before a place anything is looked at, in UTF-16 code units
 * @param behind how far behind it
 */
export function createMisses(before: number, behind: number): Misses {
  const missed = new Int32Array(SORTS).fill(-1);
  /** The distance the last miss repeated at, 0 where it did not. */
  const period = new Int32Array(SORTS);
  return {
    isRepeated(text, at, sort) {
      const slot = sort & (SORTS - 1);
      const last = missed[slot] ?? -1;
      const distance = at - last;
      if (last < before || distance <= 0 || distance > NEAR || at + behind > text.length) return false;
      // Where the last one repeated at the same distance, all but the end is known to be the same.
      const from = period[slot] === distance ? at + behind - distance : at - before;
      for (let i = from; i < at + behind; i++) {
        if (text.charCodeAt(i) !== text.charCodeAt(i - distance)) return false;
      }
      missed[slot] = at;
      period[slot] = distance;
      return true;
    },
    add(at, sort) {
      const slot = sort & (SORTS - 1);
      if (missed[slot] === at) return;
      missed[slot] = at;
      period[slot] = 0;
    },
    clear() {
      missed.fill(-1);
      period.fill(0);
    },
  };
}
