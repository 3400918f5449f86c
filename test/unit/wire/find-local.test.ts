import assert from 'node:assert/strict';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, describe, it } from 'mocha';
import { ADDRESSES } from '../../../src/policy/addresses.ts';
import { isWellFormedModel } from '../../../src/policy/destination.ts';
import { findLocalServers, type FoundServer, MOST_MODELS } from '../../../src/wire/find-local.ts';
import { LOCAL_KINDS, type LocalKind } from '../../../src/wire/local-kinds.ts';
import { LLAMA_CPP, LM_STUDIO_ONE, LM_STUDIO_ZERO, VLLM } from '../../servers/local-answers.ts';
import { type LocalServer, OLLAMA, startLocalServer } from '../../servers/ollama-server.ts';
import { CATALOGUE } from '../policy/ask.ts';

const ANSWERS: Readonly<Record<string, LocalServer['answers']>> = {
  ollama: OLLAMA,
  lmstudio: LM_STUDIO_ONE,
  llamacpp: LLAMA_CPP,
  vllm: VLLM,
};

describe('servers on this machine, looked for', () => {
  const open: { close(): unknown }[] = [];
  afterEach(async () => {
    await Promise.all(open.splice(0).map((one) => one.close()));
  });

  async function start(...args: Parameters<typeof startLocalServer>): Promise<LocalServer> {
    const server = await startLocalServer(...args);
    open.push(server);
    return server;
  }

  const portOf = ({ host }: LocalServer): number => Number(host.slice(host.lastIndexOf(':') + 1));

  /** The table with other ports, and only of the kinds named. */
  function at(ports: Readonly<Record<string, number>>): readonly LocalKind[] {
    return LOCAL_KINDS.flatMap((kind) => {
      const port = ports[kind.alias];
      return port === undefined ? [] : [{ ...kind, port }];
    });
  }

  async function findAt(
    alias: string,
    answers: LocalServer['answers'],
    name?: string,
  ): Promise<readonly FoundServer[]> {
    const server = await start(answers, name === undefined ? {} : { name });
    return findLocalServers(fetch, () => undefined, { kinds: at({ [alias]: portOf(server) }) });
  }

  const idsOf = (found: readonly FoundServer[]): string[] =>
    found.flatMap(({ models }) => models.map(({ id }) => id));

  it('are those of the destinations that can be written, and of the catalogue', () => {
    for (const { alias, provider, port } of LOCAL_KINDS) {
      const address = ADDRESSES.get(alias);
      assert.deepEqual([address?.provider, address?.host], [provider, `localhost:${port}`]);
      assert.equal(CATALOGUE.providers[provider]?.kind, 'local');
    }
  });

  it('are told by their own APIs, with their models', async () => {
    const started = Object.entries(ANSWERS).map(
      async ([alias, answers]) => [alias, await start(answers)] as const,
    );
    const servers = new Map(await Promise.all(started));
    const ports = Object.fromEntries([...servers].map(([alias, server]) => [alias, portOf(server)]));
    const said: string[] = [];
    const found = await findLocalServers(fetch, ({ kind }) => said.push(kind.alias), { kinds: at(ports) });
    assert.deepEqual(
      found.map(({ kind, models }) => [kind.alias, models.map(({ id }) => id)]),
      [
        ['ollama', OLLAMA['/api/tags'].models.map(({ model }) => model)],
        ['lmstudio', ['google/gemma-3-12b']],
        ['llamacpp', ['qwen3-8b']],
        ['vllm', ['Qwen/Qwen3-8B']],
      ],
    );
    assert.deepEqual(said.toSorted(), ['llamacpp', 'lmstudio', 'ollama', 'vllm']);
    for (const server of servers.values()) {
      assert.ok(server.asked.length > 0 && server.asked.every((asked) => asked.startsWith('GET /')));
    }
  });

  it('are taken for none but their own kind', async () => {
    for (const alias of Object.keys(ANSWERS)) {
      for (const [other, answers] of Object.entries(ANSWERS)) {
        if (other !== alias) assert.deepEqual(await findAt(alias, answers), [], `${other} as ${alias}`);
      }
    }
  });

  it('say of their models what an Ollama says, and nothing else is believed', async () => {
    const [ollama] = await findAt('ollama', OLLAMA);
    assert.deepEqual(
      ollama?.models.map(({ id, served, forwardedTo }) => [id, served, forwardedTo]),
      [
        ['llama3.3:latest', 'itself', undefined],
        ['my-cloud', 'itself', undefined],
        ['gpt-oss:120b-cloud', 'forwards', 'ollama.com'],
        ['innocent:8b', 'forwards', 'ollama.com'],
        ['elsewhere:8b', 'unknown', 'models.example.com'],
        ['hollow', 'unknown', undefined],
      ],
    );
    for (const alias of ['lmstudio', 'llamacpp', 'vllm']) {
      const [found] = await findAt(alias, ANSWERS[alias] ?? {});
      assert.ok(found && found.models.every(({ served }) => served === 'unknown'), alias);
    }
  });

  it('are known in their older and barer forms', async () => {
    assert.deepEqual(idsOf(await findAt('lmstudio', LM_STUDIO_ZERO)), ['qwen2-vl-7b-instruct']);
    const list = (id: string): object => ({ object: 'list', data: [{ id, object: 'model' }] });
    // By its properties, by its header, by its owner; a key keeps the first to itself.
    assert.deepEqual(idsOf(await findAt('llamacpp', { ...LLAMA_CPP, '/v1/models': list('m') })), ['m']);
    assert.deepEqual(idsOf(await findAt('llamacpp', { '/v1/models': list('m') }, 'llama.cpp')), ['m']);
    const { '/props': _, ...rest } = LLAMA_CPP;
    assert.deepEqual(idsOf(await findAt('llamacpp', rest)), ['qwen3-8b']);
    assert.deepEqual(await findAt('llamacpp', { '/v1/models': list('m') }), []);
  });

  it('have a model by the name of its file where the name is a path', async () => {
    for (const id of [
      '/home/dev/models/qwen3-8b.gguf',
      'C:\\models\\qwen3-8b.gguf',
      'models/qwen3-8b.gguf',
    ]) {
      const answers = { ...LLAMA_CPP, '/v1/models': { data: [{ id, owned_by: 'llamacpp' }] } };
      assert.deepEqual(idsOf(await findAt('llamacpp', answers)), ['qwen3-8b.gguf']);
    }
  });

  it('that answer otherwise are none, and cost nothing', async () => {
    const hostile: readonly LocalServer['answers'][] = [
      {},
      { '/version': 302, '/v1/models': 302 },
      { '/version': 500, '/v1/models': 500 },
      { '/version': '<html>', '/v1/models': '[' },
      { ...VLLM, '/v1/models': ' '.repeat(2_000_000) },
      { ...VLLM, '/v1/models': '['.repeat(900_000) },
      { ...VLLM, '/v1/models': { data: 'x' } },
      { ...VLLM, '/v1/models': { data: [{ id: 7, owned_by: 'vllm' }] } },
      { ...VLLM, '/v1/models': { data: [{ id: 'm', owned_by: 'somebody' }] } },
      { ...VLLM, '/version': null },
    ];
    for (const answers of hostile) assert.deepEqual(await findAt('vllm', answers), []);
  });

  it('have only names that can be written, each once, and not too many', async () => {
    const names = [
      'ok',
      'bad\nname',
      'bad name',
      '',
      'bäd',
      '$(check)official',
      'x'.repeat(201),
      'ok',
      'a/b:c',
    ];
    const data = names.map((id) => ({ id, owned_by: 'vllm' }));
    const [found] = await findAt('vllm', { ...VLLM, '/v1/models': { data } });
    assert.deepEqual(
      found?.models.map(({ id }) => id),
      ['ok', 'a/b:c'],
    );
    assert.ok(found.models.every(({ id }) => isWellFormedModel(id)));
    const many = Array.from({ length: 5_000 }, (_, i) => ({ id: `m${i}`, owned_by: 'vllm' }));
    const [full] = await findAt('vllm', { ...VLLM, '/v1/models': { data: many } });
    assert.deepEqual([full?.models.length, full?.more], [MOST_MODELS, true]);
  });

  it('show the host a model is forwarded to only where it is the name of one', async () => {
    const remote = [
      'https://ollama.com.example.com',
      'https://x y',
      'javascript:alert(1)',
      'not an address',
      'https://[::1]',
    ];
    const models = remote.map((host, i) => ({ model: `m${i}`, size: 9e9, digest: 'd', remote_host: host }));
    const [found] = await findAt('ollama', { ...OLLAMA, '/api/tags': { models } });
    assert.deepEqual(
      found?.models.map(({ served, forwardedTo }) => [served, forwardedTo]),
      [
        ['unknown', 'ollama.com.example.com'],
        ['unknown', ''],
        ['unknown', ''],
        ['unknown', ''],
        ['unknown', ''],
      ],
    );
  });

  it('with a long list of one name are read in time', async () => {
    const models = Array.from({ length: 30_000 }, () => ({ model: 'm' }));
    const before = performance.now();
    const [found] = await findAt('ollama', { ...OLLAMA, '/api/tags': { models } });
    assert.equal(found?.models.length, 1);
    assert.ok(performance.now() - before < 5_000);
  });

  it('that never come to an end are not waited for', async () => {
    const endless: Server = createServer((_request, response) => {
      response.writeHead(200, { 'content-type': 'application/json' });
      const timer = setInterval(() => response.write(' '), 5);
      response.on('close', () => clearInterval(timer));
    });
    await new Promise<void>((resolve) => endless.listen(0, '127.0.0.1', resolve));
    open.push({
      close: () => {
        endless.closeAllConnections();
        endless.close();
      },
    });
    const { port } = endless.address() as AddressInfo;
    const good = await start(OLLAMA);
    const before = performance.now();
    const found = await findLocalServers(fetch, () => undefined, {
      kinds: at({ vllm: port, lmstudio: port, ollama: portOf(good) }),
      milliseconds: 300,
    });
    assert.ok(performance.now() - before < 2_000);
    assert.deepEqual(
      found.map(({ kind }) => kind.alias),
      ['ollama'],
    );
  });

  it('are offered as they answer, and not once the looking was ended', async () => {
    const server = await start(OLLAMA);
    const ended = new AbortController();
    ended.abort();
    const kinds = at({ ollama: portOf(server) });
    const options = { kinds, signal: ended.signal };
    assert.deepEqual(await findLocalServers(fetch, () => assert.fail('it was told'), options), []);
    assert.deepEqual(server.asked, []);
  });

  it('are asked nothing that holds a key or a prompt', async () => {
    const seen: { url: string; init: RequestInit | undefined }[] = [];
    const watching: typeof fetch = (input, init) => {
      seen.push({ url: String(input), init });
      return Promise.reject(new TypeError('nobody'));
    };
    await findLocalServers(watching, () => assert.fail('there is none'));
    assert.equal(seen.length, 2 * LOCAL_KINDS.flatMap(({ questions }) => questions).length);
    for (const { url, init } of seen) {
      assert.match(url, /^http:\/\/(?:127\.0\.0\.1|\[::1\]):\d+\/[\w/]+$/);
      assert.deepEqual(Object.keys(init?.headers ?? {}).toSorted(), ['accept', 'user-agent']);
      assert.deepEqual([init?.body, init?.method, init?.redirect], [undefined, undefined, 'manual']);
    }
  });

  it('on both addresses of this machine are believed in what they agree on', async () => {
    const one = await start(OLLAMA);
    const models = OLLAMA['/api/tags'].models.map((model) =>
      model.model === 'my-cloud' ? { ...model, remote_host: 'https://ollama.com' } : model,
    );
    const answers = { ...OLLAMA, '/api/tags': { models: [...models, { model: 'only-here' }] } };
    await start(answers, { address: '::1', port: portOf(one) });
    const told: FoundServer[] = [];
    const [found] = await findLocalServers(fetch, (server) => told.push(server), {
      kinds: at({ ollama: portOf(one) }),
    });
    assert.equal(told.length, 2);
    const served = new Map(found?.models.map((model) => [model.id, model.served]));
    assert.deepEqual(
      ['llama3.3:latest', 'my-cloud', 'gpt-oss:120b-cloud', 'only-here'].map((id) => served.get(id)),
      ['itself', 'unknown', 'forwards', 'unknown'],
    );
  });
});
