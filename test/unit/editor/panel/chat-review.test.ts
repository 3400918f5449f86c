import assert from 'node:assert/strict';
import { afterEach, beforeEach, describe, it } from 'mocha';
import type { UserRule } from '../../../../src/decide/user-rules.ts';
import { rememberScans } from '../../../../src/detect/remember.ts';
import { Chat } from '../../../../src/editor/panel/chat.ts';
import { customRoute } from '../../../../src/editor/custom-destination.ts';
import { panelState } from '../../../../src/editor/panel/panel-view.ts';
import type { ReviewView } from '../../../../src/protocol/review.ts';
import type { Style } from '../../../../src/redact/stand-in.ts';
import { english } from '../../../../src/sentences/translate.ts';
import { createAirlock } from '../../../../src/airlock.ts';
import { networkTransport } from '../../../../src/wire/transport.ts';
import { type OpenAiServer, startOpenAiServer } from '../../../servers/openai-server.ts';
import { CARD, EMAIL, githubToken } from '../../made-up.ts';
import { catalogue, plainScan } from '../../airlock/opened.ts';
import { freshReceiptKey } from '../../../../src/host/receipt-key.ts';

const TOKEN = githubToken();

describe('a review before sending', () => {
  let server: OpenAiServer;
  let rules: UserRule[];
  let allowed: string[];
  let policyOf: string | undefined;
  let changes: number;
  let style: Style;
  let declared: string | undefined;

  beforeEach(async () => {
    server = await startOpenAiServer();
    rules = [];
    allowed = [];
    policyOf = 'deepinfra';
    changes = 0;
    style = 'placeholder';
    declared = undefined;
  });
  afterEach(() => server.close());

  function open(): Chat {
    const scan = rememberScans(plainScan);
    const airlock = createAirlock({
      scan: async (texts) =>
        (await scan(texts)).map((list, i) =>
          list
            .filter(({ start, end }) => !allowed.includes(texts[i]?.slice(start, end) ?? ''))
            .map((one) =>
              texts[i]?.slice(one.start, one.end) === declared
                ? { ...one, declaredBy: '.promptairlock.json' }
                : one,
            ),
        ),
      catalogue,
      transport: networkTransport(fetch),
      now: () => new Date('2026-11-21T12:00:00Z'),
      demands: () => ({ requirements: {}, rules }),
      styleOf: () => style,
      receiptKey: freshReceiptKey,
    });
    const { baseUrl } = server;
    const chat: Chat = new Chat({
      airlock,
      route: () => ({
        ok: true,
        name: 'Loop',
        route: customRoute(
          { name: 'loop', baseUrl, model: 'm', key: false, ...(policyOf && { policyOf }) },
          false,
        ),
      }),
      key: async () => ({ key: undefined }),
      // As the editor does it: the settings change, and with them what waits.
      allowValue: async (value) => {
        allowed.push(value);
        await chat.reconsider();
      },
      allowKind: async (placed) => {
        if (placed) rules = rules.toSpliced(placed.at, 0, placed.rule);
        await chat.reconsider();
      },
      onChange: () => (changes += 1),
      onDelta: () => undefined,
      log: () => undefined,
    });
    return chat;
  }

  function restored(chat: Chat, text: string): string {
    const result = chat.restore(text);
    assert.ok(result.ok);
    return result.text;
  }

  function shown(chat: Chat): ReviewView {
    const { review } = panelState(chat, { ok: false, text: '' }, english);
    assert.ok(review);
    return review;
  }

  function labels(chat: Chat): string[] {
    return shown(chat).actions.map(({ label }) => label);
  }

  function id(chat: Chat): string {
    return chat.pending?.id ?? '';
  }

  function sent(): string[] {
    const { messages } = JSON.parse(server.arrived.at(-1)?.body ?? '{"messages":[]}') as {
      messages: { content: string }[];
    };
    return messages.map(({ content }) => content);
  }

  it('says what each finding is, and what would be replaced by what', async () => {
    const chat = open();
    await chat.submit(`a ${TOKEN}\nb ${EMAIL}`);
    const { found, changes: changed, summary } = shown(chat);
    assert.equal(summary, '2 found · 1 secret, 1 personal');
    assert.deepEqual(
      found.map(({ name, standIn, fate, offers }) => [name, standIn, fate, offers.length]),
      [
        ['GitHub token', 'GITHUB_TOKEN_1', 'redacted', 3],
        ['E-mail address', 'EMAIL_1', 'redacted', 3],
      ],
    );
    assert.match(found[0]?.rule ?? '', /^Rule: @/);
    assert.deepEqual(
      changed.map(({ start, end, standIn, found: causes }) => [
        shown(chat).text.slice(start, end),
        standIn,
        causes,
      ]),
      [
        [TOKEN, 'GITHUB_TOKEN_1', [0]],
        [EMAIL, 'EMAIL_1', [1]],
      ],
    );
  });

  it('says of a value that the workspace declares it to be made up, and lets it go', async () => {
    declared = TOKEN;
    const chat = open();
    await chat.submit(`a ${TOKEN}\nb ${EMAIL}`);
    const { found } = shown(chat);
    assert.deepEqual(
      found.map(({ fate, standIn, offers }) => [fate, standIn, offers.length]),
      [
        ['let-go', '', 0],
        ['redacted', 'EMAIL_1', 3],
      ],
    );
    assert.match(
      found[0]?.reason ?? '',
      / · declared as a test value by this workspace \(\.promptairlock\.json\)$/,
    );
    assert.doesNotMatch(found[1]?.reason ?? '', /declared/);
    rules = [{ kind: 'github-token', action: 'redact' }];
    await chat.reconsider();
    assert.equal(shown(chat).found[0]?.fate, 'redacted');
    assert.doesNotMatch(shown(chat).found[0]?.reason ?? '', /declared/);
  });

  it('leaves a value as it is, and redacts it after all', async () => {
    const chat = open();
    await chat.submit(`${EMAIL}, ${TOKEN}, ${EMAIL}`);
    await chat.leave(id(chat), [0], true);
    assert.deepEqual(
      shown(chat).found.map(({ fate }) => fate),
      ['left', 'redacted', 'left'],
    );
    assert.equal(shown(chat).summary, '3 found · 1 secret, 2 personal · 2 left as it is');
    assert.equal(labels(chat)[0], 'Redact 1 and send');
    assert.deepEqual(
      shown(chat).changes.map(({ standIn }) => standIn),
      ['GITHUB_TOKEN_1'],
    );
    await chat.leave(id(chat), [2], false);
    assert.equal(labels(chat)[0], 'Redact 3 and send');
    await chat.leave(id(chat), [0, 1], true);
    assert.deepEqual(labels(chat), ['Send', 'Edit', 'Change destination']);
    await chat.proceed(id(chat), 'redacted');
    assert.deepEqual(sent(), [`${EMAIL}, ${TOKEN}, ${EMAIL}`]);
    assert.equal(chat.turns[0]?.letThrough, 2);
    // Only this once: in the next turn it is asked about again, and what went goes as it went.
    await chat.submit(`again ${EMAIL}`);
    assert.equal(labels(chat)[0], 'Redact 1 and send');
    await chat.proceed(id(chat), 'redacted');
    assert.deepEqual(sent(), [`${EMAIL}, ${TOKEN}, ${EMAIL}`, 'ok', 'again EMAIL_1']);
  });

  it('goes by what was said last, however soon the button is pressed', async () => {
    const chat = open();
    await chat.submit(`${EMAIL}, ${TOKEN}`);
    const leaving = chat.leave(id(chat), [0], true);
    const sending = chat.proceed(id(chat), 'redacted');
    await Promise.all([leaving, sending]);
    assert.deepEqual(sent(), [`${EMAIL}, GITHUB_TOKEN_1`]);
    assert.equal(chat.pending, undefined);
  });

  it('lets nothing go that is blocked, and says why', async () => {
    policyOf = undefined;
    const chat = open();
    await chat.submit(`${EMAIL}, ${TOKEN}`);
    const [email, token] = shown(chat).found;
    assert.deepEqual(token?.offers, []);
    assert.equal(token.refusal, 'Blocked for this destination: it can only go redacted.');
    assert.equal(email?.offers.length, 3);
    await chat.leave(id(chat), [0, 1, 17], true);
    await chat.allow(id(chat), 1, 'value');
    await chat.allow(id(chat), 1, 'kind');
    assert.deepEqual([allowed, rules], [[], []]);
    assert.equal(labels(chat)[0], 'Redact 1 and send');
    await chat.proceed(id(chat), 'redacted');
    assert.deepEqual(sent(), [`${EMAIL}, GITHUB_TOKEN_1`]);
  });

  it('names the rule of the user that blocks', async () => {
    rules = [{ action: 'allow' }, { kind: 'email', action: 'block' }];
    const chat = open();
    await chat.submit(EMAIL);
    assert.equal(shown(chat).found[0]?.refusal, 'Your rule 2 blocks it: it can only go redacted.');
  });

  it('redacts what was left once it is blocked where the prompt goes now', async () => {
    const chat = open();
    await chat.submit(`${EMAIL}, ${TOKEN}`);
    await chat.leave(id(chat), [0, 1], true);
    policyOf = undefined;
    await chat.reconsider();
    assert.deepEqual(
      shown(chat).found.map(({ fate }) => fate),
      ['left', 'redacted'],
    );
    await chat.proceed(id(chat), 'redacted');
    assert.deepEqual(sent(), [`${EMAIL}, GITHUB_TOKEN_1`]);
  });

  it('always allows a value, and waits for the user all the same', async () => {
    const chat = open();
    await chat.submit(`${EMAIL} again`);
    await chat.proceed(id(chat), 'redacted');
    await chat.submit(`${EMAIL}, ${TOKEN}`);
    await chat.allow(id(chat), 0, 'value');
    assert.deepEqual(allowed, [EMAIL]);
    assert.equal(labels(chat)[0], 'Redact 1 and send');
    await chat.leave(id(chat), [0], true);
    assert.deepEqual(labels(chat)[0], 'Send');
    await chat.proceed(id(chat), 'redacted');
    // The vault knows the value from the first turn; it goes as it is nevertheless, and that turn as it went.
    assert.equal(sent().at(-1), `${EMAIL}, ${TOKEN}`);
    await chat.submit(`and ${EMAIL}?`);
    assert.equal(sent().at(-1), `and ${EMAIL}?`);
  });

  it('always allows a kind at this destination, by a rule that takes nothing back', async () => {
    rules = [
      { class: 'pii', action: 'redact' },
      { kind: 'card*', action: 'block' },
    ];
    const chat = open();
    await chat.submit(`${EMAIL}, ${CARD}`);
    await chat.allow(id(chat), 0, 'kind');
    const rule = { kind: 'email', destination: 'custom:loop/m', action: 'allow' };
    assert.deepEqual(rules, [{ class: 'pii', action: 'redact' }, rule, { kind: 'card*', action: 'block' }]);
    assert.deepEqual(
      shown(chat).found.map(({ fate }) => fate),
      ['let-go', 'redacted'],
    );
    rules = [];
    await chat.reconsider();
    await chat.allow(id(chat), 0, 'kind');
    assert.deepEqual(rules, [rule]);
  });

  it('does nothing for a review that is over', async () => {
    const chat = open();
    await chat.submit(EMAIL);
    const old = id(chat);
    chat.edit();
    const before = changes;
    await chat.leave(old, [0], true);
    await chat.allow(old, 0, 'value');
    assert.deepEqual([allowed, changes], [[], before]);
  });

  it('offers a table and its columns together', async () => {
    const people = ['Anna,Keller', 'John,Whitfield', 'Marta,Nowak'].map(
      (name, at) => `${at},${name},customer${at}@brightparcel.io`,
    );
    const chat = open();
    await chat.submit(['id,first_name,last_name,email', ...people].join('\n'));
    const { bundles, found } = shown(chat);
    assert.deepEqual(
      bundles.map(({ label, found: places, left }) => [label, places.length, left]),
      [
        ['Leave the whole table as it is', found.length, true],
        ['Leave as it is: Name of a person', 6, true],
        ['Leave as it is: E-mail address', 3, true],
      ],
    );
    await chat.leave(id(chat), bundles[2]?.found ?? [], true);
    assert.equal(shown(chat).bundles[2]?.label, 'Redact after all: E-mail address');
    assert.equal(labels(chat)[0], 'Redact 6 and send');
  });

  it('is over with its conversation, also while what leaves is worked out', async () => {
    const chat = open();
    await chat.submit(EMAIL);
    const leaving = chat.leave(id(chat), [0], true);
    chat.restart();
    await leaving;
    assert.deepEqual([chat.pending, chat.busy], [undefined, 'idle']);
  });

  it('takes thousands of findings in their time', async () => {
    const chat = open();
    const text = Array.from({ length: 2_000 }, (_, i) => `customer${i}@brightparcel.io`).join('\n');
    await chat.submit(text);
    await chat.leave(
      id(chat),
      Array.from({ length: 1_999 }, (_, i) => i),
      true,
    );
    assert.equal(labels(chat)[0], 'Redact 1 and send');
  }).timeout(5_000);

  it('says what an answer made up, and restores the rest of it', async () => {
    const chat = open();
    server.answer = { pieces: ['EMAIL_1 and EMA', 'IL_9'] };
    await chat.submit(EMAIL);
    await chat.proceed(id(chat), 'redacted');
    const { turns } = panelState(chat, { ok: false, text: '' }, english);
    assert.deepEqual(turns[1]?.unknown, ['EMAIL_9']);
    assert.ok(turns[1].receipt.includes('never issued: EMAIL_9'));
    assert.equal(restored(chat, 'to EMAIL_1'), `to ${EMAIL}`);
    assert.deepEqual(chat.restore('to EMAIL_9'), { ok: false, left: ['EMAIL_9'] });
  });

  it('keeps what the model thought aloud beside the answer, and out of the conversation that goes on', async () => {
    const chat = open();
    server.answer = { thoughts: ['Is EMA', 'IL_1 theirs?'], pieces: ['Yes.'], ends: 'length' };
    await chat.submit(EMAIL);
    await chat.proceed(id(chat), 'redacted');
    const { turns } = panelState(chat, { ok: false, text: '' }, english);
    assert.deepEqual([turns[1]?.thought, turns[1]?.text], ['Is EMAIL_1 theirs?', 'Yes.']);
    assert.deepEqual(
      turns[1]?.standIns.map(({ value }) => value),
      [EMAIL],
    );
    assert.ok(turns[1]?.receipt.includes('cut off at the longest answer the host gives'));
    await chat.submit('And now?');
    assert.deepEqual(sent(), ['EMAIL_1', 'Yes.', 'And now?']);
  });

  it('keeps what was thought where no answer came after it', async () => {
    const chat = open();
    server.answer = { thoughts: ['Well'], pieces: [], cutOff: true };
    await chat.submit('Is it?');
    const { turns, notice } = panelState(chat, { ok: false, text: '' }, english);
    assert.deepEqual(
      turns.map(({ thought, state }) => [thought, state]),
      [
        ['', 'failed'],
        ['Well', 'failed'],
      ],
    );
    assert.equal(notice?.tone, 'bad');
    assert.equal(chat.draft, 'Is it?');
  });

  it('takes an answer of nothing but stand-ins, for a megabyte', async () => {
    const chat = open();
    server.answer = { pieces: Array.from({ length: 16 }, () => 'EMAIL_1 '.repeat(8_192)) };
    await chat.submit(EMAIL);
    await chat.proceed(id(chat), 'redacted');
    const [, answer] = chat.turns;
    assert.deepEqual([answer?.wire.length, answer?.standIns.length, answer?.unknown], [1_048_576, 1, []]);
  });

  it('shows stand-ins of the same shape as what they stand for', async () => {
    style = 'surrogate';
    const chat = open();
    server.answer = { pieces: ['so {last}'] };
    await chat.submit(`mail ${EMAIL} now`);
    const [change] = shown(chat).changes;
    assert.ok(change && change.standIn.includes('@') && change.standIn !== EMAIL);
    assert.equal(shown(chat).found[0]?.standIn, change.standIn);
    await chat.proceed(id(chat), 'redacted');
    assert.deepEqual(sent(), [`mail ${change.standIn} now`]);
    const { turns } = panelState(chat, { ok: false, text: '' }, english);
    assert.deepEqual(
      turns[1]?.standIns.map(({ name, value }) => [name, value]),
      [[change.standIn, EMAIL]],
    );
    assert.equal(restored(chat, turns[1].text), `so mail ${EMAIL} now`);
  });
});
