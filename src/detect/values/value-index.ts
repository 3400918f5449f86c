import { FEW, NextOf, WORTH_IT } from './next-of.ts';
import { SharedStarts } from './shared-starts.ts';

/** A place where a known value stands; offsets are UTF-16 code units. */
export interface Occurrence {
  readonly start: number;
  readonly end: number;
  readonly value: string;
}

/** Values shorter than this are matched as whole tokens only: a four-digit code is part of many numbers. */
const FREE_STANDING = 8;
/** Code units that are looked at together at each place of a text. */
const GRAM = 4;
/** A table has so many bits, at first and at most, and grows when more than this share of it would be taken. */
const LEAST_BITS = 16;
const MOST_BITS = 20;
const SHARE = 1 / 16;
/** So many bits of a hash are kept. */
const HASH_BITS = 30;

/**
 * Finds every occurrence of many values in one pass: a table of hashed four-character starts tells at once that
 * nothing begins here, which is the case almost everywhere. Time: linear in the text, plus the hits.
 */
export class ValueIndex {
  #starts = new Uint8Array(0);
  #shift = HASH_BITS - LEAST_BITS;
  readonly #values: string[];
  /** How many of the values were taken in. */
  #settled = 0;
  /** By the hash of their first characters. */
  readonly #byStart = new SharedStarts((number) => [this.#values[number] ?? '']);
  readonly #tiny = new Set<string>();
  /** All of them, while they are few. */
  readonly #few = new Set<string>();
  /** What is left of a value behind each beginning of it that is its end as well, the shortest first. */
  readonly #rests = new Map<string, readonly string[]>();

  /** @param values those that are looked for, to which others are added at any time; of its own where it is left out. */
  constructor(values: string[] = []) {
    this.#values = values;
  }

  /** Adds a value; an empty one and one that is there already change nothing. */
  add(value: string): void {
    this.#values.push(value);
    this.#settle();
  }

  /** Takes in the values that were added since a text was looked at. */
  #settle(): void {
    for (; this.#settled < this.#values.length; this.#settled++) this.#take(this.#settled);
  }

  #take(number: number): void {
    const value = this.#values[number] ?? '';
    if (value.length === 0) return;
    if (this.#few.size <= FEW) this.#few.add(value);
    if (value.length < GRAM) {
      this.#tiny.add(value);
      return;
    }
    const hash = hashOf(gramAt(value, 0));
    this.#byStart.add(hash, number);
    this.#mark(hash);
  }

  #mark(hash: number): void {
    const bits = HASH_BITS - this.#shift;
    if (this.#starts.length === 0) this.#starts = new Uint8Array(1 << bits);
    if (bits < MOST_BITS && this.#byStart.keyCount > this.#starts.length * SHARE) {
      this.#shift = HASH_BITS - Math.min(MOST_BITS, bits + 2);
      this.#starts = new Uint8Array(1 << (HASH_BITS - this.#shift));
      for (const known of this.#byStart.keys()) this.#starts[known >>> this.#shift] = 1;
    }
    this.#starts[hash >>> this.#shift] = 1;
  }

  /**
   * Every occurrence in order of start, none overlapping the one before. Where a value begins again within its own end, as
   * `"x"` does in `"x"x"`, all of that is one: of the second one everything but its beginning would be left over.
   * @param isKnown whether one is known anyway: it is not told again.
   */
  *occurrences(text: string, isKnown?: (start: number, end: number) => boolean): Generator<Occurrence> {
    this.#settle();
    const tiny = this.#tiny.size > 0 ? this.#tinyOccurrences(text) : [];
    let nextTiny = 0;
    const few =
      this.#few.size <= FEW && text.length >= WORTH_IT ? new NextOf(text, [...this.#few]) : undefined;
    // One for all places: there are hundreds of thousands.
    let start = 0;
    const counts = (end: number): boolean => end - start >= FREE_STANDING || isToken(text, start, end);
    for (let at = 0; at < text.length; at++) {
      while ((tiny[nextTiny]?.start ?? Infinity) < at) nextTiny += 1;
      const token = tiny[nextTiny];
      const next = few ? few.from(at) : this.#mayBegin(text, at);
      if (next < 0 && token === undefined) return;
      at = Math.min(next < 0 ? Infinity : next, token?.start ?? Infinity);
      start = at;
      const longest =
        at === next ? this.#byStart.longestAt(hashOf(gramAt(text, at)), text, at, counts) : undefined;
      const short = token?.start === at ? token.value : undefined;
      const value = longest ? this.#values[longest.item] : short;
      if (value === undefined) continue;
      const end = this.#endOfRow(text, at + value.length, value);
      if (isKnown?.(start, end) !== true) yield { start, end, value };
      at = end - 1;
    }
  }

  /** The first place from `from` on where one of the values that are not tiny may begin; -1 where there is none. */
  #mayBegin(text: string, from: number): number {
    const starts = this.#starts;
    if (starts.length === 0) return -1;
    const shift = this.#shift;
    let gram = gramAt(text, from - 1);
    for (let at = from; at + GRAM <= text.length; at++) {
      gram = (gram << 8) | low(text.charCodeAt(at + GRAM - 1));
      if (starts[hashOf(gram) >>> shift] === 1) return at;
    }
    return -1;
  }

  /** Where a row of occurrences ends of which each begins within the one before. */
  #endOfRow(text: string, end: number, value: string): number {
    // Short ones are whole tokens, and the next one would begin within a token.
    if (value.length < FREE_STANDING || end === text.length) return end;
    // What is left of it begins with one of its own characters, and it begins with one that stands in it twice.
    if (value.indexOf(text.charAt(end), 1) < 0 || value.indexOf(value.charAt(0), 1) < 0) return end;
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

/** Eight bits of each of the code units from `at` on. */
function gramAt(text: string, at: number): number {
  let gram = 0;
  for (let i = 0; i < GRAM; i++) gram = (gram << 8) | low(text.charCodeAt(at + i));
  return gram;
}

/** Eight bits of a code unit, the same for the same one; none at all beside a text. */
function low(code: number): number {
  return (code ^ (code >>> 8)) & 255;
}

/** By the golden ratio's share of 2^32 (Knuth, The Art of Computer Programming 3, 6.4). */
function hashOf(gram: number): number {
  return Math.imul(gram, 0x9e3779b1) >>> (32 - HASH_BITS);
}

function isToken(text: string, start: number, end: number): boolean {
  return !/[\p{L}\p{N}_]/u.test(text.charAt(start - 1)) && !/[\p{L}\p{N}_]/u.test(text.charAt(end));
}
