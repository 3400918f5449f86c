import { kindOf } from '../detect/kinds.ts';
import { encodingsOf } from '../detect/values/encodings.ts';
import { type Occurrence, ValueIndex } from '../detect/values/value-index.ts';

/** What one placeholder stands for. */
export interface StandIn {
  readonly name: string;
  readonly kind: string;
  readonly value: string;
}

/**
 * The form of every placeholder, standing free: letters, digits and underscores, so that it survives code, URLs and
 * prose. The letter of an escape (`\\n`) right before it belongs to the escape.
 */
export const PLACEHOLDER = /(?<![A-Za-z0-9_](?<!\\[nrtbfv]))[A-Z][A-Z0-9_]{0,60}_[0-9]{1,9}(?![A-Za-z0-9_])/g;

/** The kind of a piece of text that merely has the form of an issued placeholder. */
export const LITERAL = 'literal';

/**
 * The map from placeholder to value of one conversation. It lives in memory only, and is never written, logged
 * or sent.
 */
export class Vault {
  readonly #byValue = new Map<string, StandIn>();
  readonly #byName = new Map<string, StandIn>();
  readonly #index = new ValueIndex();
  readonly #encoded = new ValueIndex();
  readonly #ofEncoding = new Map<string, string>();
  readonly #taken = new Set<string>();
  readonly #nameStarts = new Set<string>();
  readonly #counts = new Map<string, number>();

  /** The stand-in of a value: the one it has, or a new one numbered within its kind. Two values never share one. */
  standInFor(value: string, kind: string): StandIn {
    const known = this.#byValue.get(value);
    if (known) return known;
    const standIn: StandIn = { name: this.#freeName(kindOf(kind).placeholder), kind, value };
    this.#keep(standIn);
    return standIn;
  }

  /** A vault that holds the same and goes its own way from here, to try out what would be issued. */
  fork(): Vault {
    const fork = new Vault();
    for (const name of this.#taken) fork.reserve(name);
    for (const standIn of this.#byName.values()) fork.#keep(standIn);
    for (const [prefix, count] of this.#counts) fork.#counts.set(prefix, count);
    return fork;
  }

  /** The stand-in of that name, if one was issued. */
  named(name: string): StandIn | undefined {
    return this.#byName.get(name);
  }

  /** Whether an issued name begins with these characters, or is them. */
  hasNameStarting(characters: string): boolean {
    return this.#nameStarts.has(characters);
  }

  /** The stand-in of that value, if one was issued. */
  holding(value: string): StandIn | undefined {
    return this.#byValue.get(value);
  }

  /** Keeps a name that stands in a text of its own accord from being issued. */
  reserve(name: string): void {
    this.#taken.add(name);
  }

  /** Whether a name stands in a text of its own accord. */
  isReserved(name: string): boolean {
    return this.#taken.has(name);
  }

  /** Every place of a text where a value of the vault stands as itself. */
  occurrences(text: string): Iterable<Occurrence> {
    return this.#index.occurrences(text);
  }

  /** Whether a text holds a value of the vault, as itself or in an encoding, other than one of those named. */
  isIn(text: string, other: ReadonlySet<string>): boolean {
    for (const { value } of this.#index.occurrences(text)) if (!other.has(value)) return true;
    for (const { value: form } of this.#encoded.occurrences(text)) {
      if (!other.has(this.#ofEncoding.get(form) ?? '')) return true;
    }
    return false;
  }

  /** Everything issued so far, in order. */
  standIns(): readonly StandIn[] {
    return [...this.#byName.values()];
  }

  #keep(standIn: StandIn): void {
    const { name, kind, value } = standIn;
    this.#byValue.set(value, standIn);
    this.#byName.set(name, standIn);
    for (let length = 1; length <= name.length; length++) this.#nameStarts.add(name.slice(0, length));
    // A literal is a name like ours, no secret; where a model writes that name it means the stand-in.
    if (kind !== LITERAL) this.#search(value);
  }

  #search(value: string): void {
    this.#index.add(value);
    for (const form of encodingsOf(value)) {
      this.#encoded.add(form);
      this.#ofEncoding.set(form, value);
    }
  }

  #freeName(prefix: string): string {
    let count = this.#counts.get(prefix) ?? 0;
    let name: string;
    do name = `${prefix}_${++count}`;
    while (this.#taken.has(name) || this.#byName.has(name));
    this.#counts.set(prefix, count);
    return name;
  }
}
