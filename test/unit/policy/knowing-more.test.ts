import assert from 'node:assert/strict';
import fc from 'fast-check';
import { describe, it } from 'mocha';
import { GRADES, gradeFacts, gradeOf } from '../../../src/policy/grade.ts';
import { CATALOGUE, policyOn, TODAY } from './ask.ts';
import { destinations, forget, MASKS, UNHEARD } from './drawn.ts';
import { JUDGES, neverWider, unknownNeverHelps, unstatedIsWorst, withinRange } from './laws.ts';

const RUNS = { numRuns: 100 };
const policyOf = policyOn(TODAY);
const PROVIDERS = Object.values(CATALOGUE.providers);

describe('knowing more of an account', () => {
  it('is tried with all 32 providers', () => assert.equal(PROVIDERS.length, 32));

  for (const provider of PROVIDERS) {
    it(`never makes the range of any fact wider: ${provider.id}`, () =>
      fc.assert(neverWider(provider, policyOf), RUNS));

    it(`leaves every fact in force within its range: ${provider.id}`, () =>
      fc.assert(withinRange(provider, policyOf), RUNS));

    it(`never makes it worse where it is of the plan or the region: ${provider.id}`, () =>
      fc.assert(unstatedIsWorst(provider, policyOf), RUNS));
  }
});

describe('an unknown', () => {
  for (const provider of PROVIDERS) {
    it(`never improves a grade, a column or what is required: ${provider.id}`, () =>
      fc.assert(unknownNeverHelps(provider, policyOf, JUDGES), RUNS));

    it(`of the address or the model never improves a grade: ${provider.id}`, () => {
      fc.assert(
        fc.property(destinations(provider), (drawn) => {
          const { policyOf: _, ...known } = drawn;
          for (const host of ['host.example.net', '', 'api.openai.com.example.net']) {
            const elsewhere = policyOf({ ...known, host });
            assert.equal(elsewhere.known, false);
            assert.equal(gradeOf(elsewhere).grade, '?');
          }
          for (const model of ['', '../x', 'a b'])
            assert.equal(gradeOf(policyOf({ ...known, model })).grade, '?');
          assert.equal(gradeOf(policyOf({ ...known, endpoint: 'v1' })).grade, '?');
        }),
        RUNS,
      );
    });

    it(`word for a plan, a region or a setting counts as nothing stated: ${provider.id}`, () => {
      fc.assert(
        fc.property(destinations(provider), MASKS, (known, mask) => {
          const unstated = forget(known, mask);
          const { account } = unstated;
          const settings = Object.keys(provider.vocabulary.settings ?? {})
            .filter((name) => account.settings[name] === undefined)
            .map((name) => [name, UNHEARD] as const);
          const unheard = policyOf({
            ...unstated,
            account: {
              plan: UNHEARD,
              region: UNHEARD,
              ...account,
              settings: { ...account.settings, ...Object.fromEntries(settings) },
            },
          });
          const before = policyOf(unstated);
          const rank = (facts: typeof before.facts): number => GRADES.indexOf(gradeFacts(facts).grade);
          assert.ok(rank(unheard.facts) >= rank(before.facts));
          assert.deepEqual(
            [unheard.facts, unheard.best, unheard.worst],
            [before.facts, before.best, before.worst],
          );
        }),
        RUNS,
      );
    });
  }
});
