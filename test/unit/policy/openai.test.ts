import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { columnOf } from '../../../src/policy/column.ts';
import { gradeOf } from '../../../src/policy/grade.ts';
import type { DataPolicy } from '../../../src/policy/resolve.ts';
import { ask, cited, kept } from './ask.ts';

const ids = (rules: readonly { id: string }[]): string[] => rules.map(({ id }) => id);
const grade = (policy: DataPolicy): string => gradeOf(policy).grade;
const column = (policy: DataPolicy): string => columnOf(policy).column;

describe('the OpenAI API', () => {
  it('by default: no training, an abuse log of 30 days, a cache of 24 hours, people only if flagged', () => {
    const policy = ask('openai/gpt-5');
    assert.equal(policy.facts.training.value, 'opt-in');
    assert.equal(policy.facts.training.rule, 'base');
    assert.deepEqual(cited(policy.facts.training), ['oa-data', 'openai-2023']);
    assert.deepEqual(kept(policy.facts), ['abuse-log days 30', 'cache hours 24']);
    assert.equal(policy.facts.humanReview.value, 'flagged-only');
    assert.equal(policy.facts.outputOwnership.value, 'customer');
    assert.deepEqual(policy.facts.passThrough, []);
    assert.deepEqual(ids(policy.applied), ['oa-chat']);
    assert.equal(grade(policy), 'B');
    const placement = columnOf(policy);
    assert.ok(placement.because === 'retention');
    assert.equal(placement.column, 'kept');
    assert.equal(placement.fact?.what, 'abuse-log');
    assert.equal(placement.fact?.rule, 'base');
  });

  it('shows what was not stated of the account as the range, and neither gains nor loses by it', () => {
    const policy = ask('openai/gpt-5');
    assert.deepEqual(ids(policy.maybe), ['oa-share', 'oa-mam', 'oa-zdr', 'oa-zdr-revoked']);
    assert.equal(policy.best.retention[0]?.term, 'none');
    assert.equal(policy.worst.training.value, 'default-on');
    assert.deepEqual([gradeOf(policy).best, gradeOf(policy).worst], ['A', 'E']);
    assert.deepEqual(policy.maybe[0]?.openOn, [
      { kind: 'setting', name: 'dataSharing', values: ['enabled'] },
    ]);
  });

  it('keeps audio for an hour only from a request for audio', () => {
    assert.deepEqual(kept(ask('openai/gpt-5', { features: ['audio-output'] }).facts), [
      'abuse-log days 30',
      'cache hours 24',
      'audio-output hours 1',
    ]);
  });

  it('keeps a completion for 30 days once the request says store', () => {
    const policy = ask('openai/gpt-5', { request: { store: true } });
    assert.deepEqual(kept(policy.facts), [
      'abuse-log days 30',
      'cache hours 24',
      'application-state days 30',
    ]);
    const stored = policy.facts.retention.at(-1);
    assert.equal(stored?.rule, 'oa-chat-store');
    assert.ok(stored.citations.some(({ src, primary }) => src === 'discord-oa' && !primary));
    assert.equal(ask('openai/gpt-5', { request: { store: false } }).facts.retention.length, 3);
  });

  it('keeps what the Responses API stores by default, unless told not to', () => {
    const endpoint = '/v1/responses';
    const stored = ['abuse-log days 30', 'cache hours 24', 'application-state days 30'];
    assert.deepEqual(kept(ask('openai/gpt-5', { endpoint }).facts), stored);
    assert.deepEqual(kept(ask('openai/gpt-5', { endpoint: '/v1/responses/?a=b' }).facts), stored);
    assert.deepEqual(kept(ask('openai/gpt-5', { endpoint, request: { store: true } }).facts), stored);
    assert.deepEqual(
      kept(ask('openai/gpt-5', { endpoint, request: { store: false } }).facts),
      stored.slice(0, 2),
    );
    assert.equal(column(ask('openai/gpt-5', { endpoint })), 'kept');
  });

  it('keeps nothing under a stated zero-retention agreement, where that covers the endpoint', () => {
    const account = { settings: { retentionControl: 'zero_data_retention' } };
    const policy = ask('openai/gpt-5', { account });
    assert.deepEqual(kept(policy.facts), ['prompt+output none']);
    assert.deepEqual(ids(policy.applied), ['oa-zdr', 'oa-chat']);
    assert.equal(grade(policy), 'A');
    assert.equal(column(policy), 'nothing-kept');
    // The agreement also cancels what the request or the endpoint would store.
    assert.deepEqual(kept(ask('openai/gpt-5', { account, request: { store: true } }).facts), [
      'prompt+output none',
    ]);
    assert.deepEqual(kept(ask('openai/gpt-5', { account, endpoint: '/v1/responses' }).facts), [
      'prompt+output none',
    ]);
    // It does not cover threads.
    assert.deepEqual(kept(ask('openai/gpt-5', { account, endpoint: '/v1/threads' }).facts), [
      'abuse-log days 30',
      'cache hours 24',
      'application-state until-deleted',
    ]);
  });

  it('lets account rules take effect before those of the endpoint', () => {
    const account = { settings: { retentionControl: 'modified_abuse_monitoring' } };
    const policy = ask('openai/gpt-5', { account, endpoint: '/v1/responses' });
    assert.deepEqual(ids(policy.applied), ['oa-mam', 'oa-resp-default']);
    assert.deepEqual(kept(policy.facts), ['abuse-log none', 'cache hours 24', 'application-state days 30']);
    // Here the endpoint sets what the account rule has set before.
    assert.deepEqual(kept(ask('openai/gpt-5', { account, endpoint: '/v1/moderations' }).facts), [
      'prompt+output none',
    ]);
  });

  it('trains once sharing is stated to be on', () => {
    const policy = ask('openai/gpt-5', { account: { settings: { dataSharing: 'Enabled' } } });
    assert.equal(policy.facts.training.value, 'default-on');
    assert.equal(policy.facts.training.rule, 'oa-share');
    assert.deepEqual(cited(policy.facts.training), ['oa-share', 'openai-2023']);
    assert.equal(grade(policy), 'E');
    assert.equal(column(policy), 'trains-or-unknown');
  });

  it('closes the range with a switch that is stated to be off', () => {
    const account = { settings: { dataSharing: 'disabled', retentionControl: 'none' } };
    const policy = ask('openai/gpt-5', { account });
    assert.deepEqual(policy.maybe, []);
    assert.deepEqual(policy.best, policy.facts);
    assert.deepEqual(policy.worst, policy.facts);
  });

  it('takes a setting that no rule has heard of as not stated', () => {
    const account = { settings: { retentionControl: 'zero', dataSharing: 'perhaps', constructor: 'x' } };
    const policy = ask('openai/gpt-5', { account });
    assert.deepEqual(policy.facts, ask('openai/gpt-5').facts);
    assert.deepEqual(policy.worst, ask('openai/gpt-5').worst);
  });

  it('passes on to third parties whose terms nobody knows once a tool of theirs is used', () => {
    const policy = ask('openai/gpt-5', { features: ['web-search'] });
    assert.equal(policy.facts.passThrough[0]?.to, 'third-party tool or MCP server');
    assert.equal(policy.facts.training.value, 'unknown');
    assert.equal(policy.facts.training.reason, 'nobody-named');
    assert.equal(policy.known, true);
    assert.equal(column(policy), 'trains-or-unknown');
  });

  it('has history in no policy', () => {
    for (const endpoint of ['/v1/chat/completions', '/v1/responses']) {
      for (const today of ['2026-11-21', '2025-06-01', '2022-01-01']) {
        const { applied, maybe, facts } = ask('openai/gpt-5', { endpoint }, today);
        const rules = [...ids(applied), ...ids(maybe)];
        assert.ok(!rules.includes('oa-pre2023') && !rules.includes('oa-nyt'), today);
        assert.ok(facts.retention.every(({ term }) => term !== 'indefinite'));
      }
    }
  });
});
