import { isDataBarred, type Kept, type PolicyFacts } from './facts.ts';
import type { DataPolicy } from './resolve.ts';
import { daysKept, isContent, isKept, worstKept } from './retention.ts';

/** From best to worst. Not knowing is worse than knowing the worst. */
export const GRADES = ['A', 'B', 'C', 'D', 'E', '?'] as const;
export type Grade = (typeof GRADES)[number];

export type GradeReason =
  | 'this-machine'
  | 'nothing-kept'
  | 'kept-briefly'
  | 'kept-long'
  | 'no-period-stated'
  | 'trains-unless-refused'
  | 'trains'
  | 'bars-data'
  | 'training-unknown';

export interface Graded {
  readonly grade: Grade;
  readonly reason: GradeReason;
}

/** A policy's grade with the range it has over all that is not known of the account and the request. */
export interface Grading extends Graded {
  /** Content that was flagged is kept for longer than the grade says. */
  readonly flaggedException: boolean;
  readonly best: Grade;
  readonly worst: Grade;
}

const BRIEFLY_DAYS = 30;

/**
 * One letter to sum a policy up by. It stands beside the facts and never for them.
 *
 * | grade | training | kept | terms |
 * |---|---|---|---|
 * | A | never, or only once opted in | nothing after the answer | |
 * | B | as above | at most 30 days; or flagged content alone | |
 * | C | as above | longer, until deleted, or no period stated | |
 * | D | unless opted out | anything | |
 * | E | by default | anything | or the terms bar confidential, sensitive or personal data |
 * | ? | unknown | anything | |
 *
 * Every unknown takes the place of the worst it could be: unknown training is worse than E, an unknown period is C
 * as the longest is. Human review, region and ownership are no part of it.
 */
export function gradeOf(policy: DataPolicy): Grading {
  const graded: Graded = policy.local ? { grade: 'A', reason: 'this-machine' } : gradeFacts(policy.facts);
  return {
    ...graded,
    flaggedException: policy.facts.retention.some(
      (item) => item.what === 'flagged' && isContent(item) && isKept(item) && !isBrief(item),
    ),
    best: policy.local ? 'A' : gradeFacts(policy.best).grade,
    worst: policy.local ? 'A' : gradeFacts(policy.worst).grade,
  };
}

/** The grade of facts alone, wherever they come from. */
export function gradeFacts({ training, retention, restrictions }: PolicyFacts): Graded {
  if (training.value === 'unknown') return { grade: '?', reason: 'training-unknown' };
  if (training.value === 'default-on') return { grade: 'E', reason: 'trains' };
  if (isDataBarred(restrictions)) return { grade: 'E', reason: 'bars-data' };
  if (training.value === 'opt-out') return { grade: 'D', reason: 'trains-unless-refused' };
  const worst = worstKept(retention);
  if (worst === undefined) return { grade: 'C', reason: 'no-period-stated' };
  if (!isKept(worst)) return { grade: 'A', reason: 'nothing-kept' };
  if (worst.what === 'flagged' || isBrief(worst)) return { grade: 'B', reason: 'kept-briefly' };
  const unstated = worst.term === 'unknown' || worst.term === 'limited';
  return { grade: 'C', reason: unstated ? 'no-period-stated' : 'kept-long' };
}

function isBrief(item: Kept): boolean {
  const days = daysKept(item);
  return days !== null && days <= BRIEFLY_DAYS;
}
