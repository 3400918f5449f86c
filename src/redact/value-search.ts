import { blanksUndone, Joints } from '../detect/layers/blanks.ts';
import { undoneValue } from '../detect/layers/undo.ts';
import type { View } from '../detect/layers/view.ts';
import { EncodedValues } from '../detect/values/encoded-values.ts';
import { type Occurrence, type RangeTest, ValueIndex } from '../detect/values/value-index.ts';
import { innerSecrets } from './inner-secrets.ts';
import { tailOf } from './tail.ts';
import type { KnownText, ValuesIn } from './known-texts.ts';
import { SearchedValues, valuesOf } from './searched-values.ts';

/** A value that is shorter is part of too much else to be looked for in what was undone, in UTF-16 code units. */
export const LEAST_HIDDEN = 8;

/** A longer value with blanks is a text of its own, as a key of many lines is. */
const LONGEST_SPACED = 256;

/** Whether a value may stand with other signs for its blanks. */
export function mayBeBroken(value: string): boolean {
  return value.length >= LEAST_HIDDEN && value.length <= LONGEST_SPACED && value.includes(' ');
}

/** Finds the values of a vault again, and the ends of its secrets: as themselves, encoded, and in what is undone of a text. */
export class ValueSearch {
  /** All that is searched for, in the order it was added. */
  readonly #values: string[] = [];
  readonly #index = new ValueIndex(this.#values);
  readonly #encoded = new EncodedValues(this.#values);
  readonly #ofTail = new Map<string, string>();
  /** What stands within secrets that are replaced as a whole. */
  readonly #inner = new Set<string>();
  /** Values that were only met in escapes, by what they are without. */
  readonly #writtenAs = new Map<string, string>();
  /** What is searched for besides the values that have stand-ins now. */
  readonly #besides = new Set<string>();
  readonly #isHeld: (value: string) => boolean;
  readonly #searchedFor = new SearchedValues(this.#values);
  /** Those that may stand with other signs for their blanks. */
  readonly #broken = new ValueIndex();
  readonly #joints = new Joints();

  /** @param isHeld whether a value was added before and still has a stand-in: a map of all there are is kept by who knows that. */
  constructor(isHeld: (value: string) => boolean) {
    this.#isHeld = isHeld;
  }

  /**
   * Adds a value, and what it is with all escapes undone; where it is a secret, the ends of both as well.
   * @param escaped whether it is known to be written in escapes: then its end is some of those, and none of the secret's.
   */
  add(value: string, isSecret: boolean, escaped: boolean): void {
    if (this.#writtenAs.size > 0) this.#writtenAs.delete(value);
    if (!this.#has(value)) this.#add(value);
    const undone = undoneValue(value);
    this.#addWritten(undone, value);
    const spaced = blanksUndone(value)?.text;
    if (spaced !== undefined && mayBeBroken(spaced)) this.#addWritten(spaced, value);
    if (!isSecret) return;
    if (!escaped) this.#addTail(tailOf(value), value);
    this.#addTail(tailOf(undone), value);
    for (const inner of innerSecrets(undone)) this.#addInner(inner);
  }

  #addInner(inner: string): void {
    if (this.#has(inner)) return;
    this.#inner.add(inner);
    this.#addBesides(inner);
  }

  /** Adds what a value is in another writing than that it was met in. */
  #addWritten(written: string, value: string): void {
    if (written === value || written.length < LEAST_HIDDEN || this.#has(written)) return;
    this.#writtenAs.set(written, value);
    this.#addBesides(written);
  }

  #addTail(tail: string | undefined, secret: string): void {
    if (tail === undefined || this.#has(tail)) return;
    this.#ofTail.set(tail, secret);
    this.#addBesides(tail);
  }

  /** Goes on searching for a value that loses its stand-in. */
  keep(value: string): void {
    this.#besides.add(value);
  }

  #has(value: string): boolean {
    return this.#isHeld(value) || (this.#besides.size > 0 && this.#besides.has(value));
  }

  #addBesides(text: string): void {
    this.#besides.add(text);
    this.#add(text);
  }

  #add(value: string): void {
    if (mayBeBroken(value)) {
      this.#broken.add(value);
      this.#joints.add(value);
    }
    this.#values.push(value);
  }

  /** How many are searched for. */
  get length(): number {
    return this.#searchedFor.length;
  }

  /** Whether others are the same, in the same order. */
  isSame(others: ValueSearch): boolean {
    return this.#searchedFor.areSame(others.#searchedFor);
  }

  /** The secret whose end a text is. */
  secretOf(tail: string): string | undefined {
    return this.#ofTail.get(tail);
  }

  /** Whether a value was only met within a secret: it is a password then. */
  isInner(value: string): boolean {
    return this.#inner.has(value);
  }

  /** Every place of a text where a value stands as itself, or the end of a secret, but those known anyway. */
  plain(text: string, isKnown?: RangeTest): Iterable<Occurrence> {
    return this.#asIssued(this.#index.occurrences(text, isKnown));
  }

  /** Every place of a text where one stands in an encoding, but in runs of base64 and hex that are left out; `value` is that value. */
  encoded(text: string, isLeftOut?: RangeTest): Iterable<Occurrence> {
    return this.#asIssued(this.#encoded.occurrences(text, isLeftOut));
  }

  #asIssued(occurrences: Iterable<Occurrence>): Iterable<Occurrence> {
    return this.#writtenAs.size === 0 ? occurrences : this.#eachIssued(occurrences);
  }

  *#eachIssued(occurrences: Iterable<Occurrence>): Generator<Occurrence> {
    for (const found of occurrences) yield this.#issued(found);
  }

  #issued(found: Occurrence): Occurrence {
    const value = this.#writtenAs.get(found.value);
    return value === undefined ? found : { ...found, value };
  }

  /** Whether one stands in a name, as itself or encoded. */
  isIn(name: string): boolean {
    for (const _ of this.plain(name)) return true;
    for (const _ of this.encoded(name)) return true;
    return false;
  }

  /** The values that stand in a text. It is searched for all of them once, and then for new ones only. */
  valuesIn(text: string, known: KnownText): ValuesIn {
    if (known.values === undefined || this.mayBeIn(known, known.values.of)) {
      known.values = {
        of: this.length,
        plain: valuesOf(this.plain(text)),
        encoded: this.length === 0 ? [] : valuesOf(this.#notAsThemselves(text, known)),
      };
    } else known.values.of = this.length;
    return known.values;
  }

  *#notAsThemselves(text: string, known: KnownText): Generator<Occurrence> {
    yield* this.encoded(text);
    yield* this.hidden(known);
  }

  /** Every place of what is undone of a text where one stands that is not whole in the text itself. */
  *hidden(known: KnownText): Generator<Occurrence> {
    if (this.length === 0) return;
    const spaced = known.mayBeBroken(this.#joints) ? known.spaced : undefined;
    if (spaced)
      for (const found of this.#broken.occurrences(spaced.text))
        if (isUndone(spaced, found)) yield this.#issued(found);
    for (const view of known.undone) {
      for (const found of this.plain(view.text))
        if (found.end - found.start >= LEAST_HIDDEN && isUndone(view, found)) yield found;
      for (const found of this.encoded(view.text)) if (isUndone(view, found)) yield found;
    }
  }

  /** Whether a text may hold one that was added after the first `from`: when in doubt, it may. */
  mayBeIn(text: KnownText, from: number): boolean {
    return this.#searchedFor.mayBeIn(text, from);
  }
}

/** Whether anything in a place of a view was undone: what was not stands in what the view was made of. */
function isUndone(view: View, { start, end }: Occurrence): boolean {
  return (view.originOf(start, end)?.layers.length ?? 0) > 0;
}
