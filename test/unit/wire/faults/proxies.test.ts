import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterEach, beforeEach, describe, it } from 'mocha';
import { createLoopbackFetch } from '../../../../src/host/loopback-fetch.ts';
import { openNetwork } from '../../../../src/host/network.ts';
import { WireFault } from '../../../../src/wire/fault.ts';
import { type FaultServer, head, selfSigned, startFaultServer } from '../../../servers/fault-server.ts';
import { WrittenBody } from '../../../../src/wire/written-body.ts';

const run = promisify(execFile);
const ANSWER = { does: 'write', pieces: [head(200), 'from the server'], last: 'end' } as const;

describe('a proxy in the environment', () => {
  let server: FaultServer;
  let proxy: FaultServer;
  beforeEach(async () => {
    [server, proxy] = await Promise.all([startFaultServer(), startFaultServer()]);
    server.behave(ANSWER);
    proxy.behave({ does: 'write', pieces: [head(403)], last: 'end' });
  });
  afterEach(() => Promise.all([server.close(), proxy.close()]));

  async function ask(how: string, host: string): Promise<string> {
    const to = `http://127.0.0.1:${proxy.port}`;
    const names = ['HTTP_PROXY', 'HTTPS_PROXY', 'ALL_PROXY', 'http_proxy', 'https_proxy', 'all_proxy'];
    const { stdout } = await run(
      process.execPath,
      [join(import.meta.dirname, 'ask-this-machine.ts'), how, `http://${host}:${server.port}/v1/chat`],
      {
        env: {
          PATH: process.env['PATH'] ?? '',
          NODE_USE_ENV_PROXY: '1',
          ...Object.fromEntries(names.map((name) => [name, to])),
        },
      },
    );
    return stdout;
  }

  it('is what the global fetch goes by, loopback or not', async () => {
    assert.equal(await ask('fetch', '127.0.0.1'), 'failed');
    assert.deepEqual([proxy.counts.connections, server.counts.connections], [1, 0]);
  });

  for (const how of ['transport', 'question']) {
    for (const host of ['127.0.0.1', 'localhost']) {
      it(`sees nothing of what goes to ${host} by our ${how}`, async () => {
        assert.equal(await ask(how, host), '200 from the server');
        assert.deepEqual([proxy.counts.connections, server.counts.connections], [0, 1]);
      });
    }
  }
});

describe('the fetch for this machine', () => {
  const fetchHere = createLoopbackFetch();
  let server: FaultServer;
  beforeEach(async () => {
    server = await startFaultServer();
  });
  afterEach(() => server.close());

  it('goes nowhere else', async () => {
    for (const url of [
      'http://example.test/',
      'http://127.0.0.1.example.test/',
      'http://localhost.example.test/',
      'http://[::ffff:127.0.0.1]/',
      'http://0.0.0.0/',
      'http://10.0.0.1/',
    ])
      await assert.rejects(fetchHere(url), TypeError, url);
  });

  it('follows no redirect, and hands over status, headers and text as they are', async () => {
    server.behave({
      does: 'write',
      pieces: [head(307, { location: 'http://127.0.0.1:9/', 'x-one': 'a' }), 'schön'],
      last: 'end',
    });
    const response = await fetchHere(server.baseUrl, { method: 'POST', body: 'schön' });
    assert.deepEqual(
      [response.status, response.headers.get('x-one'), await response.text(), server.bodies],
      [307, 'a', 'schön', ['schön']],
    );
  });

  it('sends no header of its own beyond what HTTP needs', async () => {
    let seen = '';
    const { createServer } = await import('node:http');
    const http = createServer((request, answer) => {
      seen = request.rawHeaders.filter((_, i) => i % 2 === 0).join();
      answer.end();
    });
    await new Promise<void>((resolve) => http.listen(0, '127.0.0.1', resolve));
    const address = http.address();
    assert.ok(typeof address === 'object' && address);
    await fetchHere(`http://127.0.0.1:${address.port}/`, {
      method: 'POST',
      body: '{}',
      headers: { accept: 'x' },
    });
    http.close();
    assert.deepEqual(seen.toLowerCase().split(',').sort(), [
      'accept',
      'connection',
      'content-length',
      'host',
    ]);
  });

  it('takes an answer without a body, and none with a status that is none', async () => {
    server.behave({ does: 'write', pieces: [head(204)], last: 'end' });
    assert.equal((await fetchHere(server.baseUrl)).body, null);
    server.behave({ does: 'write', pieces: [head(999)], last: 'end' });
    await assert.rejects(fetchHere(server.baseUrl), TypeError);
    await server.quiet();
  });
});

describe('NODE_TLS_REJECT_UNAUTHORIZED=0', () => {
  const before = process.env['NODE_TLS_REJECT_UNAUTHORIZED'];
  afterEach(() => {
    if (before === undefined) delete process.env['NODE_TLS_REJECT_UNAUTHORIZED'];
    else process.env['NODE_TLS_REJECT_UNAUTHORIZED'] = before;
  });

  it('is refused before anything is connected, whoever sets it and whenever', async () => {
    const server = await startFaultServer(selfSigned());
    try {
      const { transport, fetch: ask } = openNetwork(fetch);
      const url = `https://127.0.0.1:${server.port}/v1/chat`;
      const send = () =>
        transport({ url, method: 'POST', headers: {}, body: new WrittenBody(['{}']) }, undefined);
      const reason = () =>
        send().then(String, (error: unknown) => (error instanceof WireFault ? error.reason : String(error)));
      assert.equal(await reason(), 'tls-untrusted');
      const connections = server.counts.connections;
      process.env['NODE_TLS_REJECT_UNAUTHORIZED'] = '0';
      assert.equal(await reason(), 'tls-unchecked');
      assert.equal(server.counts.connections, connections);
      await assert.rejects(ask('https://no-host.invalid/'), /certificates are not checked/);
      // Here they are checked all the same.
      await assert.rejects(ask(url), ({ cause }: Error) => /SELF_SIGNED/.test(JSON.stringify(cause)));
      await server.quiet();
      assert.equal(server.counts.connections, connections + 1);
      assert.deepEqual(server.bodies, []);
    } finally {
      await server.close();
    }
  });
});
