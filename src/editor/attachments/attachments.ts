import type { Airlock } from '../../airlock.ts';
import type { FileName } from '../../decide/files.ts';
import { type Finding, ScanFailure } from '../../detect/finding.ts';
import type { Attached } from '../panel/attached.ts';
import type { RouteResult } from '../panel/chat-options.ts';
import { attachedOf } from './as-message.ts';
import { goes, type Holder, isGone, type Item, type Surprise } from './item.ts';
import { type Content, isSame, nothing, type Source } from './source.ts';

/** What attachments are made with. */
export interface AttachmentsOptions {
  readonly airlock: Pick<Airlock, 'deniedAt' | 'deniedAnywhere' | 'rulingsOn' | 'find'>;
  readonly route: () => RouteResult;
  readonly chat: Holder;
  readonly onChange: () => void;
}

/** Failures of a scan that another scanner may not have. */
const AGAIN: ReadonlySet<ScanFailure['reason']> = new Set(['deadline', 'scanner-died']);

interface Kept extends Item {
  /** As the user saw it last by opening it. */
  readonly opened: Content | undefined;
  /** Whether the user was told that it is gone. */
  readonly told: boolean;
}

/**
 * What stands above the composer: each source is read, looked through and handed to the conversation in pieces, a message
 * each; what goes is what is shown. A picture of the whole at any time is in `items`.
 */
export class Attachments {
  readonly #options: AttachmentsOptions;
  #items: readonly Kept[] = [];
  /** What went with the last prompt; it comes back where that did not leave. */
  #sent: readonly Kept[] = [];
  readonly #aborts = new Map<string, AbortController>();
  readonly #running = new Map<string, Promise<void>>();
  #lastId = 0;
  #isHanding = false;

  constructor(options: AttachmentsOptions) {
    this.#options = options;
  }

  get items(): readonly Item[] {
    return this.#items;
  }

  /** The one of that id, also where it has gone with the last prompt. */
  find(id: string): Item | undefined {
    return [...this.#items, ...this.#sent].find((item) => item.id === id);
  }

  /** Attaches sources; one that is attached already is read again. */
  add(sources: readonly Source[]): void {
    for (const source of sources) {
      const there = this.#items.find((item) => item.source.key === source.key);
      if (there) {
        source.dispose?.();
        void this.#read(there.id);
        continue;
      }
      const item: Kept = {
        id: `a${++this.#lastId}`,
        source,
        state: 'reading',
        files: 0,
        content: undefined,
        found: undefined,
        changed: false,
        opened: undefined,
        told: false,
      };
      this.#items = [...this.#items, item];
      void this.#read(item.id);
    }
    this.#options.onChange();
  }

  /** Takes one away, or cancels its being read. */
  remove(id: string): void {
    this.#aborts.get(id)?.abort();
    const item = this.#items.find((one) => one.id === id);
    if (!item) return;
    this.#items = this.#items.filter((one) => one !== item);
    item.source.dispose?.();
    this.#handOver(id, []);
    this.#options.onChange();
  }

  /** Takes all away; for a new conversation. */
  clear(): void {
    for (const { id } of this.#items) this.remove(id);
    this.#letGo();
  }

  /** The user has seen it as it is now. */
  opened(id: string): void {
    this.#change(id, ({ content }) => ({ opened: content, changed: false }));
    this.#options.onChange();
  }

  /** Something happened to what lies at these addresses: it is read again. */
  async touched(isTouched: (source: Source) => boolean): Promise<void> {
    await Promise.all(
      this.#items
        .filter(({ source, state }) => state !== 'reading' && isTouched(source))
        .map(({ id }) => this.#read(id)),
    );
  }

  /** Another destination or other rules: what is denied there is taken out, and what is not any more comes in. */
  reconsider(): Promise<void> {
    return this.touched(() => true);
  }

  /**
   * Reads everything once more, right before it leaves. What is still being read is waited for.
   * @returns what turned out to be different from what was shown: then nothing is to leave before the user has seen it.
   */
  async fresh(): Promise<Surprise[]> {
    const early = new Set(this.#running.keys());
    await Promise.all(this.#running.values());
    const before = new Map(this.#items.map((item) => [item.id, item]));
    const again = this.#items.filter(({ id }) => !early.has(id));
    await Promise.all(again.map(({ id }) => this.#read(id)));
    const surprises = this.#items.flatMap((item): Surprise[] => {
      const { name } = item.source;
      if (isGone(item)) return item.told ? [] : [{ name, is: 'gone' }];
      const shown = item.opened ?? before.get(item.id)?.content;
      return shown && item.content && !isSame(shown, item.content) ? [{ name, is: 'changed' }] : [];
    });
    this.#items = this.#items.map((item) => ({
      ...item,
      told: isGone(item),
      opened: item.opened && item.content,
    }));
    return surprises;
  }

  /** Resolves once all that is being read has been. */
  async settled(): Promise<void> {
    await Promise.all(this.#running.values());
  }

  /** The conversation has sent what was attached, or has it back. */
  sync(): void {
    if (this.#isHanding) return;
    const held = new Set(this.#options.chat.attached.map(({ id }) => id.split('/')[0] ?? ''));
    const isHeld = ({ id }: Kept): boolean => held.has(id);
    const went = this.#items.filter((item) => item.state === 'done' && goes(item) && !isHeld(item));
    if (went.length > 0) {
      this.#letGo();
      // What did not go is over as well: it was said with this prompt.
      this.#sent = this.#items.filter((item) => went.includes(item) || item.state === 'done');
      this.#items = this.#items.filter((item) => !this.#sent.includes(item));
    } else if (this.#sent.some(isHeld)) {
      this.#items = [...this.#sent, ...this.#items];
      this.#sent = [];
    }
  }

  #letGo(): void {
    for (const { source } of this.#sent) source.dispose?.();
    this.#sent = [];
  }

  /** Reads one, hands it over and looks through it; a reading that goes on already is given up. */
  #read(id: string): Promise<void> {
    this.#aborts.get(id)?.abort();
    const abort = new AbortController();
    this.#aborts.set(id, abort);
    const running = this.#readOnce(id, abort.signal).finally(() => {
      if (this.#aborts.get(id) !== abort) return;
      this.#aborts.delete(id);
      this.#running.delete(id);
    });
    this.#running.set(id, running);
    return running;
  }

  async #readOnce(id: string, signal: AbortSignal): Promise<void> {
    const item = this.#items.find((one) => one.id === id);
    if (!item) return;
    let content: Content;
    try {
      const reading = item.source.read({
        signal,
        deniedBy: (file) => this.#deniedBy(file),
        isRuled: (file) => this.#options.airlock.rulingsOn(file).length > 0,
        progress: (files) => {
          if (signal.aborted || item.content) return;
          this.#change(id, () => ({ files }));
          this.#options.onChange();
        },
      });
      // Whatever it waits for, such as Git, nobody has to wait for it who has given it up.
      content = await Promise.race([reading, aborted(signal)]);
    } catch {
      content = nothing('unreadable');
    }
    if (signal.aborted) return;
    content = this.#withoutDenied(content);
    if (item.content && isSame(item.content, content) && item.state === 'done') {
      this.#change(id, () => ({ content, state: 'done' }));
      this.#options.onChange();
      return;
    }
    this.#change(id, ({ content: before }) => ({
      content,
      state: 'looking',
      found: undefined,
      changed: before !== undefined,
    }));
    this.#options.onChange();
    const attached = attachedOf(id, item.source, content);
    try {
      const found = await this.#find(attached.map(({ text }) => text));
      if (signal.aborted) return;
      this.#handOver(id, attached);
      this.#change(id, () => ({ state: 'done', found: found.flat() }));
    } catch {
      if (signal.aborted) return;
      // What nobody could look through does not go, and with it neither does the prompt fail.
      this.#handOver(id, []);
      this.#change(id, () => ({ state: 'done', content: nothing('unscanned'), found: [] }));
    }
    this.#options.onChange();
  }

  /** Looks through texts, once more where the scanner ended or was too slow: then another has taken over. */
  async #find(texts: readonly string[]): Promise<readonly (readonly Finding[])[]> {
    const { airlock } = this.#options;
    try {
      return await airlock.find(texts);
    } catch (error) {
      const isOver = error instanceof ScanFailure && AGAIN.has(error.reason);
      if (!isOver) throw error;
      return airlock.find(texts);
    }
  }

  /** A belt: sources leave out what is denied themselves. */
  #withoutDenied(content: Content): Content {
    const denied = content.pieces.flatMap((piece) => {
      const glob = piece.file && this.#deniedBy(piece.file);
      return glob === undefined ? [] : [{ piece, glob }];
    });
    if (denied.length === 0) return content;
    return {
      ...content,
      pieces: content.pieces.filter((piece) => !denied.some((one) => one.piece === piece)),
      leftOut: [
        ...content.leftOut,
        ...denied.map(({ piece, glob }) => ({ why: 'denied' as const, count: 1, name: piece.name, glob })),
      ],
    };
  }

  #deniedBy(file: FileName): string | undefined {
    const route = this.#options.route();
    const { airlock } = this.#options;
    return (route.ok ? airlock.deniedAt(route.route, file) : airlock.deniedAnywhere(file))?.glob;
  }

  /** Puts what goes of one in place of what went before. */
  #handOver(id: string, attached: readonly Attached[]): void {
    const { chat } = this.#options;
    this.#isHanding = true;
    try {
      const names = new Set(attached.map((one) => one.id));
      const gone = chat.attached
        .map((one) => one.id)
        .filter((one) => one.startsWith(`${id}/`) && !names.has(one));
      if (gone.length > 0) chat.detach(gone);
      if (attached.length > 0) chat.attach(attached);
    } finally {
      this.#isHanding = false;
    }
  }

  #change(id: string, how: (item: Kept) => Partial<Kept>): void {
    this.#items = this.#items.map((item) => (item.id === id ? { ...item, ...how(item) } : item));
  }
}

/** Rejects once it is aborted. */
function aborted(signal: AbortSignal): Promise<never> {
  return new Promise((_, reject) => {
    signal.addEventListener('abort', () => reject(new Error('aborted')), { once: true });
  });
}
