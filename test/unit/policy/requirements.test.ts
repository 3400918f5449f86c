import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import * as v from 'valibot';
import { type Clauses, missesOf, Requirements } from '../../../src/policy/requirements.ts';
import { missSentence } from '../../../src/sentences/requirements.ts';
import { english } from '../../../src/sentences/translate.ts';
import { ask, TODAY } from './ask.ts';

function missed(destination: string, setting: unknown): string[] {
  const demands = v.parse(Requirements, setting);
  return missesOf(ask(destination), demands, TODAY).map(({ clause, instead }) => `${clause}: ${instead}`);
}

describe('requirements', () => {
  it('are met or missed clause by clause, each miss with what is done instead', () => {
    assert.deepEqual(missed('openai/gpt-5', { training: 'never' }), []);
    assert.deepEqual(missed('openai/gpt-5', { retentionDays: 30 }), []);
    assert.deepEqual(missed('openai/gpt-5', { retentionDays: 7 }), ['retentionDays: 30']);
    assert.deepEqual(missed('openai/gpt-5', { retentionDays: 0 }), ['retentionDays: 30']);
    assert.deepEqual(missed('openai/gpt-5', { humanReview: 'flagged-only', passThrough: 'none' }), []);
    assert.deepEqual(missed('openai/gpt-5', { humanReview: 'never' }), ['humanReview: flagged-only']);
    assert.deepEqual(missed('openai/gpt-5', { ownership: 'customer' }), []);
  });

  it('name the sources of what is done instead', () => {
    const [miss] = missesOf(ask('openai/gpt-5'), { humanReview: 'never' }, TODAY);
    assert.equal(miss?.provider, 'openai-api');
    assert.ok((miss?.citations.length ?? 0) > 0);
  });

  it('are missed by silence on what was sent, whatever is said of records', () => {
    const policy = ask('openai/gpt-5');
    const about = (change: object): object[] =>
      missesOf(
        {
          ...policy,
          facts: {
            ...policy.facts,
            retention: policy.facts.retention.slice(0, 1).map((item) => ({ ...item, ...change })),
          },
        },
        { retentionDays: 3_650 },
        TODAY,
      );
    assert.equal(about({ what: 'metadata', term: 'none' }).length, 1);
    assert.equal(about({ dormant: true }).length, 1);
    assert.equal(about({ what: 'prompt+output', term: 'none' }).length, 0);
  });

  it('are missed by what is not known', () => {
    const everything: Clauses = {
      training: 'never',
      retentionDays: 3_650,
      humanReview: 'flagged-only',
      regions: ['EU', 'US'],
      passThrough: 'none',
      ownership: 'customer',
      sourceAgeDays: 3_650,
    };
    const clauses = missesOf(ask('openai/gpt-5', { provider: 'nobody' }), everything, TODAY).map(
      ({ clause }) => clause,
    );
    assert.deepEqual(clauses, Object.keys(everything));
  });

  it('ask the age of every source in force', () => {
    const misses = missesOf(ask('openai/gpt-5'), { sourceAgeDays: 0 }, TODAY);
    assert.equal(misses.length, 1);
    assert.equal(misses[0]?.citations.length, 1);
  });

  it('ask nothing of a dry run that rehearses nobody', () => {
    assert.deepEqual(missed('dry-run', { preset: 'health-data' }), []);
    assert.deepEqual(missed('dry-run:openai/gpt-5', { preset: 'health-data' }), [
      'retentionDays: 30',
      'humanReview: flagged-only',
    ]);
  });

  it('go by places and the groups they lie in, not by words; what is not known is a miss', () => {
    assert.deepEqual(missed('deepseek/deepseek-chat', { regions: ['CN'] }), []);
    assert.deepEqual(missed('deepseek/deepseek-chat', { regions: ['EEA', 'US'] }), ['regions: CN']);
    assert.deepEqual(missed('openai/gpt-5', { regions: ['US'] }), []);
    assert.deepEqual(missed('openai/gpt-5', { regions: ['north-america'] }), []);
    assert.deepEqual(missed('openai/gpt-5', { regions: ['EU'] }), ['regions: US']);
    assert.deepEqual(missed('dashscope/qwen-plus', { regions: ['SG', 'US'] }), ['regions: CN']);
    for (const unknown of ['groq/x', 'mistral/x', 'cohere/x', 'anthropic/x', 'openrouter/a/b'])
      assert.deepEqual(missed(unknown, { regions: ['EU', 'US', 'CN', 'SG'] }), ['regions: null'], unknown);
  });

  it('do not know the region of a project with a host of its own, nor of what is handed on', () => {
    const at = (host: string) => missesOf(ask('openai/gpt-5', { host }), { regions: ['US', 'EEA'] }, TODAY);
    assert.equal(at('eu.api.openai.com')[0]?.instead, null);
    assert.deepEqual(at('api.openai.com'), []);
    const model = 'together/some/model';
    assert.deepEqual(missed(model, { regions: ['north-america'] }), ['regions: null']);
    const hosted = ask(model, { account: { settings: { storePrompts: 'No' } } });
    assert.deepEqual(missesOf(hosted, { regions: ['north-america'] }, TODAY), []);
    assert.equal(missesOf(hosted, { regions: ['US'] }, TODAY)[0]?.instead, 'north-america');
  });

  it('let this machine be, wherever it is', () => {
    const lab = ask('llamacpp/x', { policyOf: 'llamacpp' });
    assert.equal(lab.known, true);
    assert.deepEqual(missesOf(lab, { regions: ['EU'] }, TODAY), []);
  });

  it('are said with the places', () => {
    const say = (destination: string): string[] =>
      missesOf(ask(destination), { regions: ['EEA', 'CH'] }, TODAY).map((miss) =>
        missSentence(miss, english),
      );
    assert.deepEqual(say('deepseek/x'), ['You require that it stays in EEA, CH; here it may be in CN.']);
    assert.deepEqual(say('groq/x'), [
      'You require that it stays in EEA, CH; it is not known where it goes here.',
    ]);
  });

  it('come as presets, in which clauses of the user’s own take the place of the preset’s', () => {
    assert.equal(v.parse(Requirements, { preset: 'client-nda' }).retentionDays, 30);
    assert.equal(v.parse(Requirements, { preset: 'client-nda', retentionDays: 7 }).retentionDays, 7);
    assert.deepEqual(v.parse(Requirements, { preset: 'open-source' }), {});
    assert.ok(!v.is(Requirements, { training: 'sometimes' }));
    assert.ok(!v.is(Requirements, { regions: [] }));
    assert.ok(!v.is(Requirements, { regions: ['Europe'] }));
    assert.ok(!v.is(Requirements, { preset: 'whatever' }));
  });
});
