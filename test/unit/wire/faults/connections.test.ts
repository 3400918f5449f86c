import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { connect } from 'node:net';
import { afterEach, beforeEach, describe, it } from 'mocha';
import { WireFault } from '../../../../src/wire/fault.ts';
import { faultOfFetch } from '../../../../src/wire/unsent.ts';
import {
  type FaultServer,
  freePort,
  head,
  selfSigned,
  startFaultServer,
} from '../../../servers/fault-server.ts';
import { ManualTimers } from '../manual-timers.ts';
import { type Came, send, WAYS } from './sending.ts';

function faultOf({ error }: Came): readonly [reason: string, sent: string] {
  assert.ok(error instanceof WireFault, String(error));
  return [error.reason, error.sent];
}

/** Pauses between tries take no time. */
class Impatient extends ManualTimers {
  override after(milliseconds: number, run: () => void): () => void {
    const callOff = super.after(milliseconds, run);
    if (milliseconds < 5_000) setImmediate(() => this.pass(milliseconds));
    return callOff;
  }
}
const quick = () => ({ timers: new Impatient() });

describe('connections that fail', () => {
  let server: FaultServer | undefined;
  afterEach(async () => {
    await server?.close();
    server = undefined;
  });

  for (const [how, way] of Object.entries(WAYS)) {
    it(`a host at which nobody listens, by ${how}: refused`, async () => {
      const baseUrl = `http://127.0.0.1:${await freePort()}/v1`;
      assert.deepEqual(faultOf(await send({ baseUrl, way, more: quick() })), ['refused', 'no']);
    });

    it(`plain http behind an https address, by ${how}: no encryption, and nobody can say`, async () => {
      server = await startFaultServer();
      const baseUrl = server.baseUrl.replace('http:', 'https:');
      server.hangUp(head(400));
      assert.deepEqual(faultOf(await send({ baseUrl, way })), ['tls-failed', 'unknown']);
      assert.equal(server.bodies.length, 0);
    });

    it(`a certificate that nobody vouches for, by ${how}: not trusted, and nothing was sent`, async () => {
      server = await startFaultServer(selfSigned());
      const baseUrl = server.baseUrl.replace('http:', 'https:');
      assert.deepEqual(faultOf(await send({ baseUrl, way })), ['tls-untrusted', 'no']);
      assert.deepEqual([server.bodies.length, server.counts.written], [0, 0]);
    });

    it(`certificates that go unchecked, by ${how}: nothing is even connected`, async () => {
      server = await startFaultServer(selfSigned());
      const baseUrl = server.baseUrl.replace('http:', 'https:');
      const came = await send({ baseUrl, way, isTlsUnchecked: () => true });
      assert.deepEqual(faultOf(came), ['tls-unchecked', 'no']);
      assert.equal(server.counts.connections, 0);
    });

    it(`a host that hangs up in the handshake, by ${how}: nothing was sent`, async () => {
      server = await startFaultServer();
      const { port } = server;
      server.hangUp('');
      const came = await send({ baseUrl: `https://127.0.0.1:${port}/v1`, way });
      assert.deepEqual(faultOf(came), ['tls-failed', 'no']);
    });
  }

  it('certificates that go unchecked do not matter where none is asked for', async () => {
    server = await startFaultServer();
    server.behave({ does: 'write', pieces: [head(500)], last: 'end' });
    const came = await send({ baseUrl: server.baseUrl, isTlsUnchecked: () => true });
    assert.deepEqual(faultOf(came), ['server-error', 'yes']);
  });

  it('a name that cannot be looked up: no such host', async () => {
    const came = await send({ baseUrl: 'https://no-host.invalid/v1', more: quick() });
    assert.deepEqual(faultOf(came), ['no-such-host', 'no']);
  });

  it('a server that takes up no connection: slow to connect, and nothing was sent', async () => {
    // Node takes every connection up, so that another has to be asked for a queue that stays full.
    const child = spawn('python3', [
      '-c',
      'import socket,sys\ns=socket.socket()\ns.bind(("127.0.0.1",0))\ns.listen(0)\nprint(s.getsockname()[1],flush=True)\nsys.stdin.read()',
    ]);
    const [line] = (await once(child.stdout, 'data')) as [Buffer];
    const port = Number(line.toString());
    const waiting = [1, 2, 3].map(() => connect(port, '127.0.0.1').on('error', () => undefined));
    try {
      await Promise.race(waiting.map((socket) => once(socket, 'connect')));
      const came = await send({
        baseUrl: `http://127.0.0.1:${port}/v1`,
        way: WAYS['loopback fetch'] ?? fetch,
        more: quick(),
      });
      assert.deepEqual(faultOf(came), ['slow-to-connect', 'no']);
    } finally {
      for (const socket of waiting) socket.destroy();
      child.stdin.end();
      await once(child, 'exit');
    }
  });

  it('a fetch that never comes back: no answer, and its signal is given', async () => {
    let aborted = false;
    const never: typeof fetch = (_, init) =>
      new Promise(() => init?.signal?.addEventListener('abort', () => (aborted = true)));
    const timers = new ManualTimers();
    const sending = send({
      baseUrl: 'https://api.example.test/v1',
      way: never,
      timers,
      limits: { firstByte: 77 },
    });
    while (!timers.asked.includes(77)) await new Promise(setImmediate);
    timers.pass(76);
    assert.equal(aborted, false);
    timers.pass(1);
    assert.deepEqual(faultOf(await sending), ['no-first-byte', 'unknown']);
    assert.equal(aborted, true);
  });
});

describe('what a fetch rejects with', () => {
  const caused = (cause: object): TypeError => new TypeError('fetch failed', { cause });
  const system = (code: string, syscall: string): Error => Object.assign(new Error(code), { code, syscall });
  const rows: readonly (readonly [string, unknown, string, string])[] = [
    ['a reset while connecting', caused(system('ECONNRESET', 'connect')), 'unreachable', 'no'],
    ['a reset while reading', caused(system('ECONNRESET', 'read')), 'connection-lost', 'unknown'],
    ['no route while connecting', caused(system('EHOSTUNREACH', 'connect')), 'unreachable', 'no'],
    ['no route later on', caused(system('EHOSTUNREACH', 'read')), 'unreachable', 'unknown'],
    ['too slow while connecting', caused(system('ETIMEDOUT', 'connect')), 'slow-to-connect', 'no'],
    ['too slow later on', caused(system('ETIMEDOUT', 'read')), 'connection-lost', 'unknown'],
    ['a name', caused(system('EAI_AGAIN', 'getaddrinfo')), 'no-such-host', 'no'],
    [
      'several addresses',
      caused(new AggregateError([system('ENETUNREACH', 'connect'), system('ECONNREFUSED', 'connect')])),
      'unreachable',
      'no',
    ],
    [
      'undici: connecting',
      caused({ __proto__: Error.prototype, code: 'UND_ERR_CONNECT_TIMEOUT' }),
      'slow-to-connect',
      'no',
    ],
    [
      'undici: headers',
      caused({ __proto__: Error.prototype, code: 'UND_ERR_HEADERS_TIMEOUT' }),
      'no-first-byte',
      'unknown',
    ],
    ['a certificate that is over', caused(system('CERT_HAS_EXPIRED', '')), 'tls-untrusted', 'no'],
    [
      'a certificate that is asked for',
      caused(system('ERR_SSL_TLSV13_ALERT_CERTIFICATE_REQUIRED', '')),
      'tls-failed',
      'unknown',
    ],
    [
      'a proxy that wants a login',
      caused(new Error('Proxy response (407) !== 200 when HTTP Tunneling')),
      'proxy-login',
      'no',
    ],
    [
      'a proxy that refuses, as it is wrapped',
      caused(new Error('aborted', { cause: new Error('Proxy response (403) ?.== 200 when HTTP Tunneling') })),
      'proxy-refused',
      'no',
    ],
    ['something unheard of', new Error('unheard of'), 'unreachable', 'unknown'],
    ['no error at all', 'text', 'unreachable', 'unknown'],
  ];
  for (const [name, error, reason, sent] of rows) {
    it(`${name}: ${reason}, sent: ${sent}`, () => {
      const fault = faultOfFetch(error);
      assert.deepEqual([fault.reason, fault.sent], [reason, sent]);
    });
  }
});

describe('trying again', () => {
  let server: FaultServer;
  beforeEach(async () => {
    server = await startFaultServer();
  });
  afterEach(() => server.close());

  it('twice at most, with growing pauses, through the gate each time, and only what did not leave', async () => {
    const timers = new Impatient();
    let passed = 0;
    const baseUrl = `http://127.0.0.1:${await freePort()}/v1`;
    const came = await send({ baseUrl, more: { timers, onPassed: () => (passed += 1) } });
    assert.deepEqual(faultOf(came), ['refused', 'no']);
    assert.equal(passed, 3);
    assert.deepEqual(
      timers.asked.filter((asked) => asked < 5_000),
      [400, 1_600],
    );
  });

  it('is refused by the gate where the scan finds something the second time', async () => {
    let looks = 0;
    const baseUrl = `http://127.0.0.1:${await freePort()}/v1`;
    const more = {
      ...quick(),
      scan: (texts: readonly string[]) => {
        looks += 1;
        return looks > 1 ? Promise.reject(new Error('died')) : Promise.resolve(texts.map(() => []));
      },
    };
    assert.deepEqual(faultOf(await send({ baseUrl, more })), ['scan-failed', 'no']);
    assert.equal(looks, 2);
  });

  it('goes on once somebody listens', async () => {
    let calls = 0;
    const waking: typeof fetch = (input, init) => {
      calls += 1;
      const refused = Object.assign(new Error(), { code: 'ECONNREFUSED', syscall: 'connect' });
      return calls < 3
        ? Promise.reject(new TypeError('fetch failed', { cause: refused }))
        : fetch(input, init);
    };
    server.behave({ does: 'write', pieces: [head(500)], last: 'end' });
    const came = await send({ baseUrl: server.baseUrl, way: waking, more: quick() });
    assert.deepEqual([faultOf(came), calls, server.bodies.length], [['server-error', 'yes'], 3, 1]);
  });

  it('never happens where it may have left', async () => {
    for (const behaviour of [
      { does: 'reset' },
      { does: 'write', pieces: [head(503, { 'retry-after': '0' })], last: 'end' },
    ] as const) {
      server.behave(behaviour);
      const before = server.bodies.length;
      const timers = new Impatient();
      await send({ baseUrl: server.baseUrl, more: { timers } });
      assert.equal(server.bodies.length, before + 1);
      assert.ok(timers.asked.every((asked) => asked >= 5_000));
    }
  });
});
