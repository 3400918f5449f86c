import { FEW, NextOf, WORTH_IT } from './next-of.ts';

/** A place where a known value stands; offsets are UTF-16 code units. */
export interface Occurrence {
  readonly start: number;
  readonly end: number;
  readonly value: string;
}

/** Values shorter than this are matched as whole tokens only: a four-digit code is part of many numbers. */
const FREE_STANDING = 8;
/** Code units that are hashed at each place of a text. */
const GRAM = 4;
const TABLE_BITS = 16;

/**
 * Finds every occurrence of many values in one pass: a table of hashed four-character starts tells at once that
 * nothing begins here, which is the case almost everywhere. Time: linear in the text, plus the hits.
 */
export class ValueIndex {
  readonly #starts = new Uint8Array(1 << TABLE_BITS);
  /** By their first characters, then by length, longest first: a value that begins like another is not taken for it. */
  readonly #byStart = new Map<string, { lengths: number[]; values: Set<string> }>();
  readonly #tiny = new Set<string>();
  /** All of them, while they are few. */
  readonly #few = new Set<string>();
  /** What is left of a value behind each beginning of it that is its end as well, the shortest first. */
  readonly #rests = new Map<string, readonly string[]>();

  /** Adds a value; an empty one and one that is there already change nothing. */
  add(value: string): void {
    if (value.length === 0) return;
    if (this.#few.size <= FEW) this.#few.add(value);
    if (value.length < GRAM) {
      this.#tiny.add(value);
      return;
    }
    const start = value.slice(0, GRAM);
    const group = this.#byStart.get(start) ?? { lengths: [], values: new Set() };
    this.#byStart.set(start, group);
    group.values.add(value);
    if (!group.lengths.includes(value.length)) {
      group.lengths = [...group.lengths, value.length].sort((a, b) => b - a);
    }
    this.#starts[hashAt(value, 0)] = 1;
  }

  /**
   * Every occurrence in order of start, none overlapping the one before. Where a value begins again within its own end, as
   * `"x"` does in `"x"x"`, all of that is one: of the second one everything but its beginning would be left over.
   */
  *occurrences(text: string): Generator<Occurrence> {
    const tiny = this.#tiny.size > 0 ? this.#tinyOccurrences(text) : [];
    let nextTiny = 0;
    const few =
      this.#few.size <= FEW && text.length >= WORTH_IT ? new NextOf(text, [...this.#few]) : undefined;
    for (let at = 0; at < text.length; at++) {
      if (few) at = few.from(at);
      if (at < 0) return;
      while ((tiny[nextTiny]?.start ?? Infinity) < at) nextTiny += 1;
      const hit =
        at + GRAM <= text.length && this.#starts[hashAt(text, at)] === 1
          ? this.#longestAt(text, at)
          : undefined;
      const found = hit ?? (tiny[nextTiny]?.start === at ? tiny[nextTiny] : undefined);
      if (!found) continue;
      const end = this.#endOfRow(text, found);
      yield end === found.end ? found : { ...found, end };
      at = end - 1;
    }
  }

  /** Where a row of occurrences ends of which each begins within the one before. */
  #endOfRow(text: string, { end, value }: Occurrence): number {
    // Short ones are whole tokens, and the next one would begin within a token.
    if (value.length < FREE_STANDING) return end;
    let rests = this.#rests.get(value);
    if (!rests) this.#rests.set(value, (rests = restsOf(value)));
    let last = end;
    while (rests.length > 0) {
      const from = last;
      const rest = rests.find((one) => text.startsWith(one, from));
      if (rest === undefined) break;
      last += rest.length;
    }
    return last;
  }

  #longestAt(text: string, start: number): Occurrence | undefined {
    const group = this.#byStart.get(text.slice(start, start + GRAM));
    for (const length of group?.lengths ?? []) {
      const end = start + length;
      if (end > text.length) continue;
      const value = text.slice(start, end);
      if (group?.values.has(value) && (length >= FREE_STANDING || isToken(text, start, end))) {
        return { start, end, value };
      }
    }
    return undefined;
  }

  #tinyOccurrences(text: string): Occurrence[] {
    const found: Occurrence[] = [];
    for (const value of this.#tiny) {
      for (let start = text.indexOf(value); start >= 0; start = text.indexOf(value, start + 1)) {
        const end = start + value.length;
        if (isToken(text, start, end)) found.push({ start, end, value });
      }
    }
    return found.sort((a, b) => a.start - b.start || b.end - a.end);
  }
}

/**
 * What is left of a value behind each of its borders (beginnings that are ends as well), the shortest first. By the prefix
 * function of Knuth, Morris and Pratt (SIAM Journal on Computing 6, 1977).
 */
function restsOf(value: string): string[] {
  const border = new Int32Array(value.length);
  for (let i = 1, length = 0; i < value.length; i++) {
    while (length > 0 && value[i] !== value[length]) length = border[length - 1] ?? 0;
    if (value[i] === value[length]) length += 1;
    border[i] = length;
  }
  const rests: string[] = [];
  for (
    let length = border.at(-1) ?? 0;
    length > 0 && rests.length < MOST_RESTS;
    length = border[length - 1] ?? 0
  ) {
    rests.push(value.slice(length));
  }
  return rests;
}

/** A value with more of them is one character over and over, and the first ones find it. */
const MOST_RESTS = 32;

function hashAt(text: string, at: number): number {
  let hash = 0;
  for (let i = 0; i < GRAM; i++) hash = Math.imul(hash, 0x01000193) + text.charCodeAt(at + i);
  return (hash ^ (hash >>> TABLE_BITS)) & ((1 << TABLE_BITS) - 1);
}

function isToken(text: string, start: number, end: number): boolean {
  return !/[\p{L}\p{N}_]/u.test(text.charAt(start - 1)) && !/[\p{L}\p{N}_]/u.test(text.charAt(end));
}
