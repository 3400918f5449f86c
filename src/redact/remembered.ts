import type { Finding } from '../detect/finding.ts';
import type { Redacted, TextToRedact } from './redact.ts';
import type { Extent, Vault } from './vault.ts';

/** What a text became, and what that was made of. */
interface Entry {
  readonly findings: readonly Finding[];
  readonly writtenBy: TextToRedact['writtenBy'];
  readonly redacted: Redacted;
  extent: Extent;
}

/** The texts of a long conversation; when there are more, it is begun anew. */
const MOST_TEXTS = 4_096;

const remembered = new WeakMap<Vault, Map<string, Entry>>();

/**
 * What a text of this conversation became when it was redacted before, where it would become the same again: the same was
 * found in it, and nothing in it came into the vault since. So the turns of a long conversation are not redacted anew
 * with each new one.
 */
export function redactedBefore(
  { text, findings = [], writtenBy }: TextToRedact,
  vault: Vault,
): Redacted | undefined {
  const entry = remembered.get(vault)?.get(text);
  if (!entry || entry.writtenBy !== writtenBy || !areSame(entry.findings, findings)) return undefined;
  if (vault.mayHoldSince(text, entry.extent)) return undefined;
  entry.extent = vault.extent;
  return entry.redacted;
}

/** Keeps what a text became. */
export function remember(
  { text, findings = [], writtenBy }: TextToRedact,
  redacted: Redacted,
  vault: Vault,
): void {
  const entries = remembered.get(vault) ?? new Map<string, Entry>();
  remembered.set(vault, entries);
  if (entries.size >= MOST_TEXTS) entries.clear();
  entries.set(text, { findings, writtenBy, redacted, extent: vault.extent });
}

/** Whether the same was found; the ranges and kinds of what is inside follow from the text. */
function areSame(a: readonly Finding[], b: readonly Finding[]): boolean {
  return (
    a.length === b.length &&
    a.every((one, i) => {
      const other = b[i];
      return (
        one === other || (one.start === other?.start && one.end === other.end && one.kind === other.kind)
      );
    })
  );
}
