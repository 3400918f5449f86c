import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { createAirlock } from '../../../src/airlock.ts';
import type { Known } from '../../../src/policy/prepare.ts';
import { networkTransport } from '../../../src/wire/transport.ts';
import { catalogue, catalogued, collect, open, plainScan } from './opened.ts';

describe('the policies of an airlock', () => {
  const stay = { key: undefined, signal: new AbortController().signal };

  it('asks for privacy in the request it sends, and judges by that', async () => {
    const bodies: unknown[] = [];
    for (const privateByRequest of [true, false]) {
      const known = { accounts: {}, privateByRequest };
      const airlock = open(plainScan, () => known);
      const route = catalogued('dry-run:openai/gpt-5');
      const review = await airlock.review(airlock.newConversation(), route, [{ role: 'user', text: 'hi' }]);
      assert.equal(review.policy.asked.length, privateByRequest ? 1 : 0);
      const { events } = await collect(airlock.send(await airlock.clear(review, 'as-decided'), stay));
      const rehearsed = events.find((event) => event.type === 'rehearsed');
      bodies.push(JSON.parse(rehearsed?.request.body.text ?? ''));
    }
    const plain = { model: 'gpt-5', messages: [{ role: 'user', content: 'hi' }], stream: true };
    assert.deepEqual(bodies, [{ store: false, ...plain }, plain]);
  });

  it('judges by what the user stated of the account, as soon as it is stated', async () => {
    let known: Known = { accounts: {}, privateByRequest: true };
    const airlock = open(plainScan, () => known);
    const { destination } = catalogued('openai/gpt-5');
    assert.equal(airlock.policyFor(destination).facts.training.value, 'opt-in');
    assert.equal(airlock.questionFor(destination, [])?.name, 'dataSharing');
    known = { ...known, accounts: { 'openai-api': { settings: { dataSharing: 'enabled' } } } };
    assert.equal(airlock.policyFor(destination).facts.training.value, 'default-on');
    assert.notEqual(airlock.questionFor(destination, [])?.name, 'dataSharing');
  });

  it('names the nearest destinations that miss none of what is demanded', () => {
    const airlock = createAirlock({
      scan: plainScan,
      catalogue,
      transport: networkTransport(fetch),
      now: () => new Date('2026-11-21T12:00:00Z'),
      demands: () => ({ requirements: { training: 'never' }, rules: [] }),
      receiptKey: () => assert.fail('nothing is sent'),
    });
    const at = (written: string, ready = true) => ({
      id: written,
      destination: catalogued(written).destination,
      ready,
    });
    const { destination: nvidia } = at('nvidia/meta/llama-3.3-70b-instruct');
    assert.deepEqual(
      airlock.missesOf(airlock.policyFor(nvidia)).map(({ clause }) => clause),
      ['training'],
    );
    const llama = 'deepinfra/meta-llama/Llama-3.3-70B-Instruct';
    const others = [at('openai/gpt-5'), at('nvidia/a/b'), at(llama)];
    assert.deepEqual(airlock.fitting(nvidia, others), [llama, 'openai/gpt-5']);
    const keyless = [at('openai/gpt-5'), at('nvidia/a/b'), at(llama, false)];
    assert.deepEqual(airlock.fitting(nvidia, keyless), ['openai/gpt-5', llama]);
  });
});
