import type { Memory } from './recent-destinations.ts';

const KEY = 'catalogue.known';
/** An organisation changes its file now and then; the oldest go first. */
const MOST = 20;

/**
 * Contents of an organisation's catalogue that the user has had in force on their own machine, or has agreed to on
 * another: kept by their SHA-256, on the user's machine.
 */
export class KnownCatalogues {
  readonly #memory: Memory;

  constructor(memory: Memory) {
    this.#memory = memory;
  }

  async isKnown(content: string): Promise<boolean> {
    return this.#all().includes(await digest(content));
  }

  /** Takes a content for known from here on. */
  async note(content: string): Promise<void> {
    const hash = await digest(content);
    await this.#memory.update(KEY, [hash, ...this.#all().filter((one) => one !== hash)].slice(0, MOST));
  }

  #all(): readonly string[] {
    const kept = this.#memory.get(KEY);
    return Array.isArray(kept) ? kept.filter((one) => typeof one === 'string') : [];
  }
}

async function digest(content: string): Promise<string> {
  const hash = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(content));
  return Array.from(new Uint8Array(hash), (byte) => byte.toString(16).padStart(2, '0')).join('');
}
