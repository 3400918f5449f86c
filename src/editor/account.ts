import * as vscode from 'vscode';
import type { Airlock } from '../airlock.ts';
import { accountKey, type Accounts, fieldKey } from '../policy/accounts.ts';
import { DRY_RUN, type Destination } from '../policy/destination.ts';
import { questionText } from '../sentences/question.ts';
import type { Translate } from '../sentences/translate.ts';
import { accountChoices, type AccountChoice } from './account-choices.ts';
import { SETTINGS } from './ids.ts';
import { sayIfLocked } from './say-if-locked.ts';
import { writeSetting } from './setting.ts';
import type { Settings } from './settings.ts';

/** Asks about the accounts behind destinations, a question at a time, and keeps the answers in the user settings. */
export class AccountQuestions {
  readonly #airlock: Airlock;
  readonly #settings: () => Pick<Settings, 'known' | 'locked'>;
  readonly #t: Translate;
  /** What is not to be asked of itself until the window is opened again. */
  readonly #later = new Set<string>();

  constructor(airlock: Airlock, settings: () => Pick<Settings, 'known' | 'locked'>, t: Translate) {
    this.#airlock = airlock;
    this.#settings = settings;
    this.#t = t;
  }

  /** Asks because the user wants to answer: what is open, and what was stated, to be taken back. */
  async ask(destination: Destination): Promise<void> {
    if (sayIfLocked(SETTINGS.accounts, this.#settings(), this.#t)) return;
    const sent = destination.rehearses ?? destination;
    const key = accountKey(sent);
    const stated = this.#statedOf(key);
    const question =
      sent.provider === DRY_RUN ? undefined : this.#airlock.questionFor(sent, stated.unknown ?? []);
    const choices = accountChoices(question, stated, this.#t);
    if (choices.length === 0) {
      const text = this.#t('Nothing about your account would change the policy of this destination.');
      void vscode.window.showInformationMessage(text);
      return;
    }
    const title = question ? questionText(question, this.#t) : this.#t('What is known of your account');
    const picked = await vscode.window.showQuickPick([...choices], { title, ignoreFocusOut: true });
    if (picked === undefined) return;
    await this.#keep(key, picked);
    if (picked.again) await this.ask(destination);
  }

  /** Asks of itself, once: not what was answered, nor what was put off. */
  async offer(destination: Destination): Promise<void> {
    if (this.#settings().locked.has(`${SETTINGS.section}.${SETTINGS.accounts}`)) return;
    const sent = destination.rehearses ?? destination;
    const key = accountKey(sent);
    const question = this.#airlock.questionFor(sent, this.#statedOf(key).unknown ?? []);
    if (question === undefined) return;
    const asked = `${key} ${fieldKey(question)}`;
    if (this.#later.has(asked)) return;
    // Whatever becomes of it, it is not asked again in this window.
    this.#later.add(asked);
    const answer = this.#t('Answer…');
    const text = questionText(question, this.#t);
    const picked = await vscode.window.showInformationMessage(text, answer, this.#t('Ask me later'));
    if (picked === answer) await this.ask(destination);
  }

  /** The question that is open about the account a destination is used with, in words. */
  open(destination: Destination): string | undefined {
    const sent = destination.rehearses ?? destination;
    if (sent.provider === DRY_RUN) return undefined;
    const question = this.#airlock.questionFor(sent, this.#statedOf(accountKey(sent)).unknown ?? []);
    return question && questionText(question, this.#t);
  }

  #statedOf(key: string): Accounts[string] {
    const { accounts } = this.#settings().known;
    return (Object.hasOwn(accounts, key) ? accounts[key] : undefined) ?? {};
  }

  async #keep(key: string, { stated }: AccountChoice): Promise<void> {
    if (stated === undefined) return;
    const { [key]: _, ...others } = this.#settings().known.accounts;
    const accounts = Object.keys(stated).length === 0 ? others : { ...others, [key]: stated };
    await writeSetting(SETTINGS.accounts, accounts);
  }
}
