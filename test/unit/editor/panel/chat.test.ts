import assert from 'node:assert/strict';
import { once } from 'node:events';
import { afterEach, beforeEach, describe, it } from 'mocha';
import { createAirlock } from '../../../../src/airlock.ts';
import { ScanFailure, type Scan } from '../../../../src/detect/finding.ts';
import { DETECTORS } from '../../../../src/detect/rules.ts';
import { scanText } from '../../../../src/detect/scan-text.ts';
import type { RouteResult } from '../../../../src/editor/panel/chat-options.ts';
import { Chat } from '../../../../src/editor/panel/chat.ts';
import { customRoute } from '../../../../src/editor/custom-destination.ts';
import { Decisions } from '../../../../src/editor/decisions.ts';
import { panelState } from '../../../../src/editor/panel/panel-view.ts';
import { loadCatalogue } from '../../../../src/policy/catalogue.ts';
import { parseDestination } from '../../../../src/policy/destination.ts';
import { english } from '../../../../src/sentences/translate.ts';
import { routeTo } from '../../../../src/wire/route.ts';
import { networkTransport } from '../../../../src/wire/transport.ts';
import { type Answer, type OpenAiServer, startOpenAiServer } from '../../../servers/openai-server.ts';
import { EMAIL, githubToken } from '../../made-up.ts';
import { freshReceiptKey } from '../../../../src/host/receipt-key.ts';

const TOKEN = githubToken();
const catalogue = loadCatalogue();
const realScan: Scan = (texts) => Promise.all(texts.map((text) => scanText(text, DETECTORS)));

describe('a chat', () => {
  let server: OpenAiServer;
  let scan: Scan;
  let key: { key: string | undefined } | undefined;
  let route: RouteResult;
  let logged: string[];
  let changes: EventTarget;
  let decisions: Decisions;

  beforeEach(async () => {
    server = await startOpenAiServer();
    scan = realScan;
    key = { key: 'made-up-key' };
    logged = [];
    changes = new EventTarget();
    decisions = new Decisions();
    route = { ok: true, name: 'Loop', route: loopTo(server, 'deepinfra') };
  });
  afterEach(() => server.close());

  function loopTo({ baseUrl }: OpenAiServer, policyOf?: string) {
    return customRoute(
      { name: 'loop', baseUrl, model: 'm', key: true, ...(policyOf && { policyOf }) },
      false,
    );
  }

  function open(): Chat {
    const airlock = createAirlock({
      scan: (texts) => scan(texts),
      catalogue,
      transport: networkTransport(fetch),
      now: () => new Date('2026-11-21T12:00:00Z'),
      receiptKey: freshReceiptKey,
    });
    return new Chat({
      airlock,
      route: () => route,
      key: async () => key,
      allowValue: async () => undefined,
      allowKind: async () => undefined,
      onChange: () => changes.dispatchEvent(new Event('change')),
      onDelta: () => changes.dispatchEvent(new Event('delta')),
      onDecision: ({ decision, policy }, name) =>
        decisions.note({ at: decisions.all().length, surface: 'panel', name, policy, decision }),
      log: (line) => logged.push(line),
    });
  }

  function contentsSent(n = -1): string[] {
    const { messages } = JSON.parse(server.arrived.at(n)?.body ?? '{"messages":[]}') as {
      messages: { content: string }[];
    };
    return messages.map(({ content }) => content);
  }

  it('does nothing with an empty prompt', async () => {
    const chat = open();
    for (const text of ['', '  \n\t']) await chat.submit(text);
    assert.deepEqual([chat.turns, server.arrived, logged], [[], [], []]);
  });

  it('sends at once what nothing stands against', async () => {
    const chat = open();
    await chat.submit('hello');
    assert.deepEqual(contentsSent(), ['hello']);
    assert.deepEqual(
      chat.turns.map(({ role, wire, state }) => [role, wire, state]),
      [
        ['user', 'hello', 'done'],
        ['assistant', 'ok', 'done'],
      ],
    );
    assert.deepEqual([chat.draft, chat.busy, chat.pending], ['', 'idle', undefined]);
    assert.equal(server.arrived[0]?.headers.authorization, 'Bearer made-up-key');
  });

  it('holds what is found until the user says how, and sends it redacted', async () => {
    server.answer = { pieces: ['for {last}'] };
    const chat = open();
    await chat.submit(`mail ${EMAIL}`);
    assert.equal(server.arrived.length, 0);
    assert.equal(chat.pending?.review.decision.action, 'redact');
    await chat.proceed(chat.pending?.id ?? '', 'redacted');
    assert.deepEqual(contentsSent(), ['mail EMAIL_1']);
    assert.equal(chat.turns[1]?.wire, 'for mail EMAIL_1');
    assert.deepEqual(
      chat.turns[1]?.standIns.map(({ value }) => value),
      [EMAIL],
    );
  });

  it('sends it as it is when the user says so', async () => {
    const chat = open();
    await chat.submit(`mail ${EMAIL}`);
    await chat.proceed(chat.pending?.id ?? '', 'as-is');
    assert.deepEqual(contentsSent(), [`mail ${EMAIL}`]);
  });

  it('keeps one stand-in for one value from turn to turn, and asks no more about what is settled', async () => {
    const chat = open();
    await chat.submit(`mail ${EMAIL}`);
    await chat.proceed(chat.pending?.id ?? '', 'redacted');
    await chat.submit('and now?');
    assert.deepEqual([chat.pending], [undefined]);
    assert.deepEqual(contentsSent(), ['mail EMAIL_1', 'ok', 'and now?']);
    await chat.submit(`again ${EMAIL} and ${TOKEN}`);
    await chat.proceed(chat.pending?.id ?? '', 'redacted');
    assert.deepEqual(contentsSent().at(-1), 'again EMAIL_1 and GITHUB_TOKEN_1');
  });

  it('sends nothing that is blocked, and redacts it when asked', async () => {
    route = { ok: true, name: 'Loop', route: loopTo(server) };
    const chat = open();
    await chat.submit(TOKEN);
    assert.equal(chat.pending?.review.decision.action, 'block');
    await chat.proceed(chat.pending?.id ?? '', 'as-is');
    assert.equal(server.arrived.length, 0);
    assert.equal(chat.draft, TOKEN);
    await chat.submit(TOKEN);
    await chat.proceed(chat.pending?.id ?? '', 'redacted');
    assert.deepEqual(contentsSent(), ['GITHUB_TOKEN_1']);
  });

  it('acts on no review but the one that is shown, and on no other text', async () => {
    const chat = open();
    await chat.submit(EMAIL);
    const old = chat.pending?.id ?? '';
    chat.composing.setDraft(`${EMAIL} changed`);
    assert.deepEqual([chat.pending], [undefined]);
    await chat.proceed(old, 'as-is');
    assert.equal(server.arrived.length, 0);
  });

  it('decides anew where the destination has changed under a review', async () => {
    const chat = open();
    await chat.submit(TOKEN);
    assert.equal(chat.pending?.review.decision.action, 'redact');
    const id = chat.pending?.id ?? '';
    route = { ok: true, name: 'Loop', route: loopTo(server) };
    await chat.proceed(id, 'as-is');
    assert.equal(server.arrived.length, 0);
    assert.equal(chat.pending?.review.decision.action, 'block');
    route = { ok: true, name: 'Loop', route: loopTo(server, 'deepinfra') };
    await chat.reconsider();
    assert.equal(chat.pending?.review.decision.action, 'redact');
  });

  it('tells what was decided of each prompt, and again where the destination has changed', async () => {
    const chat = open();
    await chat.submit('hello');
    await chat.submit(TOKEN);
    route = { ok: true, name: 'Elsewhere', route: loopTo(server) };
    await chat.reconsider();
    assert.deepEqual(
      decisions.all().map(({ name, decision: { action, reasons } }) => [name, action, reasons.length]),
      [
        ['Elsewhere', 'block', 1],
        ['Loop', 'redact', 1],
        ['Loop', 'allow', 0],
      ],
    );
  });

  it('shows what a dry run would have sent, and keeps it out of what is sent later', async () => {
    const parsed = parseDestination('dry-run:openai/gpt-5');
    assert.ok(parsed.ok);
    route = { ok: true, name: 'Dry run', route: routeTo(parsed.destination) };
    key = undefined;
    const chat = open();
    await chat.submit('hello');
    assert.equal(chat.turns[1]?.rehearsal?.url, 'https://api.openai.com/v1/chat/completions');
    assert.equal(chat.turns[1]?.rehearsal?.headers['authorization'], 'Bearer <your-API-key>');
    route = { ok: true, name: 'Loop', route: loopTo(server, 'deepinfra') };
    key = { key: 'k' };
    await chat.submit('for real');
    assert.deepEqual(contentsSent(), ['for real']);
  });

  const faults: readonly (readonly [string, Answer, string])[] = [
    ['a refused key', { status: 401, body: `you sent ${TOKEN}` }, 'key-refused'],
    ['a server error', { status: 500 }, 'server-error'],
    ['too many requests', { status: 429, headers: { 'retry-after': '3' } }, 'rate-limited'],
    ['a redirection', { status: 307, headers: { location: 'http://127.0.0.1:9/' } }, 'redirected'],
    ['a page that is said to be JSON', { status: 200, type: 'application/json', body: '<html>' }, 'web-page'],
    [
      'an answer of nothing that is known',
      { status: 200, type: 'application/json', body: 'oops' },
      'not-an-answer',
    ],
    ['a page instead of an answer', { status: 200, type: 'text/html', body: '<p>Sign in</p>' }, 'web-page'],
    [
      'a stream of something else',
      { status: 200, type: 'text/event-stream', body: 'data: {oops\n\n' },
      'broken-stream',
    ],
    ['an empty stream', { status: 200, type: 'text/event-stream', body: '' }, 'cut-off'],
    [
      'an error inside a stream',
      {
        status: 200,
        type: 'text/event-stream',
        body: 'data: {"error":{"message":"overloaded","code":1}}\n\n',
      },
      'error-in-answer',
    ],
  ];
  for (const [name, answer, reason] of faults) {
    it(`puts the prompt back after ${name}, and says what to do`, async () => {
      server.answer = answer;
      const chat = open();
      await chat.submit('my prompt');
      assert.equal(chat.problem?.kind === 'fault' && chat.problem.fault.reason, reason);
      assert.deepEqual([chat.draft, chat.busy, chat.turns], ['my prompt', 'idle', []]);
      const { notice } = panelState(chat, { ok: false, text: '' }, english);
      assert.match(notice?.text ?? '', /127\.0\.0\.1.*\..*back in the composer\./s);
      assert.ok(!JSON.stringify([notice, logged]).includes(TOKEN));
      server.answer = { pieces: ['fine'] };
      await chat.submit(chat.draft);
      assert.deepEqual([chat.problem, chat.turns.at(-1)?.wire], [undefined, 'fine']);
    });
  }

  it('keeps what had come when a stream breaks off, puts the prompt back, and sends neither again', async () => {
    server.answer = { pieces: ['half an '], cutOff: true };
    const chat = open();
    await chat.submit('question');
    assert.equal(chat.problem?.kind === 'fault' && chat.problem.fault.reason, 'cut-off');
    assert.deepEqual(
      [chat.draft, chat.turns.at(-1)?.wire, chat.turns.at(-1)?.state],
      ['question', 'half an ', 'failed'],
    );
    server.answer = { pieces: ['whole'] };
    await chat.submit('question');
    assert.deepEqual(contentsSent(), ['question']);
  });

  it('says that nothing was sent to a host that is not there', async () => {
    await server.close();
    const chat = open();
    await chat.submit('hello');
    assert.ok(chat.problem?.kind === 'fault');
    assert.deepEqual([chat.problem.fault.reason, chat.problem.fault.sent], ['refused', 'no']);
    assert.equal(chat.draft, 'hello');
  });

  it('takes a whole answer from a host that does not stream', async () => {
    const body = JSON.stringify({ choices: [{ message: { role: 'assistant', content: 'all at once' } }] });
    server.answer = { status: 200, type: 'application/json; charset=utf-8', body };
    const chat = open();
    await chat.submit('hello');
    assert.deepEqual(
      [chat.turns[1]?.wire, chat.turns[1]?.state, chat.problem],
      ['all at once', 'done', undefined],
    );
  });

  it('sends nothing without a key where one is needed, and keeps the prompt', async () => {
    key = undefined;
    const chat = open();
    await chat.submit('hello');
    assert.equal(chat.problem?.kind === 'fault' && chat.problem.fault.reason, 'no-key');
    assert.deepEqual([chat.draft, server.arrived, chat.turns], ['hello', [], []]);
  });

  it('sends nothing while the destination cannot be read, and says why', async () => {
    route = { ok: false, text: 'No provider is called x.' };
    const chat = open();
    await chat.submit('hello');
    assert.deepEqual(chat.problem, { kind: 'settings', text: 'No provider is called x.' });
    assert.deepEqual([chat.draft, server.arrived], ['hello', []]);
  });

  it('sends nothing when what stops prompts comes up while one is looked through', async () => {
    const chat = open();
    scan = (texts) => {
      route = { ok: false, text: 'the catalogue cannot be used' };
      return realScan(texts);
    };
    await chat.submit('what is a mutex?');
    assert.equal(server.arrived.length, 0);
    assert.deepEqual(chat.problem, { kind: 'settings', text: 'the catalogue cannot be used' });
    assert.equal(chat.draft, 'what is a mutex?');
  });

  it('sends nothing when the scan fails, and works again after', async () => {
    scan = () => Promise.reject(new ScanFailure('deadline'));
    const chat = open();
    await chat.submit('hello');
    assert.equal(chat.problem?.kind === 'scan' && chat.problem.failure.reason, 'deadline');
    assert.deepEqual([chat.draft, server.arrived], ['hello', []]);
    scan = realScan;
    await chat.submit('hello');
    assert.equal(server.arrived.length, 1);
  });

  it('refuses a text over the limit with its size and the limit', async () => {
    const chat = open();
    const text = 'x'.repeat(10 * 1024 * 1024 + 1);
    await chat.submit(text);
    const { notice } = panelState(chat, { ok: false, text: '' }, english);
    assert.match(notice?.text ?? '', /10 MB; at most 10 MB/);
    assert.equal(chat.draft, text);
  });

  it('stops a stream, keeps what had come, and goes on', async () => {
    server.answer = { pieces: ['first part'], hold: true };
    const chat = open();
    const delta = once(changes, 'delta');
    const sending = chat.submit('long story');
    await delta;
    chat.stop();
    await sending;
    assert.deepEqual(
      [chat.turns[1]?.state, chat.turns[1]?.wire, chat.problem],
      ['stopped', 'first part', undefined],
    );
    server.answer = { pieces: ['more'] };
    await chat.submit('go on');
    assert.deepEqual(contentsSent(), ['long story', 'first part', 'go on']);
  });

  it('forgets everything with a new conversation, also in the middle of an answer', async () => {
    server.answer = { pieces: ['part'], hold: true };
    const chat = open();
    const delta = once(changes, 'delta');
    const sending = chat.submit('one');
    await delta;
    chat.restart();
    await sending;
    assert.deepEqual([chat.turns, chat.busy], [[], 'idle']);
    server.answer = { pieces: ['ok'] };
    await chat.submit(EMAIL);
    await chat.proceed(chat.pending?.id ?? '', 'redacted');
    assert.deepEqual(contentsSent(), ['EMAIL_1']);
  });

  it('never logs a word of what was typed or answered', async () => {
    server.answer = { pieces: ['answer-words'] };
    const chat = open();
    await chat.submit(`typed-words ${EMAIL}`);
    await chat.proceed(chat.pending?.id ?? '', 'redacted');
    assert.ok(logged.length > 0);
    assert.ok(!logged.join('\n').match(/typed-words|answer-words|maria/));
  });
});
