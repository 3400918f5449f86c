import type { Places } from '../survey/places.ts';

/** Places of a literal further apart than this, in UTF-16 code units, are no row. */
const NEAR = 40;
/** In so many code units in a row the pieces from place to place may differ: no value is so short, the three digits of a card are the shortest. */
const ALIKE = 2;
/** So many pieces of a row are looked at, and so much of it, in code units, where it ends. */
const ENOUGH = 64;
const MARGIN = 512;

/** The middle of a row of one literal, [from, to); the row begins at `start`. Offsets are UTF-16 code units. */
export interface LiteralRow {
  readonly start: number;
  readonly from: number;
  readonly to: number;
}

/**
 * The middles of the rows in which a literal stands hundreds of times, close behind one another, with next to nothing
 * that differs: `password=1password=2password=3…`, by the literal's number. A piece that differs from the first of its row
 * in more than two code units ends it, so that no value is in one that the first pieces do not have as well.
 *
 * @param places of literals, and their numbers, those of one literal in their order. Time: linear in them.
 */
export function rowsOf(text: string, places: Places, literals: number): ReadonlyMap<number, LiteralRow[]> {
  const rows = new Map<number, LiteralRow[]>();
  if (places.length < 2 * ENOUGH) return rows;
  const last = new Int32Array(literals).fill(-1 - NEAR);
  const start = new Int32Array(literals);
  const end = new Int32Array(literals);
  const from = new Int32Array(literals);
  const count = new Int32Array(literals);
  function close(literal: number): void {
    const first = from[literal] ?? 0;
    const to = (last[literal] ?? 0) - MARGIN;
    if ((count[literal] ?? 0) <= ENOUGH || to <= first) return;
    const row = { start: start[literal] ?? 0, from: first, to };
    const others = rows.get(literal);
    if (others === undefined) rows.set(literal, [row]);
    else others.push(row);
  }
  for (let i = 0; i < places.length; i++) {
    const at = places.first(i);
    const literal = places.second(i);
    const before = last[literal] ?? 0;
    const pieces = count[literal] ?? 0;
    if (at - before > NEAR) {
      close(literal);
      count[literal] = 0;
    } else if (pieces > 0 && isAlike(text, start[literal] ?? 0, end[literal] ?? 0, before, at)) {
      count[literal] = pieces + 1;
      if (pieces + 1 === ENOUGH) from[literal] = at;
    } else {
      close(literal);
      start[literal] = before;
      end[literal] = at;
      count[literal] = 1;
    }
    last[literal] = at;
  }
  for (let literal = 0; literal < literals; literal++) if ((count[literal] ?? 0) > ENOUGH) close(literal);
  return rows;
}

/** Whether two pieces are the same but for a few code units in one place. */
function isAlike(text: string, one: number, oneEnd: number, other: number, otherEnd: number): boolean {
  const least = Math.min(oneEnd - one, otherEnd - other);
  const most = Math.max(oneEnd - one, otherEnd - other);
  let same = 0;
  while (same < least && text.charCodeAt(one + same) === text.charCodeAt(other + same)) same += 1;
  let behind = 0;
  while (
    same + behind < least &&
    text.charCodeAt(oneEnd - 1 - behind) === text.charCodeAt(otherEnd - 1 - behind)
  )
    behind += 1;
  return most - same - behind <= ALIKE;
}

/** Tells what of the rows of a text need not be looked at. */
export interface Idle {
  /** Whether a place is in the middle of a row that came to nothing so far. Those of a literal are asked for in order. */
  isIdle(literal: number, at: number): boolean;
  /** To be called where something was found from a literal on. */
  found(literal: number, at: number): void;
}

const NEVER: Idle = { isIdle: () => false, found: () => undefined };

/** Makes one for a text and the places of its literals. It holds numbers only. */
export function idleIn(text: string, places: Places, literals: number): Idle {
  const found = rowsOf(text, places, literals);
  if (found.size === 0) return NEVER;
  // By the literal's number: there are hundreds of thousands of questions.
  const rows = Array.from({ length: literals }, (_, literal) => found.get(literal));
  const foundAt = new Int32Array(literals).fill(-1);
  const next = new Int32Array(literals);
  return {
    isIdle(literal, at) {
      const its = rows[literal];
      if (its === undefined) return false;
      let i = next[literal] ?? 0;
      let row = its[i];
      while (row !== undefined && row.to <= at) row = its[++i];
      next[literal] = i;
      return row !== undefined && at >= row.from && (foundAt[literal] ?? -1) < row.start;
    },
    found(literal, at) {
      foundAt[literal] = at;
    },
  };
}
