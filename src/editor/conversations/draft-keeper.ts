import type { Airlock } from '../../airlock.ts';
import type { Translate } from '../../sentences/translate.ts';
import type { Chat } from '../panel/chat.ts';
import type { Conversations } from './conversations.ts';
import type { WindowState, WindowStates } from './window-state.ts';

/** What a draft is kept with. */
export interface DraftKeeperOptions {
  readonly chat: Chat;
  readonly airlock: Pick<Airlock, 'keep'>;
  readonly windows: WindowStates;
  readonly conversations: Pick<Conversations, 'shown' | 'open'>;
  readonly isStored: () => boolean;
  readonly now: () => number;
  /** Resolves after so many milliseconds. */
  readonly pause: (ms: number) => Promise<void>;
  readonly t: Translate;
}

/** How long after the last change, in milliseconds. */
const PAUSE = 400;
/** A longer draft is kept in memory alone, in UTF-16 code units. */
const LONGEST = 1_000_000;
/** A conversation comes back by itself where it was shown this lately: the window was only loaded again. */
const LATELY_MS = 12 * 60 * 60_000;

/** When a window is loaded again, the one before may still be closing: so often, and in so many milliseconds, it is looked. */
const LOOKS = 16;
const BETWEEN_LOOKS = 400;

/** Keeps the draft and the conversation shown for the time the window is loaded again: never with a value. */
export class DraftKeeper {
  readonly #options: DraftKeeperOptions;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #keeping: Promise<unknown> = Promise.resolve();
  /** What was kept last. */
  #kept = '';
  #isBack = false;

  constructor(options: DraftKeeperOptions) {
    this.#options = options;
  }

  /** The draft changed, or another conversation is shown. */
  changed(): void {
    // What is to come back must not be written over before it is.
    if (!this.#isBack || this.#timer) return;
    this.#timer = setTimeout(() => void this.keep(), PAUSE);
  }

  /** Brings back what was kept, as far as nothing has been done since. */
  async bringBack(): Promise<void> {
    const { chat, conversations, now, t } = this.#options;
    try {
      const state = await this.#taken();
      if (!state || !this.#isUntouched()) return;
      if (state.conversation !== null && now() - state.at < LATELY_MS)
        await conversations.open(state.conversation);
      if (state.draft === '' || chat.draft !== '') return;
      chat.replaceDraft(state.draft);
      if (!state.redacted) return;
      chat.say({
        title: t('Your draft is back, with stand-ins'),
        text: t('What was found in it was not stored: put the values in again where they are needed.'),
      });
    } catch {
      // Nothing of it can be read: then there is nothing to come back to.
    } finally {
      this.#isBack = true;
      this.changed();
    }
  }

  /** What a window before this one kept; what is not taken stays for the next one. */
  async #taken(): Promise<WindowState | undefined> {
    const { windows, isStored, now, pause } = this.#options;
    for (let look = 1; isStored() && this.#isUntouched(); look++) {
      const taken = await windows.take(now());
      if (taken !== 'later') return taken;
      if (look === LOOKS) break;
      await pause(BETWEEN_LOOKS);
    }
    return undefined;
  }

  #isUntouched(): boolean {
    const { chat } = this.#options;
    return chat.turns.length === 0 && chat.draft === '';
  }

  /** Keeps what is now the case, at once. */
  async keep(): Promise<void> {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    this.#keeping = this.#keeping.then(() => this.#keep()).catch(() => undefined);
    await this.#keeping;
  }

  async #keep(): Promise<void> {
    const { chat, airlock, windows, conversations, isStored, now } = this.#options;
    const { draft } = chat;
    const { shown } = conversations;
    const wanted = isStored() ? JSON.stringify([shown, draft]) : '';
    if (wanted === this.#kept) return;
    this.#kept = wanted;
    if (wanted === '') return windows.forget();
    const text = draft.length > LONGEST ? '' : draft;
    // Where it cannot be looked through, what was kept before stays.
    const kept = text === '' ? '' : (await airlock.keep(chat.state.conversation, [{ text }])).texts[0];
    if (kept === undefined)
      return windows.keep({ at: now(), conversation: shown, draft: '', redacted: false });
    await windows.keep({ at: now(), conversation: shown, draft: kept, redacted: kept !== text });
  }
}
