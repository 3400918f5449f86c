import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import type { DataPolicy } from '../../../src/policy/resolve.ts';
import { kept } from '../policy/ask.ts';
import { githubToken } from '../made-up.ts';
import { catalogued, collect, open, plainScan } from './opened.ts';

interface Rehearsed {
  readonly url: string;
  readonly body: Readonly<Record<string, unknown>>;
  readonly policy: DataPolicy;
}

/** What would leave for a destination, and the policy it was judged by. */
async function rehearse(written: string, privateByRequest = true): Promise<Rehearsed> {
  const airlock = open(plainScan, () => ({ accounts: {}, privateByRequest }));
  const conversation = airlock.newConversation();
  const review = await airlock.review(conversation, catalogued(`dry-run:${written}`), [
    { role: 'user', text: `what is ${githubToken()}?` },
  ]);
  const cleared = await airlock.clear(review, 'redacted');
  const { events } = await collect(
    airlock.send(cleared, { key: undefined, signal: new AbortController().signal }),
  );
  const rehearsed = events.find((event) => event.type === 'rehearsed');
  assert.ok(rehearsed, written);
  return {
    url: rehearsed.request.url,
    body: JSON.parse(rehearsed.request.body.text) as Record<string, unknown>,
    policy: review.policy,
  };
}

describe('a rehearsal', () => {
  it('shows a request in the format of the destination', async () => {
    const content = 'what is GITHUB_TOKEN_1?';
    assert.deepEqual((await rehearse('openai/gpt-5')).body, {
      store: false,
      model: 'gpt-5',
      messages: [{ role: 'user', content }],
      stream: true,
    });
    const response = await rehearse('openai-responses/gpt-5-pro');
    assert.equal(response.url, 'https://api.openai.com/v1/responses');
    assert.deepEqual(response.body, {
      store: false,
      model: 'gpt-5-pro',
      input: [{ type: 'message', role: 'user', content }],
      stream: true,
    });
    const message = await rehearse('anthropic/claude-opus-4-1');
    assert.equal(message.url, 'https://api.anthropic.com/v1/messages');
    assert.deepEqual(message.body, {
      max_tokens: 32_000,
      model: 'claude-opus-4-1',
      messages: [{ role: 'user', content: [{ type: 'text', text: content }] }],
      stream: true,
    });
  });

  it('of a response asks for it not to be kept, and its policy is that, whatever the user wants asked', async () => {
    for (const privateByRequest of [true, false]) {
      const { body, policy } = await rehearse('openai-responses/gpt-5-pro', privateByRequest);
      assert.equal(body['store'], false);
      assert.deepEqual(kept(policy.facts), ['abuse-log days 30', 'cache hours 24']);
    }
    assert.equal('store' in (await rehearse('openai/gpt-5', false)).body, false);
  });
});
