import assert from 'node:assert/strict';
import { afterEach, beforeEach, describe, it } from 'mocha';
import { type Airlock, createAirlock } from '../../../../src/airlock.ts';
import { rememberScans } from '../../../../src/detect/remember.ts';
import { customRoute } from '../../../../src/editor/custom-destination.ts';
import type { Attached } from '../../../../src/editor/panel/attached.ts';
import { Chat } from '../../../../src/editor/panel/chat.ts';
import { utf8Length } from '../../../../src/editor/panel/leaving-parts.ts';
import { Leaving } from '../../../../src/editor/panel/leaving-view.ts';
import type { LeavingText, LeavingView } from '../../../../src/protocol/leaving.ts';
import type { Clauses } from '../../../../src/policy/requirements.ts';
import { english } from '../../../../src/sentences/translate.ts';
import { networkTransport } from '../../../../src/wire/transport.ts';
import { type OpenAiServer, startOpenAiServer } from '../../../servers/openai-server.ts';
import { catalogue, plainScan } from '../../airlock/opened.ts';
import { EMAIL, githubToken } from '../../made-up.ts';
import { freshReceiptKey } from '../../../../src/host/receipt-key.ts';

const TOKEN = githubToken();
const OTHER = 'jo.whitfield@brightparcel.io';

function file(id: string, name: string, content: string): Attached {
  const text = `${name}:\n\`\`\`\n${content}\n\`\`\``;
  return { id, name, icon: 'file', text, file: { path: name }, lines: { behind: 2, first: 1 } };
}

describe('what leaves', () => {
  let server: OpenAiServer;
  let looked: (() => void)[];
  let requirements: Clauses;
  let chat: Chat;
  let leaving: Leaving;

  beforeEach(async () => {
    server = await startOpenAiServer();
    looked = [];
    requirements = {};
    const airlock: Airlock = createAirlock({
      scan: rememberScans(plainScan),
      catalogue,
      transport: networkTransport(fetch),
      demands: () => ({ requirements, rules: [] }),
      now: () => new Date('2026-11-21T12:00:00Z'),
      receiptKey: freshReceiptKey,
    });
    leaving = new Leaving(airlock, english);
    chat = new Chat({
      airlock,
      route: () => ({
        ok: true,
        name: 'Loop',
        route: customRoute(
          { name: 'loop', baseUrl: server.baseUrl, model: 'm', key: false, policyOf: 'deepinfra' },
          false,
        ),
      }),
      key: async () => ({ key: undefined }),
      allowValue: async () => undefined,
      allowKind: async () => undefined,
      onChange: () => undefined,
      onLooked: () => {
        for (const one of looked.splice(0)) one();
      },
      onDelta: () => undefined,
      log: () => undefined,
    });
  });
  afterEach(() => server.close());

  /** Types, and waits until it was looked through. */
  function type(text: string): Promise<void> {
    return new Promise((resolve) => {
      looked.push(resolve);
      chat.composing.setDraft(text);
    });
  }

  async function look(): Promise<LeavingView> {
    const view = await leaving.look(chat.pending);
    assert.ok(view);
    return view;
  }

  function text({ look: id, parts }: LeavingView, key: string): LeavingText {
    const found = leaving.text(
      id,
      parts.findIndex((one) => one.key === key),
    );
    assert.ok(found);
    return found;
  }

  it('is nothing while nothing is typed', async () => {
    assert.equal(await leaving.look(chat.pending), null);
  });

  it('is the whole request in parts: earlier turns, what is attached, the prompt', async () => {
    await type(`Who is ${EMAIL}?`);
    await chat.submit(`Who is ${EMAIL}?`);
    assert.ok(chat.pending);
    await chat.proceed(chat.pending.id, 'redacted');
    chat.composing.attach([file('log', 'orders.log', `token ${TOKEN}`)]);
    await type(`And ${OTHER}, or ${EMAIL}?`);
    const view = await look();
    assert.deepEqual(
      view.parts.map(({ kind, title, found }) => [kind, title, found]),
      [
        ['history', 'You: Who is EMAIL_1?', '1 replaced'],
        ['history', 'Answer: ok', ''],
        ['attached', 'orders.log', '1 replaced'],
        ['typed', 'Your prompt', '2 replaced'],
      ],
    );
    assert.equal(view.history.found, '1 replaced');
    assert.match(view.history.size, /^2 messages · \d+ bytes · about \d+ tokens$/);
    const first = text(view, 'history 0');
    assert.equal(first.text, `Who is ${EMAIL}?`);
    assert.deepEqual(
      first.changes.map(({ standIn, found }) => [standIn, found]),
      [['EMAIL_1', [0]]],
    );
    // What stood before was decided then: nothing can be done about it here.
    assert.deepEqual(
      first.found.map(({ own, offers, fate }) => [own, offers, fate]),
      [[null, [], 'redacted']],
    );
    const attached = text(view, 'a log');
    assert.match(attached.found[0]?.reason ?? '', /^orders\.log:1 · /);
    assert.deepEqual(
      [...attached.found, ...text(view, 'typed').found].map(({ own }) => own),
      [0, 1, 2],
    );
  });

  it('has the bytes of the request that then leaves', async () => {
    for (const prompt of ['Is “this” right? 🙂', `Ask ${EMAIL}\n\tor ${OTHER}`]) {
      await type(prompt);
      const view = await look();
      await chat.submit(prompt);
      if (chat.pending?.held) await chat.proceed(chat.pending.id, 'redacted');
      const body = server.arrived.at(-1)?.body ?? '';
      assert.ok(view.size.startsWith(`${Buffer.byteLength(body)} bytes as sent, at most about `), view.size);
      assert.match(view.sizeNote, /tokens are an estimate/);
    }
  });

  it('gives away no value but in the text of a part that is asked for', async () => {
    await type(`Is ${TOKEN} of ${EMAIL}?`);
    const view = JSON.stringify(await look());
    for (const value of [TOKEN, EMAIL]) assert.ok(!view.includes(value));
  });

  it('follows what is left as it is, and reads anew only what is another by then', async () => {
    chat.composing.attach([file('log', 'orders.log', `token ${TOKEN}`)]);
    await type(`mail ${EMAIL}`);
    const before = await look();
    assert.ok(chat.pending);
    await chat.leave(chat.pending.id, [1], true);
    const after = await look();
    assert.deepEqual(
      after.parts.map(({ key, revision }) => [key, revision]),
      before.parts.map(({ key, revision }) => [key, key === 'typed' ? revision + 1 : revision]),
    );
    const typed = text(after, 'typed');
    assert.deepEqual([typed.changes, typed.found[0]?.fate], [[], 'left']);
    assert.equal(after.parts.at(-1)?.found, '1 as it is');
  });

  it('says what is so where nothing may leave, and counts the texts alone', async () => {
    requirements = { humanReview: 'never' };
    await type('hello');
    const view = await look();
    assert.match(view.blocked, /^Blocked: You require that no people look at it;/);
    assert.match(view.size, /^5 bytes · about \d+ tokens$/);
    assert.match(view.sizeNote, /^The size of the texts alone/);
  });

  it('says what is not in it', async () => {
    await type('hello');
    const view = await look();
    assert.equal(
      view.without,
      'Nothing in it is replaced: it leaves as you wrote it. Not in it: system text, earlier messages, attachments.',
    );
  });

  it('says of a picture whether it goes', async () => {
    const image = { mediaType: 'image/png', base64: 'iVBORw0KGgo=' };
    chat.composing.attach([{ id: 'p', name: 'shot.png', icon: 'file-media', text: '', image }]);
    await type('What is on it?');
    const stays = await look();
    assert.match(stays.parts.at(-1)?.note ?? '', /It stays here/);
    assert.ok(chat.pending);
    await chat.leave(chat.pending.id, [0], true);
    const goes = await look();
    assert.match(goes.parts.at(-1)?.note ?? '', /It goes as it is/);
  });

  it('answers no question about a look that is over', async () => {
    await type('hello');
    const first = await look();
    await look();
    assert.equal(leaving.text(first.look, 0), undefined);
    const last = await look();
    assert.ok(leaving.text(last.look, 0));
    leaving.over();
    assert.equal(leaving.text(last.look, 0), undefined);
  });

  it('answers only the last of several questions', async () => {
    await type('hello');
    const [first, second] = await Promise.all([leaving.look(chat.pending), leaving.look(chat.pending)]);
    assert.equal(first, undefined);
    assert.ok(second);
  });
});

describe('the length of a text in UTF-8', () => {
  for (const text of ['', 'plain', 'naïve', '“quoted”', '🙂🙂', 'half \uD83D', '\uDE42 half', '𝔘ñí©ôdé\n\t'])
    it(JSON.stringify(text), () => assert.equal(utf8Length(text), Buffer.byteLength(text)));
});
