import * as vscode from 'vscode';
import type { Route } from '../wire/route.ts';
import { presetOf } from '../wire/presets.ts';

/** Whose key it is, and where one is made. */
export interface KeyOwner {
  /** Name of the secret; a key belongs to a provider and, for a server of the user's own, to its address. */
  readonly id: string;
  readonly name: string;
  readonly keyPage: string | undefined;
}

/** Whose key a route needs; undefined where none is needed. */
export function keyOwner({ destination, target, rehearsal, wantsKey }: Route): KeyOwner | undefined {
  if (rehearsal || !wantsKey) return undefined;
  const preset = presetOf(destination.provider);
  if (preset) return { id: `key:${preset.provider}`, name: preset.name, keyPage: preset.keyPage };
  // Bound to the origin, so that changing the address in the settings does not hand the key to another host.
  return { id: `key:${new URL(target.baseUrl).origin}`, name: destination.host, keyPage: undefined };
}

/** API keys in the editor's secret storage. A key is in no setting, no message, no log and no error. */
export class Keys {
  readonly #secrets: vscode.SecretStorage;
  #allowKey: Promise<CryptoKey> | undefined;

  constructor(secrets: vscode.SecretStorage) {
    this.#secrets = secrets;
  }

  /** The key kept, or one asked for now; undefined when the user gives none. */
  async obtain(owner: KeyOwner): Promise<string | undefined> {
    return (await this.#secrets.get(owner.id)) ?? (await this.ask(owner));
  }

  /** Whether a key is kept. */
  async has({ id }: KeyOwner): Promise<boolean> {
    return (await this.#secrets.get(id)) !== undefined;
  }

  /** Asks for a key and keeps it; undefined when the user gives none. */
  async ask({ id, name, keyPage }: KeyOwner): Promise<string | undefined> {
    const prompt = keyPage
      ? vscode.l10n.t(
          'Made at {0}. Kept in the secret storage of the editor, sent to {1} only.',
          keyPage,
          name,
        )
      : vscode.l10n.t('Kept in the secret storage of the editor, sent to {0} only.', name);
    const key = await vscode.window.showInputBox({
      title: vscode.l10n.t('API key for {0}', name),
      prompt,
      password: true,
      ignoreFocusOut: true,
      validateInput: (value) =>
        /^[\x21-\x7e]{1,4096}$/.test(value.trim())
          ? undefined
          : vscode.l10n.t('A key has no blanks or line breaks in it.'),
    });
    if (key === undefined) return undefined;
    await this.#secrets.store(id, key.trim());
    return key.trim();
  }

  /** Forgets a key; one that is not there is no error. */
  async forget({ id }: KeyOwner): Promise<void> {
    await this.#secrets.delete(id);
  }

  /** The key of receipts. */
  receiptKey(): Promise<CryptoKey> {
    return this.#ownKey('receipts');
  }

  /** The keyed fingerprint of a value for the list of those always allowed, in hex. */
  async fingerprint(value: string): Promise<string> {
    this.#allowKey ??= this.#ownKey('allowed');
    return toHex(await crypto.subtle.sign('HMAC', await this.#allowKey, new TextEncoder().encode(value)));
  }

  /** A key of our own: made once, kept like the others. */
  async #ownKey(id: string): Promise<CryptoKey> {
    let kept = await this.#secrets.get(id);
    if (kept === undefined || !/^[0-9a-f]{64}$/.test(kept)) {
      kept = toHex(crypto.getRandomValues(new Uint8Array(32)).buffer);
      await this.#secrets.store(id, kept);
    }
    const bytes = Uint8Array.from(kept.match(/../g) ?? [], (pair) => parseInt(pair, 16));
    return crypto.subtle.importKey('raw', bytes, { name: 'HMAC', hash: 'SHA-256' }, false, ['sign']);
  }
}

function toHex(bytes: ArrayBuffer): string {
  return Array.from(new Uint8Array(bytes), (byte) => byte.toString(16).padStart(2, '0')).join('');
}
