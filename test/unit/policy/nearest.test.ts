import assert from 'node:assert/strict';
import fc from 'fast-check';
import { describe, it } from 'mocha';
import { gradeOf, GRADES } from '../../../src/policy/grade.ts';
import { modelFamily, nearestFitting } from '../../../src/policy/nearest.ts';
import { missesOf, type Clauses } from '../../../src/policy/requirements.ts';
import { ask, destination, TODAY } from './ask.ts';

const ALL = [
  'openai/gpt-5',
  'nvidia/meta/llama-3.3-70b-instruct',
  'deepinfra/meta-llama/Llama-3.3-70B-Instruct',
  'deepinfra/google/gemini-2.5-flash',
  'groq/llama-3.3-70b-versatile',
  'deepseek/deepseek-chat',
  'fireworks/accounts/fireworks/models/llama-v3p3-70b-instruct',
  'sambanova/Meta-Llama-3.3-70B-Instruct',
  'cerebras/gpt-oss-120b',
  'dry-run',
];

function nearest(
  instead: string,
  demands: Clauses,
  from: readonly string[] = ALL,
  unready: readonly string[] = [],
): readonly string[] {
  const candidates = from.map((id) => ({ id, policy: ask(id), ready: !unready.includes(id) }));
  return nearestFitting(destination(instead), candidates, demands, TODAY);
}

describe('the nearest destinations that fit', () => {
  it('meet every clause, the best grade first, then the same family of models', () => {
    const demands: Clauses = { training: 'never', retentionDays: 30 };
    const found = nearest('nvidia/meta/llama-3.3-70b-instruct', demands);
    assert.ok(found.length > 1);
    for (const id of found) assert.deepEqual(missesOf(ask(id), demands, TODAY), [], id);
    const grades = found.map((id) => GRADES.indexOf(gradeOf(ask(id)).grade));
    assert.deepEqual(
      grades,
      grades.toSorted((a, b) => a - b),
    );
    assert.ok(!found.includes('nvidia/meta/llama-3.3-70b-instruct'));
    assert.ok(!found.includes('dry-run'));
  });

  it('put the same family first among equals, whoever serves it', () => {
    const pair = ['deepinfra/Qwen/Qwen3-32B', 'deepinfra/meta-llama/Llama-3.3-70B-Instruct'];
    assert.deepEqual(nearest('nvidia/meta/llama-3.3-70b-instruct', {}, pair), pair.toReversed());
    assert.deepEqual(nearest('dashscope/qwen-plus', {}, pair), pair);
    assert.deepEqual(nearest('dry-run:dashscope/qwen-plus', {}, pair), pair);
  });

  it('put those that can be used as they are before those without a key, whatever their grade', () => {
    const demands: Clauses = { training: 'never' };
    const all = nearest('nvidia/meta/llama-3.3-70b-instruct', demands);
    const [first = '', ...rest] = all;
    const grade = (id: string): number => GRADES.indexOf(gradeOf(ask(id)).grade);
    assert.ok(rest.some((id) => grade(id) > grade(first)));
    assert.deepEqual(nearest('nvidia/meta/llama-3.3-70b-instruct', demands, ALL, [first]), [...rest, first]);
    assert.deepEqual(nearest('nvidia/meta/llama-3.3-70b-instruct', demands, ALL, ALL), all);
  });

  it('are none where none fits', () => {
    assert.deepEqual(nearest('openai/gpt-5', { training: 'never', retentionDays: 0, sourceAgeDays: 0 }), []);
  });

  it('are all that miss nothing, in an order that does not depend on the list’s', () => {
    fc.assert(
      fc.property(
        fc.shuffledSubarray(ALL),
        fc.record(
          {
            training: fc.constant('never' as const),
            retentionDays: fc.constantFrom(0, 30),
            humanReview: fc.constantFrom('never' as const, 'flagged-only' as const),
          },
          { requiredKeys: [] },
        ),
        (from, drawn) => {
          const demands: Clauses = drawn;
          const found = nearest('deepseek/deepseek-chat', demands, from);
          const fit = from.filter(
            (id) =>
              id !== 'dry-run' &&
              id !== 'deepseek/deepseek-chat' &&
              missesOf(ask(id), demands, TODAY).length === 0,
          );
          assert.deepEqual(found.toSorted(), fit.toSorted());
          const grades = found.map((id) => GRADES.indexOf(gradeOf(ask(id)).grade));
          assert.deepEqual(
            grades,
            grades.toSorted((a, b) => a - b),
          );
        },
      ),
      { numRuns: 50 },
    );
  });
});

describe('a model’s family', () => {
  const cases: readonly (readonly [string, string])[] = [
    ['meta-llama/Llama-3.3-70B-Instruct', 'llama'],
    ['accounts/fireworks/models/llama-v3p3-70b-instruct', 'llama'],
    ['nvidia/llama-3.1-nemotron-70b', 'nemotron'],
    ['openai/gpt-oss-120b', 'gpt-oss'],
    ['gpt-5-mini', 'gpt'],
    ['anthropic/claude-sonnet-4.5', 'claude'],
    ['deepseek-r1-distill-llama-70b', 'deepseek'],
    ['somebodys-own-7b', 'somebodys'],
    ['', ''],
  ];
  for (const [model, family] of cases) {
    it(`of ${model || 'nothing'} is ${family || 'none'}`, () => assert.equal(modelFamily(model), family));
  }
});
