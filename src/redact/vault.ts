import { bareNumber, isBare } from './bare-literal.ts';
import { kindOf } from '../detect/kinds.ts';
import { EncodedValues } from '../detect/values/encoded-values.ts';
import { type Occurrence, ValueIndex } from '../detect/values/value-index.ts';
import { LooseNames } from './loose-names.ts';
import { type Match, NameIndex } from './names.ts';
import { sameValueKey } from './same-value.ts';
import { LITERAL, type StandIn, type Style } from './stand-in.ts';
import { surrogateOf } from './surrogates/surrogates.ts';
import { tailOf } from './tail.ts';

export type { StandIn } from './stand-in.ts';

/** How a vault names what it keeps. */
export interface VaultOptions {
  /** The style of stand-ins for values of a kind; placeholders where it is left out. */
  readonly styleOf?: (kind: string) => Style;
}

/** One value in all its writings. */
interface Family {
  /** Its number in the surrogates of its kind, once it has one. */
  number: number | undefined;
  /** What the placeholders of all its writings begin with, once it has one. */
  placeholder: string | undefined;
  /** How many of its writings have placeholders. */
  writings: number;
}

/**
 * The map from stand-in to value of one conversation. It lives in memory only, and is never written, logged or sent.
 */
export class Vault {
  readonly #styleOf: (kind: string) => Style;
  readonly #byValue = new Map<string, StandIn>();
  readonly #names = new NameIndex<StandIn>();
  readonly #loose = new LooseNames();
  readonly #families = new Map<string, Family>();
  readonly #index = new ValueIndex();
  readonly #encoded = new EncodedValues();
  readonly #ofTail = new Map<string, string>();
  readonly #taken = new Set<string>();
  readonly #counts = new Map<string, number>();
  /** The text that was asked for last, since all its findings are asked for one after another. */
  #seen: { text: string; size: number; places: readonly Match<StandIn>[] } = {
    text: '',
    size: 0,
    places: [],
  };

  constructor({ styleOf = () => 'placeholder' }: VaultOptions = {}) {
    this.#styleOf = styleOf;
  }

  /** A vault that holds stand-ins which were issued before. */
  static of(standIns: Iterable<StandIn>, options?: VaultOptions): Vault {
    const vault = new Vault(options);
    for (const standIn of standIns) vault.#readmit(standIn);
    return vault;
  }

  /**
   * The stand-in of a value: the one it has, or a new one numbered within its kind. Two values never share one, and
   * neither do two writings of one value: the second gets the name of the first and a number behind it.
   *
   * @param style that of its kind where it is left out; `bare` for a number or a date that only another can stand in for.
   */
  standInFor(value: string, kind: string, style: Style | 'bare' = this.#styleOf(kind)): StandIn {
    const known = this.#byValue.get(value);
    if (known) return known;
    return this.#keep({ name: this.#newName(value, kind, style), kind, value });
  }

  /**
   * Keeps a piece under a name that was made for it: an encoded piece with stand-ins in it.
   *
   * @returns undefined where the name is another's, or one that nothing could be told by.
   */
  keepPiece(piece: string, name: string, kind: string): StandIn | undefined {
    const known = this.#byValue.get(piece);
    if (known) return known;
    return this.#isFree(name) ? this.#keep({ name, kind, value: piece }) : undefined;
  }

  /** A vault that holds the same and goes its own way from here, to try out what would be issued. */
  fork(): Vault {
    const fork = new Vault({ styleOf: this.#styleOf });
    for (const name of this.#taken) fork.reserve(name);
    for (const standIn of this.#names.items()) fork.#keep(standIn);
    for (const [prefix, count] of this.#counts) fork.#counts.set(prefix, count);
    for (const [key, family] of this.#families) fork.#families.set(key, { ...family });
    return fork;
  }

  /** The stand-in of that name, if one was issued. */
  named(name: string): StandIn | undefined {
    return this.#names.get(name);
  }

  /** The stand-in of that value, if one was issued. */
  holding(value: string): StandIn | undefined {
    return this.#byValue.get(value);
  }

  /** The names that were issued, to be found in a text. */
  get names(): NameIndex<StandIn> {
    return this.#names;
  }

  /** The names that were issued, as a model may have changed them. */
  get looseNames(): LooseNames {
    return this.#loose;
  }

  /** Keeps a name that stands in a text of its own accord from being issued. */
  reserve(name: string): void {
    this.#taken.add(name);
  }

  /** Leaves alone what a person wrote of their own accord, although it is like a name that was changed. */
  leaveAlone(written: string): void {
    this.#loose.exclude(written);
  }

  /** Whether a name stands in a text of its own accord. */
  isReserved(name: string): boolean {
    return this.#taken.has(name);
  }

  /** Every stand-in at the places of a text where one stands free. */
  standInsIn(text: string): Iterable<Match<StandIn>> {
    return this.#names.matches(text);
  }

  /** Whether [start, end) of a text is a stand-in, or part of one. */
  isStandIn(text: string, start: number, end: number): boolean {
    if (this.#seen.text !== text || this.#seen.size !== this.#names.size) {
      this.#seen = { text, size: this.#names.size, places: [...this.#names.matches(text)] };
    }
    const { places } = this.#seen;
    let low = 0;
    let high = places.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if ((places[middle]?.end ?? 0) < end) low = middle + 1;
      else high = middle;
    }
    return (places[low]?.start ?? Infinity) <= start;
  }

  /** Every place of a text where a value of the vault stands as itself, or the end of a secret. */
  occurrences(text: string): Iterable<Occurrence> {
    return this.#index.occurrences(text);
  }

  /** Every place of a text where a value of the vault stands in an encoding; `value` is that value. */
  encodedOccurrences(text: string): Iterable<Occurrence> {
    return this.#encoded.occurrences(text);
  }

  /** The kind of a value, or of the secret whose end it is. */
  kindOf(value: string): string {
    return this.#byValue.get(this.#ofTail.get(value) ?? value)?.kind ?? LITERAL;
  }

  /** Whether a text holds a value of the vault, as itself or in an encoding, other than one of those named. */
  isIn(text: string, other: ReadonlySet<string>): boolean {
    for (const { value } of this.#index.occurrences(text)) if (!other.has(value)) return true;
    for (const { value } of this.encodedOccurrences(text)) if (!other.has(value)) return true;
    return false;
  }

  /** Everything issued so far, in order. */
  standIns(): readonly StandIn[] {
    return [...this.#names.items()];
  }

  #keep(standIn: StandIn): StandIn {
    const { name, kind, value } = standIn;
    this.#byValue.set(value, standIn);
    this.#names.add(name, standIn);
    this.#loose.add(standIn);
    // A literal is a name like ours, no secret; where a model writes that name it means the stand-in.
    if (kind !== LITERAL) this.#search(value, kind);
    return standIn;
  }

  /** Takes in a stand-in of another time, and counts on behind it. */
  #readmit(standIn: StandIn): void {
    if (this.#byValue.has(standIn.value) || this.#names.get(standIn.name)) return;
    const [, prefix, first, second] = /^(.+?)_(\d+)(?:_(\d+))?$/.exec(standIn.name) ?? [];
    if (prefix !== undefined && prefix === kindOf(standIn.kind).placeholder) {
      this.#counts.set(prefix, Math.max(this.#counts.get(prefix) ?? 0, Number(first)));
      const family = this.#familyOf(standIn.value, standIn.kind);
      family.placeholder ??= `${prefix}_${first}`;
      family.writings = Math.max(family.writings, Number(second ?? 1));
    }
    this.#keep(standIn);
  }

  #search(value: string, kind: string): void {
    this.#index.add(value);
    this.#encoded.add(value);
    const tail = tailOfKind(value, kind);
    if (tail === undefined || this.#byValue.has(tail)) return;
    this.#index.add(tail);
    this.#ofTail.set(tail, value);
  }

  #newName(value: string, kind: string, style: Style | 'bare'): string {
    const prefix = kindOf(kind).placeholder;
    if (kind === LITERAL) return this.#freeName(prefix);
    const family = this.#familyOf(value, kind);
    const surrogate = style === 'placeholder' ? undefined : this.#surrogate(value, kind, style, family);
    if (surrogate !== undefined) return surrogate;
    family.placeholder ??= this.#freeName(prefix);
    family.writings += 1;
    if (family.writings === 1) return family.placeholder;
    while (!this.#isFree(`${family.placeholder}_${family.writings}`)) family.writings += 1;
    return `${family.placeholder}_${family.writings}`;
  }

  /** A made-up value that nobody could take for one of those kept; undefined where none of that shape is left. */
  #surrogate(value: string, kind: string, style: 'surrogate' | 'bare', family: Family): string | undefined {
    const make = style === 'bare' ? bareSurrogate : surrogateOf;
    const tail = tailOfKind(value, kind) ?? value;
    const holdsValue = (name: string): boolean =>
      name.includes(value) || name.includes(tail) || this.isIn(name, NONE);
    if (family.number !== undefined) {
      const name = make(value, kind, family.number);
      return name !== undefined && this.#isFree(name) && !holdsValue(name) ? name : undefined;
    }
    const prefix = kindOf(kind).placeholder;
    let tries = TRIES;
    for (let count = (this.#counts.get(prefix) ?? 0) + 1; tries > 0; count++) {
      const name = make(value, kind, count);
      if (name === undefined) return undefined;
      if (!this.#isFree(name)) continue;
      tries -= 1;
      if (holdsValue(name)) continue;
      this.#counts.set(prefix, count);
      family.number = count;
      return name;
    }
    return undefined;
  }

  #familyOf(value: string, kind: string): Family {
    const key = `${kind}\0${sameValueKey(value, kindOf(kind).class === 'secret')}`;
    const known = this.#families.get(key);
    if (known) return known;
    const family: Family = { number: undefined, placeholder: undefined, writings: 0 };
    this.#families.set(key, family);
    return family;
  }

  #freeName(prefix: string): string {
    let count = this.#counts.get(prefix) ?? 0;
    let name: string;
    do name = `${prefix}_${++count}`;
    while (!this.#isFree(name));
    this.#counts.set(prefix, count);
    return name;
  }

  #isFree(name: string): boolean {
    return name.length >= SHORTEST && !this.#taken.has(name) && this.#names.get(name) === undefined;
  }
}

function tailOfKind(value: string, kind: string): string | undefined {
  return kindOf(kind).class === 'secret' ? tailOf(value) : undefined;
}

/** How many made-up values are tried that hold one of those kept: what is common to all of them will not go away. */
const TRIES = 8;

/** A shorter name could be anything. */
const SHORTEST = 4;

/** What stands in for a number or a date where only such can stand. */
function bareSurrogate(value: string, kind: string, number: number): string {
  const made = surrogateOf(value, kind, number);
  return made !== undefined && made.length > SHORTEST && isBare(made) ? made : bareNumber(number);
}

const NONE: ReadonlySet<string> = new Set();
