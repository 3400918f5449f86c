import { sextetOf } from '../layers/base64.ts';
import { hexDigit } from '../layers/characters.ts';
import { base64Forms, hexForms, jsonForms, LEAST_FORM, percentForms, plusForms } from './encodings.ts';
import { WORTH_IT } from './next-of.ts';
import { SharedStarts } from './shared-starts.ts';
import { SpelledValues } from './spelled-values.ts';
import type { Occurrence } from './value-index.ts';

/** Code units that are looked at together: four of base64 carry three bytes, eight of hex four. */
const GRAM = 4;
const HEX_GRAM = 8;
/** The least bytes whose base64 is told from chance at every offset. */
const LEAST_BYTES = 6;

/** Of so many values every form is looked for by itself first, which is faster: there are eight of each. */
const FEWEST = 3;
/** Up to so many values a small table is enough. */
const FEW = 64;
const SMALL_TABLE = 1 << 12;
const LARGE_TABLE = 1 << 18;

/**
 * Finds values that are encoded: in percent, JSON escapes, hex and base64, whatever stands beside them. Of hex and base64
 * only the beginnings are kept until one is met, since a conversation has many values and hardly ever one of them
 * encoded. Time: linear in the text, plus the hits.
 */
export class EncodedValues {
  readonly #values: string[] = [];
  readonly #spelled = [
    new SpelledValues(this.#values, /%/, percentForms),
    new SpelledValues(this.#values, /\\/, jsonForms),
    // A form has a plus for a blank, and nothing else to tell it by where the rest is letters.
    new SpelledValues(this.#values, /\+/, plusForms),
  ];
  readonly #base64 = new SharedStarts((number) => base64Forms(this.#values[number] ?? ''));
  readonly #hex = new SharedStarts((number) => hexForms(this.#values[number] ?? ''));
  /** How many of the values are among the packed ones. */
  #settled = 0;
  #table = new Uint8Array(0);
  /** No form of a value is shorter, in code units. */
  #shortest = Infinity;
  /** The values, while they are few, and what they are in base64 and hex. */
  readonly #few: string[] = [];
  #formsOfFew: readonly string[] | undefined;

  /** Adds a value. */
  add(value: string): void {
    this.#values.push(value);
    this.#shortest = Math.min(this.#shortest, leastForm(value));
    if (this.#few.length > FEWEST) return;
    this.#few.push(value);
    this.#formsOfFew = undefined;
  }

  /** Every place of a text where a value stands in an encoding; `value` is that value, not its form. */
  *occurrences(text: string): Generator<Occurrence> {
    if (this.#values.length === 0) return;
    if (this.#settled < this.#values.length) this.#settle();
    for (const spelled of this.#spelled) yield* spelled.occurrences(text);
    yield* this.#packed(text);
  }

  *#packed(text: string): Generator<Occurrence> {
    if (this.#few.length <= FEWEST && text.length >= WORTH_IT) {
      this.#formsOfFew ??= this.#few.flatMap((value) => [...base64Forms(value), ...hexForms(value)]);
      if (!this.#formsOfFew.some((form) => text.includes(form))) return;
    }
    const shortest = this.#shortest;
    for (let from = 0; from + shortest <= text.length;) {
      // The last of so many characters tells of most places that no form begins before it.
      let at = from + shortest - 1;
      while (at >= from && sextetOf(text.charCodeAt(at)) >= 0) at -= 1;
      if (at >= from) {
        from = at + 1;
        continue;
      }
      let end = from + shortest;
      while (end < text.length && sextetOf(text.charCodeAt(end)) >= 0) end += 1;
      const found = this.#inRun(text, from, end);
      if (found) yield found;
      from = found?.end ?? end;
    }
  }

  /** The first form that begins in a run of characters of base64. */
  #inRun(text: string, from: number, end: number): Occurrence | undefined {
    const table = this.#table;
    const mask = table.length - 1;
    let bits = 0;
    let digits = 0;
    let digitRun = 0;
    for (let at = from; at < end; at++) {
      const code = text.charCodeAt(at);
      bits = ((bits << 6) | sextetOf(code)) & 0xffffff;
      const digit = hexDigit(code);
      digitRun = digit < 0 ? 0 : digitRun + 1;
      digits = (digits << 4) | (digit & 15);
      if (at < from + GRAM - 1) continue;
      let start = at + 1 - GRAM;
      let hit =
        ((table[hash(bits) & mask] ?? 0) & 1) === 0 ? undefined : this.#base64.longestAt(bits, text, start);
      if (!hit && digitRun >= HEX_GRAM && ((table[hash(digits) & mask] ?? 0) & 2) !== 0) {
        start = at + 1 - HEX_GRAM;
        hit = this.#hex.longestAt(digits, text, start);
      }
      if (hit) return { start, end: hit.end, value: this.#values[hit.item] ?? '' };
    }
    return undefined;
  }

  /** Takes in the values that were added since a text was looked at. */
  #settle(): void {
    const size = this.#values.length > FEW ? LARGE_TABLE : SMALL_TABLE;
    if (this.#table.length < size) {
      this.#table = new Uint8Array(size);
      for (const key of this.#base64.keys()) this.#mark(key, 1);
      for (const key of this.#hex.keys()) this.#mark(key, 2);
    }
    for (; this.#settled < this.#values.length; this.#settled++) this.#take(this.#settled);
  }

  #take(number: number): void {
    const bytes = firstBytes(this.#values[number] ?? '');
    const [a, b, c, d] = [FIRST[0] ?? 0, FIRST[1] ?? 0, FIRST[2] ?? 0, FIRST[3] ?? 0];
    if (2 * bytes >= LEAST_FORM) this.#put(this.#hex, (a << 24) | (b << 16) | (c << 8) | d, 2, number);
    if (bytes < LEAST_BYTES) return;
    // The first four characters that hold no bit of what stands before, at each of the three offsets.
    this.#put(this.#base64, (a << 16) | (b << 8) | c, 1, number);
    this.#put(this.#base64, ((a & 15) << 20) | (b << 12) | (c << 4) | (d >> 4), 1, number);
    this.#put(this.#base64, ((a & 63) << 18) | (b << 10) | (c << 2) | (d >> 6), 1, number);
  }

  #put(starts: SharedStarts, key: number, mark: number, number: number): void {
    starts.add(key, number);
    this.#mark(key, mark);
  }

  #mark(key: number, mark: number): void {
    const at = hash(key) & (this.#table.length - 1);
    this.#table[at] = (this.#table[at] ?? 0) | mark;
  }
}

/** A length that no form of a value in base64 or hex falls short of: it has a byte for each code unit at least. */
function leastForm({ length }: string): number {
  return length < LEAST_BYTES ? LEAST_FORM : Math.max(LEAST_FORM, Math.floor((4 * (length + 1)) / 3) - 2);
}

function hash(key: number): number {
  return key ^ (key >>> 11) ^ (key >>> 22);
}

const UTF_8 = new TextEncoder();
/** What the last value begins with. */
const FIRST = new Uint8Array(3 * LEAST_BYTES);

/** Puts the first bytes of a value in UTF-8 where `FIRST` is, as many as are needed or all, and returns how many. */
function firstBytes(value: string): number {
  const units = Math.min(value.length, LEAST_BYTES);
  for (let at = 0; at < units; at++) {
    const code = value.charCodeAt(at);
    if (code >= 128)
      return Math.min(UTF_8.encodeInto(value.slice(0, LEAST_BYTES), FIRST).written, LEAST_BYTES);
    FIRST[at] = code;
  }
  return units;
}
