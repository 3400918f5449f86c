import type { KeyFate } from '../../protocol/review.ts';
import type { Translate } from '../../sentences/translate.ts';
import type { Chat } from './chat.ts';
import type { KeyStore } from '../key-store.ts';
import { pastedKeys, textWithout } from './pasted-key.ts';

/** What keeping keys that were pasted needs. */
export interface OfferedKeysOptions {
  readonly chat: Chat;
  readonly store: KeyStore;
  readonly onChange: () => void;
  /** Asks the user something; `yes` is the word to agree by. */
  readonly confirm: (question: string, yes: string) => Promise<boolean>;
  readonly say: (text: string) => void;
  readonly t: Translate;
}

/** The API keys that stand in texts under review, offered to the secret storage. */
export class OfferedKeys {
  readonly #options: OfferedKeysOptions;
  /** Those the user does not want to keep, or has kept: they are not offered in this window any more. */
  passedOver: ReadonlySet<string> = new Set();

  constructor(options: OfferedKeysOptions) {
    this.#options = options;
  }

  /**
   * Keeps a key in the secret storage, under its provider, and takes it out of the composer where that was asked for; or
   * leaves it alone from now on. Another key that is kept is replaced only on the user's word.
   * @param review the review that was shown; nothing happens for another one
   */
  async keep(review: string, found: number, what: KeyFate): Promise<void> {
    const { chat, store, confirm, say, t } = this.#options;
    const { pending } = chat;
    if (pending === undefined || pending.id !== review || chat.busy !== 'idle') return;
    const key = pastedKeys(pending, this.passedOver).find((one) => one.found === found);
    if (key === undefined) return;
    const { preset, value } = key;
    if (what === 'pass-over') return this.#passOver(value);

    const before = await store.find(preset.provider);
    if (before?.from === 'kept' && !(before.ok && before.key === value)) {
      const question = t('Another API key for {0} is kept already. Is it to be replaced?', preset.name);
      if (!(await confirm(question, t('Replace it')))) return;
    }
    try {
      await store.keep(preset.provider, value);
    } catch {
      // Whatever it says may quote the key.
      return say(t('The key could not be kept; your text is as it was.'));
    }
    // Another text may have been typed while a question was open.
    const takesOut = what === 'take-out' && chat.draft === pending.text && chat.busy === 'idle';
    this.#passOver(value);
    if (takesOut) chat.replaceDraft(textWithout(pending, value));
    const kept = t('The key for {0} is kept in the secret storage of the editor.', preset.name);
    say(takesOut ? `${kept} ${t('Your text is without it.')}` : kept);
  }

  #passOver(key: string): void {
    this.passedOver = new Set([...this.passedOver, key]);
    this.#options.onChange();
  }
}
