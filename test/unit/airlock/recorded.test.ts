import assert from 'node:assert/strict';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, it } from 'mocha';
import { type Airlock, createAirlock, type Way } from '../../../src/airlock.ts';
import { createRecorder } from '../../../src/airlock/recorded.ts';
import { rememberScans } from '../../../src/detect/remember.ts';
import { customRoute } from '../../../src/editor/custom-destination.ts';
import { LedgerFile } from '../../../src/host/ledger-file.ts';
import type { AnswerEvent } from '../../../src/wire/answer-event.ts';
import type { OutgoingRequest, Transport } from '../../../src/wire/gate.ts';
import { WireFault } from '../../../src/wire/fault.ts';
import { type LedgerEntry, readEntries } from '../../../src/wire/ledger/entries.ts';
import type { Ledger } from '../../../src/wire/ledger/ledger.ts';
import { endedLine, sentLine } from '../../../src/wire/ledger/line.ts';
import { REAL_TIMERS } from '../../../src/wire/patience.ts';
import type { Route } from '../../../src/wire/route.ts';
import { networkTransport } from '../../../src/wire/transport.ts';
import { type Answer, type OpenAiServer, startOpenAiServer } from '../../servers/openai-server.ts';
import { CARD, EMAIL, githubToken, SSN } from '../made-up.ts';
import { receiptOf } from '../wire/ledger/receipts.ts';
import { catalogue, catalogued, collect, plainScan } from './opened.ts';
import { freshReceiptKey } from '../../../src/host/receipt-key.ts';
import { WrittenBody } from '../../../src/wire/written-body.ts';

const KEY = 'made-up-key-with-0815';
const NOW = '2026-11-21T12:00:00.000Z';

describe('what leaves is written down', () => {
  let server: OpenAiServer;
  let folder: string;
  let file: LedgerFile;

  beforeEach(async () => {
    server = await startOpenAiServer();
    folder = mkdtempSync(join(tmpdir(), 'airlock-ledger-'));
    file = new LedgerFile({ folder, isOver: () => false, isNewer: () => false });
  });
  afterEach(async () => {
    await server.close();
    rmSync(folder, { recursive: true });
  });

  const ledger: Ledger = {
    begin: (receipt) => file.append(sentLine(receipt)),
    end: (id, outcome) => file.append(endedLine(id, outcome)),
  };

  function open(over: { transport?: Transport; ledger?: Ledger } = {}): Airlock {
    return createAirlock({
      scan: rememberScans(plainScan),
      catalogue,
      transport: networkTransport(fetch),
      now: () => new Date(NOW),
      receiptKey: freshReceiptKey,
      ledger,
      // The pauses between tries are over at once.
      timers: {
        ...REAL_TIMERS,
        after: (milliseconds, run) => REAL_TIMERS.after(milliseconds < 5_000 ? 0 : milliseconds, run),
      },
      ...over,
    });
  }

  const loopback = (policyOf = 'openai-api'): Route =>
    customRoute({ name: 'lab', baseUrl: server.baseUrl, model: 'm', key: true, policyOf }, false);

  async function send(
    airlock: Airlock,
    text: string,
    {
      way = 'redacted',
      route = loopback(),
      signal = new AbortController().signal,
      by,
    }: { way?: Way; route?: Route; signal?: AbortSignal; by?: string } = {},
  ): Promise<void> {
    const review = await airlock.review(airlock.newConversation(), route, [{ role: 'user', text }]);
    const cleared = await airlock.clear(review, way);
    await collect(airlock.send(cleared, { key: KEY, signal, ...(by !== undefined && { by }) }));
  }

  async function only(): Promise<LedgerEntry> {
    const { entries, damaged } = readEntries((await file.read()).texts);
    const [entry, ...more] = entries;
    assert.ok(entry && more.length === 0 && damaged === 0);
    return entry;
  }

  it('in two lines, with neither a value nor the text nor the key', async () => {
    server.answer = { pieces: ['As you said: {last}'] };
    const values = [githubToken(), EMAIL, CARD, SSN];
    await send(open(), `Zeppelins carry ${values.join(' and ')} over Lindau.`);
    const { sent, ended } = await only();
    assert.deepEqual(
      [sent.to, sent.provider, sent.model, sent.host, sent.format, sent.endpoint],
      [
        'custom/lab',
        'openai-api',
        'm',
        new URL(server.baseUrl).host,
        'chat-completions',
        '/v1/chat/completions',
      ],
    );
    assert.equal(sent.bytes, Buffer.byteLength(server.arrived[0]?.body ?? ''));
    assert.deepEqual(sent.findings, [
      { class: 'secret', redacted: 1, letThrough: 0 },
      { class: 'pii', redacted: 3, letThrough: 0 },
    ]);
    assert.deepEqual(sent.held.content, { is: 'until', day: '2026-12-21' });
    assert.ok(
      sent.facts.some(
        ({ fact, value, src, asOf }) => fact === 'training' && value === 'opt-in' && src && asOf,
      ),
    );
    assert.ok(sent.facts.some(({ fact, value }) => fact === 'retention' && value === 'abuse-log: 30 days'));
    assert.deepEqual(ended, { at: Date.parse(NOW), how: 'complete', sent: 'yes', status: 200 });

    const written = readdirSync(folder)
      .map((name) => readFileSync(join(folder, name), 'utf8'))
      .join('');
    assert.equal(written.trimEnd().split('\n').length, 2);
    for (const text of [...values, KEY, 'Zeppelins', 'Lindau', 'As you said', 'EMAIL_1', 'GITHUB_TOKEN'])
      assert.ok(!written.includes(text), `a text of ${text.length} characters is in the ledger`);
  });

  it('names the extension that asked for it, and nobody where the user did', async () => {
    await send(open(), 'hello', { by: 'some.extension' });
    assert.equal((await only()).sent.by, 'some.extension');
    await file.remove();
    await send(open(), 'hello');
    assert.equal((await only()).sent.by, undefined);
  });

  it('counts what was let through by class', async () => {
    await send(open(), `${EMAIL}, ${SSN} and ${EMAIL}`, { way: 'as-is' });
    assert.deepEqual((await only()).sent.findings, [{ class: 'pii', redacted: 0, letThrough: 2 }]);
  });

  it('and how it ended, in every way it can', async () => {
    const plain = (status: number, headers = {}): Answer => ({ status, headers });
    const cases: readonly (readonly [string, Answer, Partial<LedgerEntry['ended']>])[] = [
      ['refused', plain(401), { how: 'failed', reason: 'key-refused', sent: 'yes', status: 401 }],
      ['too many', plain(429), { how: 'failed', reason: 'rate-limited', sent: 'yes', status: 429 }],
      ['trouble', plain(500), { how: 'failed', reason: 'server-error', sent: 'yes', status: 500 }],
      ['overloaded', plain(503), { how: 'failed', reason: 'overloaded', sent: 'yes', status: 503 }],
      [
        'elsewhere',
        plain(302, { location: 'http://127.0.0.1:1/' }),
        { how: 'failed', reason: 'redirected', sent: 'yes', status: 302 },
      ],
      [
        'cut off',
        { pieces: ['a'], cutOff: true },
        { how: 'failed', reason: 'cut-off', sent: 'yes', status: 200 },
      ],
    ];
    for (const [name, answer, outcome] of cases) {
      server.answer = answer;
      await file.remove();
      await assert.rejects(send(open(), 'hello'), WireFault);
      const { ended } = await only();
      assert.deepEqual(ended, { at: Date.parse(NOW), ...outcome }, name);
    }
  });

  it('that nothing left where nobody answers', async () => {
    const { baseUrl } = server;
    await server.close();
    const route = customRoute(
      { name: 'gone', baseUrl, model: 'm', key: true, policyOf: 'openai-api' },
      false,
    );
    await assert.rejects(send(open(), 'hello', { route }), { reason: 'refused' });
    const { entries } = readEntries((await file.read()).texts);
    assert.deepEqual(
      entries.map(({ ended }) => [ended?.how, ended?.reason, ended?.sent]),
      // One for each try.
      Array.from({ length: 3 }, () => ['failed', 'refused', 'no']),
    );
    server = await startOpenAiServer();
  });

  it('that it was stopped, and whether it had left', async () => {
    server.answer = { pieces: ['a'], hold: true };
    const airlock = open();
    const review = await airlock.review(airlock.newConversation(), loopback(), [
      { role: 'user', text: 'hello' },
    ]);
    const abort = new AbortController();
    const events = airlock.send(await airlock.clear(review, 'as-decided'), {
      key: KEY,
      signal: abort.signal,
    });
    await assert.rejects(async () => {
      for await (const event of events) if (event.type === 'answer') abort.abort();
    });
    assert.deepEqual((await only()).ended, { at: Date.parse(NOW), how: 'stopped', sent: 'yes', status: 200 });

    await file.remove();
    const early = new AbortController();
    const slow: Ledger = {
      ...ledger,
      async begin(receipt) {
        await ledger.begin(receipt);
        early.abort();
      },
    };
    const arrived = server.arrived.length;
    await assert.rejects(send(open({ ledger: slow }), 'hello', { signal: early.signal }));
    assert.deepEqual((await only()).ended, { at: Date.parse(NOW), how: 'stopped', sent: 'no' });
    assert.equal(server.arrived.length, arrived);
  });

  it('with the id the host gave it, unless that is an echo', async () => {
    const failing = (id: string): Answer => ({ status: 500, headers: { 'x-request-id': id } });
    for (const [id, kept] of [
      ['req_0123456789', 'req_0123456789'],
      [KEY, undefined],
      [`req-${KEY}`, undefined],
      ['hello-hello', undefined],
    ] as const) {
      server.answer = failing(id);
      await file.remove();
      await assert.rejects(send(open(), 'hello-hello'));
      assert.equal((await only()).ended?.requestId, kept);
    }
  });

  it('for each of several tries of one send', async () => {
    const written: string[] = [];
    const request: OutgoingRequest = {
      url: `${server.baseUrl}/chat/completions`,
      method: 'POST',
      headers: {},
      body: new WrittenBody(['{}']),
    };
    let n = 0;
    const answers = [
      new Response('', { status: 429, headers: { 'x-request-id': 'req_first' } }),
      new Response(''),
    ];
    const recorder = createRecorder({
      transport: () => Promise.resolve(answers.shift() ?? Response.error()),
      ledger: {
        begin: async ({ id }) => void written.push(`begin ${id}`),
        end: async (id, { how, reason, sent, status, requestId }) =>
          void written.push(['end', id, how, reason, sent, status, requestId].join(' ')),
      },
      now: () => new Date(NOW),
      receiptOf: () => ({ ...receiptOf(1), id: String(++n) }),
      holdsVaultValue: () => false,
    });
    async function* tries(): AsyncGenerator<AnswerEvent> {
      await recorder.transport(request, undefined);
      await recorder.transport(request, undefined);
      yield { type: 'text', text: 'a' };
      yield { type: 'end', reason: 'length' };
    }
    for await (const event of recorder.watch(tries(), new AbortController().signal)) assert.ok(event);
    assert.deepEqual(written, [
      'begin 1',
      'end 1 failed rate-limited yes 429 req_first',
      'begin 2',
      'end 2 length  yes 200 ',
    ]);
  });

  it('before the first byte leaves', async () => {
    let written = 0;
    const transport: Transport = async (request, signal) => {
      written = (await file.read()).texts.join('').split('\n').length - 1;
      return networkTransport(fetch)(request, signal);
    };
    await send(open({ transport }), 'hello');
    assert.equal(written, 1);
  });

  it('or nothing leaves, where the ledger refuses', async () => {
    const refusing: Ledger = { ...ledger, begin: () => Promise.reject(new WireFault('not-recorded', 'no')) };
    await assert.rejects(send(open({ ledger: refusing }), 'hello'), { reason: 'not-recorded', sent: 'no' });
    assert.equal(server.arrived.length, 0);
    assert.deepEqual(readEntries((await file.read()).texts).entries, []);
  });

  it('unless it is a rehearsal', async () => {
    await send(open(), `mail ${EMAIL}`, { route: catalogued('dry-run:openai/gpt-5') });
    assert.deepEqual((await file.read()).texts, []);
  });
});
