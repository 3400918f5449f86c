import { NameIndex } from './names.ts';
import type { StandIn } from './stand-in.ts';

/** A stand-in whose value is gone: only its name and the kind of what it stood for are known. */
export type Spent = Pick<StandIn, 'name' | 'kind'>;

/** The names of an earlier vault, whose values are gone: nobody gets them again, and none is ever put back. */
export class SetAside {
  readonly #names = new NameIndex<Spent>();

  /** Keeps a name from being issued. */
  add(spent: Spent): void {
    this.#names.add(spent.name, spent);
  }

  /** Whether a name is one of them. */
  has(name: string): boolean {
    return this.#names.get(name) !== undefined;
  }

  /** All of them. */
  all(): readonly Spent[] {
    return [...this.#names.items()];
  }

  /** Those that stand free in a text, each once. */
  in(text: string): readonly Spent[] {
    if (this.#names.size === 0) return [];
    return [...new Map(Array.from(this.#names.matches(text), ({ item }) => [item.name, item])).values()];
  }
}
