import * as v from 'valibot';
import { isUsableKey } from '../wire/api-key.ts';
import type { KeyAccess } from './panel/chat-options.ts';

/** Which variable of the environment holds whose key: by a catalogue id, or the origin of a server of one's own. */
export const KeyVariables = v.record(
  v.pipe(v.string(), v.regex(/^(?:[a-z][a-z0-9-]{0,59}|https?:\/\/[^/?#@\s]{1,255})$/)),
  v.pipe(v.string(), v.regex(/^[A-Z_][A-Z0-9_]{0,127}$/)),
);
export type KeyVariables = v.InferOutput<typeof KeyVariables>;

/** Where secrets are kept: the editor's secret storage. */
export interface Secrets {
  get(name: string): PromiseLike<string | undefined>;
  store(name: string, value: string): PromiseLike<void>;
  delete(name: string): PromiseLike<void>;
}

/** Where a key comes from; `variable` is a name, never a value. */
export type KeySource =
  { readonly from: 'kept' } | { readonly from: 'environment'; readonly variable: string };

/** A key, or that what is there cannot be sent. */
export type FoundKey = KeySource & ({ readonly ok: true; readonly key: string } | { readonly ok: false });

/** What a store needs from outside. */
export interface KeyStoreOptions {
  readonly secrets: Secrets;
  /** The user's setting, asked for each time. */
  readonly variables: () => KeyVariables;
  /** A variable of the environment, read at each use and never kept; undefined where none is taken from there. */
  readonly environment: ((name: string) => string | undefined) | undefined;
}

/**
 * API keys: kept in the secret storage, or taken from the variable of the environment that the user named. A kept one
 * comes first, since it is what the user gave last: after a key was refused, setting another has to have an effect.
 */
export class KeyStore {
  readonly #options: KeyStoreOptions;

  constructor(options: KeyStoreOptions) {
    this.#options = options;
  }

  /** The key of an owner, by id; undefined where there is none. */
  async find(id: string): Promise<FoundKey | undefined> {
    const { secrets, environment } = this.#options;
    const kept = await secrets.get(nameOf(id));
    if (kept !== undefined) return { from: 'kept', ...judged(kept) };
    const variable = this.variableOf(id);
    const value = variable === undefined ? undefined : environment?.(variable);
    if (variable === undefined || value === undefined || value === '') return undefined;
    return { from: 'environment', variable, ...judged(value) };
  }

  /** Whether variables of the environment are taken at all. */
  get takesVariables(): boolean {
    return this.#options.environment !== undefined;
  }

  /** The variable that the user named for an owner. */
  variableOf(id: string): string | undefined {
    const variables = this.#options.variables();
    return Object.hasOwn(variables, id) ? variables[id] : undefined;
  }

  /**
   * Keeps a key.
   * @throws UnusableKey for what cannot be sent; then what was kept stays.
   */
  async keep(id: string, key: string): Promise<void> {
    if (!isUsableKey(key)) throw new UnusableKey();
    await this.#options.secrets.store(nameOf(id), key);
  }

  /** Forgets a kept key; one that is not there is no error. */
  async forget(id: string): Promise<void> {
    await this.#options.secrets.delete(nameOf(id));
  }
}

/** A key that was found, as a chat takes it. */
export function accessBy(found: FoundKey): KeyAccess {
  const variable = found.from === 'environment' ? found.variable : undefined;
  return found.ok ? { key: found.key, variable } : { key: undefined, variable, isUnusable: true };
}

/** What cannot be sent as a key. It does not carry it. */
export class UnusableKey extends Error {
  constructor() {
    super('not a key');
    this.name = 'UnusableKey';
  }
}

function nameOf(id: string): string {
  return `key:${id}`;
}

function judged(key: string): { readonly ok: true; readonly key: string } | { readonly ok: false } {
  return isUsableKey(key) ? { ok: true, key } : { ok: false };
}
