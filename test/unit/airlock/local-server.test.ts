import assert from 'node:assert/strict';
import { afterEach, beforeEach, describe, it } from 'mocha';
import { type Airlock, createAirlock } from '../../../src/airlock.ts';
import { customRoute } from '../../../src/editor/custom-destination.ts';
import { loadCatalogue } from '../../../src/policy/catalogue.ts';
import type { Destination } from '../../../src/policy/destination.ts';
import type { DataPolicy } from '../../../src/policy/resolve.ts';
import { askLocalServer } from '../../../src/wire/local-server.ts';
import { routeTo } from '../../../src/wire/route.ts';
import { networkTransport } from '../../../src/wire/transport.ts';
import { type LocalServer, OLLAMA, startLocalServer } from '../../servers/ollama-server.ts';
import { freshReceiptKey } from '../../../src/host/receipt-key.ts';

const catalogue = loadCatalogue();

describe('a destination on this machine', () => {
  let server: LocalServer;
  beforeEach(async () => (server = await startLocalServer(OLLAMA)));
  afterEach(() => server.close());

  function open(remoteWindow = false): Airlock {
    const known = { accounts: {}, privateByRequest: true, remoteWindow };
    return createAirlock({
      scan: async (texts) => texts.map(() => []),
      catalogue,
      transport: networkTransport(fetch),
      now: () => new Date('2026-11-21T12:00:00Z'),
      known: () => known,
      askLocal: (host, model) => askLocalServer(fetch, host, model),
      receiptKey: freshReceiptKey,
    });
  }
  const ollama = (model: string): Destination => ({
    provider: 'ollama',
    model,
    endpoint: '/v1/chat/completions',
    host: server.host,
    account: { settings: {} },
    features: [],
  });
  const stated = (policyOf: string, mine?: boolean): Destination =>
    customRoute(
      {
        name: 'lab',
        baseUrl: `http://${server.host}/v1`,
        model: 'llama3.3',
        policyOf,
        key: false,
        ...(mine !== undefined && { mine }),
      },
      false,
    ).destination;
  async function reviewed(airlock: Airlock, destination: Destination): Promise<DataPolicy> {
    const messages = [{ role: 'user', text: 'hi' }] as const;
    return (await airlock.review(airlock.newConversation(), routeTo(destination), messages)).policy;
  }

  it('is unknown until its server has said that it serves the model itself', async () => {
    const airlock = open();
    const destination = ollama('llama3.3');
    assert.deepEqual(airlock.policyFor(destination).reason, 'not-this-machine');
    assert.equal((await reviewed(airlock, destination)).local, true);
    assert.equal(airlock.policyFor(destination).local, true);
  });

  it('goes by what its server was found to say, in a window of this machine', async () => {
    for (const [said, isLocal] of [
      ['itself', true],
      ['unknown', false],
    ] as const) {
      const airlock = open();
      await airlock.recognise(ollama('llama3.3'), said);
      assert.equal(airlock.policyFor(ollama('llama3.3')).local, isLocal);
    }
    const remote = open(true);
    await remote.recognise(ollama('llama3.3'), 'itself');
    assert.equal(remote.policyFor(ollama('llama3.3')).reason, 'not-this-machine');
    assert.deepEqual(server.asked, []);
  });

  it('is asked each time before it is decided', async () => {
    const airlock = open();
    const destination = ollama('llama3.3');
    await reviewed(airlock, destination);
    server.answers = {};
    assert.equal((await reviewed(airlock, destination)).local, false);
    assert.equal(airlock.policyFor(destination).reason, 'not-this-machine');
  });

  it('is under the terms of what its server forwards to, by the server’s word and not by the name', async () => {
    for (const model of ['innocent:8b', 'gpt-oss:120b-cloud']) {
      const policy = await reviewed(open(), ollama(model));
      assert.deepEqual([policy.local, policy.known], [false, true], model);
      assert.equal(policy.facts.humanReview.value, 'unknown', model);
      assert.deepEqual(
        policy.facts.retention.map(({ term }) => term),
        ['unknown'],
      );
    }
  });

  it('is not this machine where its server does not say', async () => {
    for (const model of ['hollow', 'nobody']) {
      const policy = await reviewed(open(), ollama(model));
      assert.deepEqual([policy.local, policy.known], [false, false], model);
    }
    server.answers = { '/v1/models': { data: [{ id: 'llama3.3' }] } };
    const other = await reviewed(open(), { ...ollama('llama3.3'), provider: 'lmstudio' });
    assert.deepEqual([other.local, other.known], [false, false]);
  });

  it('is not believed to serve it itself by the user’s word for whose terms hold alone', async () => {
    server.answers = {};
    const policy = await reviewed(open(), stated('ollama'));
    assert.equal(policy.local, false);
    assert.ok(policy.facts.retention.some(({ term }) => term === 'unknown'));
    server.answers = OLLAMA;
    assert.equal((await reviewed(open(), stated('ollama'))).local, true);
  });

  it('is unknown in a window onto another machine, and not asked, unless the user says it is theirs', async () => {
    const airlock = open(true);
    assert.equal((await reviewed(airlock, ollama('llama3.3'))).reason, 'not-this-machine');
    assert.equal((await reviewed(airlock, { ...ollama('llama3.3'), local: true })).known, false);
    assert.equal((await reviewed(airlock, stated('vllm'))).known, false);
    assert.equal((await reviewed(airlock, stated('vllm', true))).known, true);
    assert.equal((await reviewed(airlock, stated('deepinfra'))).provider?.id, 'deepinfra');
    assert.deepEqual(server.asked, []);
  });

  it('is unknown where it forwards although it is said to be a server that does not', async () => {
    for (const entry of ['vllm', 'llamacpp']) {
      const own = { ...stated(entry), model: 'innocent:8b' };
      const policy = await reviewed(open(), own);
      assert.deepEqual([policy.local, policy.known], [false, false], entry);
      const named = await reviewed(open(), { ...ollama('innocent:8b'), provider: entry });
      assert.deepEqual([named.local, named.known], [false, false], entry);
    }
  });

  it('of somebody else’s terms is not asked', async () => {
    await reviewed(open(), stated('deepinfra'));
    assert.deepEqual(server.asked, []);
  });
});
