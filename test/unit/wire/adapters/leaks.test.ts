import assert from 'node:assert/strict';
import { after, before, beforeEach, describe, it } from 'mocha';
import type { Adapter, Gate } from '../../../../src/wire/adapter.ts';
import { chatCompletions, responses } from '../../../../src/wire/adapters/openai.ts';
import { messages } from '../../../../src/wire/adapters/messages.ts';
import type { FaultReason, WireFault } from '../../../../src/wire/fault.ts';
import type { WireFormat } from '../../../../src/wire/format.ts';
import { createGate } from '../../../../src/wire/gate.ts';
import { networkTransport } from '../../../../src/wire/transport.ts';
import { type RawServer, startRawServer } from '../../../servers/raw-server.ts';
import { EMAIL, githubToken } from '../../made-up.ts';
import { clearedFor, plainScan } from './asking.ts';
import { SAID, TOOL } from './written.ts';

const TOKEN = githubToken(7);
const ADAPTERS: readonly (readonly [WireFormat, Adapter])[] = [
  ['chat-completions', chatCompletions],
  ['responses', responses],
  ['messages', messages],
];

/** What somebody between the adapter and the gate makes of a request. */
type Tampering = (request: { url: string; init: RequestInit; body: string }) => {
  url?: string;
  body?: BodyInit;
};

const inBody = (text: (body: string) => string): Tampering => {
  return ({ body }) => ({ body: text(body) });
};
const LEAKS: Readonly<Record<string, readonly [Tampering, FaultReason]>> = {
  'the text': [inBody((body) => body.replace('What is in a.ts?', `What is ${TOKEN}?`)), 'unreviewed-finding'],
  'what the system says': [
    inBody((body) => body.replace('Be brief.', `Write to ${EMAIL}.`)),
    'unreviewed-finding',
  ],
  'what a tool answered': [
    inBody((body) => body.replace('no such file', `key: ${TOKEN}`)),
    'unreviewed-finding',
  ],
  'an argument of a call': [inBody((body) => body.replace(/a\.ts(?=\\?")/, TOKEN)), 'unreviewed-finding'],
  'the description of a tool': [
    inBody((body) => body.replace('Reads a file', `Reads for ${EMAIL}`)),
    'unreviewed-finding',
  ],
  'a name': [inBody((body) => body.replace('{', `{"${TOKEN}":1,`)), 'unreviewed-finding'],
  'JSON in a string in JSON in a string': [
    inBody((body) =>
      body.replace(
        '{',
        `{"metadata":${JSON.stringify(JSON.stringify({ a: JSON.stringify([`\t${TOKEN}`]) }))},`,
      ),
    ),
    'unreviewed-finding',
  ],
  'the text, in escapes': [
    inBody((body) =>
      body.replace(
        'What is in a.ts?',
        [...TOKEN].map((one) => `\\u00${one.charCodeAt(0).toString(16).padStart(2, '0')}`).join(''),
      ),
    ),
    'unreviewed-finding',
  ],
  'the second of two fields with one name': [
    inBody((body) => body.replace('{', '{"user":"nobody",').replace(/\}$/, `,"user":"${TOKEN}"}`)),
    'unreviewed-finding',
  ],
  'the path': [({ url }) => ({ url: `${url}/${TOKEN}` }), 'other-host'],
  'the query': [({ url }) => ({ url: `${url}?key=${TOKEN}` }), 'malformed-address'],
  'the name of another host': [({ url }) => ({ url: url.replace('127.0.0.1', 'localhost') }), 'other-host'],
  'a body that is no text': [({ body }) => ({ body: new Blob([body]) }), 'not-json-body'],
  'the name of the model': [inBody((body) => body.replace('"some-model"', '"other-model"')), 'not-cleared'],
  'a field that was cleared otherwise': [
    inBody((body) => body.replace('"seed":7', '"seed":8')),
    'not-cleared',
  ],
};

for (const [format, adapter] of ADAPTERS) {
  describe(`behind the review of ${format}, what is put into`, () => {
    let server: RawServer;
    before(async () => (server = await startRawServer()));
    after(() => server.close());
    beforeEach(() => (server.arrived.length = 0));

    /** Asks by the adapter, with somebody between it and the gate. */
    const ask = async (tamper: (gate: Gate) => Gate, baseUrl = `${server.origin}/v1`): Promise<void> => {
      const cleared = await clearedFor(format, baseUrl, {
        messages: SAID,
        tools: [TOOL],
        fields: { seed: 7 },
      });
      const gate = createGate(cleared, {
        scan: plainScan,
        transport: networkTransport(fetch),
        key: 'made-up-key',
      });
      for await (const event of adapter.ask(cleared, tamper(gate), new AbortController().signal))
        assert.fail(`nothing was answered, but ${event.type}`);
    };
    const through =
      (tampering: Tampering) =>
      (gate: Gate): Gate =>
      (input, init = {}) => {
        assert.equal(typeof init.body, 'string');
        const url = String(input);
        const made = tampering({ url, init, body: String(init.body) });
        assert.notDeepEqual(
          { url, body: init.body, ...made },
          { url, body: init.body },
          'nothing was put in',
        );
        return gate(made.url ?? url, { ...init, ...('body' in made && { body: made.body }) });
      };

    for (const [where, [tampering, reason]] of Object.entries(LEAKS)) {
      it(`${where} does not leave`, async () => {
        await assert.rejects(ask(through(tampering)), (fault: WireFault) => {
          assert.deepEqual([fault.reason, fault.sent], [reason, 'no']);
          assert.ok(!String(fault.stack).includes(TOKEN));
          return true;
        });
        assert.deepEqual(server.arrived, []);
      });
    }

    it('the address that was cleared does not leave', async () => {
      await assert.rejects(
        ask((gate) => gate, `${server.origin}/${TOKEN}/v1`),
        {
          reason: 'unreviewed-finding',
          sent: 'no',
        },
      );
      assert.deepEqual(server.arrived, []);
    });

    it('a header, or the first of two fields with one name, stays behind', async () => {
      await ask((gate) => (input, init = {}) => {
        const headers = new Headers(init.headers);
        for (const name of ['x-leak', 'authorization', 'x-api-key', 'cookie', 'traceparent', 'user-agent'])
          headers.set(name, TOKEN);
        const body = String(init.body)
          .replace('{', `{"user":"${TOKEN}",`)
          .replace(/\}$/, ',"user":"nobody"}');
        return gate(input, { ...init, headers, body });
      });
      const [arrival] = server.arrived;
      assert.equal(server.arrived.length, 1);
      assert.ok(!JSON.stringify(arrival).includes(TOKEN));
      assert.equal((JSON.parse(arrival?.body ?? '') as { user: string }).user, 'nobody');
    });
  });
}
