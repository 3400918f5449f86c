import type { MatrixRow } from '../detect/kind.ts';
import type { Column } from '../policy/column.ts';
import type { Miss } from '../policy/requirements.ts';
import type { Ruling, RuleSource } from './paths/verdict.ts';

/**
 * What may happen, from the mildest to the strictest: send; send and tell; redact; ask (where nobody can answer,
 * a block); block.
 */
export type Action = 'allow' | 'notify' | 'redact' | 'ask' | 'block';

/** Why a finding leads to an action: the cell of the matrix that said so, or a rule of the user's. */
export interface FindingReason {
  readonly because: 'finding';
  readonly action: Action;
  readonly row: MatrixRow;
  readonly column: Column;
  /** Kind of the finding. */
  readonly kind: string;
  /** How many findings of that kind there are. */
  readonly count: number;
  /** The place in their list of the user's rule that decided; null where the matrix did. */
  readonly rule: number | null;
  /** What that rule says of paths, and a file it is about; left out where it says nothing of them. */
  readonly where?: RuledFile;
  /** The rule about paths that decided, where none of the user's rules about findings did. */
  readonly ruling?: Ruling;
  /** The policy file of the workspace that declares the values to be made up, where the matrix alone would hold them back. */
  readonly declaredBy?: string;
}

/** A file that a rule of the user's with a path is about. */
export interface RuledFile {
  /** The rule's path, as the user wrote it. */
  readonly glob: string;
  /** The file, as a person reads it. */
  readonly file: string;
}

/** A requirement of the user's that the destination misses: final, whatever is in the prompt. */
export interface RequirementReason {
  readonly because: 'requirement';
  readonly action: 'block';
  readonly miss: Miss;
}

/** The destination is none of those that are allowed: final, whatever is in the prompt. */
export interface DestinationReason {
  readonly because: 'destination';
  readonly action: 'block';
  readonly allowed: AllowedDestinations;
}

/** Destinations that may be sent to at all. */
export interface AllowedDestinations {
  /** Over all names of a destination: `openai-api/gpt-5`, `openai/gpt-5`, `api.openai.com/gpt-5`. */
  readonly globs: readonly string[];
  readonly source: RuleSource;
}

export type Reason = FindingReason | RequirementReason | DestinationReason;

/** May it go? */
export interface Decision {
  /** The strictest of all reasons; `allow` where there is none. */
  readonly action: Action;
  readonly column: Column;
  /** Strictest first. */
  readonly reasons: readonly Reason[];
}

const ORDER: readonly Action[] = ['allow', 'notify', 'redact', 'ask', 'block'];

/** Negative, zero or positive as `a` is milder than, as strict as, or stricter than `b`. */
export function compareActions(a: Action, b: Action): number {
  return ORDER.indexOf(a) - ORDER.indexOf(b);
}

/** Whether a finding with this action may not leave as it is. */
export function isHeldBack(action: Action): boolean {
  return compareActions(action, 'redact') >= 0;
}

/** Whether nothing that is done to the prompt lets it go to this destination. */
export function isFinal({ reasons }: Decision): boolean {
  return reasons.some((reason) => reason.because !== 'finding' || reason.row === 'path');
}
