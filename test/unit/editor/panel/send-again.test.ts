import assert from 'node:assert/strict';
import { once } from 'node:events';
import { afterEach, beforeEach, describe, it } from 'mocha';
import { createAirlock } from '../../../../src/airlock.ts';
import { DETECTORS } from '../../../../src/detect/rules.ts';
import type { Scan } from '../../../../src/detect/finding.ts';
import { scanText } from '../../../../src/detect/scan-text.ts';
import type { Problem } from '../../../../src/editor/panel/chat-options.ts';
import { Chat } from '../../../../src/editor/panel/chat.ts';
import { customRoute } from '../../../../src/editor/custom-destination.ts';
import { noticeView } from '../../../../src/editor/panel/notice-view.ts';
import { panelState } from '../../../../src/editor/panel/panel-view.ts';
import { problemOf } from '../../../../src/editor/panel/problem-of.ts';
import { loadCatalogue } from '../../../../src/policy/catalogue.ts';
import { english } from '../../../../src/sentences/translate.ts';
import { FAULT_REASONS, WireFault } from '../../../../src/wire/fault.ts';
import { networkTransport } from '../../../../src/wire/transport.ts';
import { type FaultServer, head, startFaultServer } from '../../../servers/fault-server.ts';
import { EMAIL } from '../../made-up.ts';
import { freshReceiptKey } from '../../../../src/host/receipt-key.ts';

const NOW = Date.parse('2026-11-21T12:00:00Z');
const NOWHERE = { ok: false, text: '' } as const;

function noticeOf(fault: WireFault, later = 0) {
  const { problem } = problemOf(fault, NOWHERE, undefined, NOW);
  return noticeView(problem, 'Loop', english, NOW + later * 1000);
}

function actionsOf(problem: Problem | undefined): readonly string[] {
  return noticeView(problem, 'Loop', english)?.actions.map(({ label }) => label) ?? [];
}

describe('the notice of a fault', () => {
  it('has a way out for every reason, wherever the bytes are', () => {
    for (const reason of FAULT_REASONS) {
      for (const sent of ['no', 'unknown', 'yes'] as const) {
        const notice = noticeOf(new WireFault(reason, sent));
        const [first] = notice?.actions ?? [];
        assert.ok(first?.primary && first.id !== 'dismiss', reason);
        assert.equal(notice?.actions.at(-1)?.id, 'dismiss');
        if (first.id !== 'retry') continue;
        assert.equal(first.label, sent === 'no' ? 'Try again' : 'Send again');
        assert.match(notice?.text ?? '', sent === 'unknown' ? /may have arrived there already/ : /sent/);
      }
    }
  });

  it('counts down what the host asked to wait, as long as that is an hour at most', () => {
    const limited = (retryAfter: number) => new WireFault('rate-limited', 'yes', { status: 429, retryAfter });
    assert.equal(noticeOf(limited(40))?.wait?.seconds, 40);
    assert.equal(noticeOf(limited(40), 25.5)?.wait?.seconds, 15);
    assert.equal(noticeOf(limited(40), 40)?.wait, null);
    assert.equal(noticeOf(limited(0))?.wait, null);
    assert.equal(noticeOf(limited(3600))?.wait?.seconds, 3600);
    assert.equal(noticeOf(limited(3601))?.wait, null);
    assert.match(noticeOf(limited(3 * 3600))?.text ?? '', /It asks to wait 3 h\./);
    assert.equal(noticeOf(limited(40))?.wait?.label, 'Send again in {0}');
  });
});

describe('sending again', () => {
  let server: FaultServer;
  let looks: string[][];
  let changes: EventTarget;
  let chat: Chat;

  beforeEach(async () => {
    server = await startFaultServer();
    looks = [];
    changes = new EventTarget();
    const scan: Scan = (texts) => {
      looks.push([...texts]);
      return Promise.all(texts.map((text) => scanText(text, DETECTORS)));
    };
    const route = customRoute(
      { name: 'loop', baseUrl: server.baseUrl, model: 'm', key: false, policyOf: 'deepinfra' },
      false,
    );
    chat = new Chat({
      airlock: createAirlock({
        scan,
        catalogue: loadCatalogue(),
        transport: networkTransport(fetch),
        now: () => new Date(NOW),
        receiptKey: freshReceiptKey,
      }),
      route: () => ({ ok: true, name: 'Loop', route }),
      key: async () => ({ key: undefined }),
      allowValue: async () => undefined,
      allowKind: async () => undefined,
      onChange: () => changes.dispatchEvent(new Event('change')),
      onDelta: () => undefined,
      log: () => undefined,
    });
  });
  afterEach(() => server.close());

  const busy = { does: 'write', pieces: [head(503, { 'retry-after': '30' })], last: 'end' } as const;
  const fine = {
    does: 'write',
    pieces: [
      head(200, { 'content-type': 'text/event-stream' }),
      'data: {"choices":[{"index":0,"delta":{"content":"ok"},"finish_reason":"stop"}]}\n\ndata: [DONE]\n\n',
    ],
    last: 'end',
  } as const;

  it('goes by the whole review once more, and by nothing else', async () => {
    server.behave(busy);
    await chat.submit(`mail ${EMAIL}`);
    await chat.proceed(chat.pending?.id ?? '', 'redacted');
    assert.equal(server.bodies.length, 1);
    assert.equal(panelState(chat, NOWHERE, english).notice?.wait?.seconds, 30);
    assert.deepEqual(actionsOf(chat.problem), ['Send again', 'Change destination', 'Close']);
    const before = looks.length;
    server.behave(fine);
    await chat.submit(chat.draft);
    assert.ok(looks.slice(before).some((texts) => texts.some((text) => text.includes(EMAIL))));
    assert.equal(chat.pending?.review.decision.action, 'redact');
    assert.equal(server.bodies.length, 1);
    await chat.proceed(chat.pending?.id ?? '', 'redacted');
    assert.deepEqual([server.bodies.length, chat.turns.at(-1)?.wire], [2, 'ok']);
    assert.ok(!server.bodies.join().includes(EMAIL));
  });

  it('never happens by itself, and offers to for what may have left', async () => {
    server.behave({ does: 'reset' });
    await chat.submit('hello');
    assert.equal(server.bodies.length, 1);
    assert.deepEqual(actionsOf(chat.problem), ['Send again', 'Close']);
    assert.match(panelState(chat, NOWHERE, english).notice?.text ?? '', /may have arrived there already/);
  });

  it('keeps what was typed meanwhile, behind what is put back', async () => {
    server.behave({ does: 'silence' });
    const sending = chat.submit('first');
    await server.arrival(1);
    chat.composing.setDraft('second');
    await server.close();
    await sending;
    assert.equal(chat.draft, 'first\n\nsecond');
    server = await startFaultServer();
  });

  it('is not needed for what was stopped before it left: it is back in the composer', async () => {
    await server.close();
    const sending = chat.submit('hello');
    while (chat.busy !== 'sending') await once(changes, 'change');
    chat.stop();
    await sending;
    assert.deepEqual([chat.draft, chat.turns, chat.problem, chat.busy], ['hello', [], undefined, 'idle']);
    server = await startFaultServer();
  });

  it('keeps a turn that was stopped after it left, and says that it had arrived', async () => {
    server.behave({ does: 'silence' });
    const sending = chat.submit('hello');
    await server.arrival(1);
    chat.stop();
    await sending;
    const { turns } = panelState(chat, NOWHERE, english);
    assert.deepEqual([turns[0]?.text, turns[1]?.state, chat.draft], ['hello', 'stopped', '']);
    assert.equal(turns[1]?.receipt[0], 'your prompt may have arrived');
    assert.ok(turns[1]?.receipt.some((fact) => fact.endsWith('sent')));
  });
});
