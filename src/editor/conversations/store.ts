import type { PrivateFolder } from '../../host/private-folder.ts';
import {
  type Conversing,
  newId,
  readConversation,
  type StoredConversation,
  writeConversation,
} from './stored.ts';

/** So many are kept, the newest ones, and each for so long after it was last gone on with. */
export const MOST_CONVERSATIONS = 200;
export const LONGEST_KEPT_DAYS = 90;
const DAY_MS = 24 * 60 * 60_000;
/** A conversation with more bytes is not kept. */
const MOST_BYTES = 16 * 1024 * 1024;

const NAME = /^conversation-([0-9a-f]{16})\.json$/;

/** What a list shows of a conversation. */
export interface Summary {
  readonly id: string;
  readonly title: string;
  readonly changedAt: number;
  readonly turns: number;
}

/** All that is kept, the newest first, and what beside it is left alone. */
export interface Listed {
  readonly conversations: readonly Summary[];
  /** Files that are broken, or nobody may read, or none of ours. */
  readonly unreadable: number;
  /** Files of a newer version. */
  readonly newer: number;
}

/** What became of a writing: under which id and revision it is there now. */
export interface Written {
  readonly id: string;
  readonly revision: string;
  /** Another window went on with the same conversation: its file stays, and this is one beside it. */
  readonly copied: boolean;
}

/** What a file was when it was last looked at. */
interface Looked {
  readonly mark: string;
  readonly is: Summary | 'newer' | 'broken';
}

/** The conversations in a folder, a file each. Several windows may have one each, over the same folder. */
export class ConversationStore {
  readonly #folder: PrivateFolder;
  readonly #now: () => number;
  #looked = new Map<string, Looked>();

  constructor(folder: PrivateFolder, now: () => number) {
    this.#folder = folder;
    this.#now = now;
  }

  /** Where they are kept. */
  get path(): string {
    return this.#folder.path;
  }

  /** Reads what there is, and deletes what is too old or too much. Throws where the folder cannot be read. */
  async list(): Promise<Listed> {
    const files = (await this.#folder.list()).filter(({ name }) => NAME.test(name));
    const looked = new Map<string, Looked>();
    for (const { name, bytes, changedAt } of files) {
      const mark = `${bytes} ${changedAt}`;
      const before = this.#looked.get(name);
      looked.set(name, before?.mark === mark ? before : { mark, is: await this.#look(name) });
    }
    this.#looked = looked;
    const all = [...looked.values()].flatMap(({ is }) => (typeof is === 'string' ? [] : [is]));
    all.sort((a, b) => b.changedAt - a.changedAt);
    const oldest = this.#now() - LONGEST_KEPT_DAYS * DAY_MS;
    const kept = all.filter(({ changedAt }, at) => at < MOST_CONVERSATIONS && changedAt >= oldest);
    const wanted = new Set(kept);
    for (const one of all) if (!wanted.has(one)) await this.remove(one.id);
    const count = (wanted: Looked['is']): number =>
      [...looked.values()].filter(({ is }) => is === wanted).length;
    return { conversations: kept, unreadable: count('broken'), newer: count('newer') };
  }

  /** A conversation; undefined where it is not there, or cannot be read. */
  async read(id: string): Promise<StoredConversation | undefined> {
    const text = await this.#textOf(fileOf(id));
    const read = text === undefined ? undefined : readConversation(text);
    return read?.is === 'conversation' && read.conversation.id === id ? read.conversation : undefined;
  }

  /**
   * Writes a conversation. What another window has made of it meanwhile stays as it is: then this becomes one beside it.
   *
   * @param known the revision that this window wrote or read last; undefined where it did neither.
   * @throws where it cannot be written.
   */
  async write(conversation: Conversing, known: string | undefined): Promise<Written> {
    const there = await this.#revisionOf(conversation.id);
    const copied = there !== undefined && there !== known;
    const id = copied ? newId() : conversation.id;
    const text = writeConversation({ ...conversation, id });
    if (Buffer.byteLength(text) > MOST_BYTES) throw new TooLong();
    await this.#folder.write(fileOf(id), text);
    return { id, revision: conversation.revision, copied };
  }

  async remove(id: string): Promise<void> {
    const name = fileOf(id);
    await this.#folder.remove(name);
    this.#looked.delete(name);
  }

  /** Deletes every conversation, those of other windows too; how many there were. What is none of ours is left alone. */
  async removeAll(): Promise<number> {
    const { conversations } = await this.list();
    for (const { id } of conversations) await this.remove(id);
    return conversations.length;
  }

  async #look(name: string): Promise<Looked['is']> {
    const text = await this.#textOf(name);
    const read = text === undefined ? undefined : readConversation(text);
    if (read?.is !== 'conversation') return read?.is ?? 'broken';
    const { id, title, changedAt, turns } = read.conversation;
    return fileOf(id) === name ? { id, title, changedAt, turns: turnsIn(turns) } : 'broken';
  }

  /** Undefined where there is no file, or one that cannot be read. */
  async #textOf(name: string): Promise<string | undefined> {
    return this.#folder.read(name, MOST_BYTES).catch(() => undefined);
  }

  /** The revision that is there; empty where it is something else, and undefined where there is nothing. */
  async #revisionOf(id: string): Promise<string | undefined> {
    try {
      const text = await this.#folder.read(fileOf(id), MOST_BYTES);
      if (text === undefined) return undefined;
      const read = readConversation(text);
      return read.is === 'conversation' ? read.conversation.revision : '';
    } catch {
      return '';
    }
  }
}

/** A conversation is longer than what is kept. */
export class TooLong extends Error {
  constructor() {
    super('the conversation is too long to be kept');
    this.name = 'TooLong';
  }
}

/** How often the user has asked something. */
export function turnsIn(turns: readonly { readonly role: string }[]): number {
  return turns.filter(({ role }) => role === 'user').length;
}

function fileOf(id: string): string {
  return `conversation-${id}.json`;
}
