import assert from 'node:assert/strict';
import { gzipSync } from 'node:zlib';
import { describe, it } from 'mocha';
import { knownInPacked } from '../../../src/airlock/known-in-packed.ts';
import { DETECTORS } from '../../../src/detect/rules.ts';
import { scanText } from '../../../src/detect/scan-text.ts';
import { ScanFailure, type Scan } from '../../../src/detect/finding.ts';
import { Vault } from '../../../src/redact/vault.ts';
import { type ClearedRequest, seal } from '../../../src/wire/cleared.ts';
import { createFingerprint } from '../../../src/wire/fingerprint.ts';
import { createGate, type OutgoingRequest } from '../../../src/wire/gate.ts';
import { EMAIL, githubToken, SSN } from '../made-up.ts';

const scan: Scan = (texts) => Promise.all(texts.map((text) => scanText(text, DETECTORS)));
const URL = 'https://api.example.test/v1/chat/completions';
const TOKEN = githubToken();

interface Setting {
  readonly baseUrl?: string;
  readonly letThrough?: readonly string[];
  readonly pictures?: readonly string[];
  readonly vault?: Vault;
  readonly fields?: Readonly<Record<string, unknown>>;
  readonly scan?: Scan;
  readonly answer?: () => Response;
}

/** A gate with a transport that records; `left` holds what came through. */
async function gateFor(setting: Setting = {}) {
  const fingerprint = createFingerprint();
  const vault = setting.vault ?? new Vault();
  const letThrough = new Set(setting.letThrough ?? []);
  const cleared = seal({
    target: {
      baseUrl: setting.baseUrl ?? 'https://api.example.test/v1',
      model: 'm',
      format: 'chat-completions',
    },
    messages: [],
    tools: [],
    fields: setting.fields ?? {},
    permits: {
      fingerprint,
      pictures: new Set(await Promise.all((setting.pictures ?? []).map(fingerprint))),
      letThrough: new Set(await Promise.all([...letThrough].map(fingerprint))),
      isStandIn: (text, finding) => vault.isStandIn(text, finding),
      holdsVaultValue: (text) => vault.isIn(text, letThrough),
      holdPackedVaultValue: async (texts) =>
        (await knownInPacked(texts, vault, letThrough)).some((found) => found.length > 0),
    },
  });
  const left: OutgoingRequest[] = [];
  const gate = createGate(cleared, {
    scan: setting.scan ?? scan,
    key: 'made-up-key',
    transport: async (request) => {
      left.push(request);
      return setting.answer?.() ?? new Response('ok');
    },
  });
  const send = (body: unknown, url = URL, init: RequestInit = {}) =>
    gate(url, {
      method: 'POST',
      body: typeof body === 'string' ? body : JSON.stringify({ model: 'm', ...(body as object) }),
      ...init,
    });
  return { send, gate, left };
}

describe('the gate', () => {
  it('sends its own serialisation with its own headers', async () => {
    const { send, left } = await gateFor();
    await send('{"model" : "m",\n "a":1, "a":2}', URL, {
      headers: {
        'x-stainless-os': 'Linux',
        'openai-organization': 'org',
        authorization: 'Bearer other',
        cookie: 'c',
      },
    });
    assert.deepEqual(
      left.map(({ body, ...head }) => ({ ...head, body: body.text })),
      [
        {
          url: URL,
          method: 'POST',
          headers: {
            accept: 'application/json, text/event-stream',
            'content-type': 'application/json',
            'user-agent': 'prompt-airlock',
            authorization: 'Bearer made-up-key',
          },
          body: '{"model":"m","a":2}',
        },
      ],
    );
  });

  it('sends nothing without the fields that the policy was resolved with', async () => {
    const { send, left } = await gateFor({ fields: { store: false, provider: { zdr: true } } });
    for (const body of [
      {},
      { store: false },
      { store: true, provider: { zdr: true } },
      { store: false, provider: {} },
    ])
      await assert.rejects(send(body), { reason: 'not-cleared', sent: 'no' }, JSON.stringify(body));
    await assert.rejects(send('null'), { reason: 'not-cleared', sent: 'no' });
    assert.equal(left.length, 0);
    await send({ model: 'm', provider: { zdr: true }, store: false });
    assert.equal(left.length, 1);
  });

  const leaks: Readonly<Record<string, unknown>> = {
    'a string': { messages: [{ content: `key ${TOKEN}` }] },
    'a key': { [TOKEN]: 1 },
    'JSON in a string': { arguments: JSON.stringify({ path: `x\n${TOKEN}` }) },
    'JSON in JSON in a string': { arguments: JSON.stringify({ a: JSON.stringify([`\t${EMAIL}`]) }) },
    'a tool definition': { tools: [{ function: { description: `call ${EMAIL}` } }] },
    'a name': { messages: [{ name: SSN }] },
  };
  for (const [where, body] of Object.entries(leaks)) {
    it(`stops what nobody reviewed in ${where}`, async () => {
      const { send, left } = await gateFor();
      await assert.rejects(send(body), { reason: 'unreviewed-finding', sent: 'no' });
      assert.deepEqual(left, []);
    });
  }

  it('sees a duplicate key as the server would', async () => {
    const { send, left } = await gateFor();
    await send(`{"model":"m","a":"${TOKEN}","a":"harmless"}`);
    assert.equal(left[0]?.body.text, '{"model":"m","a":"harmless"}');
    await assert.rejects(send(`{"model":"m","a":"harmless","a":"${TOKEN}"}`), {
      reason: 'unreviewed-finding',
    });
  });

  it('stops a leak in the address', async () => {
    const baseUrl = `https://api.example.test/${TOKEN}/v1`;
    const own = await gateFor({ baseUrl });
    await assert.rejects(own.send({}, `${baseUrl}/chat/completions`), { reason: 'unreviewed-finding' });
    const { send, left } = await gateFor();
    await assert.rejects(send({}, `https://api.example.test/v1/${TOKEN}`), { reason: 'other-host' });
    await assert.rejects(send({}, `${URL}?q=x`), { reason: 'malformed-address' });
    assert.deepEqual([...own.left, ...left], []);
  });

  it('lets through what the decision let through, and issued stand-ins', async () => {
    const { send, left } = await gateFor({ letThrough: [EMAIL] });
    await send({ content: `write to ${EMAIL}` });
    assert.equal(left.length, 1);
    await assert.rejects(send({ content: `${EMAIL} and ${TOKEN}` }), { reason: 'unreviewed-finding' });
  });

  it('stops a value of the vault in any encoding, also where no rule sees it', async () => {
    const vault = new Vault();
    vault.standInFor('plain-looking-value', 'credential');
    const { send, left } = await gateFor({ vault });
    for (const content of [
      'a plain-looking-value b',
      Buffer.from('xx plain-looking-value yy').toString('base64'),
      Buffer.from('plain-looking-value').toString('hex'),
      gzipSync('a plain-looking-value b').toString('base64'),
    ]) {
      await assert.rejects(send({ content }), { reason: 'vault-value', sent: 'no' });
    }
    assert.deepEqual(left, []);
  });

  it('goes to the cleared host and path only', async () => {
    const { send, left } = await gateFor();
    for (const url of [
      'https://api.example.test.evil.test/v1/chat/completions',
      'https://evil.test/v1/chat/completions',
      'https://api.example.test:8443/v1/chat/completions',
      'https://api.example.test/v2/chat/completions',
      'https://api.example.test/v10/chat/completions',
      'http://127.0.0.1/v1/chat/completions',
    ]) {
      await assert.rejects(send({}, url), { reason: 'other-host', sent: 'no' }, url);
    }
    for (const url of [
      'https://user:word@api.example.test/v1/x',
      'ftp://api.example.test/v1/x',
      'not an address',
    ]) {
      await assert.rejects(send({}, url), { reason: 'malformed-address', sent: 'no' }, url);
    }
    assert.deepEqual(left, []);
  });

  it('goes to the cleared model and with the cleared fields only', async () => {
    const { send, left } = await gateFor({ fields: { store: false } });
    await send({ store: false });
    for (const body of [{ store: false, model: 'm2' }, { store: false, model: ['m'] }, { store: true }, {}]) {
      await assert.rejects(send(body), { reason: 'not-cleared', sent: 'no' });
    }
    assert.equal(left.length, 1);
  });

  it('speaks TLS, but to loopback', async () => {
    const plain = await gateFor({ baseUrl: 'http://api.example.test/v1' });
    await assert.rejects(plain.send({}, 'http://api.example.test/v1/x'), { reason: 'no-tls', sent: 'no' });
    for (const host of ['127.0.0.1:8080', 'localhost', '[::1]:1']) {
      const local = await gateFor({ baseUrl: `http://${host}/v1` });
      await local.send({}, `http://${host}/v1/chat/completions`);
      assert.equal(local.left.length, 1);
    }
  });

  it('takes a JSON string and nothing else', async () => {
    const { gate, send, left } = await gateFor();
    for (const body of [
      new Uint8Array([123, 125]),
      new URLSearchParams('a=1'),
      new Blob(['{}']),
      null,
      'a=1',
      '{',
    ]) {
      await assert.rejects(gate(URL, { method: 'POST', body }), { reason: 'not-json-body', sent: 'no' });
    }
    await assert.rejects(send({}, URL, { method: 'PUT' }), { reason: 'not-json-body' });
    await assert.rejects(gate(new Request(URL, { method: 'POST', body: '{}' })), { reason: 'not-json-body' });
    assert.deepEqual(left, []);
  });

  it('stays shut when the scan fails or answers short', async () => {
    const failing: readonly Scan[] = [
      () => Promise.reject(new ScanFailure('deadline')),
      () => Promise.reject(new Error('unheard of')),
      () => Promise.resolve([]),
    ];
    for (const scan of failing) {
      const { send, left } = await gateFor({ scan });
      await assert.rejects(send({ a: 'b' }), { reason: 'scan-failed', sent: 'no' });
      assert.deepEqual(left, []);
    }
  });

  it('takes only what the airlock sealed', async () => {
    const forged = { target: { baseUrl: 'https://api.example.test/v1', model: 'm' }, messages: [] } as object;
    const gate = createGate(forged as ClearedRequest, {
      scan,
      key: undefined,
      transport: async () => new Response(),
    });
    await assert.rejects(gate(URL, { method: 'POST', body: '{}' }), { reason: 'not-cleared', sent: 'no' });
  });

  it('follows no redirect, and names a status that is no success', async () => {
    const statuses = {
      302: 'redirected',
      400: 'bad-request',
      401: 'key-refused',
      403: 'key-refused',
      404: 'not-found',
      413: 'too-large',
      429: 'rate-limited',
      500: 'server-error',
      529: 'overloaded',
    };
    for (const [status, reason] of Object.entries(statuses)) {
      const { send } = await gateFor({
        answer: () =>
          new Response(`quotes ${TOKEN}`, { status: Number(status), headers: { 'retry-after': '7' } }),
      });
      await assert.rejects(send({}), (error: Error) => {
        assert.deepEqual(
          { ...error, name: '' },
          { name: '', reason, sent: 'yes', status: Number(status), retryAfter: 7 },
        );
        assert.ok(!String(error.stack).includes(TOKEN));
        return true;
      });
    }
  });

  it('lets the very pictures pass that were let through, and looks into everything else', async () => {
    // Base64 of a text with an address in it, as of a picture that says something.
    const picture = Buffer.from(`mail ${EMAIL} about it`).toString('base64');
    const other = Buffer.from(`mail ${EMAIL} about that`).toString('base64');
    const { send, left } = await gateFor({ pictures: [picture] });
    await send({ url: `data:image/png;base64,${picture}`, data: picture });
    assert.equal(left.length, 1);
    for (const body of [
      { url: `data:image/png;base64,${other}` },
      { url: `data:text/plain;${EMAIL};base64,${picture}` },
      { url: `${EMAIL} ${picture}` },
      { [picture]: other },
    ]) {
      await assert.rejects(send(body), { reason: 'unreviewed-finding', sent: 'no' });
    }
    assert.equal(left.length, 1);
  });
});
