import type { Airlock } from '../../airlock.ts';
import type { Chat } from '../panel/chat.ts';
import { type ChatState, reopenedTurns } from '../panel/conversation-state.ts';
import { keepConversation } from './keep.ts';
import { type ConversationStore, TooLong, turnsIn } from './store.ts';
import { type Conversing, newId, type StoredConversation } from './stored.ts';

/** A conversation of this window: its values are known as long as the window is there. */
export interface Live {
  id: string;
  readonly createdAt: number;
  changedAt: number;
  /** What the user called it, as it was typed; no title is kept but as `kept` has it. */
  name: string | undefined;
  /** How it was when another one was begun or opened; of the one that is shown the chat has it. */
  state: ChatState;
  /** The revision that this window wrote or read last. */
  revision: string | undefined;
  /** The form in which it was kept last, or would be if anything were stored. */
  kept: Conversing | undefined;
  /** What was seen of it when that was made. */
  seen: string;
}

/** Something that kept a conversation from being stored. */
export type KeepTrouble = 'unwritable' | 'too-long' | 'unread' | 'copied';

/** What this window's conversations hang on. */
export interface LiveOptions {
  readonly chat: Chat;
  readonly airlock: Pick<Airlock, 'keep' | 'newConversation'>;
  readonly store: ConversationStore;
  readonly isStored: () => boolean;
  readonly now: () => number;
  readonly onTrouble: (trouble: KeepTrouble) => void;
  /** What is shown is called something else. */
  readonly onTitle: (title: string) => void;
  /** What was stored is another one than before. */
  readonly onStored: () => void;
}

/** While an answer streams, what has come of it is kept this often, in milliseconds. */
const WHILE_STREAMING = 2_000;
/** So many conversations of a window keep their values; of the others what is stored remains. */
const MOST_LIVE = 20;

/** The conversations of this window, one of them shown, each kept after each turn. */
export class LiveConversations {
  readonly #options: LiveOptions;
  readonly #live = new Map<string, Live>();
  #current: Live;
  #timer: ReturnType<typeof setTimeout> | undefined;
  /** One writing after another. */
  #keeping: Promise<unknown> = Promise.resolve();

  constructor(options: LiveOptions) {
    this.#options = options;
    this.#current = this.#fresh();
    this.#live.set(this.#current.id, this.#current);
  }

  get current(): Live {
    return this.#current;
  }

  /** Those with something in them. */
  all(): readonly Live[] {
    return [...this.#live.values()].filter((live) => this.#stateOf(live).turns.length > 0);
  }

  find(id: string): Live | undefined {
    return this.#live.get(id);
  }

  /** Something of what is shown changed: it is kept, at once or soon where an answer still comes in. */
  changed(): void {
    const live = this.#current;
    if (this.#seen(live) === live.seen) return;
    if (this.#options.chat.turns.at(-1)?.state !== 'streaming') void this.settle();
    else this.#timer ??= setTimeout(() => void this.settle(), live.kept ? WHILE_STREAMING : 0);
  }

  /** Leaves what is shown as it is, and begins another one. */
  begin(): void {
    this.#show(this.#fresh());
  }

  /** Shows a conversation of this window again, values and all. */
  resume(live: Live): void {
    if (live !== this.#current) this.#show(live);
  }

  /** Shows a conversation that was kept: its stand-ins stand for nothing any more. */
  reopen(stored: StoredConversation): void {
    const { id, revision, createdAt, changedAt, title, named, standIns } = stored;
    const state: ChatState = {
      conversation: this.#options.airlock.newConversation(standIns),
      turns: reopenedTurns(stored),
      allowed: new Set(),
    };
    const live: Live = {
      id,
      createdAt,
      changedAt,
      name: named ? title : undefined,
      state,
      revision,
      kept: stored,
      seen: '',
    };
    live.seen = seenOf(state);
    this.#show(live);
  }

  /** Takes a conversation away; where it was shown, another one is begun. It can be put back. */
  forget(live: Live): void {
    if (live === this.#current) this.begin();
    this.#live.delete(live.id);
  }

  /** Puts one back that was taken away, and keeps it again. */
  async putBack(live: Live): Promise<void> {
    live.revision = undefined;
    live.seen = '';
    this.#live.set(live.id, live);
    await this.settle();
  }

  /** Calls a conversation of this window something else; by its first words again where the name is empty. */
  async rename(live: Live, name: string): Promise<void> {
    live.name = name === '' ? undefined : name;
    live.seen = '';
    await this.settle();
  }

  /** Keeps all that changed since it was kept last, and resolves once that is done. */
  async settle(): Promise<void> {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    for (const live of this.#live.values()) {
      this.#keeping = this.#keeping.then(() => this.#keep(live));
    }
    await this.#keeping;
  }

  async #keep(live: Live): Promise<void> {
    const { airlock, store, isStored, now, onTrouble, onTitle, onStored } = this.#options;
    const seen = this.#seen(live);
    const { conversation, turns } = this.#stateOf(live);
    if (seen === live.seen || turns.length === 0 || this.#live.get(live.id) !== live) return;
    // A new name is no new turn.
    if (live.seen !== '' || !live.kept) live.changedAt = now();
    live.seen = seen;
    try {
      const { id, name, createdAt, changedAt } = live;
      live.kept = await keepConversation(airlock, {
        id,
        revision: newId(),
        conversation,
        turns,
        name,
        createdAt,
        changedAt,
      });
      if (live === this.#current) onTitle(live.kept.title);
      // It may have been deleted meanwhile.
      if (!isStored() || this.#live.get(id) !== live) return;
      const written = await store.write(live.kept, live.revision);
      if (this.#live.get(id) !== live) return await store.remove(written.id);
      const isNew = live.revision === undefined || written.copied;
      live.revision = written.revision;
      if (isNew && live === this.#current) onStored();
      if (!written.copied) return;
      this.#live.delete(id);
      live.id = written.id;
      live.kept = { ...live.kept, id: written.id };
      this.#live.set(live.id, live);
      onTrouble('copied');
    } catch (error) {
      onTrouble(troubleOf(error));
    }
  }

  #fresh(): Live {
    const at = this.#options.now();
    const state = {
      conversation: this.#options.airlock.newConversation(),
      turns: [],
      allowed: new Set<string>(),
    };
    return {
      id: newId(),
      createdAt: at,
      changedAt: at,
      name: undefined,
      state,
      revision: undefined,
      kept: undefined,
      seen: '',
    };
  }

  #show(next: Live): void {
    const { chat, onTitle } = this.#options;
    const before = this.#current;
    // It stops, if it was sending: what has come of it is part of it.
    before.state = chat.state;
    this.#current = next;
    if (this.#stateOf(before).turns.length > 0) this.#live.set(before.id, before);
    this.#live.delete(next.id);
    this.#live.set(next.id, next);
    for (const [id, live] of this.#live) {
      if (this.#live.size <= MOST_LIVE) break;
      if (live !== next) this.#live.delete(id);
    }
    onTitle(next.kept?.title ?? '');
    chat.resume(next.state);
    void this.settle();
  }

  #stateOf(live: Live): ChatState {
    return live === this.#current ? this.#options.chat.state : live.state;
  }

  #seen(live: Live): string {
    return seenOf(this.#stateOf(live));
  }
}

/** Tells a conversation from what it was before, without looking at its texts. */
function seenOf({ turns }: ChatState): string {
  const last = turns.at(-1);
  return `${turns.length} ${last?.id} ${last?.state} ${last?.wire.length} ${turns.at(-2)?.state} ${turnsIn(turns)}`;
}

function troubleOf(error: unknown): KeepTrouble {
  if (error instanceof TooLong) return 'too-long';
  return error instanceof Error && 'code' in error ? 'unwritable' : 'unread';
}
