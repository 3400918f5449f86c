import assert from 'node:assert/strict';
import { once } from 'node:events';
import { afterEach, beforeEach, describe, it } from 'mocha';
import type { CustomDestination } from '../../../src/editor/custom-destination.ts';
import { kindsToAsk, watchLocalServers } from '../../../src/editor/local-watch.ts';
import { LOCAL_KINDS, type LocalKind } from '../../../src/wire/local-kinds.ts';
import { VLLM } from '../../servers/local-answers.ts';
import { type LocalServer, OLLAMA, startLocalServer } from '../../servers/ollama-server.ts';

describe('servers on this machine, watched', () => {
  let server: LocalServer;
  let other: LocalServer;
  let looking: AbortController;

  beforeEach(async () => {
    [server, other] = await Promise.all([startLocalServer(OLLAMA), startLocalServer({})]);
    looking = new AbortController();
  });
  afterEach(async () => {
    looking.abort();
    await Promise.all([server.close(), other.close()]);
  });

  function kinds(): readonly LocalKind[] {
    const ports: Record<string, number> = {
      ollama: Number(server.host.split(':')[1]),
      vllm: Number(other.host.split(':')[1]),
    };
    return LOCAL_KINDS.flatMap((kind) => {
      const port = ports[kind.alias];
      return port === undefined ? [] : [{ ...kind, port }];
    });
  }

  it('are told when they come and when they go, once each, until nobody looks', async () => {
    const changes = new EventTarget();
    const told: string[][] = [];
    const busy: boolean[] = [];
    const watching = watchLocalServers({
      fetch,
      kinds: kinds(),
      pause: 1,
      signal: looking.signal,
      onBusy: (isBusy) => busy.push(isBusy),
      onChange(servers) {
        told.push(servers.map(({ kind }) => kind.alias));
        changes.dispatchEvent(new Event('change'));
      },
    });
    await once(changes, 'change');
    other.answers = VLLM;
    await once(changes, 'change');
    server.answers = {};
    await once(changes, 'change');
    looking.abort();
    await watching;
    assert.deepEqual(told, [['ollama'], ['ollama', 'vllm'], ['vllm']]);
    assert.deepEqual(busy, [true, false]);
  });

  it('are asked nothing more once nobody looks', async () => {
    let asked = 0;
    const counting: typeof fetch = () => {
      asked += 1;
      looking.abort();
      return Promise.reject(new TypeError('nobody'));
    };
    await watchLocalServers({
      fetch: counting,
      kinds: LOCAL_KINDS,
      pause: 1,
      signal: looking.signal,
      onBusy: () => undefined,
      onChange: () => assert.fail('there is none'),
    });
    assert.equal(asked, 2 * LOCAL_KINDS.flatMap(({ questions }) => questions).length);
  });

  it('are somebody’s in a remote window, and are asked there only where the user said they are theirs', () => {
    const own = (baseUrl: string, mine?: boolean): CustomDestination => ({
      name: 'lab',
      baseUrl,
      model: 'm',
      key: false,
      ...(mine !== undefined && { mine }),
    });
    const asked = (isRemote: boolean, ...custom: CustomDestination[]): string[] =>
      kindsToAsk(isRemote, custom).map(({ alias }) => alias);
    assert.deepEqual(asked(false), ['ollama', 'lmstudio', 'llamacpp', 'vllm']);
    assert.deepEqual(asked(true), []);
    assert.deepEqual(
      asked(true, own('http://127.0.0.1:8000/v1'), own('http://localhost:1234/v1', false)),
      [],
    );
    assert.deepEqual(asked(true, own('http://127.0.0.1:8000/v1', true)), ['vllm']);
    assert.deepEqual(asked(true, own('http://[::1]:1234/v1', true)), ['lmstudio']);
    // Theirs, and yet not on this machine.
    assert.deepEqual(asked(true, own('https://llm.example.com:8000/v1', true)), []);
    assert.deepEqual(asked(true, own('https://127.0.0.1.example.com:8000/v1', true)), []);
  });
});
