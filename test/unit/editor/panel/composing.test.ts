import assert from 'node:assert/strict';
import { afterEach, beforeEach, describe, it } from 'mocha';
import { createAirlock } from '../../../../src/airlock.ts';
import { ScanFailure } from '../../../../src/detect/finding.ts';
import { rememberScans } from '../../../../src/detect/remember.ts';
import { customRoute } from '../../../../src/editor/custom-destination.ts';
import type { Attached } from '../../../../src/editor/panel/attached.ts';
import { Chat } from '../../../../src/editor/panel/chat.ts';
import { panelState } from '../../../../src/editor/panel/panel-view.ts';
import type { ReviewView } from '../../../../src/protocol/review.ts';
import { english } from '../../../../src/sentences/translate.ts';
import { networkTransport } from '../../../../src/wire/transport.ts';
import { type OpenAiServer, startOpenAiServer } from '../../../servers/openai-server.ts';
import { catalogue, plainScan } from '../../airlock/opened.ts';
import { CARD, EMAIL, githubToken } from '../../made-up.ts';
import { freshReceiptKey } from '../../../../src/host/receipt-key.ts';

const TOKEN = githubToken();

function file(id: string, name: string, content: string): Attached {
  const text = `${name}:\n\`\`\`\n${content}\n\`\`\``;
  return { id, name, icon: 'file', text, file: { path: name }, lines: { behind: 2, first: 1 } };
}

function picture(id: string): Attached {
  const image = { mediaType: 'image/png', base64: 'iVBORw0KGgo=' };
  return { id, name: 'shot.png', icon: 'file-media', text: '', image };
}

describe('a prompt that is being written', () => {
  let server: OpenAiServer;
  let scanned: string[];
  let scan: typeof plainScan;
  let looked: (() => void)[];
  let chat: Chat;

  beforeEach(async () => {
    server = await startOpenAiServer();
    scanned = [];
    looked = [];
    scan = plainScan;
    const remembered = rememberScans((texts) => {
      scanned.push(...texts);
      return scan(texts);
    });
    chat = new Chat({
      airlock: createAirlock({
        scan: remembered,
        catalogue,
        transport: networkTransport(fetch),
        now: () => new Date('2026-11-21T12:00:00Z'),
        receiptKey: freshReceiptKey,
      }),
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
      onLooked: () => looked.shift()?.(),
      onDelta: () => undefined,
      log: () => undefined,
    });
  });
  afterEach(() => server.close());

  /** What is done, and then the look at it. */
  async function afterLook(act: () => void): Promise<void> {
    const over = new Promise<void>((resolve) => looked.push(resolve));
    act();
    await over;
  }

  function shown(): ReviewView {
    const { review } = panelState(chat, { ok: false, text: '' }, english);
    assert.ok(review);
    return review;
  }

  function sent(): { role: string; content: unknown }[] {
    const body = JSON.parse(server.arrived.at(-1)?.body ?? '{"messages":[]}') as {
      messages: { role: string; content: unknown }[];
    };
    return body.messages.map(({ role, content }) => ({ role, content }));
  }

  describe('is looked through while it is typed', () => {
    it('and only shown: nothing waits, and nothing can be pressed', async () => {
      await afterLook(() => chat.composing.setDraft(`hi ${EMAIL}`));
      const { text, held, found, actions, summary } = shown();
      assert.deepEqual([text, held, actions, summary], [`hi ${EMAIL}`, false, [], '1 found · 1 personal']);
      assert.deepEqual(
        found.map(({ part, start, end }) => [part, text.slice(start, end)]),
        [[0, EMAIL]],
      );
      await chat.proceed(chat.pending?.id ?? '', 'redacted');
      assert.deepEqual(server.arrived, []);
    });

    it('until there is nothing to look at', async () => {
      await afterLook(() => chat.composing.setDraft('hi'));
      await afterLook(() => chat.composing.setDraft(' '));
      assert.equal(chat.pending, undefined);
    });

    it('as it stands at last, whatever was typed while it was looked through', async () => {
      let open = (): void => undefined;
      const gate = new Promise<void>((resolve) => (open = resolve));
      scan = (texts) => gate.then(() => plainScan(texts));
      chat.composing.setDraft('one');
      chat.composing.setDraft('two');
      const last = afterLook(() => chat.composing.setDraft(`three ${CARD}`));
      open();
      await last;
      assert.equal(shown().text, `three ${CARD}`);
      // What came between was never looked through.
      assert.ok(!scanned.includes('two'));
    });

    it('and a failure of that is no word of it: it is said when it is to be sent', async () => {
      await afterLook(() => chat.composing.setDraft('fine'));
      scan = () => Promise.reject(new ScanFailure('rule-failed'));
      await afterLook(() => chat.composing.setDraft('not fine'));
      assert.deepEqual([chat.pending, chat.problem], [undefined, undefined]);
      await chat.submit('not fine');
      assert.equal(chat.problem?.kind, 'scan');
      assert.deepEqual([chat.draft, server.arrived.length], ['not fine', 0]);
    });

    it('once more where it ran out of time', async () => {
      let runs = 0;
      scan = (texts) => {
        runs += 1;
        return runs === 1 ? Promise.reject(new ScanFailure('deadline')) : plainScan(texts);
      };
      await afterLook(() => chat.composing.setDraft(`hi ${EMAIL}`));
      assert.deepEqual([runs > 1, shown().found.length], [true, 1]);
    });

    it('and what is left as it is stays so until it was sent', async () => {
      await afterLook(() => chat.composing.setDraft(`to ${EMAIL}`));
      await chat.leave(chat.pending?.id ?? '', [0], true);
      await afterLook(() => chat.composing.setDraft(`to ${EMAIL} and ${TOKEN}`));
      assert.deepEqual(
        shown().found.map(({ fate }) => fate),
        ['left', 'redacted'],
      );
      await chat.submit(chat.draft);
      await chat.proceed(chat.pending?.id ?? '', 'redacted');
      assert.deepEqual(sent(), [{ role: 'user', content: `to ${EMAIL} and GITHUB_TOKEN_1` }]);
      await afterLook(() => chat.composing.setDraft(`again ${EMAIL}`));
      assert.deepEqual(
        shown().found.map(({ fate }) => fate),
        ['redacted'],
      );
    });

    it('also after a review was given up', async () => {
      await chat.submit(`to ${EMAIL}`);
      assert.equal(shown().held, true);
      chat.edit();
      assert.deepEqual([shown().held, shown().found.length], [false, 1]);
    });
  });

  describe('with something attached', () => {
    it('says of each finding where it is', async () => {
      await afterLook(() => chat.composing.attach([file('a', 'logs/orders.log', `ok\n${TOKEN}`)]));
      await chat.submit(`why, ${EMAIL}?`);
      const { parts, found, changes } = shown();
      assert.deepEqual(
        parts.map(({ attached, name }) => [attached, name]),
        [
          ['a', 'logs/orders.log'],
          ['', ''],
        ],
      );
      assert.deepEqual(
        found.map(({ part, reason, standIn }) => [part, reason.split(' · ')[0], standIn]),
        [
          [0, 'logs/orders.log:2', 'GITHUB_TOKEN_1'],
          [1, 'names a person', 'EMAIL_1'],
        ],
      );
      assert.deepEqual(
        changes.map(({ standIn, found: causes }) => [standIn, causes]),
        [['EMAIL_1', [1]]],
      );
    });

    it('sends it redacted before the prompt, and again with every later turn', async () => {
      const log = file('a', 'orders.log', `${TOKEN}\n${EMAIL}`);
      chat.composing.attach([log]);
      await chat.submit(`why, ${EMAIL}?`);
      await chat.proceed(chat.pending?.id ?? '', 'redacted');
      const first = [
        { role: 'user', content: 'orders.log:\n```\nGITHUB_TOKEN_1\nEMAIL_1\n```' },
        { role: 'user', content: 'why, EMAIL_1?' },
      ];
      assert.deepEqual(sent(), first);
      assert.deepEqual([chat.draft, chat.composing.attached], ['', []]);
      const { length } = scanned;
      await chat.submit('and now?');
      assert.deepEqual(sent().slice(0, 2), first);
      assert.ok(!scanned.slice(length).includes(log.text), 'it was looked through once more');
    });

    it('leaves a value in it as it is, this once', async () => {
      chat.composing.attach([file('a', 'a.txt', EMAIL)]);
      await chat.submit('see');
      await chat.leave(chat.pending?.id ?? '', [0], true);
      await chat.proceed(chat.pending?.id ?? '', 'redacted');
      assert.equal(sent()[0]?.content, `a.txt:\n\`\`\`\n${EMAIL}\n\`\`\``);
    });

    it('holds it for another review when something comes or goes', async () => {
      chat.composing.attach([file('a', 'a.txt', EMAIL)]);
      await chat.submit('see');
      const before = chat.pending?.id ?? '';
      await afterLook(() => chat.composing.detach(['a']));
      await chat.proceed(before, 'redacted');
      assert.deepEqual([server.arrived, shown().held, shown().found], [[], false, []]);
    });

    it('loses nothing of it when it cannot be sent', async () => {
      const log = file('a', 'a.txt', 'fine');
      chat.composing.attach([log]);
      await server.close();
      await chat.submit('see');
      assert.equal(chat.problem?.kind, 'fault');
      assert.deepEqual([chat.draft, chat.composing.attached], ['see', [log]]);
      server = await startOpenAiServer();
    });

    it('puts it in the place of what has the same id', () => {
      chat.composing.attach([file('a', 'a.txt', 'old'), file('b', 'b.txt', 'b')]);
      const anew = file('a', 'a.txt', 'new');
      chat.composing.attach([anew]);
      assert.deepEqual(
        chat.composing.attached.map(({ id }) => id),
        ['a', 'b'],
      );
      assert.ok(chat.composing.attached.includes(anew));
    });
  });

  describe('with a picture', () => {
    it('does not ask again about what went before', async () => {
      await chat.submit(`to ${EMAIL}`);
      await chat.proceed(chat.pending?.id ?? '', 'redacted');
      chat.composing.attach([picture('p')]);
      await chat.submit('see');
      await chat.proceed(chat.pending?.id ?? '', 'redacted');
      await chat.submit('and now?');
      assert.equal(chat.pending, undefined);
      assert.equal(sent().length, 5);
    });

    it('holds it, and sends the prompt without it where it is redacted', async () => {
      chat.composing.attach([picture('p')]);
      await chat.submit('see');
      assert.deepEqual(
        shown().found.map(({ part, name }) => [part, name]),
        [[1, 'Picture that nobody looked into']],
      );
      await chat.proceed(chat.pending?.id ?? '', 'redacted');
      assert.deepEqual(sent(), [{ role: 'user', content: 'see\n[A picture was left out here.]' }]);
    });

    it('sends it where the user leaves it as it is', async () => {
      chat.composing.attach([picture('p')]);
      await chat.submit('see');
      await chat.leave(chat.pending?.id ?? '', [0], true);
      assert.equal(shown().found[0]?.fate, 'left');
      await chat.proceed(chat.pending?.id ?? '', 'redacted');
      assert.match(JSON.stringify(sent()), /iVBORw0KGgo=/);
      await chat.submit('and now?');
      assert.equal(chat.pending, undefined, 'what went once is asked about again');
      assert.match(JSON.stringify(sent()), /iVBORw0KGgo=/);
    });
  });
});
