import type { AssumptionReason } from './evidence.ts';
import type { Fact, Kept } from './facts.ts';
import type { Training } from './model.ts';
import type { DataPolicy } from './resolve.ts';
import { isContent, isKept, worstKept } from './retention.ts';

/** The columns of the decision matrix. */
export type Column = 'this-machine' | 'nothing-kept' | 'kept' | 'trains-or-unknown';

/** A column with the fact that put the destination there. */
export type Placement = {
  readonly column: Column;
  /** Why the fact is assumed, where no source says it. */
  readonly reason: AssumptionReason | null;
} & (
  | { readonly because: 'this-machine' }
  | { readonly because: 'training'; readonly fact: Fact<Training> }
  /** The worst of what is kept; null where nothing is said of the content at all. */
  | { readonly because: 'retention'; readonly fact: Kept | null }
);

/**
 * The column of the decision matrix that a policy in force belongs to.
 *
 * Training that is on, on unless refused, or unknown comes first. Then what is kept of the content: nothing counts as
 * nothing only for the terms `none` and `session`; caches, abuse logs, flagged content and every other term, unknown
 * too, are kept for a time. This machine is a column of its own.
 */
export function columnOf({ local, facts: { training, retention } }: DataPolicy): Placement {
  if (local) return { column: 'this-machine', because: 'this-machine', reason: null };
  if (training.value !== 'never' && training.value !== 'opt-in') {
    return { column: 'trains-or-unknown', because: 'training', fact: training, reason: training.reason };
  }
  const worst = worstKept(retention);
  const column =
    retention.some((item) => isContent(item) && isKept(item)) || !worst ? 'kept' : 'nothing-kept';
  return { column, because: 'retention', fact: worst ?? null, reason: worst?.reason ?? null };
}
