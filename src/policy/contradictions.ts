import type { Problem } from './coherence.ts';
import {
  OWNERSHIP,
  REVIEW,
  TRAINING,
  YES_NO,
  ZDR,
  type Ambiguity,
  type Provider,
  type Retained,
  type Rule,
} from './model.ts';
import { canMeet, implies, isOfAccount } from './overlap.ts';
import { severityOf } from './retention.ts';

type Field = keyof NonNullable<Rule['set']>;
type Set = NonNullable<Rule['set']>;

/** How bad what a rule sets is, for putting in order; undefined where it does not set the field. */
const WEIGH: Readonly<Record<Field, (set: Set) => number | undefined>> = {
  trainsOnInputs: ({ trainsOnInputs: fact }) => fact && TRAINING.indexOf(fact.value),
  humanReview: ({ humanReview: fact }) => fact && REVIEW.indexOf(fact.value),
  metadataLogging: ({ metadataLogging: fact }) => fact && YES_NO.indexOf(fact.value),
  zdr: ({ zdr: fact }) => fact && ZDR.indexOf(fact.value),
  outputOwnership: ({ outputOwnership: fact }) => fact && OWNERSHIP.indexOf(fact.value),
  region: ({ region: fact }) => fact && (fact.value === 'unknown' ? 2 : Number(fact.places === undefined)),
  retention: ({ retention: items }) => items && Math.max(...items.map(weighKept)),
  passThrough: ({ passThrough: links }) => links?.filter(({ agreement }) => agreement === undefined).length,
  restrictions: ({ restrictions: items }) => items?.reduce((sum, { bars }) => sum + bars.length, 0),
};
const FIELDS = Object.keys(WEIGH) as readonly Field[];

/** Which fact an ambiguity about a field is about. */
const FACT: Readonly<Record<Field, string>> = {
  trainsOnInputs: 'training',
  humanReview: 'humanReview',
  metadataLogging: 'metadataLogging',
  zdr: 'zdr',
  outputOwnership: 'outputOwnership',
  region: 'region',
  retention: 'retention',
  passThrough: 'passThrough',
  restrictions: 'restrictions',
};

/**
 * The pairs of rules that say two things of one field while nothing says so: two with the same condition and different
 * values, and those where the later, which holds, is the milder though it is no exception to the earlier. The latter
 * is how a list's order would quietly make a provider look better than its terms. Excused are pairs that an ambiguity
 * names, and a milder rule that says over which it prevails.
 */
export function contradictions({ rules, ambiguities }: Provider): Problem[] {
  const present = rules.filter(({ when }) => when.asOfBefore === undefined);
  const order = [
    ...present.filter(({ when }) => isOfAccount(when)),
    ...present.filter(({ when }) => !isOfAccount(when)),
  ];
  return order.flatMap((later, at) =>
    order.slice(0, at).flatMap((earlier) =>
      canApplyTogether(earlier, later)
        ? FIELDS.flatMap((field): Problem[] => {
            const problem = disagreement(earlier, later, field);
            if (problem === undefined || isTold(ambiguities, earlier, later, field)) return [];
            return [{ field: `rules.${rules.indexOf(later)}.set.${field}`, problem }];
          })
        : [],
    ),
  );
}

/** The names in `prevailsOver` and of ambiguities that lead nowhere, or to a rule that is not listed before. */
export function namesOfNoRule({ rules, ambiguities }: Provider): Problem[] {
  const ids = rules.map(({ id }) => id);
  return [
    ...rules.flatMap(({ id, prevailsOver = [] }, at) =>
      prevailsOver
        .filter((name) => name === id || !ids.includes(name))
        .map((name) => ({
          field: `rules.${at}.prevailsOver`,
          problem: `(rule "${id}") names "${name}", which is no other rule`,
        })),
    ),
    ...ambiguities.flatMap(({ rules: named = [] }, at) =>
      named
        .filter((name) => !ids.includes(name))
        .map((name) => ({ field: `ambiguities.${at}.rules`, problem: `names "${name}", which is no rule` })),
    ),
  ];
}

function canApplyTogether(a: Rule, b: Rule): boolean {
  const isBarred = ({ when, unless }: Rule, by: Rule): boolean =>
    unless !== undefined && implies({ ...when, ...by.when }, unless) && implies(by.when, unless);
  return canMeet(a.when, b.when) && !isBarred(a, b) && !isBarred(b, a);
}

function disagreement(earlier: Rule, later: Rule, field: Field): string | undefined {
  const [first, second] = [weighAll(earlier, field), WEIGH[field](later.set ?? {})];
  if (first === undefined || second === undefined) return undefined;
  const names = `(rule "${later.id}")`;
  const isExact = implies(earlier.when, later.when) && implies(later.when, earlier.when);
  if (
    isExact &&
    earlier.unless === undefined &&
    later.unless === undefined &&
    isDifferent(earlier, later, field)
  ) {
    return `${names} contradicts rule "${earlier.id}", which has the same condition, and no ambiguity says so`;
  }
  const isException = implies(later.when, earlier.when);
  if (second >= first || isException || later.prevailsOver?.includes(earlier.id)) return undefined;
  return `${names} is milder than rule "${earlier.id}", which may apply as well; an ambiguity or prevailsOver has to say so`;
}

/** What the earlier rule brings in: what it adds is lost as well where the later one sets the field. */
function weighAll({ set = {}, add = {} }: Rule, field: Field): number | undefined {
  const weights = [WEIGH[field](set), WEIGH[field](add)].filter((one) => one !== undefined);
  return weights.length === 0 ? undefined : Math.max(...weights);
}

function isDifferent(a: Rule, b: Rule, field: Field): boolean {
  const valueOf = ({ set = {} }: Rule): unknown => {
    const fact = set[field];
    return fact !== undefined && 'value' in fact ? fact.value : WEIGH[field](set);
  };
  return valueOf(a) !== valueOf(b);
}

function isTold(ambiguities: readonly Ambiguity[], a: Rule, b: Rule, field: Field): boolean {
  return ambiguities.some(
    ({ rules = [], fact }) =>
      rules.includes(a.id) && rules.includes(b.id) && (fact === undefined || fact === FACT[field]),
  );
}

function weighKept({ what, term, n }: Retained): number {
  return severityOf({ what, term, n: n ?? null, dormant: false });
}
