import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { ask, destination, kept } from './ask.ts';

describe('the policy of Anthropic', () => {
  const messages = ask('anthropic/claude-opus-4-1');

  it('is that of its messages, where nothing else is said', () => {
    assert.equal(destination('anthropic/claude-opus-4-1').endpoint, '/v1/messages');
    assert.equal(messages.facts.training.value, 'never');
    assert.deepEqual(kept(messages.facts), ['prompt+output days 30', 'flagged days 730']);
  });

  it('holds for its chat completions too', () => {
    const chat = ask('anthropic/claude-opus-4-1', { endpoint: '/v1/chat/completions' });
    assert.deepEqual(chat.facts, messages.facts);
  });

  it('is another for batches, files and agents, whatever their paths have in common', () => {
    const at = (endpoint: string): string[] => kept(ask('anthropic/claude-opus-4-1', { endpoint }).facts);
    assert.ok(at('/v1/messages/batches').includes('application-state days 29'));
    assert.ok(at('/v1/files').includes('files until-deleted'));
    assert.ok(at('/v1/sessions').includes('application-state until-deleted'));
    assert.deepEqual(at('/v1/messages/count_tokens'), kept(messages.facts));
  });

  it('keeps nothing with an agreement, but of models that it does not cover', () => {
    const account = { settings: { zdr: 'enabled' } };
    assert.deepEqual(kept(ask('anthropic/claude-opus-4-1', { account }).facts), [
      'prompt+output none',
      'flagged days 730',
    ]);
    assert.ok(kept(ask('anthropic/claude-mythos-5', { account }).facts).includes('prompt+output days 30'));
  });
});
