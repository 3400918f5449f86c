import type { Decision } from '../decide/decision.ts';
import type { DataPolicy } from '../policy/resolve.ts';
import { isChat } from './models/askers.ts';

/**
 * Where a prompt came from: the panel, the editor's own Chat, what that asks besides (a title for a chat), or another
 * extension that asks a model of ours.
 */
export type Surface = 'panel' | 'chat' | 'side-request' | 'other-extension';

/**
 * Where a request for a model of ours came from.
 * @param by id of the extension that asked, where the editor says which.
 * @param isWaitedFor whether it is a turn of the user's own.
 */
export function surfaceOf(by: string | undefined, isWaitedFor: boolean): Pick<Decided, 'surface' | 'by'> {
  if (isChat(by)) return { surface: isWaitedFor ? 'chat' : 'side-request' };
  return { surface: 'other-extension', ...(by !== undefined && { by }) };
}

/** A decision as it is remembered: what it rests on, and nothing of the prompt. */
export interface Decided {
  /** When, in milliseconds since 1970. */
  readonly at: number;
  readonly surface: Surface;
  /** Who asked, where it was another extension and the editor says which. */
  readonly by?: string;
  /** The destination, by the name people have for it. */
  readonly name: string;
  /** In force when it was decided. */
  readonly policy: DataPolicy;
  /** Its reasons count what was found, kind by kind. */
  readonly decision: Decision;
}

/** So many are remembered. */
const MOST = 20;

/** The last decisions of this window, in memory. */
export class Decisions {
  #all: readonly Decided[] = [];

  note(one: Decided): void {
    this.#all = [one, ...this.#all].slice(0, MOST);
  }

  /** The newest, if there is any not of a side request, which nobody typed; undefined where nothing was decided yet. */
  last(): Decided | undefined {
    return this.#all.find(({ surface }) => surface !== 'side-request') ?? this.#all[0];
  }

  /** The newest first. */
  all(): readonly Decided[] {
    return this.#all;
  }
}
