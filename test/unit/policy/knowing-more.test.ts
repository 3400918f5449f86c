import assert from 'node:assert/strict';
import fc from 'fast-check';
import { describe, it } from 'mocha';
import type { Account, Destination } from '../../../src/policy/destination.ts';
import { chooseFacts, type PolicyFacts } from '../../../src/policy/facts.ts';
import { GRADES, gradeFacts, gradeOf } from '../../../src/policy/grade.ts';
import { REVIEW, TRAINING, ZDR, type Provider } from '../../../src/policy/model.ts';
import { resolvePolicy, type DataPolicy } from '../../../src/policy/resolve.ts';
import { compareRetention } from '../../../src/policy/retention.ts';
import { CATALOGUE, TODAY } from './ask.ts';

const RUNS = { numRuns: 60 };
const ANY_MODEL = ['some-model', 'google/gemini-2.5-pro', 'anthropic/claude-4-sonnet', 'x:free', 'x:cloud'];

/** A destination of a provider's, with all that its rules ask for drawn at will. */
function destinations(provider: Provider): fc.Arbitrary<Destination> {
  const { vocabulary, rules, hosts } = provider;
  const plain = (globs: readonly string[]): string[] => globs.map((glob) => glob.replaceAll('*', 'x'));
  const models = [...ANY_MODEL, ...plain(rules.flatMap(({ when }) => when.model ?? []))];
  const endpoints = plain(rules.flatMap(({ when }) => when.endpoint ?? [])).filter((one) =>
    one.startsWith('/'),
  );
  const settings = Object.fromEntries(
    Object.entries(vocabulary.settings ?? {}).map(([name, values]) => [
      name,
      fc.constantFrom(...values, 'other'),
    ]),
  );
  const account: fc.Arbitrary<Account> = fc.record(
    {
      settings: fc.record(settings, { requiredKeys: [] }).map(stated),
      plan: fc.constantFrom(...(vocabulary.plans ?? []), 'a plan nobody has heard of'),
      region: fc.constantFrom(...(vocabulary.regions ?? []), 'the moon'),
    },
    { requiredKeys: ['settings'] },
  );
  return fc.record({
    provider: fc.constant(provider.id),
    host: fc.constantFrom(...(hosts.length > 0 ? plain(hosts) : ['localhost:8080'])),
    model: fc.constantFrom(...models),
    endpoint: fc.constantFrom('/v1/chat/completions', ...endpoints),
    account,
    features: fc.subarray([...(vocabulary.features ?? [])]),
    local: fc.constant(provider.kind === 'local'),
  });
}

function stated(settings: Readonly<Record<string, string | undefined>>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(settings).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])),
  );
}

/** The same with part of what is stated of the account and the request forgotten. */
function forget(known: Destination, mask: number): Destination {
  const { features, account, ...rest } = known;
  const { plan, region, settings } = account;
  const kept = Object.entries(settings).filter((_, at) => (mask >> (at + 3)) % 2 === 0);
  return {
    ...rest,
    account: {
      settings: Object.fromEntries(kept),
      ...(plan === undefined || mask % 2 === 1 ? {} : { plan }),
      ...(region === undefined || (mask >> 1) % 2 === 1 ? {} : { region }),
    },
    ...(features === undefined || (mask >> 2) % 2 === 1 ? {} : { features }),
  };
}

const policyOf = (destination: Destination): DataPolicy => resolvePolicy(CATALOGUE, destination, TODAY);
const rank = (facts: PolicyFacts): number => GRADES.indexOf(gradeFacts(facts).grade);

/** The fields in which the first is better than the second, so that it would lie below a range that ends there. */
function betterIn(a: PolicyFacts, b: PolicyFacts): string[] {
  const at = <T>(order: readonly T[], x: { value: T }, y: { value: T }): boolean =>
    order.indexOf(x.value) < order.indexOf(y.value);
  return [
    ...(at(TRAINING, a.training, b.training) ? ['training'] : []),
    ...(compareRetention(a.retention, b.retention) < 0 ? ['retention'] : []),
    ...(at(REVIEW, a.humanReview, b.humanReview) ? ['humanReview'] : []),
    ...(at(ZDR, a.zdr, b.zdr) ? ['zdr'] : []),
  ];
}

describe('knowing more of an account', () => {
  for (const provider of Object.values(CATALOGUE.providers)) {
    it(`never makes the range wider: ${provider.id}`, () => {
      fc.assert(
        fc.property(destinations(provider), fc.nat(1023), (known, mask) => {
          const [more, less] = [policyOf(known), policyOf(forget(known, mask))];
          assert.deepEqual(betterIn(more.best, less.best), [], 'the best end');
          assert.deepEqual(betterIn(less.worst, more.worst), [], 'the worst end');
        }),
        RUNS,
      );
    });

    it(`is never needed for a grade outside of the range: ${provider.id}`, () => {
      fc.assert(
        fc.property(destinations(provider), fc.nat(1023), (known, mask) => {
          const policy = policyOf(forget(known, mask));
          assert.deepEqual(betterIn(policy.facts, policy.best), []);
          assert.deepEqual(betterIn(policy.worst, policy.facts), []);
        }),
        RUNS,
      );
    });
  }
});

describe('an unknown', () => {
  for (const provider of Object.values(CATALOGUE.providers)) {
    it(`never improves a grade: ${provider.id}`, () => {
      fc.assert(
        fc.property(destinations(provider), (known) => {
          const { facts } = policyOf(known);
          const unknown = [
            { ...facts, training: { ...facts.training, value: 'unknown' as const } },
            {
              ...facts,
              retention: facts.retention.map((item) => ({ ...item, term: 'unknown' as const, n: null })),
            },
          ];
          for (const one of unknown) {
            assert.ok(rank(one) >= rank(facts));
            assert.ok(rank(chooseFacts('worse', facts, one)) >= rank(facts));
          }
        }),
        RUNS,
      );
    });

    it(`of the address or the model never improves a grade: ${provider.id}`, () => {
      fc.assert(
        fc.property(destinations(provider), (known) => {
          const elsewhere = policyOf({ ...known, host: 'host.example.net' });
          assert.equal(elsewhere.known, false);
          assert.equal(gradeOf(elsewhere).grade, '?');
          assert.equal(gradeOf(policyOf({ ...known, model: '' })).grade, '?');
        }),
        RUNS,
      );
    });

    it(`of a plan nobody has heard of never improves a grade: ${provider.id}`, () => {
      fc.assert(
        fc.property(destinations(provider), (known) => {
          const { plan: _, ...account } = known.account;
          const unstated = policyOf({ ...known, account });
          const unheard = policyOf({ ...known, account: { ...account, plan: 'a plan nobody has heard of' } });
          assert.ok(rank(unheard.facts) >= rank(unstated.facts));
        }),
        RUNS,
      );
    });
  }
});
