import assert from 'node:assert/strict';
import fc from 'fast-check';
import { columnOf, type Column } from '../../../src/policy/column.ts';
import type { Destination } from '../../../src/policy/destination.ts';
import type { PolicyFacts } from '../../../src/policy/facts.ts';
import { GRADES, gradeFacts, type Grade } from '../../../src/policy/grade.ts';
import type { Provider } from '../../../src/policy/model.ts';
import { missesOf, type Clauses } from '../../../src/policy/requirements.ts';
import type { DataPolicy } from '../../../src/policy/resolve.ts';
import { compareRetention } from '../../../src/policy/retention.ts';
import { TODAY } from './ask.ts';
import { destinations, forget, MASKS } from './drawn.ts';

/** What must hold of any resolver, so that the tests can hold it against ours and against wrong ones. */

export type Resolver = (destination: Destination) => DataPolicy;
export type FactName = keyof PolicyFacts;

/** Each from best to worst, written down here once more. */
const ORDERS = {
  training: ['never', 'opt-in', 'opt-out', 'default-on', 'unknown'],
  humanReview: ['no', 'flagged-only', 'possible', 'yes', 'unknown'],
  metadataLogging: ['no', 'yes', 'unknown'],
  zdr: ['default', 'request', 'self-serve', 'contract', 'unavailable', 'unknown'],
  outputOwnership: ['customer', 'provider', 'unknown'],
} as const;
const COLUMNS: readonly Column[] = ['this-machine', 'nothing-kept', 'kept', 'trains-or-unknown'];

/** Below zero where the first is better; NaN where neither is. */
type Order = (a: PolicyFacts, b: PolicyFacts) => number;

function listed(name: keyof typeof ORDERS): Order {
  const at = (facts: PolicyFacts): number => {
    const rank = (ORDERS[name] as readonly string[]).indexOf(facts[name].value);
    assert.ok(rank >= 0, `${name} is ${facts[name].value}`);
    return rank;
  };
  return (a, b) => at(a) - at(b);
}

const bars = ({ restrictions }: PolicyFacts): readonly string[] => restrictions.flatMap((one) => one.bars);
const barsData = (facts: PolicyFacts): number =>
  Number(bars(facts).some((barred) => ['confidential', 'sensitive', 'personal'].includes(barred)));

export const FACTS: Readonly<Record<FactName, Order>> = {
  training: listed('training'),
  humanReview: listed('humanReview'),
  metadataLogging: listed('metadataLogging'),
  zdr: listed('zdr'),
  outputOwnership: listed('outputOwnership'),
  retention: (a, b) => compareRetention(a.retention, b.retention),
  passThrough: (a, b) =>
    a.passThrough.filter(({ counted }) => counted).length -
      b.passThrough.filter(({ counted }) => counted).length || a.passThrough.length - b.passThrough.length,
  region: ({ region: a }, { region: b }) =>
    doubt(a) - doubt(b) ||
    (a.places && b.places ? within(b.places, a.places) - within(a.places, b.places) : 0),
  restrictions: (a, b) => barsData(a) - barsData(b) || bars(a).length - bars(b).length,
};
export const FACT_NAMES = Object.keys(FACTS) as readonly FactName[];

function doubt({ value, places }: PolicyFacts['region']): number {
  return value === 'unknown' ? 2 : Number(places === null);
}

/** 1 where every place of the first is one of the second's. */
function within(a: readonly string[], b: readonly string[]): number {
  return Number(a.every((place) => b.includes(place)));
}

/** What is demanded of a fact. */
const CLAUSE: Readonly<Partial<Record<FactName, keyof Clauses>>> = {
  training: 'training',
  retention: 'retentionDays',
  humanReview: 'humanReview',
  region: 'regions',
  passThrough: 'passThrough',
  outputOwnership: 'ownership',
};

/** The clauses that somebody could demand, each alone. What sources say of their age is no matter of the account. */
const DEMANDS: readonly Clauses[] = [
  { training: 'never' },
  ...[0, 1, 7, 30, 90, 365].map((retentionDays) => ({ retentionDays })),
  { humanReview: 'never' },
  { humanReview: 'flagged-only' },
  { regions: ['EEA'] },
  { regions: ['US'] },
  { passThrough: 'none' },
  { ownership: 'customer' },
];

/** What facts come to; others can be passed in to see whether a law notices. */
export interface Judges {
  readonly grade: (facts: PolicyFacts) => Grade;
  readonly column: (policy: DataPolicy) => Column;
  readonly misses: (policy: DataPolicy, demands: Clauses) => boolean;
}
export const JUDGES: Judges = {
  grade: (facts) => gradeFacts(facts).grade,
  column: (policy) => columnOf(policy).column,
  misses: (policy, demands) => missesOf(policy, demands, TODAY).length > 0,
};

/** In which of its facts the first is better, so that it would lie below a range that ends with the second. */
function betterIn(a: PolicyFacts, b: PolicyFacts): readonly FactName[] {
  return FACT_NAMES.filter((name) => FACTS[name](a, b) < 0);
}

/** What the first escapes that the second does not: a lower grade, a stricter column, a clause that it misses. */
function escapes(a: DataPolicy, b: DataPolicy, judges: Judges): readonly string[] {
  const rank = (one: DataPolicy): number => GRADES.indexOf(judges.grade(one.facts));
  const column = (one: DataPolicy): number => COLUMNS.indexOf(judges.column(one));
  return [
    ...(rank(a) < rank(b) ? ['grade'] : []),
    ...(column(a) < column(b) ? ['column'] : []),
    ...DEMANDS.filter((demands) => !judges.misses(a, demands) && judges.misses(b, demands)).map((one) =>
      JSON.stringify(one),
    ),
  ];
}

const at = (policy: DataPolicy, end: 'best' | 'worst'): DataPolicy => ({ ...policy, facts: policy[end] });
type Law = (provider: Provider, resolve: Resolver) => fc.IProperty<unknown>;

/** Whatever else becomes known of the account and the request, every fact stays within the range that was shown. */
export const neverWider: Law = (provider, resolve) =>
  fc.property(destinations(provider), MASKS, (known, mask) => {
    const [more, less] = [resolve(known), resolve(forget(known, mask))];
    assert.deepEqual(betterIn(more.best, less.best), [], 'the best end');
    assert.deepEqual(betterIn(less.worst, more.worst), [], 'the worst end');
    assert.deepEqual(
      escapes(at(less, 'worst'), at(more, 'worst'), JUDGES),
      [],
      'what the worst end comes to',
    );
  });

/** The facts in force lie within the range. */
export const withinRange: Law = (provider, resolve) =>
  fc.property(destinations(provider), MASKS, (known, mask) => {
    const policy = resolve(forget(known, mask));
    assert.deepEqual(betterIn(policy.facts, policy.best), [], 'better than the best end');
    assert.deepEqual(betterIn(policy.worst, policy.facts), [], 'worse than the worst end');
    assert.deepEqual(escapes(at(policy, 'worst'), policy, JUDGES), [], 'what it comes to');
  });

/** Not to know the plan or the region is never better than any that they may be. */
export const unstatedIsWorst: Law = (provider, resolve) =>
  fc.property(destinations(provider), fc.constantFrom(1, 2, 3), (known, mask) => {
    const [more, less] = [resolve(known), resolve(forget(known, mask))];
    assert.deepEqual(betterIn(less.facts, more.facts), []);
    assert.deepEqual(escapes(less, more, JUDGES), []);
  });

/** The facts with one of them not known. */
export function withUnknown(facts: PolicyFacts, name: FactName): PolicyFacts {
  const { retention, passThrough, region, restrictions } = facts;
  switch (name) {
    case 'retention':
      return { ...facts, retention: retention.map((item) => ({ ...item, term: 'unknown', n: null })) };
    case 'passThrough': {
      const nobody = {
        ...facts.training,
        to: 'unknown',
        policyOf: 'unknown',
        when: 'unknown',
        agreement: null,
      };
      return { ...facts, passThrough: [...passThrough, { ...nobody, counted: true }] };
    }
    case 'region':
      return { ...facts, region: { ...region, value: 'unknown', places: null } };
    case 'restrictions':
      // Nobody can say that he does not know what is barred; more of it may be.
      return {
        ...facts,
        restrictions: [...restrictions, { ...facts.training, id: 'x', bars: ['personal'], text: 'x' }],
      };
    default:
      return { ...facts, [name]: { ...facts[name], value: 'unknown' } };
  }
}

/** No fact gets better, and nothing is escaped, by its not being known; what is demanded of it is then missed. */
export function unknownNeverHelps(
  provider: Provider,
  resolve: Resolver,
  judges: Judges,
): fc.IProperty<unknown> {
  return fc.property(destinations(provider), fc.constantFrom(...FACT_NAMES), (known, name) => {
    const policy = resolve(known);
    // On this machine the facts are not what counts.
    const before = { ...policy, local: false };
    const after = { ...before, facts: withUnknown(before.facts, name) };
    assert.deepEqual(betterIn(after.facts, before.facts), [], name);
    assert.deepEqual(escapes(after, before, judges), [], name);
    const clause = CLAUSE[name];
    const demanded = DEMANDS.filter((one) => clause !== undefined && one[clause] !== undefined);
    assert.deepEqual(
      demanded.filter((one) => !judges.misses(after, one)),
      [],
      'not known, and taken for as demanded',
    );
  });
}
