/** Which of two demands is the stricter, and what holds where both do. */
import { outside, REGIONS } from './places.ts';
import type { Clause, Clauses } from './requirements.ts';

type Regions = NonNullable<Clauses['regions']>;

/**
 * What is demanded where both are: a destination meets it exactly if it meets each. Regions that have nothing in common
 * leave none, and then only this machine fits.
 */
export function stricterClauses(a: Clauses, b: Clauses): Clauses {
  const either = { ...a, ...b };
  return {
    ...either,
    ...least('retentionDays', a, b),
    ...least('sourceAgeDays', a, b),
    ...([a.humanReview, b.humanReview].includes('never') && { humanReview: 'never' }),
    ...(a.regions && b.regions && { regions: inBoth(a.regions, b.regions) }),
  };
}

/** Whether a clause would let through what is not let through by the other: then it loosens. */
export function isMilder(clause: Clause, one: Clauses, than: Clauses): boolean {
  if (one[clause] === undefined || than[clause] === undefined) return false;
  switch (clause) {
    case 'retentionDays':
    case 'sourceAgeDays':
      return (one[clause] ?? 0) > (than[clause] ?? 0);
    case 'humanReview':
      return one.humanReview === 'flagged-only' && than.humanReview === 'never';
    case 'regions':
      return outside(one.regions ?? [], than.regions ?? []).length > 0;
    case 'training':
    case 'passThrough':
    case 'ownership':
      return false;
  }
}

function least(clause: 'retentionDays' | 'sourceAgeDays', a: Clauses, b: Clauses): Clauses {
  const days = [a[clause], b[clause]].filter((one) => one !== undefined);
  return days.length === 0 ? {} : { [clause]: Math.min(...days) };
}

/** The places that lie in both, in the order of all places. */
function inBoth(a: Regions, b: Regions): Regions {
  const both = new Set(
    [...a, ...b].filter((one) => outside([one], a).length + outside([one], b).length === 0),
  );
  return REGIONS.filter((region) => both.has(region));
}
