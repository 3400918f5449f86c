import type { Vault } from '../redact/vault.ts';
import { type Known, nothingKnown } from '../wire/cleared.ts';

const written = new WeakMap<Vault, Known>();

/** What is known of a conversation's requests; it lives and dies with its vault. */
export function writtenOf(vault: Vault): Known {
  const known = written.get(vault);
  if (known) return known;
  const fresh = nothingKnown();
  written.set(vault, fresh);
  return fresh;
}
