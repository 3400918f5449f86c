import { KIND_IDS, kindOf } from '../detect/kinds.ts';
import { reserveBeginnings, reserveNames } from '../redact/own-names.ts';
import { Vault } from '../redact/vault.ts';

/** Hears which names stand in a text of their own accord. */
class Listener extends Vault {
  readonly heard = new Set<string>();
  readonly #issued: Vault;

  constructor(issued: Vault) {
    super();
    this.#issued = issued;
  }

  override named(name: string): ReturnType<Vault['named']> {
    return this.#issued.named(name);
  }

  override reserve(name: string): void {
    this.heard.add(name);
  }

  override leaveAlone(written: string): void {
    this.heard.add(written);
  }
}

/**
 * What stands in a text of its own accord and is written like a stand-in that a vault could issue (`EMAIL_1`, `email-1`):
 * it has to be known as long as the vault is, or it would be taken for one.
 */
export function ownNames(text: string, vault: Vault): string[] {
  const listener = new Listener(vault);
  reserveNames(text, listener);
  reserveBeginnings(text, listener);
  const stems = new Set([...KIND_IDS.map((id) => kindOf(id).placeholder), ...issuedStems(vault)].map(stemOf));
  return [...listener.heard].filter((name) => stems.has(stemOf(name)));
}

function issuedStems(vault: Vault): string[] {
  return vault.standIns().map(({ name }) => name);
}

/** A name without case, number, plural and what joins its words. */
function stemOf(name: string): string {
  return name
    .replace(/(?:[_-][0-9]{1,9}){1,2}s?$/, '')
    .replaceAll(/[^A-Za-z0-9]/g, '')
    .toLowerCase();
}

/** Makes such names known to a vault again. */
export function keepOwnNames(names: readonly string[], vault: Vault): void {
  for (const name of names) {
    if (/^[A-Z][A-Z0-9_]*$/.test(name)) vault.reserve(name);
    vault.leaveAlone(name);
  }
}
