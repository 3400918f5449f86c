import { KeyFilter } from './key-filter.ts';
import { FEW, NextOf, WORTH_IT } from './next-of.ts';
import type { Hit } from './number-tree.ts';
import { SharedStarts } from './shared-starts.ts';
import { low, spreadOf } from './text-grams.ts';

/** A place where a known value stands; offsets are UTF-16 code units. */
export interface Occurrence {
  readonly start: number;
  readonly end: number;
  readonly value: string;
}

/** Says something of [start, end) of a text, in UTF-16 code units. */
export type RangeTest = (start: number, end: number) => boolean;

/** Values shorter than this are matched as whole tokens only: a four-digit code is part of many numbers. */
const FREE_STANDING = 8;
/** Code units that are looked at together at each place of a text. */
const GRAM = 4;

/**
 * Finds every occurrence of many values in one pass: what four characters they begin with tells at once that
 * nothing begins here, which is the case almost everywhere. Time: linear in the text, plus the hits.
 */
export class ValueIndex {
  readonly #values: string[];
  /** How many of the values were taken in. */
  #settled = 0;
  /** By their first four characters. */
  readonly #starts = new KeyFilter(() => this.#grams());
  /** Those that stand free by as many, which are few, and all longer ones by twice as many. */
  readonly #short = new SharedStarts((number) => this.#values[number] ?? '');
  readonly #long = new SharedStarts((number) => this.#values[number] ?? '');
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
    const gram = gramAt(value, 0);
    if (value.length < FREE_STANDING) this.#short.add(gram, number);
    else this.#long.add(joint(gram, gramAt(value, GRAM)), number);
    this.#starts.add(gram);
  }

  /** What the values that are taken in begin with. */
  *#grams(): Generator<number> {
    for (let number = 0; number < this.#settled; number++) {
      const value = this.#values[number] ?? '';
      if (value.length >= GRAM) yield gramAt(value, 0);
    }
  }

  /**
   * Every occurrence in order of start, none overlapping the one before. Where a value begins again within its own end, as
   * `"x"` does in `"x"x"`, all of that is one: of the second one everything but its beginning would be left over.
   * @param isKnown whether one is known anyway: it is not told again.
   */
  *occurrences(text: string, isKnown?: RangeTest): Generator<Occurrence> {
    this.#settle();
    const tiny = this.#tiny.size > 0 ? this.#tinyOccurrences(text) : [];
    let nextTiny = 0;
    const few =
      this.#few.size <= FEW && text.length >= WORTH_IT ? new NextOf(text, [...this.#few]) : undefined;
    // One for all places: there are hundreds of thousands.
    let start = 0;
    // The next place where one may begin that is not tiny: it is looked for again only behind it.
    let next = -1;
    const counts = (end: number): boolean => end - start >= FREE_STANDING || isToken(text, start, end);
    for (let at = 0; at < text.length; at++) {
      while ((tiny[nextTiny]?.start ?? Infinity) < at) nextTiny += 1;
      const token = tiny[nextTiny];
      if (next < at) {
        const found = few ? few.from(at) : this.#mayBegin(text, at);
        next = found < 0 ? Infinity : found;
      }
      at = Math.min(next, token?.start ?? Infinity);
      if (at === Infinity) return;
      start = at;
      const longest = at === next ? this.#longestAt(text, at, counts) : undefined;
      const short = token?.start === at ? token.value : undefined;
      const value = longest ? this.#values[longest.item] : short;
      if (value === undefined) continue;
      const end = this.#endOfRow(text, at + value.length, value);
      if (isKnown?.(start, end) !== true) yield { start, end, value };
      at = end - 1;
    }
  }

  /** The longest value that stands at a place; what is returned holds until the next call. */
  #longestAt(text: string, at: number, counts: (end: number) => boolean): Hit | undefined {
    const gram = gramAt(text, at);
    const long = this.#long.longestAt(joint(gram, gramAt(text, at + GRAM)), text, at);
    return long ?? this.#short.longestAt(gram, text, at, counts);
  }

  /** The first place from `from` on where one of the values that are not tiny may begin; -1 where there is none. */
  #mayBegin(text: string, from: number): number {
    const starts = this.#starts;
    let gram = gramAt(text, from - 1);
    for (let at = from; at + GRAM <= text.length; at++) {
      gram = (gram << 8) | low(text.charCodeAt(at + GRAM - 1));
      if (starts.mayHave(gram)) return at;
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

  /** The tiny values that stand as whole tokens, in order of start, the longest of each first. */
  #tinyOccurrences(text: string): Occurrence[] {
    if (this.#tiny.size > FEW) return this.#tinyTokens(text);
    const found: Occurrence[] = [];
    for (const value of this.#tiny) {
      for (let start = text.indexOf(value); start >= 0; start = text.indexOf(value, start + 1)) {
        const end = start + value.length;
        if (isToken(text, start, end)) found.push({ start, end, value });
      }
    }
    return found.sort((a, b) => a.start - b.start || b.end - a.end);
  }

  /** The same of many in one pass, and of each start the longest alone. */
  #tinyTokens(text: string): Occurrence[] {
    const found: Occurrence[] = [];
    for (let start = 0; start < text.length; start++) {
      if (isOfToken(text, start - 1)) continue;
      for (let end = Math.min(start + GRAM - 1, text.length); end > start; end--) {
        const value = isOfToken(text, end) ? '' : text.slice(start, end);
        if (!this.#tiny.has(value)) continue;
        found.push({ start, end, value });
        break;
      }
    }
    return found;
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

/** Of eight code units what there is of the first four and of the others. */
function joint(first: number, second: number): number {
  return spreadOf(first) ^ second;
}

function isToken(text: string, start: number, end: number): boolean {
  return !isOfToken(text, start - 1) && !isOfToken(text, end);
}

const OF_TOKEN = /[\p{L}\p{N}_]/u;
const OF_TOKEN_IN_ASCII = Uint8Array.from({ length: 128 }, (_, code) =>
  OF_TOKEN.test(String.fromCharCode(code)) ? 1 : 0,
);

/** Whether a letter, a digit or an underscore stands at a place. */
function isOfToken(text: string, at: number): boolean {
  if (at < 0 || at >= text.length) return false;
  const code = text.charCodeAt(at);
  return code < 128 ? OF_TOKEN_IN_ASCII[code] === 1 : OF_TOKEN.test(text.charAt(at));
}
