import { sextetOf } from '../layers/base64.ts';
import { hexDigit } from '../layers/characters.ts';
import { base64Forms, hexForms, jsonForms, LEAST_FORM, percentForms, plusForms } from './encodings.ts';
import { KeyFilter } from './key-filter.ts';
import { WORTH_IT } from './next-of.ts';
import { SharedStarts } from './shared-starts.ts';
import { SpelledValues } from './spelled-values.ts';
import type { Occurrence, RangeTest } from './value-index.ts';

/** The least bytes whose base64 is told from chance at every offset. */
const LEAST_BYTES = 6;
/** The least bytes whose hex is: of just so many there is nothing behind the first four. */
const LEAST_IN_HEX = 4;
/** Code units that are looked at together: in both, four bytes are whole in so many. */
const IN_BASE64 = 6;
const IN_HEX = 8;
/** Three characters of base64. */
const HALF = 0x3ffff;

/** Of so many values every form is looked for by itself first, which is faster: there are eight of each. */
const FEWEST = 3;

/**
 * Finds values that are encoded: in percent, JSON escapes, hex and base64, whatever stands beside them. Of hex and base64
 * only four bytes are kept until they are met, since a conversation has many values and hardly ever one of them encoded:
 * those behind the first, which no bit of a neighbour is mixed with, however it falls on the alphabet's groups. Time:
 * linear in the text, plus the hits.
 */
export class EncodedValues {
  readonly #values: readonly string[];
  readonly #spelled: readonly SpelledValues[];
  /** By the second to the fifth byte. */
  readonly #byBytes = new SharedStarts((number) => packedForms(this.#values[number] ?? ''));
  /** Those that have four bytes, by all of them. */
  readonly #shortHex = new SharedStarts((number) => hexForms(this.#values[number] ?? ''));
  readonly #bytes = new KeyFilter(() => this.#byBytes.keys());
  readonly #fourBytes = new KeyFilter(() => this.#shortHex.keys());
  /** How many of the values were taken in. */
  #settled = 0;
  /** No form of a value is shorter, in code units. */
  #shortest = Infinity;
  /** The values, while they are few, and what they are in base64 and hex. */
  readonly #few: string[] = [];
  #formsOfFew: readonly string[] | undefined;

  /** @param values those that are looked for, to which others are added at any time. */
  constructor(values: readonly string[]) {
    this.#values = values;
    this.#spelled = [
      new SpelledValues(values, /%/, percentForms),
      new SpelledValues(values, /\\/, jsonForms),
      // A form has a plus for a blank, and nothing else to tell it by where the rest is letters.
      new SpelledValues(values, /\+/, plusForms),
    ];
  }

  /**
   * Every place of a text where a value stands in an encoding; `value` is that value, not its form.
   * @param isLeftOut whether a run of the characters of base64 is not looked into.
   */
  *occurrences(text: string, isLeftOut?: RangeTest): Generator<Occurrence> {
    if (this.#values.length === 0) return;
    if (this.#settled < this.#values.length) this.#settle();
    for (const spelled of this.#spelled) yield* spelled.occurrences(text);
    yield* this.#packed(text, isLeftOut);
  }

  *#packed(text: string, isLeftOut?: RangeTest): Generator<Occurrence> {
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
      const found = isLeftOut?.(from, end) === true ? undefined : this.#inRun(text, from, end);
      if (found) yield found;
      from = found?.end ?? end;
    }
  }

  /** The first form that is met in a run of characters of base64. */
  #inRun(text: string, from: number, end: number): Occurrence | undefined {
    const bytes = this.#bytes;
    // The last six characters, three in each.
    let left = 0;
    let right = 0;
    let digits = 0;
    let digitRun = 0;
    for (let at = from; at < end; at++) {
      const code = text.charCodeAt(at);
      left = ((left << 6) | (right >>> 12)) & HALF;
      right = ((right << 6) | sextetOf(code)) & HALF;
      const digit = hexDigit(code);
      digitRun = digit < 0 ? 0 : digitRun + 1;
      digits = (digits << 4) | (digit & 15);
      if (at < from + IN_BASE64 - 1) continue;
      // Four bytes may begin with a character, or in the middle of the first of them.
      const whole = (left << 14) | (right >>> 4);
      const third = (left << 16) | (right >>> 2);
      const half = (left << 18) | right;
      const hit =
        bytes.mayHave(whole) || bytes.mayHave(third) || bytes.mayHave(half)
          ? (this.#hitAt(whole, text, at - IN_BASE64, from) ??
            this.#hitAt(third, text, at - IN_BASE64, from) ??
            this.#hitAt(half, text, at - IN_BASE64 + 1, from))
          : undefined;
      if (hit) return hit;
      if (digitRun < IN_HEX) continue;
      // The two digits before are the first byte's.
      const inHex =
        this.#hitAt(digits, text, at - IN_HEX - 1, from) ??
        this.#hitAt(digits, text, at - IN_HEX + 1, from, this.#shortHex);
      if (inHex) return inHex;
    }
    return undefined;
  }

  /** The longest form that begins at a place, by bytes that stand in it. */
  #hitAt(
    key: number,
    text: string,
    start: number,
    from: number,
    starts = this.#byBytes,
  ): Occurrence | undefined {
    const filter = starts === this.#byBytes ? this.#bytes : this.#fourBytes;
    if (start < from || !filter.mayHave(key)) return undefined;
    const hit = starts.longestAt(key, text, start);
    return hit && { start, end: hit.end, value: this.#values[hit.item] ?? '' };
  }

  /** Takes in the values that were added since a text was looked at. */
  #settle(): void {
    for (; this.#settled < this.#values.length; this.#settled++) this.#take(this.#settled);
  }

  #take(number: number): void {
    const value = this.#values[number] ?? '';
    this.#shortest = Math.min(this.#shortest, leastForm(value));
    if (this.#few.length <= FEWEST) {
      this.#few.push(value);
      this.#formsOfFew = undefined;
    }
    const bytes = firstBytes(value);
    if (bytes < LEAST_IN_HEX) return;
    const isShort = bytes === LEAST_IN_HEX;
    const key = bytesFrom(isShort ? 0 : 1);
    (isShort ? this.#shortHex : this.#byBytes).add(key, number);
    (isShort ? this.#fourBytes : this.#bytes).add(key);
  }
}

/** A length that no form of a value in base64 or hex falls short of: it has a byte for each code unit at least. */
function leastForm({ length }: string): number {
  return length < LEAST_BYTES ? LEAST_FORM : Math.max(LEAST_FORM, Math.floor((4 * (length + 1)) / 3) - 2);
}

/** A value in hex and in base64. */
function packedForms(value: string): readonly string[] {
  return [...hexForms(value), ...base64Forms(value)];
}

const UTF_8 = new TextEncoder();
/** What the last value begins with. */
const FIRST = new Uint8Array(3 * LEAST_BYTES);

/** Four bytes of what the last value begins with, from one on. */
function bytesFrom(first: number): number {
  const [a, b, c, d] = [
    FIRST[first] ?? 0,
    FIRST[first + 1] ?? 0,
    FIRST[first + 2] ?? 0,
    FIRST[first + 3] ?? 0,
  ];
  return (a << 24) | (b << 16) | (c << 8) | d;
}

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
