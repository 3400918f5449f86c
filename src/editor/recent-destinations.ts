import * as v from 'valibot';

/** Where it is remembered: of the editor's own memory of the extension, what is used of it. */
export interface Memory {
  get(key: string): unknown;
  update(key: string, value: unknown): PromiseLike<void>;
}

const KEY = 'recentDestinations';
/** So many are remembered: more would be no shorter way than searching. */
const MOST = 6;
const Written = v.pipe(v.string(), v.minLength(1), v.maxLength(512));

/** The destinations that were chosen last, by their written names and nothing else. */
export class RecentDestinations {
  readonly #memory: Memory;

  constructor(memory: Memory) {
    this.#memory = memory;
  }

  /** The last one first. What is no name is passed over: another version may have written it. */
  list(): readonly string[] {
    const kept = v.safeParse(v.array(v.unknown()), this.#memory.get(KEY));
    if (!kept.success) return [];
    return kept.output.flatMap((one) => (v.is(Written, one) ? [one] : [])).slice(0, MOST);
  }

  /** That one was chosen in the place of another, which can be gone back to. */
  async note(written: string, instead: string): Promise<void> {
    const names = [...new Set([written, instead, ...this.list()])].filter((one) => v.is(Written, one));
    await this.#memory.update(KEY, names.slice(0, MOST));
  }
}
