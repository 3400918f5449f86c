import { sextetOf } from '../layers/base64.ts';
import { hexDigit } from '../layers/characters.ts';
import { base64Forms, hexForms, jsonForms, LEAST_FORM, percentForms } from './encodings.ts';
import { WORTH_IT } from './next-of.ts';
import { RadixTree } from './radix-tree.ts';
import { SpelledValues } from './spelled-values.ts';
import type { Occurrence } from './value-index.ts';

/** Code units that are looked at together: four of base64 carry three bytes, four of hex two. */
const GRAM = 4;
/** The least bytes whose base64 is told from chance at every offset. */
const LEAST_BYTES = 6;

/** Of so many values every form is looked for by itself first, which is faster: there are eight of each. */
const FEWEST = 3;
/** Up to so many values a small table is enough. */
const FEW = 64;
const SMALL_TABLE = 1 << 12;
const LARGE_TABLE = 1 << 18;

/** What base64 or hex of some values begins with, told apart only when a text has one. */
type Bucket = { readonly values: string[]; forms: RadixTree<string> | undefined };

/**
 * Finds values that are encoded: in percent, JSON escapes, hex and base64, whatever stands beside them. Of hex and base64
 * only the beginnings are kept until one is met, since a conversation has many values and hardly ever one of them
 * encoded. Time: linear in the text, plus the hits.
 */
export class EncodedValues {
  readonly #spelled = [
    new SpelledValues(/%/, percentForms),
    new SpelledValues(/\\/, jsonForms),
    // A form has a plus for a blank, and nothing else to tell it by where the rest is letters.
    new SpelledValues(/\+/, (value) => (value.includes(' ') ? percentForms(value) : [])),
  ];
  readonly #base64 = new Map<number, Bucket>();
  readonly #hex = new Map<number, Bucket>();
  /** Values that are not among the packed ones yet. */
  #pending: string[] = [];
  #table = new Uint8Array(0);
  #count = 0;
  /** The values, while they are few, and what they are in base64 and hex. */
  readonly #few: string[] = [];
  #formsOfFew: readonly string[] | undefined;

  /** Adds a value. */
  add(value: string): void {
    for (const spelled of this.#spelled) spelled.add(value);
    this.#pending.push(value);
    if (this.#few.length > FEWEST) return;
    this.#few.push(value);
    this.#formsOfFew = undefined;
  }

  /** Every place of a text where a value stands in an encoding; `value` is that value, not its form. */
  *occurrences(text: string): Generator<Occurrence> {
    if (this.#pending.length > 0) this.#settle();
    if (this.#count === 0) return;
    for (const spelled of this.#spelled) yield* spelled.occurrences(text);
    yield* this.#packed(text);
  }

  *#packed(text: string): Generator<Occurrence> {
    if (this.#few.length <= FEWEST && text.length >= WORTH_IT) {
      this.#formsOfFew ??= this.#few.flatMap((value) => [...base64Forms(value), ...hexForms(value)]);
      if (!this.#formsOfFew.some((form) => text.includes(form))) return;
    }
    for (let from = 0; from + LEAST_FORM <= text.length;) {
      // The last of so many characters tells of most places that no form begins before it.
      let at = from + LEAST_FORM - 1;
      while (at >= from && sextetOf(text.charCodeAt(at)) >= 0) at -= 1;
      if (at >= from) {
        from = at + 1;
        continue;
      }
      let end = from + LEAST_FORM;
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
      digits = ((digits << 4) | (digit & 15)) & 0xffff;
      if (at < from + GRAM - 1) continue;
      let hit =
        ((table[hash(bits) & mask] ?? 0) & 1) !== 0
          ? this.#at(this.#base64, bits, base64Forms, text, at)
          : undefined;
      if (!hit && digitRun >= GRAM && ((table[hash(digits) & mask] ?? 0) & 2) !== 0) {
        hit = this.#at(this.#hex, digits, hexForms, text, at);
      }
      if (hit) return { start: at + 1 - GRAM, end: hit.end, value: hit.item };
    }
    return undefined;
  }

  #at(
    buckets: ReadonlyMap<number, Bucket>,
    key: number,
    formsOf: (value: string) => string[],
    text: string,
    at: number,
  ): { readonly end: number; readonly item: string } | undefined {
    const bucket = buckets.get(key);
    if (!bucket) return undefined;
    if (!bucket.forms) {
      bucket.forms = new RadixTree();
      for (const value of bucket.values) for (const form of formsOf(value)) bucket.forms.add(form, value);
    }
    return bucket.forms.longestAt(text, at + 1 - GRAM);
  }

  /** Takes in the values that were added since a text was looked at. */
  #settle(): void {
    const values = this.#pending;
    this.#pending = [];
    this.#count += values.length;
    const size = this.#count > FEW ? LARGE_TABLE : SMALL_TABLE;
    if (this.#table.length < size) {
      this.#table = new Uint8Array(size);
      for (const key of this.#base64.keys()) this.#mark(key, 1);
      for (const key of this.#hex.keys()) this.#mark(key, 2);
    }
    for (const value of values) this.#take(value);
  }

  #take(value: string): void {
    const bytes = firstBytes(value);
    const [a = 0, b = 0, c = 0, d = 0] = bytes;
    if (2 * bytes.length >= LEAST_FORM) this.#put(this.#hex, (a << 8) | b, 2, value);
    if (bytes.length < LEAST_BYTES) return;
    // The first four characters that hold no bit of what stands before, at each of the three offsets.
    this.#put(this.#base64, (a << 16) | (b << 8) | c, 1, value);
    this.#put(this.#base64, ((a & 15) << 20) | (b << 12) | (c << 4) | (d >> 4), 1, value);
    this.#put(this.#base64, ((a & 63) << 18) | (b << 10) | (c << 2) | (d >> 6), 1, value);
  }

  #put(buckets: Map<number, Bucket>, key: number, mark: number, value: string): void {
    const bucket = buckets.get(key);
    if (bucket) {
      bucket.values.push(value);
      bucket.forms = undefined;
    } else buckets.set(key, { values: [value], forms: undefined });
    this.#mark(key, mark);
  }

  #mark(key: number, mark: number): void {
    const at = hash(key) & (this.#table.length - 1);
    this.#table[at] = (this.#table[at] ?? 0) | mark;
  }
}

function hash(key: number): number {
  return key ^ (key >>> 11);
}

const UTF_8 = new TextEncoder();
const FIRST = new Uint8Array(3 * LEAST_BYTES);

/** The first bytes of a value in UTF-8: as many as are needed, or all. */
function firstBytes(value: string): Uint8Array {
  const { written } = UTF_8.encodeInto(value.slice(0, LEAST_BYTES), FIRST);
  return FIRST.subarray(0, Math.min(written, LEAST_BYTES));
}
