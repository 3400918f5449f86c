import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { columnOf } from '../../../src/policy/column.ts';
import { gradeOf } from '../../../src/policy/grade.ts';
import type { DataPolicy } from '../../../src/policy/resolve.ts';
import { ask, kept } from './ask.ts';

const LLAMA = 'deepinfra/meta-llama/Llama-3.3-70B-Instruct';
const ids = (rules: readonly { id: string }[]): string[] => rules.map(({ id }) => id);
const grade = (policy: DataPolicy): string => gradeOf(policy).grade;
const column = (policy: DataPolicy): string => columnOf(policy).column;

describe('DeepInfra', () => {
  it('keeps nothing and never trains with the models that it hosts, and people may look', () => {
    const policy = ask(LLAMA);
    assert.equal(policy.facts.training.value, 'never');
    assert.deepEqual(kept(policy.facts), ['prompt+output session']);
    assert.equal(policy.facts.humanReview.value, 'possible');
    assert.equal(policy.facts.region.value, 'unknown');
    assert.equal(grade(policy), 'A');
    assert.equal(column(policy), 'nothing-kept');
    assert.deepEqual(policy.chain, [{ id: 'deepinfra', name: 'DeepInfra' }]);
  });

  it('has undated sources, so that nothing is dated and everything is stale', () => {
    const policy = ask(LLAMA);
    assert.equal(policy.oldestAsOf, null);
    assert.equal(policy.undated, true);
    assert.equal(policy.stale, true);
    assert.ok(
      policy.facts.training.citations.every(({ undated, stale, asOf }) => undated && stale && asOf === null),
    );
  });

  for (const [model, rule, next] of [
    ['google/gemini-2.5-pro', 'di-google', 'google-vertex'],
    ['anthropic/claude-4-opus', 'di-anthropic', 'anthropic-api'],
    ['ANTHROPIC/Claude-4-opus', 'di-anthropic', 'anthropic-api'],
    ['claude-4-opus', 'di-anthropic', 'anthropic-api'],
  ] as const) {
    it(`passes ${model} on, so that training is not known`, () => {
      const policy = ask(`deepinfra/${model}`);
      assert.equal(policy.facts.training.value, 'unknown');
      assert.equal(policy.facts.training.rule, rule);
      assert.equal(policy.facts.passThrough[0]?.policyOf, next);
      assert.deepEqual(ids(policy.chain), ['deepinfra', next]);
      assert.equal(grade(policy), '?');
      assert.equal(column(policy), 'trains-or-unknown');
    });
  }

  it('adds what the next in the chain keeps, under its own rules for the model', () => {
    assert.deepEqual(kept(ask('deepinfra/google/gemini-2.5-pro').facts), [
      'prompt+output unknown',
      'cache hours 24',
      'abuse-log unknown',
    ]);
    const covered = ask('deepinfra/anthropic/claude-fable-5');
    assert.ok(ids(covered.applied).includes('an-covered'));
    assert.equal(covered.facts.zdr.value, 'unavailable');
  });

  it('leaves the next in the chain out where an agreement is stated', () => {
    const policy = ask('deepinfra/anthropic/claude-4-opus', { account: { agreements: ['anthropic-api'] } });
    assert.equal(policy.facts.passThrough[0]?.counted, false);
    assert.deepEqual(kept(policy.facts), ['prompt+output unknown']);
    assert.equal(policy.facts.training.value, 'unknown');
  });

  it('hosts Gemma itself', () => {
    assert.equal(column(ask('deepinfra/google/gemma-3-27b-it')), 'nothing-kept');
  });

  it('keeps bulk jobs for a time that has no number', () => {
    const policy = ask(LLAMA, { endpoint: '/v1/openai/batches' });
    assert.deepEqual(kept(policy.facts), ['prompt+output session', 'prompt+output limited']);
    assert.equal(column(policy), 'kept');
  });

  it('counts images as kept where an endpoint may make some', () => {
    assert.deepEqual(kept(ask('deepinfra/x', { endpoint: '/v1/inference/x' }).facts), [
      'prompt+output session',
      'image-output limited',
    ]);
  });
});
