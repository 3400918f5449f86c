import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import * as v from 'valibot';
import { type Clauses, missesOf, Requirements } from '../../../src/policy/requirements.ts';
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

  it('are missed by what is not known', () => {
    const everything: Clauses = {
      training: 'never',
      retentionDays: 3_650,
      humanReview: 'flagged-only',
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

  it('come as presets, in which clauses of the user’s own take the place of the preset’s', () => {
    assert.equal(v.parse(Requirements, { preset: 'client-nda' }).retentionDays, 30);
    assert.equal(v.parse(Requirements, { preset: 'client-nda', retentionDays: 7 }).retentionDays, 7);
    assert.deepEqual(v.parse(Requirements, { preset: 'open-source' }), {});
    assert.ok(!v.is(Requirements, { training: 'sometimes' }));
    assert.ok(!v.is(Requirements, { preset: 'whatever' }));
  });
});
