import { blanksUndone, type Joints } from '../detect/layers/blanks.ts';
import { undoneLevels } from '../detect/layers/undo.ts';
import type { View } from '../detect/layers/view.ts';
import { encodingsOf } from '../detect/values/encodings.ts';
import { TextGrams } from '../detect/values/text-grams.ts';
import type { Occurrence } from '../detect/values/value-index.ts';
import type { Match } from './names.ts';
import type { Became } from './remembered.ts';
import type { StandIn } from './stand-in.ts';

/** Up to so many new strings are looked for one by one; a search for all there is costs less than for more of them. */
const MANY = 512;
/** The texts of a long conversation; when there are more, it is begun anew. */
const MOST_TEXTS = 4_096;

/** The values that stand in a text, each once. */
export interface ValuesIn {
  /** How many values there were when it was searched: it holds none of the first so many besides. */
  of: number;
  /** Those that stand there as themselves. */
  readonly plain: readonly string[];
  readonly encoded: readonly string[];
}

/** The places where stand-ins stand free in a text. */
export interface NamesIn {
  /** How many names there were when it was read. */
  of: number;
  readonly places: readonly Match<StandIn>[];
}

/** Of things in a row that only ever grows, a range that is known not to be there. */
class Lacking {
  #from = 0;
  #to = 0;

  copy(): Lacking {
    const copy = new Lacking();
    copy.#from = this.#from;
    copy.#to = this.#to;
    return copy;
  }

  /** Whether one of those in [from, count) is there; when there are too many to ask for, it may. */
  isAny(from: number, count: number, isThere: (i: number) => boolean): boolean {
    const known = from >= this.#from && from <= this.#to;
    const first = known ? this.#to : from;
    if (count - first > MANY) return true;
    for (let i = first; i < count; i++) if (isThere(i)) return true;
    if (!known) this.#from = from;
    this.#to = count;
    return false;
  }
}

/** A text once something in it was undone, and what tells whether something stands in it. */
interface Undone {
  readonly view: View;
  grams: TextGrams | undefined;
}

/** What is known of one text. */
export class KnownText {
  readonly #text: string;
  #grams: TextGrams | undefined;
  #undone: readonly Undone[] | undefined;
  #spaced: Undone | 'same' | undefined;
  #lacksValues = new Lacking();
  #lacksNames = new Lacking();
  /** What it was searched for last. */
  values: ValuesIn | undefined;
  /** What it was read for last. */
  names: NamesIn | undefined;
  /** What it was redacted to last. */
  became: Became | undefined;

  constructor(text: string) {
    this.#text = text;
  }

  /** The same, to go its own way from here. */
  copy(): KnownText {
    const copy = new KnownText(this.#text);
    copy.#grams = this.#grams;
    copy.#undone = this.#undone;
    copy.#spaced = this.#spaced;
    copy.#lacksValues = this.#lacksValues.copy();
    copy.#lacksNames = this.#lacksNames.copy();
    copy.values = this.values && { ...this.values };
    copy.names = this.names && { ...this.names };
    copy.became = this.became && { ...this.became };
    return copy;
  }

  /** Whether a string, which is not empty, stands in the text. */
  holds(string: string): boolean {
    this.#grams ??= new TextGrams(this.#text);
    return this.#grams.holds(string);
  }

  /** The same text with all undone that is written in another way, level by level; empty where nothing is. */
  get undone(): readonly View[] {
    return this.#levels().map(({ view }) => view);
  }

  #levels(): readonly Undone[] {
    return (this.#undone ??= undoneLevels(this.#text).map((view) => ({ view, grams: undefined })));
  }

  /** The same text with one blank wherever several signs stand for one; undefined where none do. */
  get spaced(): View | undefined {
    return this.#blanks()?.view;
  }

  /** Whether the text is broken where a value may be: when in doubt, it is. */
  mayBeBroken(joints: Joints): boolean {
    return joints.mayBeBrokenIn(this.#text);
  }

  #blanks(): Undone | undefined {
    if (this.#spaced === undefined) {
      const view = blanksUndone(this.#text);
      this.#spaced = view === undefined ? 'same' : { view, grams: undefined };
    }
    return this.#spaced === 'same' ? undefined : this.#spaced;
  }

  /** Whether a string, which is not empty, stands in the text as it is or once all is undone. */
  #hides(string: string): boolean {
    if (this.holds(string)) return true;
    const spaced = string.includes(' ') ? this.#blanks() : undefined;
    if (spaced && (spaced.grams ??= new TextGrams(spaced.view.text)).holds(string)) return true;
    return this.#levels().some((level) => (level.grams ??= new TextGrams(level.view.text)).holds(string));
  }

  /** Whether one of some names stands in the text, from the one of that number on: when in doubt, it may. */
  mayHoldName(names: readonly string[], from: number): boolean {
    return this.#lacksNames.isAny(from, names.length, (i) => this.holds(names[i] ?? ''));
  }

  /** Whether one of some values stands in the text in any of its forms, from that of that number on: when in doubt, it may. */
  mayHoldValue(from: number, count: number, formsOf: (i: number) => readonly string[]): boolean {
    return this.#lacksValues.isAny(from, count, (i) => formsOf(i).some((form) => this.#hides(form)));
  }
}

/**
 * The texts of a conversation, and what was read of them, so that in a long one only the new turn is searched for all
 * values, and the turns before for those that came since.
 */
export class KnownTexts {
  readonly #texts = new Map<string, KnownText>();

  /** Takes over what others know, for a conversation with the same values and names in the same order. */
  learnFrom(others: KnownTexts): void {
    for (const [text, known] of others.#texts) this.#texts.set(text, known.copy());
  }

  /** What is known of a text, which may be nothing yet. */
  of(text: string): KnownText {
    const known = this.#texts.get(text);
    if (known) return known;
    if (this.#texts.size >= MOST_TEXTS) this.#texts.clear();
    const fresh = new KnownText(text);
    this.#texts.set(text, fresh);
    return fresh;
  }
}

/** The values that are searched for, in the order they were added. */
export class SearchedValues {
  readonly #values: string[] = [];
  readonly #forms: (readonly string[] | undefined)[] = [];

  /** Adds a value. */
  add(value: string): void {
    this.#values.push(value);
  }

  get length(): number {
    return this.#values.length;
  }

  /** Whether others are the same, in the same order. */
  areSame(others: SearchedValues): boolean {
    return this.length === others.length && this.#values.every((value, i) => value === others.#values[i]);
  }

  /** Whether a text may hold a value that was added after the first `from`: when in doubt, it may. */
  mayBeIn(text: KnownText, from: number): boolean {
    return text.mayHoldValue(from, this.#values.length, this.#formsOf);
  }

  readonly #formsOf = (i: number): readonly string[] => {
    const value = this.#values[i] ?? '';
    return (this.#forms[i] ??= [value, ...encodingsOf(value)]);
  };
}

/** The values that occur, each once. */
export function valuesOf(occurrences: Iterable<Occurrence>): readonly string[] {
  const values = new Set<string>();
  for (const { value } of occurrences) values.add(value);
  return values.size === 0 ? NO_VALUES : [...values];
}

const NO_VALUES: readonly string[] = [];
