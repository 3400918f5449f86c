import type { Kind } from '../detect/kind.ts';
import { kindOf } from '../detect/kinds.ts';
import { bareNumber, isBare, isTellingNumber, staysNumber } from './bare-literal.ts';
import { sameValueKey } from './same-value.ts';
import { LITERAL, type StandIn, type Style } from './stand-in.ts';
import { surrogateOf } from './surrogates/surrogates.ts';
import { tailOf } from './tail.ts';

/** What names have to keep clear of. */
export interface Surroundings {
  /** Whether a name can be given: it is nobody's yet, and stands in no text of its own accord. */
  readonly isFree: (name: string) => boolean;
  /** Whether a name holds a value that is kept. */
  readonly holdsValue: (name: string) => boolean;
  /** Whether a made-up value stands in none that was issued, and none of those in it. */
  readonly standsApart: (name: string) => boolean;
  /** The stand-in of a value, if it has one. */
  readonly holding: (value: string) => StandIn | undefined;
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

/** To be copied, as `UNNAMED` is. */
const UNUSED: Family = { number: undefined, placeholder: undefined, writings: 0 };

/**
 * What is known of a kind, and its values by what all writings of one have in common. What has but one writing, which is
 * just that, and a placeholder for it, is found by itself: most values are such, and need no family.
 */
interface OfKind {
  readonly prefix: string;
  /** What stands before the number of a placeholder. */
  readonly stem: string;
  readonly kind: Kind;
  readonly families: Map<string, Family>;
}

/** A shorter number is one of many, and part of many more. */
const SHORT = 7;

/** How many made-up values are tried that hold one of those kept: what is common to all of them will not go away. */
const TRIES = 8;

/**
 * Finds names for values, numbered within their kind. Another writing of a value gets the name of the first and a number
 * behind it: `EMAIL_1_2`.
 */
export class Naming {
  readonly #surroundings: Surroundings;
  readonly #kinds = new Map<string, OfKind>();
  readonly #counts = new Map<string, number>();

  constructor(surroundings: Surroundings) {
    this.#surroundings = surroundings;
  }

  /** A name for a value that has none; `bare` gives a number or a date. */
  nameFor(value: string, kind: string, style: Style | 'bare'): string {
    const ofKind = this.#ofKind(kind);
    if (kind === LITERAL) return style === 'bare' ? this.#freeNumber() : this.#freeName(ofKind);
    const key = sameValueKey(value, ofKind.kind);
    const known = ofKind.families.get(key);
    if (known === undefined && style === 'placeholder' && key === value) return this.#freeName(ofKind);
    const family = known ?? this.#newFamily(key, kind);
    const surrogate = style === 'placeholder' ? undefined : this.#surrogate(value, kind, style, family);
    if (surrogate !== undefined) return surrogate;
    if (family.placeholder === undefined) {
      family.placeholder = this.#freeName(ofKind);
      family.writings = 1;
      return family.placeholder;
    }
    const { isFree } = this.#surroundings;
    family.writings += 1;
    if (family.writings === 1 && isFree(family.placeholder)) return family.placeholder;
    family.writings = Math.max(family.writings, 2);
    while (!isFree(`${family.placeholder}_${family.writings}`)) family.writings += 1;
    return `${family.placeholder}_${family.writings}`;
  }

  /** Counts on behind a placeholder that was given at another time; undefined where a name is none. */
  countOn({ name, kind }: Pick<StandIn, 'name' | 'kind'>): RegExpExecArray | undefined {
    const parts = /^(.+?)_(\d+)(?:_(\d+))?$/.exec(name);
    const [, prefix, first] = parts ?? [];
    if (parts === null || prefix === undefined || prefix !== kindOf(kind).placeholder) return undefined;
    this.#counts.set(prefix, Math.max(this.#counts.get(prefix) ?? 0, Number(first)));
    return parts;
  }

  /** Takes note of a placeholder that was given at another time, and counts on behind it. */
  readmit({ name, kind, value }: StandIn): void {
    const [, prefix, first, second] = this.countOn({ name, kind }) ?? [];
    if (prefix === undefined) return;
    const { kind: its, families } = this.#ofKind(kind);
    const key = sameValueKey(value, its);
    const family = families.get(key) ?? this.#newFamily(key, kind);
    family.placeholder ??= `${prefix}_${first}`;
    family.writings = Math.max(family.writings, Number(second ?? 1));
  }

  /** The same, to go on from here in other surroundings. */
  fork(surroundings: Surroundings): Naming {
    const fork = new Naming(surroundings);
    for (const [prefix, count] of this.#counts) fork.#counts.set(prefix, count);
    for (const [kind, { families, ...known }] of this.#kinds) {
      const copy = new Map(Array.from(families, ([key, family]) => [key, { ...family }]));
      fork.#kinds.set(kind, { ...known, families: copy });
    }
    return fork;
  }

  /** A made-up value that nobody could take for one of those kept; undefined where none of that shape is left. */
  #surrogate(value: string, kind: string, style: 'surrogate' | 'bare', family: Family): string | undefined {
    const { isFree, holdsValue, standsApart } = this.#surroundings;
    const make = style === 'bare' ? bareSurrogate : surrogateOf;
    const tail = (kindOf(kind).class === 'secret' ? tailOf(value) : undefined) ?? value;
    // Some digits stand in any number by chance.
    const isPart = (name: string): boolean =>
      !(style === 'bare' && value.length < SHORT) && (name.includes(value) || name.includes(tail));
    const saysIt = (name: string): boolean => isPart(name) || holdsValue(name);
    if (family.number !== undefined) {
      const name = make(value, kind, family.number);
      const fits = name !== undefined && isTellingNumber(name) && isFree(name) && standsApart(name);
      if (fits && !saysIt(name)) return name;
      // Another number does as well where no word can stand.
      if (style !== 'bare') return undefined;
    }
    const prefix = kindOf(kind).placeholder;
    let tries = TRIES;
    for (let count = (this.#counts.get(prefix) ?? 0) + 1; tries > 0; count++) {
      const name = make(value, kind, count);
      if (name === undefined || !isTellingNumber(name)) return undefined;
      if (!isFree(name) || !standsApart(name)) continue;
      tries -= 1;
      if (saysIt(name)) continue;
      this.#counts.set(prefix, count);
      family.number ??= count;
      return name;
    }
    return undefined;
  }

  #newFamily(key: string, kind: string): Family {
    const { stem, families } = this.#ofKind(kind);
    const first = this.#surroundings.holding(key);
    const isNumbered =
      first?.kind === kind && first.name.startsWith(stem) && isNumber(first.name, stem.length);
    const placeholder = isNumbered ? first.name : undefined;
    const family = { ...UNUSED, placeholder, writings: placeholder === undefined ? 0 : 1 };
    families.set(key, family);
    return family;
  }

  #ofKind(id: string): OfKind {
    const known = this.#kinds.get(id);
    if (known) return known;
    const kind = kindOf(id);
    const { placeholder: prefix } = kind;
    const ofKind = { prefix, stem: `${prefix}_`, kind, families: new Map<string, Family>() };
    this.#kinds.set(id, ofKind);
    return ofKind;
  }

  /** For what merely is like a number that was issued, and stands where only a number can. */
  #freeNumber(): string {
    const { isFree, holdsValue } = this.#surroundings;
    let count = this.#counts.get(BARE_LITERALS) ?? 0;
    let name: string;
    do name = bareNumber(++count);
    while (!isFree(name) || holdsValue(name));
    this.#counts.set(BARE_LITERALS, count);
    return name;
  }

  #freeName({ prefix, stem }: OfKind): string {
    let count = this.#counts.get(prefix) ?? 0;
    let name: string;
    do name = stem + String(++count);
    while (!this.#surroundings.isFree(name));
    this.#counts.set(prefix, count);
    return name;
  }
}

/** Counts the numbers that stand in for literals; no placeholder begins so. */
const BARE_LITERALS = '9';

/** Whether a name is nothing but digits from a place on. */
function isNumber(name: string, from: number): boolean {
  return /^[0-9]+$/.test(name.slice(from));
}

/** What stands in for a number or a date where only such can stand. */
function bareSurrogate(value: string, kind: string, number: number): string {
  const made = surrogateOf(value, kind, number);
  const fits = made !== undefined && isBare(made) && isTellingNumber(made) && staysNumber(made);
  return fits ? made : bareNumber(number);
}
