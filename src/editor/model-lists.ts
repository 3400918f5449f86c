import { listModels, type ModelList, type NoList } from '../wire/list-models.ts';
import type { KeyOwner } from './key-owner.ts';

/** After this a list is asked for again. */
const DAY = 24 * 60 * 60 * 1000;

/** The models of a host, and when it listed them. */
export interface Listed {
  readonly models: readonly string[];
  readonly at: number;
}

/** What the lists of a window need from outside. */
export interface ModelListsOptions {
  readonly fetch: typeof globalThis.fetch;
  readonly now: () => number;
  /** The key of an owner, where there is one that can be sent; nobody is asked for one. */
  readonly keyOf: (owner: KeyOwner) => Promise<string | undefined>;
}

/** The models that hosts listed in this window, in memory. A host is asked when its models are looked at, and not before. */
export class ModelLists {
  readonly #options: ModelListsOptions;
  readonly #listed = new Map<string, Listed>();
  readonly #asking = new Map<string, Promise<ModelList>>();

  constructor(options: ModelListsOptions) {
    this.#options = options;
  }

  /** What a host listed last; undefined where it has not. */
  listed({ id }: KeyOwner): Listed | undefined {
    return this.#listed.get(id);
  }

  /** How long ago that was. */
  age({ at }: Listed): number {
    return this.#options.now() - at;
  }

  /** Whether a host is to be asked of itself: its key is there, and what it listed is older than a day. */
  async isDue(owner: KeyOwner): Promise<boolean> {
    const listed = this.listed(owner);
    if (listed !== undefined && this.age(listed) < DAY) return false;
    return (await this.#options.keyOf(owner)) !== undefined;
  }

  /** Asks a host, with its key where there is one. Where it fails, what it listed before stays. */
  async refresh(owner: KeyOwner): Promise<Listed | NoList> {
    const running = this.#asking.get(owner.id) ?? this.#ask(owner);
    this.#asking.set(owner.id, running);
    try {
      const list = await running;
      if (!list.ok) return list;
      const listed = { models: list.models, at: this.#options.now() };
      this.#listed.set(owner.id, listed);
      return listed;
    } finally {
      this.#asking.delete(owner.id);
    }
  }

  async #ask(owner: KeyOwner): Promise<ModelList> {
    const { fetch, keyOf } = this.#options;
    return listModels(fetch, owner.target, await keyOf(owner));
  }
}
