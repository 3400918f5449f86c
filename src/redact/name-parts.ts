import { undoneValue } from '../detect/layers/undo.ts';
import { isFreeStart } from './free.ts';
import { NumberedNames } from './numbered-names.ts';

/** A longer name is a key or a text, of which nobody takes a part for a value. */
const LONGEST = 256;
/** No name is shorter. */
const SHORTEST = 4;
/** So many of the last parts of a name are looked at from each on. */
const MOST_ENDS = 8;

/** What parts a made-up value into others: of an address with a login its host, of two coordinates each. */
const BETWEEN = /[\s:/@,;?&=#]+/;
const BETWEEN_WORDS = /[^A-Za-z0-9_]+/;

/**
 * What of made-up values may be met by itself: the host in a made-up address, which a model takes apart. Another value must
 * not get that for its name, or it would be put there.
 */
export class NameParts {
  readonly #parts = new NumberedNames();

  /** Adds the parts of a name, but not the whole of it. */
  addOf(name: string): void {
    if (name.length > LONGEST) return;
    for (const between of [BETWEEN, BETWEEN_WORDS])
      for (const part of name.split(between)) if (part !== name) this.#add(part);
    let ends = 0;
    for (let at = name.length - 1; at > 0 && ends < MOST_ENDS; at--) {
      if (!isFreeStart(name, at)) continue;
      this.#add(name.slice(at));
      ends += 1;
    }
  }

  /** Adds what a name whose value is gone is in another writing as well, which would be taken for it. */
  addSpent(name: string): void {
    this.addOf(name);
    const undone = undoneValue(name);
    if (undone !== name) this.#add(undone);
  }

  /** Whether a name is a part of one. */
  has(name: string): boolean {
    return this.#parts.has(name);
  }

  /** Made-up values are told apart by their numbers: what has none is part of all of them. */
  #add(part: string): void {
    if (part.length >= SHORTEST && /\d/.test(part)) this.#parts.add(part);
  }
}
