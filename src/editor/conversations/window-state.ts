import * as v from 'valibot';
import type { PrivateFile, PrivateFolder } from '../../host/private-folder.ts';
import { newId } from './stored.ts';

const FORMAT = 'prompt-airlock/window';
const NAME = /^window-[0-9a-f]{16}\.json$/;
const MOST_BYTES = 8 * 1024 * 1024;
/** What no window has come back for in so long is deleted. */
const LONGEST_KEPT_MS = 30 * 24 * 60 * 60_000;

const WindowState = v.strictObject({
  format: v.literal(FORMAT),
  version: v.literal(1),
  /** Milliseconds since 1970. */
  at: v.number(),
  /** Number of the process that the window's extensions run in. */
  process: v.number(),
  /** The conversation that was shown, where it is kept. */
  conversation: v.nullable(v.pipe(v.string(), v.regex(/^[0-9a-f]{16}$/))),
  /** What stood in the composer, with stand-ins for what was found in it. */
  draft: v.string(),
  /** Whether there are any. */
  redacted: v.boolean(),
});

/** What a window comes back to when it is loaded again. */
export type WindowState = Omit<v.InferOutput<typeof WindowState>, 'format' | 'version' | 'process'>;

/** The processes of this machine, as far as a window has to know them. */
export interface Processes {
  /** The number of this one. */
  readonly own: number;
  readonly isRunning: (number: number) => boolean;
  /** When the machine was started, in milliseconds since 1970: numbers from before are others'. */
  readonly since: number;
}

/**
 * What this window keeps for the time it is loaded again. No window knows itself from before: each takes over what was
 * written last by one that is there no more, and goes on under a name of its own.
 */
export class WindowStates {
  readonly #folder: PrivateFolder;
  readonly #processes: Processes;
  readonly #name = `window-${newId()}.json`;

  constructor(folder: PrivateFolder, processes: Processes) {
    this.#folder = folder;
    this.#processes = processes;
  }

  /**
   * Takes over what was kept last by a window that is there no more.
   *
   * @returns undefined where there is none, `later` where all of them are windows that are still there: one may be closing.
   */
  async take(now: number): Promise<WindowState | 'later' | undefined> {
    const files = (await this.#folder.list()).filter(({ name }) => NAME.test(name) && name !== this.#name);
    let isAnyThere = false;
    for (const file of files.toSorted((a, b) => b.changedAt - a.changedAt)) {
      const state = await this.#read(file);
      if (!state) continue;
      if (now - state.at > LONGEST_KEPT_MS) await this.#folder.remove(file.name);
      else if (this.#isThere(state)) isAnyThere = true;
      else if (await this.#folder.take(file.name, this.#name)) {
        // From here on it is this window's.
        await this.keep(state);
        return state;
      }
    }
    return isAnyThere ? 'later' : undefined;
  }

  #isThere({ at, process }: v.InferOutput<typeof WindowState>): boolean {
    return at > this.#processes.since && this.#processes.isRunning(process);
  }

  /** Keeps a state in place of the one before; one that says nothing is not kept. */
  async keep(state: WindowState): Promise<void> {
    if (state.draft === '' && state.conversation === null) return this.forget();
    const { at, conversation, draft, redacted } = state;
    const whole = {
      format: FORMAT,
      version: 1,
      at,
      process: this.#processes.own,
      conversation,
      draft,
      redacted,
    };
    await this.#folder.write(this.#name, `${JSON.stringify(whole)}\n`);
  }

  async forget(): Promise<void> {
    await this.#folder.remove(this.#name);
  }

  /** Deletes what any window keeps. */
  async forgetAll(): Promise<void> {
    for (const { name } of await this.#folder.list()) if (NAME.test(name)) await this.#folder.remove(name);
  }

  async #read({ name }: PrivateFile): Promise<v.InferOutput<typeof WindowState> | undefined> {
    try {
      const parsed = v.safeParse(WindowState, JSON.parse((await this.#folder.read(name, MOST_BYTES)) ?? ''));
      return parsed.success ? parsed.output : undefined;
    } catch {
      return undefined;
    }
  }
}
