import type { ConversationDeed, ConversationList } from '../../protocol/conversations.ts';
import type { Translate } from '../../sentences/translate.ts';
import { conversationMarkdown } from './export-markdown.ts';
import { type Entry, listView, titleOf } from './list-view.ts';
import { type Live, LiveConversations, type LiveOptions } from './live.ts';
import { searched } from './search.ts';
import { type Listed, type Summary, turnsIn } from './store.ts';
import { type Conversing, newId, type StoredConversation } from './stored.ts';
import { givenTitle } from './title.ts';

/** What the conversations ask of the editor. */
export interface ConversationsOptions extends LiveOptions {
  /** Shows the list in the panel; null takes it away. */
  readonly showList: (list: ConversationList | null) => void;
  /** Puts the focus into the composer. */
  readonly focus: () => void;
  readonly language: string;
  readonly t: Translate;
  /** Asks where to, and writes it there. */
  readonly saveMarkdown: (text: string) => Promise<void>;
  /** Whether all that there are, so many, are to be deleted. */
  readonly confirmDeleteAll: (count: number) => Promise<boolean>;
  readonly say: (text: string) => void;
  /** Forgets what windows keep for being loaded again. */
  readonly forgetWindows: () => Promise<void>;
}

/** One that was deleted last, to be brought back. */
interface Deleted {
  readonly id: string;
  readonly title: string;
  readonly live: Live | undefined;
  readonly stored: StoredConversation | undefined;
}

/** All conversations, those of this window and those that are stored, and the list of them. */
export class Conversations {
  readonly #options: ConversationsOptions;
  readonly #live: LiveConversations;
  /** What is searched for in the list that is shown; undefined while none is. */
  #query: string | undefined;
  /** Only the last look is shown. */
  #looks = 0;
  #problem = '';
  #deleted: Deleted | undefined;

  constructor(options: ConversationsOptions) {
    this.#options = options;
    this.#live = new LiveConversations(options);
  }

  /** Something of the chat changed. */
  changed(): void {
    this.#live.changed();
  }

  /** The conversation that is shown, where it is stored; null otherwise. */
  get shown(): string | null {
    const { id, revision } = this.#live.current;
    return revision === undefined ? null : id;
  }

  /** Begins another conversation, and leaves the one that is shown to the list. */
  begin(): void {
    this.#hideList();
    this.#live.begin();
    this.#options.focus();
  }

  /** Shows the list of all of them. */
  async show(): Promise<void> {
    this.#problem = '';
    this.#deleted = undefined;
    this.#query = '';
    await this.#list();
  }

  /** The page is loaded, or loaded anew: what it is to show it has not got. */
  pageIsThere(): void {
    if (this.#query !== undefined) void this.#list();
  }

  /** Does what was asked for in the list. */
  async do(deed: ConversationDeed): Promise<void> {
    switch (deed.do) {
      case 'search':
        this.#query = deed.query;
        return this.#list();
      case 'open':
        if (await this.open(deed.id)) {
          this.#hideList();
          return this.#options.focus();
        }
        this.#problem = this.#options.t('It cannot be read any more, and is left as it is.');
        return this.#list();
      case 'rename':
        await this.#rename(deed.id, givenTitle(deed.title));
        return this.#list();
      case 'delete':
        await this.#delete(deed.id);
        return this.#list();
      case 'undo':
        await this.#undo(deed.id);
        return this.#list();
      case 'export':
        return this.export(deed.id);
      case 'begin':
        return this.begin();
      case 'close':
        return this.#hideList();
    }
  }

  /** Shows a conversation; whether it could be read. */
  async open(id: string): Promise<boolean> {
    const live = this.#live.find(id);
    if (live) this.#live.resume(live);
    else {
      const stored = await this.#options.store.read(id);
      if (!stored) return false;
      // It may have been opened by another press meanwhile.
      const now = this.#live.find(id);
      if (now) this.#live.resume(now);
      else this.#live.reopen(stored);
    }
    return true;
  }

  /** Writes a conversation as Markdown, as it is kept; the one that is shown where none is named. */
  async export(id: string = this.#live.current.id): Promise<void> {
    const { t, saveMarkdown, say, now, store, language } = this.#options;
    await this.#live.settle();
    const conversation = this.#live.find(id)?.kept ?? (await store.read(id));
    if (!conversation) return say(t('There is nothing in it to be exported.'));
    const day = new Intl.DateTimeFormat(language, { dateStyle: 'long' }).format(now());
    await saveMarkdown(conversationMarkdown(conversation, day, t));
  }

  /** Deletes all of them once the user said so, those of other windows too. */
  async deleteAll(): Promise<void> {
    const { store, confirmDeleteAll, forgetWindows, say, t } = this.#options;
    await this.#live.settle();
    const { entries } = await this.#entries('');
    if (entries.length === 0) return say(t('There are no conversations.'));
    if (!(await confirmDeleteAll(entries.length))) return;
    for (const live of this.#live.all()) this.#live.forget(live);
    this.#deleted = undefined;
    try {
      await store.removeAll();
      await forgetWindows();
      say(t('{0} deleted.', entries.length));
    } catch {
      say(t('Not all of them could be deleted. They are in {0}.', store.path));
    }
    if (this.#query !== undefined) await this.#list();
  }

  /** Keeps what has not been kept yet. */
  settle(): Promise<void> {
    return this.#live.settle();
  }

  #hideList(): void {
    this.#query = undefined;
    this.#deleted = undefined;
    this.#options.showList(null);
  }

  async #list(): Promise<void> {
    const look = ++this.#looks;
    const query = this.#query ?? '';
    await this.#live.settle();
    const { entries, unreadable, newer } = await this.#entries(query);
    if (look !== this.#looks || this.#query === undefined) return;
    const { isStored, now, language, t, showList } = this.#options;
    const list = {
      query,
      entries,
      unreadable,
      newer,
      current: this.#live.current.id,
      isStored: isStored(),
      problem: this.#problem,
      deleted: this.#deleted,
    };
    showList(listView(list, now(), language, t));
  }

  /** All that fit what is searched for, the newest first. */
  async #entries(query: string): Promise<Pick<Listed, 'unreadable' | 'newer'> & { entries: Entry[] }> {
    const { store, t } = this.#options;
    const listed = await store.list().catch((): Listed => {
      this.#problem = t('The folder of conversations cannot be read: {0}', store.path);
      return { conversations: [], unreadable: 0, newer: 0 };
    });
    const own = this.#live.all().flatMap(({ kept }) => (kept ? [summaryOf(kept)] : []));
    const ids = new Set(own.map(({ id }) => id));
    const all = [...own, ...listed.conversations.filter(({ id }) => !ids.has(id))];
    all.sort((a, b) => b.changedAt - a.changedAt);
    const entries: Entry[] = [];
    for (const one of all) {
      const snippet = query.trim() === '' ? '' : await this.#found(one, query);
      if (snippet !== undefined) entries.push({ ...one, snippet });
    }
    return { entries, unreadable: listed.unreadable, newer: listed.newer };
  }

  async #found({ id }: Summary, query: string): Promise<string | undefined> {
    const conversation = this.#live.find(id)?.kept ?? (await this.#options.store.read(id));
    return conversation && searched(conversation, query);
  }

  async #rename(id: string, name: string): Promise<void> {
    this.#problem = '';
    const { store, t } = this.#options;
    const live = this.#live.find(id);
    if (live) return this.#live.rename(live, name);
    const stored = await store.read(id);
    const renamed = stored && (await this.#renamed(stored, name));
    if (stored && renamed) await store.write(renamed, stored.revision).catch(() => this.#unwritable());
    else this.#problem = t('It cannot be read any more, and is left as it is.');
  }

  /** A conversation that is not of this window under another name, in which nothing may be found either. */
  async #renamed(stored: StoredConversation, name: string): Promise<Conversing | undefined> {
    const { airlock } = this.#options;
    const conversation = airlock.newConversation(stored.standIns);
    try {
      const kept = await airlock.keep(conversation, [{ text: name }]);
      return {
        ...stored,
        revision: newId(),
        title: kept.texts[0]?.slice(0, 400) || stored.title,
        named: name !== '',
        standIns: [...kept.standIns],
      };
    } catch {
      return undefined;
    }
  }

  /** It goes at once, and is only remembered until the list is closed or another one deleted. */
  async #delete(id: string): Promise<void> {
    this.#problem = '';
    const live = this.#live.find(id);
    const stored = live ? undefined : await this.#options.store.read(id);
    const title = titleOf((live?.kept ?? stored)?.title ?? '', this.#options.t);
    if (live) this.#live.forget(live);
    try {
      await this.#options.store.remove(id);
    } catch {
      this.#unwritable();
    }
    this.#deleted = { id, title, live, stored };
  }

  async #undo(id: string): Promise<void> {
    const deleted = this.#deleted;
    if (deleted?.id !== id) return;
    this.#deleted = undefined;
    if (deleted.live) return this.#live.putBack(deleted.live);
    if (!deleted.stored) return;
    await this.#options.store.write(deleted.stored, undefined).catch(() => this.#unwritable());
  }

  #unwritable(): void {
    const { store, t } = this.#options;
    this.#problem = t('The folder of conversations cannot be written to: {0}', store.path);
  }
}

function summaryOf({ id, title, changedAt, turns }: Conversing): Summary {
  return { id, title, changedAt, turns: turnsIn(turns) };
}
