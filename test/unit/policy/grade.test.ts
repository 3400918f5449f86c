import assert from 'node:assert/strict';
import fc from 'fast-check';
import { describe, it } from 'mocha';
import { assumed } from '../../../src/policy/evidence.ts';
import type { Kept, PolicyFacts } from '../../../src/policy/facts.ts';
import { chooseFacts, joinFacts, unknownFacts } from '../../../src/policy/facts.ts';
import { GRADES, gradeFacts } from '../../../src/policy/grade.ts';
import { BARRED, OWNERSHIP, REVIEW, TRAINING, YES_NO, ZDR } from '../../../src/policy/model.ts';
import { columnOf } from '../../../src/policy/column.ts';
import { ask } from './ask.ts';

const evidence = assumed('dry-run');
const item = (what: Kept['what'], term: Kept['term'], n: number | null = null, dormant = false): Kept => ({
  ...evidence,
  what,
  term,
  n,
  dormant,
  why: 'made up',
  only: null,
  needs: [],
});
const facts = (training: (typeof TRAINING)[number], ...retention: Kept[]): PolicyFacts => ({
  ...unknownFacts('dry-run'),
  training: { ...evidence, value: training, note: null },
  retention,
});

describe('gradeFacts', () => {
  const cases: [grade: string, name: string, facts: PolicyFacts][] = [
    ['A', 'nothing kept', facts('never', item('prompt+output', 'none'))],
    ['A', 'kept in memory while it answers', facts('opt-in', item('prompt+output', 'session'))],
    ['A', 'records of use only', facts('never', item('prompt+output', 'none'), item('metadata', 'days', 90))],
    [
      'A',
      'something kept that is no concern of the request',
      facts('never', item('prompt+output', 'none'), item('feedback', 'days', 1825, true)),
    ],
    ['B', 'a cache in memory', facts('never', item('cache', 'session'))],
    ['B', 'a day', facts('never', item('cache', 'hours', 24))],
    ['B', '30 days', facts('never', item('abuse-log', 'days', 30))],
    ['B', 'flagged content alone', facts('never', item('flagged', 'days', 730))],
    ['B', 'flagged content alone, for who knows how long', facts('never', item('flagged', 'unknown'))],
    ['C', '31 days', facts('never', item('abuse-log', 'days', 31))],
    ['C', 'hours that are more than 30 days', facts('never', item('cache', 'hours', 24 * 31))],
    ['C', 'until deleted', facts('never', item('files', 'until-deleted'))],
    ['C', 'for a short time without a number', facts('never', item('prompt+output', 'limited'))],
    ['C', 'no period stated', facts('never', item('abuse-log', 'unknown'))],
    ['C', 'nothing said of the content', facts('never', item('metadata', 'none'))],
    ['D', 'trains unless refused', facts('opt-out', item('prompt+output', 'none'))],
    ['E', 'trains', facts('default-on', item('prompt+output', 'none'))],
    ['?', 'training not known', facts('unknown', item('prompt+output', 'none'))],
  ];
  for (const [grade, name, of] of cases) {
    it(`${grade}: ${name}`, () => assert.equal(gradeFacts(of).grade, grade));
  }

  it('E: the terms bar the data, however well it would be treated', () => {
    const restriction = (bars: (typeof BARRED)[number]) => ({
      ...evidence,
      id: 'x',
      bars: [bars],
      text: 'made up',
    });
    const none = facts('never', item('prompt+output', 'none'));
    assert.deepEqual(gradeFacts({ ...none, restrictions: [restriction('personal')] }), {
      grade: 'E',
      reason: 'bars-data',
    });
    assert.equal(gradeFacts({ ...none, restrictions: [restriction('production')] }).grade, 'A');
  });
});

describe('an unknown', () => {
  const fact = <T>(values: readonly T[]) =>
    fc.constantFrom(...values).map((value) => ({ ...evidence, value, note: null }));
  const kept = fc.oneof(
    fc.record({
      what: fc.constantFrom<Kept['what']>('prompt+output', 'cache', 'flagged', 'metadata', 'abuse-log'),
      term: fc.constantFrom<Kept['term']>(
        'none',
        'session',
        'limited',
        'until-deleted',
        'indefinite',
        'unknown',
      ),
      n: fc.constant(null),
      dormant: fc.boolean(),
    }),
    fc.record({
      what: fc.constantFrom<Kept['what']>('prompt+output', 'files', 'application-state'),
      term: fc.constantFrom<Kept['term']>('hours', 'days'),
      n: fc.integer({ min: 1, max: 2000 }),
      dormant: fc.boolean(),
    }),
  );
  const anyFacts = fc.record({
    training: fact(TRAINING),
    retention: fc.array(
      kept.map(({ what, term, n, dormant }) => item(what, term, n, dormant)),
      { maxLength: 4 },
    ),
    humanReview: fact(REVIEW),
    metadataLogging: fact(YES_NO),
    passThrough: fc.constant([]),
    zdr: fact(ZDR),
    region: fact(['EU', 'US', 'unknown'] as const).map((one) => ({
      ...one,
      places: one.value === 'unknown' ? null : [one.value],
    })),
    outputOwnership: fact(OWNERSHIP),
    restrictions: fc.array(
      fc.constantFrom(...BARRED).map((bars) => ({ ...evidence, id: bars, bars: [bars], text: 'made up' })),
      { maxLength: 2 },
    ),
  });
  const rank = (of: PolicyFacts): number => GRADES.indexOf(gradeFacts(of).grade);
  const columns = ['this-machine', 'nothing-kept', 'kept', 'trains-or-unknown'];
  const columnRank = (of: PolicyFacts): number =>
    columns.indexOf(columnOf({ ...ask('dry-run'), facts: of }).column);

  it('never improves a grade or a column, whichever fact it takes the place of', () => {
    fc.assert(
      fc.property(anyFacts, fc.nat(), (known, which) => {
        const { training, humanReview, zdr, region, outputOwnership, metadataLogging } =
          unknownFacts('dry-run');
        const { retention } = known;
        const at = retention.length === 0 ? 0 : which % retention.length;
        const blanks: Partial<PolicyFacts>[] = [
          { training },
          { humanReview },
          { zdr },
          { region },
          { outputOwnership },
          { metadataLogging },
          { retention: [] },
          {
            retention: retention.map((one, i) =>
              i === at ? { ...one, term: 'unknown' as const, n: null } : one,
            ),
          },
        ];
        for (const blank of blanks) {
          assert.ok(rank({ ...known, ...blank }) >= rank(known), JSON.stringify(Object.keys(blank)));
          assert.ok(
            columnRank({ ...known, ...blank }) >= columnRank(known),
            JSON.stringify(Object.keys(blank)),
          );
        }
      }),
    );
  });

  it('wins where the worse of two is taken, and passing on never improves a grade', () => {
    fc.assert(
      fc.property(anyFacts, anyFacts, (a, b) => {
        const worse = chooseFacts('worse', a, b);
        assert.ok(rank(worse) >= Math.max(rank(a), rank(b)));
        assert.ok(rank(chooseFacts('better', a, b)) <= Math.min(rank(a), rank(b)));
        assert.ok(rank(joinFacts(a, b)) >= rank(a));
        if (a.training.value === 'unknown' || b.training.value === 'unknown') {
          assert.equal(worse.training.value, 'unknown');
        }
      }),
    );
  });
});
