import type { MatrixRow } from '../detect/kind.ts';
import type { Column } from '../policy/column.ts';

/**
 * What may happen, from the mildest to the strictest: send; send and tell; redact; ask (where nobody can answer,
 * a block); block.
 */
export type Action = 'allow' | 'notify' | 'redact' | 'ask' | 'block';

/** Why a finding leads to an action: the cell of the matrix that said so. */
export interface Reason {
  readonly action: Action;
  readonly row: MatrixRow;
  readonly column: Column;
  /** Kind of the finding. */
  readonly kind: string;
  /** How many findings of that kind there are. */
  readonly count: number;
}

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
