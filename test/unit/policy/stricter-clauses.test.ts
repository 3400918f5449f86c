import assert from 'node:assert/strict';
import fc from 'fast-check';
import { describe, it } from 'mocha';
import { PLACES, REGIONS } from '../../../src/policy/places.ts';
import { CLAUSES, readClauses, STRICTEST } from '../../../src/policy/read-clauses.ts';
import { type Clauses, missesOf } from '../../../src/policy/requirements.ts';
import type { DataPolicy } from '../../../src/policy/resolve.ts';
import { isMilder, stricterClauses } from '../../../src/policy/stricter-clauses.ts';
import { readTolerantJson } from '../../../src/policy/tolerant-json.ts';
import { ask, TODAY } from './ask.ts';
import { anyClauses } from './any-clauses.ts';

const BASES = [
  'openai/gpt-5',
  'anthropic/claude-sonnet-4-5',
  'deepinfra/some-model',
  'nvidia/some-model',
].map((one) => ask(one));

/** Policies with what demands are about drawn at will. */
const policies: fc.Arbitrary<DataPolicy> = fc
  .record({
    base: fc.constantFrom(...BASES),
    places: fc.option(fc.subarray([...PLACES], { maxLength: 4 })),
    review: fc.constantFrom('no', 'flagged-only', 'yes', 'unknown'),
    days: fc.option(fc.constantFrom(0, 1, 7, 30, 90)),
  })
  .map(({ base, places, review, days }) => {
    const { facts } = base;
    return {
      ...base,
      facts: {
        ...facts,
        region: { ...facts.region, places },
        humanReview: { ...facts.humanReview, value: review as typeof facts.humanReview.value },
        retention: facts.retention.map((item) => ({ ...item, n: days, term: 'days' as const })),
      },
    };
  });

function misses(policy: DataPolicy, demands: Clauses): boolean {
  return missesOf(policy, demands, TODAY).length > 0;
}

function read(written: unknown): ReturnType<typeof readClauses> {
  const json = readTolerantJson(JSON.stringify(written));
  assert.ok(json.ok);
  return readClauses(json.root);
}

describe('the stricter of two demands', () => {
  it('is missed exactly by what misses either', () => {
    fc.assert(
      fc.property(policies, anyClauses, anyClauses, (policy, a, b) => {
        assert.equal(misses(policy, stricterClauses(a, b)), misses(policy, a) || misses(policy, b));
      }),
      { numRuns: 2_000 },
    );
  });

  it('is the same in whatever order, and however often', () => {
    fc.assert(
      fc.property(anyClauses, anyClauses, anyClauses, (a, b, c) => {
        const one = stricterClauses(stricterClauses(a, b), c);
        const other = stricterClauses(a, stricterClauses(c, b));
        for (const policy of BASES) assert.equal(misses(policy, one), misses(policy, other));
        assert.deepEqual(sorted(one), sorted(other));
        assert.deepEqual(sorted(stricterClauses(one, one)), sorted(one));
      }),
    );
  });

  it('has the regions that lie in both', () => {
    const both = (a: Clauses['regions'], b: Clauses['regions']): unknown =>
      stricterClauses({ regions: a }, { regions: b }).regions;
    assert.deepEqual(both(['EEA', 'US'], ['EU', 'north-america']), ['EU', 'US']);
    assert.deepEqual(both(['EU'], ['US']), []);
    assert.ok(misses(ask('openai/gpt-5', {}), { regions: [] }));
  });

  it('tells what is milder: what something meets that does not meet the other', () => {
    fc.assert(
      fc.property(policies, anyClauses, anyClauses, (policy, a, b) => {
        for (const clause of CLAUSES) {
          const [one, than] = [only(a, clause), only(b, clause)];
          if (than[clause] === undefined || one[clause] === undefined || isMilder(clause, a, b)) continue;
          assert.ok(misses(policy, one) || !misses(policy, than), clause);
        }
      }),
      { numRuns: 1_000 },
    );
    assert.ok(isMilder('regions', { regions: ['EEA'] }, { regions: ['EU'] }));
    assert.ok(!isMilder('regions', { regions: ['EU'] }, { regions: ['EEA'] }));
    assert.ok(isMilder('retentionDays', { retentionDays: 30 }, { retentionDays: 7 }));
    assert.ok(!isMilder('retentionDays', { retentionDays: 30 }, {}));
  });
});

describe('requirements in a file', () => {
  it('are those of the setting', () => {
    const { clauses, faults } = read({ preset: 'client-nda', retentionDays: 60, regions: ['EU'] });
    assert.deepEqual(faults, []);
    assert.deepEqual(clauses, {
      training: 'never',
      retentionDays: 60,
      humanReview: 'flagged-only',
      ownership: 'customer',
      regions: ['EU'],
    });
  });

  it('are read as their strictest where they are wrong', () => {
    for (const clause of CLAUSES) {
      for (const value of [null, true, 'no', -1, 1.5, {}, '30', ['Atlantis'], []]) {
        const { clauses, faults } = read({ [clause]: value });
        assert.deepEqual(clauses, { [clause]: STRICTEST[clause] }, clause);
        assert.deepEqual(
          faults.map(({ problem, clause: about }) => [problem, about]),
          [['wrong-clause', clause]],
        );
      }
    }
    assert.deepEqual(read('never').clauses, STRICTEST);
    assert.deepEqual(read({ preset: 'client-nad' }).clauses, {
      training: 'never',
      retentionDays: 0,
      humanReview: 'never',
      passThrough: 'none',
      ownership: 'customer',
    });
    assert.deepEqual(read({ regions: ['EU', 'Mars'] }).clauses, { regions: ['EU'] });
  });

  it('are looked for under their names only', () => {
    for (const name of ['retention', '__proto__', 'constructor', 'toString', ''])
      assert.deepEqual(
        read(JSON.parse(`{${JSON.stringify(name)}: 1}`)).faults.map(({ problem }) => problem),
        ['unknown-clause'],
      );
  });

  it('hold as both where one is there twice', () => {
    const json = readTolerantJson(
      '{"retentionDays": 7, "retentionDays": 90, "preset": "health-data", "preset": "client-nda"}',
    );
    assert.ok(json.ok);
    const { clauses } = readClauses(json.root);
    assert.deepEqual(
      [clauses.retentionDays, clauses.humanReview, clauses.ownership],
      [7, 'never', 'customer'],
    );
  });
});

function only(clauses: Clauses, clause: (typeof CLAUSES)[number]): Clauses {
  return { [clause]: clauses[clause] };
}

function sorted({ regions, ...rest }: Clauses): unknown {
  return { ...rest, regions: regions && REGIONS.filter((region) => regions.includes(region)) };
}
