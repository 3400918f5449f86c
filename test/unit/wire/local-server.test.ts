import assert from 'node:assert/strict';
import { afterEach, describe, it } from 'mocha';
import { askLocalServer } from '../../../src/wire/local-server.ts';
import { type LocalServer, OLLAMA, startLocalServer } from '../../servers/ollama-server.ts';

describe('a server on this machine, asked', () => {
  let server: LocalServer | undefined;
  afterEach(async () => {
    await server?.close();
    server = undefined;
  });

  async function ask(model: string, answers: LocalServer['answers'] = OLLAMA): Promise<string> {
    await server?.close();
    server = await startLocalServer(answers);
    return askLocalServer(fetch, server.host, model);
  }

  it('says by its list of models which it serves itself and which it forwards, whatever they are called', async () => {
    assert.equal(await ask('llama3.3'), 'itself');
    assert.equal(await ask('llama3.3:latest'), 'itself');
    assert.equal(await ask('Llama3.3'), 'itself');
    assert.equal(await ask('my-cloud'), 'itself');
    assert.equal(await ask('gpt-oss:120b-cloud'), 'forwards');
    assert.equal(await ask('innocent:8b'), 'forwards');
    assert.deepEqual(server?.asked, ['GET /api/version', 'GET /api/tags']);
  });

  it('says nothing of what it forwards to another host than its maker’s', async () => {
    assert.equal(await ask('elsewhere:8b'), 'unknown');
  });

  it('says nothing of what it does not list, or has no weights of', async () => {
    assert.equal(await ask('qwen3'), 'unknown');
    assert.equal(await ask('llama3.3:70b'), 'unknown');
    assert.equal(await ask('hollow'), 'unknown');
  });

  const others: Readonly<Record<string, LocalServer['answers']>> = {
    'another server': { '/v1/models': { data: [{ id: 'llama3.3' }] } },
    'one with the list alone': { '/api/tags': OLLAMA['/api/tags'] },
    'one with a version alone': { '/api/version': OLLAMA['/api/version'] },
    'LM Studio, which may have it from another device': {
      '/api/v0/models': {
        object: 'list',
        data: [{ id: 'llama3.3', object: 'model', type: 'llm', compatibility_type: 'gguf', state: 'loaded' }],
      },
      '/v1/models': {
        object: 'list',
        data: [{ id: 'llama3.3', object: 'model', owned_by: 'organization_owner' }],
      },
    },
    'llama.cpp, or a proxy before one': {
      '/props': {
        model_alias: 'llama3.3',
        model_path: '/models/llama3.3.gguf',
        build_info: 'b8771',
        total_slots: 1,
      },
      '/v1/models': { object: 'list', data: [{ id: 'llama3.3', object: 'model', owned_by: 'llamacpp' }] },
    },
    'vLLM, or a proxy before one': {
      '/version': { version: '0.11.0' },
      '/v1/models': {
        object: 'list',
        data: [{ id: 'llama3.3', object: 'model', owned_by: 'vllm', root: 'llama3.3' }],
      },
    },
    'a redirection': { '/api/version': 302, '/api/tags': 302 },
    'an error': { '/api/version': 500, '/api/tags': 500 },
    'no JSON': { '/api/version': '<html>', '/api/tags': '{' },
    'JSON of another form': { ...OLLAMA, '/api/tags': { models: [{ name: 7 }] } },
    'an empty list': { ...OLLAMA, '/api/tags': { models: [] } },
    'a list that never ends': { ...OLLAMA, '/api/tags': ' '.repeat(5_000_000) },
  };
  for (const [what, answers] of Object.entries(others)) {
    it(`says nothing that could be believed: ${what}`, async () => {
      assert.equal(await ask('llama3.3', answers), 'unknown');
    });
  }

  it('says nothing where nobody answers', async () => {
    const gone = await startLocalServer({});
    await gone.close();
    assert.equal(await askLocalServer(fetch, gone.host, 'llama3.3'), 'unknown');
  });

  it('is not asked anywhere but on loopback', async () => {
    for (const host of [
      'example.com',
      '192.168.1.5:11434',
      'user@127.0.0.1:1',
      'localhost.example.com',
      '',
    ]) {
      const never: typeof fetch = () => assert.fail('it was asked');
      assert.equal(await askLocalServer(never, host, 'llama3.3'), 'unknown', host);
    }
  });
});
