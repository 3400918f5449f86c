import { restoreText } from './restore.ts';
import { PLACEHOLDER } from './stand-in.ts';
import type { Vault } from './vault.ts';

/** A text that may get into a file, or the stand-ins in it for which there is no value. */
export type Restored =
  { readonly ok: true; readonly text: string } | { readonly ok: false; readonly left: readonly string[] };

/**
 * Puts every value back into a text that is to stand in a file or go to a tool. Where a stand-in is left that was never
 * issued, the text must not get there: it is refused, and what is left is named.
 */
export function restoreWhole(text: string, vault: Vault): Restored {
  const stems = new Set(vault.standIns().map(({ name }) => stemOf(name)));
  const left = new Set<string>();
  for (const [name] of text.matchAll(PLACEHOLDER)) {
    if (stems.has(stemOf(name)) && vault.named(name) === undefined && !vault.isReserved(name)) left.add(name);
  }
  return left.size > 0 ? { ok: false, left: [...left] } : { ok: true, text: restoreText(text, vault) };
}

/** What a name is without its number. */
function stemOf(name: string): string {
  return name.slice(0, name.lastIndexOf('_'));
}
