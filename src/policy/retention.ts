import type { Kept } from './facts.ts';

/** What of a kept thing the questions here need. */
export type KeptTerm = Pick<Kept, 'what' | 'term' | 'n' | 'dormant'>;

const HOURS_PER_DAY = 24;
const UNSTATED_TERMS: readonly KeptTerm['term'][] = ['limited', 'until-deleted', 'indefinite', 'unknown'];
const MILLION_DAYS = 1_000_000;

/** Whether a kept thing is what was sent or answered, and concerns this request; records of use do not count. */
export function isContent({ what, dormant }: KeptTerm): boolean {
  return !dormant && what !== 'metadata' && what !== 'engagement-data';
}

/** Whether it outlives the answer. Caches, abuse logs and flagged content do, for however short a time. */
export function isKept({ what, term }: KeptTerm): boolean {
  if (term === 'none') return false;
  return term !== 'session' || what === 'cache' || what === 'abuse-log' || what === 'flagged';
}

/** For how many days it is kept: 0 for not at all, a fraction for hours, null where no number is stated. */
export function daysKept({ term, n }: KeptTerm): number | null {
  if (term === 'none' || term === 'session') return 0;
  if (n === null) return null;
  return term === 'hours' ? n / HOURS_PER_DAY : n;
}

/**
 * How bad it is to have this kept, for putting in order. Terms without a number are worse than any number, unknown
 * the worst of all. What is kept only of flagged content comes before all that is kept of everything.
 */
export function severityOf(item: KeptTerm): number {
  if (!isContent(item) || item.term === 'none') return 0;
  if (!isKept(item)) return 0.001;
  if (item.what === 'flagged') return 0.002;
  const days = daysKept(item);
  if (days !== null) return 0.003 + Math.min(days, MILLION_DAYS);
  return MILLION_DAYS * (2 + UNSTATED_TERMS.indexOf(item.term));
}

/**
 * The worst of what is kept, or undefined where nothing is said of the content at all, which is to be taken as
 * unknown.
 */
export function worstKept<T extends KeptTerm>(items: readonly T[]): T | undefined {
  return items
    .filter(isContent)
    .reduce<T | undefined>(
      (worst, item) => (worst === undefined || severityOf(item) > severityOf(worst) ? item : worst),
      undefined,
    );
}

/** Below zero where the first keeps less than the second: by the worst item, then by how many are kept. */
export function compareRetention(a: readonly KeptTerm[], b: readonly KeptTerm[]): number {
  const weigh = (items: readonly KeptTerm[]): number => {
    const worst = worstKept(items);
    return worst === undefined ? Infinity : severityOf(worst);
  };
  const [first, second] = [weigh(a), weigh(b)];
  if (first !== second) return first < second ? -1 : 1;
  const count = (items: readonly KeptTerm[]): number =>
    items.filter((item) => isContent(item) && isKept(item)).length;
  return count(a) - count(b);
}
