import type { Vault } from '../redact/vault.ts';
import { WrittenTexts } from '../wire/written-texts.ts';

const written = new WeakMap<Vault, WrittenTexts>();

/** What a conversation's texts are in JSON; it lives and dies with its vault. */
export function writtenOf(vault: Vault): WrittenTexts {
  const known = written.get(vault);
  if (known) return known;
  const fresh = new WrittenTexts();
  written.set(vault, fresh);
  return fresh;
}
