import type { Finding } from '../detect/finding.ts';
import type { Redacted, TextToRedact } from './redact.ts';
import type { Vault } from './vault.ts';

/** The values that were let through and stay. */
export type Spared = Pick<ReadonlySet<string>, 'has'>;

/** How many values and names there were at some time. */
export interface Extent {
  readonly values: number;
  readonly names: number;
}

/** What a text became, and what that was made of. */
export interface Became {
  readonly findings: readonly Finding[];
  readonly writtenBy: TextToRedact['writtenBy'];
  readonly isKept: boolean;
  readonly redacted: Redacted;
  /** The values that stand in it, and which of them were spared. */
  readonly spared: ReadonlyMap<string, boolean>;
  extent: Extent;
}

/**
 * What a text of this conversation became when it was redacted before, where it would become the same again: the same was
 * found in it, the same of it is spared, and nothing in it came into the vault since. So the turns of a long conversation are not redacted anew
 * with each new one.
 */
export function redactedBefore(
  { text, findings = [], writtenBy, isKept = false }: TextToRedact,
  vault: Vault,
  spared: Spared,
): Redacted | undefined {
  const known = vault.known(text);
  const entry = known.became;
  if (!entry || entry.writtenBy !== writtenBy || entry.isKept !== isKept) return undefined;
  if (!areSame(entry.findings, findings)) return undefined;
  for (const [value, was] of entry.spared) if (spared.has(value) !== was) return undefined;
  if (vault.mayHoldSince(known, entry.extent)) return undefined;
  entry.extent = vault.extent;
  return entry.redacted;
}

/**
 * Keeps what a text became.
 * @param spared whether it was spared, for each value that was asked about.
 */
export function remember(
  { text, findings = [], writtenBy, isKept = false }: TextToRedact,
  redacted: Redacted,
  vault: Vault,
  spared: ReadonlyMap<string, boolean>,
): void {
  vault.known(text).became = { findings, writtenBy, isKept, redacted, spared, extent: vault.extent };
}

/** Whether the same was found, with the same inside of it: under other settings it need not be. */
function areSame(a: readonly Finding[], b: readonly Finding[]): boolean {
  return a.length === b.length && a.every((one, i) => isSame(one, b[i]));
}

function isSame(one: Finding, other: Finding | undefined): boolean {
  if (one === other) return true;
  return (
    one.start === other?.start &&
    one.end === other.end &&
    one.kind === other.kind &&
    one.severity === other.severity &&
    (one.inside === other.inside || areSame(one.inside ?? [], other.inside ?? [])) &&
    (one.through === other.through || one.through?.join() === other.through?.join())
  );
}
