import assert from 'node:assert/strict';
import fc from 'fast-check';
import { describe, it } from 'mocha';
import type { Destination } from '../../../src/policy/destination.ts';
import { gradeFacts } from '../../../src/policy/grade.ts';
import type { PolicyFacts } from '../../../src/policy/facts.ts';
import { CATALOGUE, policyOn, TODAY } from './ask.ts';
import { destinations } from './drawn.ts';
import {
  FACT_NAMES,
  type FactName,
  JUDGES,
  type Judges,
  neverWider,
  type Resolver,
  unknownNeverHelps,
  unstatedIsWorst,
  withinRange,
  withUnknown,
} from './laws.ts';

/** The laws are worth something only if what breaks them is noticed: here each is held against what does. */

const FIXED = { numRuns: 100, seed: 20_261_121, endOnFailure: true };
const right = policyOn(TODAY);
const PROVIDERS = Object.values(CATALOGUE.providers);

type Law = typeof neverWider;

/** That the right resolver breaks no law is what the other tests are about. */
function assertCaught(law: Law, resolve: Resolver): void {
  const isCaught = PROVIDERS.some((provider) => fc.check(law(provider, resolve), FIXED).failed);
  assert.ok(isCaught, 'nobody noticed');
}

/** A resolver that takes something for granted where it is not stated. */
function guessing(
  guess: (destination: Destination) => Partial<Destination['account']> | readonly string[],
): Resolver {
  return (destination) => {
    const guessed = guess(destination);
    return right(
      Array.isArray(guessed)
        ? { ...destination, features: destination.features ?? guessed }
        : { ...destination, account: { ...guessed, ...destination.account } },
    );
  };
}

const vocabulary = ({ provider }: Destination) => CATALOGUE.providers[provider]?.vocabulary ?? {};

function withPlan(at: 0 | -1): Resolver {
  return guessing((one) => {
    const plan = vocabulary(one).plans?.at(at);
    return plan === undefined ? {} : { plan };
  });
}

/** No fact can be better than here. */
const BEST_OF_ALL = ((): PolicyFacts => {
  const { facts } = right({ ...destination('ollama'), host: 'localhost:11434', local: true });
  const { training, retention } = facts;
  const stated = { ...training, note: null };
  return {
    training: { ...stated, value: 'never' },
    humanReview: { ...stated, value: 'no' },
    metadataLogging: { ...stated, value: 'no' },
    zdr: { ...stated, value: 'default' },
    outputOwnership: { ...stated, value: 'customer' },
    retention: retention
      .slice(0, 1)
      .map((item) => ({ ...item, what: 'prompt+output', term: 'none', n: null })),
    passThrough: [],
    region: { ...stated, value: 'this machine', places: [] },
    restrictions: [],
  };
})();

function destination(provider: string): Destination {
  return {
    provider,
    host: '',
    model: 'x',
    endpoint: '/v1/chat/completions',
    account: { settings: {} },
    features: [],
  };
}

/** Whether everything the provider has words for is stated. */
function isAllStated(one: Destination): boolean {
  const { plans, regions, settings = {} } = vocabulary(one);
  const { account } = one;
  return (
    one.features !== undefined &&
    (plans === undefined || account.plan !== undefined) &&
    (regions === undefined || account.region !== undefined) &&
    Object.keys(settings).every((name) => account.settings[name] !== undefined)
  );
}

describe('what is drawn', () => {
  for (const provider of PROVIDERS) {
    it(`reaches every rule that is in force, and leaves it: ${provider.id}`, () => {
      const drawn = fc.sample(destinations(provider), { numRuns: 600, seed: FIXED.seed }).map(right);
      const reached = new Set(drawn.flatMap(({ applied }) => applied.map(({ id }) => id)));
      const present = provider.rules.filter(
        ({ when }) => when.asOfBefore === undefined && !((when.asOfAfter ?? '') > TODAY),
      );
      assert.deepEqual(
        present.map(({ id }) => id).filter((id) => !reached.has(id)),
        [],
      );
      for (const { id, when } of present.filter((rule) => Object.keys(rule.when).length > 0)) {
        const always = drawn.every(({ applied }) => applied.some((one) => one.id === id));
        assert.ok(!always || when.endpoint?.includes('*') === true, `${id} applied to all`);
      }
    });
  }
});

describe('a wrong resolver is noticed', () => {
  const wrong: readonly (readonly [name: string, resolve: Resolver])[] = [
    ['takes the first plan for the account’s', withPlan(0)],
    ['takes the last plan for the account’s', withPlan(-1)],
    [
      'takes a region for the account’s',
      guessing((one) => {
        const region = vocabulary(one).regions?.[0];
        return region === undefined ? {} : { region };
      }),
    ],
    [
      'takes every switch for on, or for its first word',
      (one) => {
        const words = Object.entries(vocabulary(one).settings ?? {}).map(([name, [first = '']]) => [
          name,
          first,
        ]);
        const settings = { ...Object.fromEntries(words), ...one.account.settings };
        return right({ ...one, account: { ...one.account, settings } });
      },
    ],
    ['takes features that nobody stated for unused', guessing(() => [])],
    [
      'shows what holds by default for all that may be',
      (one) => {
        const policy = right(one);
        return { ...policy, best: policy.facts, worst: policy.facts };
      },
    ],
    [
      'is less sure the more it is told',
      (one) => {
        const policy = right(one);
        return one.account.plan === undefined
          ? policy
          : { ...policy, worst: withUnknown(policy.worst, 'training') };
      },
    ],
  ];
  for (const [name, resolve] of wrong) {
    it(`that ${name}`, () => assertCaught(neverWider, resolve));
  }

  for (const name of FACT_NAMES) {
    const at =
      (end: 'best' | 'worst' | 'facts', from: (facts: PolicyFacts) => PolicyFacts): Resolver =>
      (one) => {
        const policy = right(one);
        return isAllStated(one)
          ? policy
          : { ...policy, [end]: { ...policy[end], [name]: from(policy[end])[name] } };
      };
    const good = (): PolicyFacts => BEST_OF_ALL;
    const bad = (facts: PolicyFacts): PolicyFacts => withUnknown(facts, name);

    it(`that leaves the worst out of the range of ${name}`, () =>
      assertCaught(neverWider, at('worst', good)));
    it(`that leaves the best out of the range of ${name}`, () => assertCaught(neverWider, at('best', bad)));
    it(`that puts ${name} above its range`, () => assertCaught(withinRange, at('facts', good)));
    it(`that puts ${name} below its range`, () => assertCaught(withinRange, at('facts', bad)));
    it(`that hopes for the best of ${name} of a plan or region it does not know`, () =>
      assertCaught(unstatedIsWorst, at('facts', good)));
  }
});

describe('a wrong judgement of what is not known is noticed', () => {
  const fooled = (name: FactName, facts: PolicyFacts): PolicyFacts => {
    const { value } = { value: 'unknown', ...facts[name] };
    const isUnknown =
      value === 'unknown' &&
      (name !== 'retention' || facts.retention.some(({ term }) => term === 'unknown')) &&
      (name !== 'passThrough' || facts.passThrough.some(({ policyOf }) => policyOf === 'unknown'));
    return isUnknown ? { ...facts, [name]: BEST_OF_ALL[name] } : facts;
  };
  const misjudging = (name: FactName): Judges => ({
    grade: (facts) => gradeFacts(fooled(name, facts)).grade,
    column: (policy) => JUDGES.column({ ...policy, facts: fooled(name, policy.facts) }),
    misses: (policy, demands) => JUDGES.misses({ ...policy, facts: fooled(name, policy.facts) }, demands),
  });
  const only = (part: keyof Judges, name: FactName): Judges => ({
    ...JUDGES,
    [part]: misjudging(name)[part],
  });
  const wrong: readonly (readonly [part: keyof Judges, name: FactName])[] = [
    ['grade', 'training'],
    ['grade', 'retention'],
    ['column', 'training'],
    ['column', 'retention'],
    ...(['training', 'retention', 'humanReview', 'passThrough', 'region', 'outputOwnership'] as const).map(
      (name) => ['misses', name] as const,
    ),
  ];
  for (const [part, name] of wrong) {
    it(`in ${part}, of ${name}`, () =>
      assertCaught((provider, resolve) => unknownNeverHelps(provider, resolve, only(part, name)), right));
  }
});
