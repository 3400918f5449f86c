import * as vscode from 'vscode';
import { keyWords, verdictSentence } from '../sentences/api-key.ts';
import type { Translate } from '../sentences/translate.ts';
import { isUsableKey } from '../wire/api-key.ts';
import type { Route } from '../wire/route.ts';
import { testKey } from '../wire/test-key.ts';
import type { KeyAccess } from './panel/chat-options.ts';
import { SETTINGS } from './ids.ts';
import { hostOfKey, type KeyOwner, keyOwner } from './key-owner.ts';
import { accessBy, type FoundKey, type KeyStore } from './key-store.ts';

/** What the user is asked and told about API keys. A key is in no setting, no message, no log and no error. */
export class Keys {
  readonly #store: KeyStore;
  readonly #t: Translate;

  constructor(store: KeyStore, t: Translate) {
    this.#store = store;
    this.#t = t;
  }

  /** The key there is, or one asked for now; undefined when the user gives none although one is wanted. */
  async accessTo(owner: KeyOwner | undefined): Promise<KeyAccess | undefined> {
    if (owner === undefined) return { key: undefined };
    const found = await this.#store.find(owner.id);
    if (found === undefined) {
      const key = await this.ask(owner);
      return key === undefined ? undefined : { key };
    }
    return accessBy(found);
  }

  /** The same, where nobody is to be asked. */
  async accessThere(owner: KeyOwner | undefined): Promise<KeyAccess | undefined> {
    if (owner === undefined) return { key: undefined };
    const found = await this.#store.find(owner.id);
    return found && accessBy(found);
  }

  /** Asks for the key that a route wants; says what to do where it is set to want none. Whether one was given. */
  async askFor(route: Route): Promise<boolean> {
    const owner = keyOwner({ ...route, rehearsal: false });
    if (owner !== undefined) return (await this.ask(owner)) !== undefined;
    const t = this.#t;
    const isOwn = route.destination.provider.startsWith('custom:');
    const text = isOwn
      ? t('Your settings say that {0} wants no API key; take `"key": false` out.', route.destination.host)
      : t('A server on this machine that wants an API key has to be a destination of your own.');
    const open = t('Open the setting');
    if ((await vscode.window.showWarningMessage(text, open)) !== open) return false;
    const setting = `${SETTINGS.section}.${SETTINGS.customDestinations}`;
    await vscode.commands.executeCommand('workbench.action.openSettings', setting);
    return false;
  }

  /** Whether there is a key that can be used. */
  async has({ id }: KeyOwner): Promise<boolean> {
    return (await this.#store.find(id))?.ok === true;
  }

  /** Asks for a key and keeps it; undefined when the user gives none. */
  async ask({ id, name, keyPage }: KeyOwner): Promise<string | undefined> {
    const t = this.#t;
    const prompt = keyPage
      ? t('Made at {0}. Kept in the secret storage of the editor, sent to {1} only.', keyPage, name)
      : t('Kept in the secret storage of the editor, sent to {0} only.', name);
    const variable = this.#store.variableOf(id);
    const before = variable === undefined ? '' : ` ${t('It comes before the variable {0}.', variable)}`;
    const key = await vscode.window.showInputBox({
      title: t('API key for {0}', name),
      prompt: prompt + before,
      password: true,
      ignoreFocusOut: true,
      validateInput: (value) =>
        isUsableKey(value.trim())
          ? undefined
          : t('A key has no blanks, no line breaks and no characters beyond ASCII in it.'),
    });
    if (key === undefined) return undefined;
    await this.#store.keep(id, key.trim());
    return key.trim();
  }

  /** Lets the user pick whose key is set or replaced, and asks for it. */
  async set(owners: readonly KeyOwner[], first: string | undefined): Promise<void> {
    const owner = await this.#pick(this.#t('Set or replace the API key for'), owners, first);
    if (owner === undefined || (await this.ask(owner)) === undefined) return;
    this.#say(this.#t('The key for {0} is kept in the secret storage of the editor.', owner.name));
  }

  /** Lets the user pick a key, asks its host about it, and says what came of it. */
  async test(owners: readonly KeyOwner[], first: string | undefined): Promise<void> {
    const t = this.#t;
    const owner = await this.#pick(t('Test the API key for'), owners, first);
    if (owner === undefined) return;
    const found = await this.#store.find(owner.id);
    if (found === undefined) return void vscode.window.showWarningMessage(this.#none(owner));
    const host = hostOfKey(owner);
    const verdict = !found.ok
      ? ({ said: 'nothing', why: 'not-sent' } as const)
      : await vscode.window.withProgress(
          { location: vscode.ProgressLocation.Notification, title: t('Asking {0} about the key…', host) },
          // Looked up at each call: the editor puts its proxy support into the global one.
          () => testKey((...about) => globalThis.fetch(...about), owner.target, found.key, owner.id),
        );
    const which = keyWords(
      { variable: accessBy(found).variable },
      owner.name === host ? undefined : owner.name,
      t,
    );
    const text = verdictSentence(verdict, which, host, t);
    if (verdict.said === 'accepted') return this.#say(text);
    const set = t('Set API key');
    if ((await vscode.window.showWarningMessage(text, set)) === set) await this.ask(owner);
  }

  /** Lets the user pick a key that is kept, and forgets it. */
  async forget(owners: readonly KeyOwner[], first: string | undefined): Promise<void> {
    const t = this.#t;
    const kept = await this.#whereKept(owners);
    if (kept.length === 0) return this.#say(t('No API key is kept.'));
    const owner = await this.#pick(t('Forget the API key for'), kept, first);
    if (owner === undefined) return;
    await this.#store.forget(owner.id);
    const after = await this.#store.find(owner.id);
    const else_ =
      after?.from === 'environment'
        ? ` ${t('The one from the environment variable {0} is used from now on.', after.variable)}`
        : '';
    this.#say(t('The key for {0} is forgotten.', owner.name) + else_);
  }

  async #whereKept(owners: readonly KeyOwner[]): Promise<readonly KeyOwner[]> {
    const found = await Promise.all(owners.map(({ id }) => this.#store.find(id)));
    return owners.filter((_, at) => found[at]?.from === 'kept');
  }

  /** @param first the owner that stands first: that of the destination chosen */
  async #pick(
    title: string,
    owners: readonly KeyOwner[],
    first: string | undefined,
  ): Promise<KeyOwner | undefined> {
    const t = this.#t;
    const rows = await Promise.all(
      owners.map(async (owner) => {
        const found = await this.#store.find(owner.id);
        const chosen = owner.id === first;
        return {
          owner,
          // A key that is there first, so that no one has to look for it among the others.
          rank: (chosen ? 0 : 2) + (found === undefined ? 1 : 0),
          label: `$(key) ${owner.name}`,
          description: this.#state(found, owner),
          detail: [
            ...(hostOfKey(owner) === owner.name ? [] : [hostOfKey(owner)]),
            ...(chosen ? [t('the destination chosen')] : []),
          ].join(' · '),
        };
      }),
    );
    const sorted = rows.toSorted((a, b) => a.rank - b.rank);
    const options = { title, placeHolder: t('Choose whose key'), matchOnDetail: true };
    return (await vscode.window.showQuickPick(sorted, options))?.owner;
  }

  #state(found: FoundKey | undefined, { id }: KeyOwner): string {
    const t = this.#t;
    const variable = this.#store.variableOf(id);
    if (found === undefined) {
      if (variable === undefined) return t('none');
      return this.#store.takesVariables
        ? t('none: the variable {0} is not set', variable)
        : t('none: the variable {0} of another machine is not taken', variable);
    }
    const where = found.from === 'kept' ? t('kept') : t('from the variable {0}', found.variable);
    return found.ok ? where : `${where} · ${t('cannot be sent')}`;
  }

  #none(owner: KeyOwner): string {
    const t = this.#t;
    const variable = this.#store.variableOf(owner.id);
    if (variable === undefined) return t('There is no key for {0}.', owner.name);
    return this.#store.takesVariables
      ? t('There is no key for {0}: the variable {1} is not set.', owner.name, variable)
      : t(
          'There is no key for {0}: in a window onto another machine the variable {1} is not taken, since whoever set it there would have your prompts in their account.',
          owner.name,
          variable,
        );
  }

  #say(text: string): void {
    void vscode.window.showInformationMessage(text);
  }
}
