import type { View } from '../detect/layers/view.ts';
import { type Found, liesInName, type Pieces } from './name-places.ts';
import { type Match, NameIndex } from './names.ts';
import { namesUndone } from './names-undone.ts';
import type { StandIn } from './stand-in.ts';

/** A stand-in whose value is gone: only its name and the kind of what it stood for are known. */
export type Spent = Pick<StandIn, 'name' | 'kind'>;

/** The names of an earlier vault, whose values are gone: nobody gets them again, and none is ever put back. */
export class SetAside {
  readonly #names = new NameIndex<Spent>();
  /** The text that was read last, since much is asked of one at a time. */
  #last: { readonly text: string; readonly places: readonly Match<Spent>[] } | undefined;
  /** Which were encoded pieces is not known any more: what something is found in was one. */
  readonly #pieces: Pieces<Spent> = {
    isPiece: (_, { inside }) => inside !== undefined,
    placesIn: (text) => this.#names.matches(text),
  };

  /** Keeps a name from being issued. */
  add(spent: Spent): void {
    this.#names.add(spent.name, spent);
    this.#last = undefined;
  }

  /** Whether a name is one of them. */
  has(name: string): boolean {
    return this.#names.size > 0 && this.#names.get(name) !== undefined;
  }

  /** All of them. */
  all(): readonly Spent[] {
    return [...this.#names.items()];
  }

  /** Every place of a text where one stands free. */
  placesIn(text: string): readonly Match<Spent>[] {
    if (this.#names.size === 0) return [];
    if (this.#last?.text !== text) this.#last = { text, places: [...this.#names.matches(text)] };
    return this.#last.places;
  }

  /** Those that stand free in a text, each once. */
  in(text: string): readonly Spent[] {
    return [...new Map(this.placesIn(text).map(({ item }) => [item.name, item])).values()];
  }

  /** Every place where one stands once what is written in another way is undone. */
  undoneIn(levels: readonly View[]): readonly Match<Spent>[] {
    return namesUndone(levels, this.#names);
  }

  /** Whether any of them stands free in a text. */
  isAnyIn(text: string): boolean {
    return this.#names.isIn(text);
  }

  /** Whether what was found in a text is one of them, or part of one. */
  isIn(text: string, found: Found): boolean {
    return liesInName(this.placesIn(text), found, this.#pieces);
  }
}
