import assert from 'node:assert/strict';
import { afterEach, beforeEach, describe, it } from 'mocha';
import type { RouteResult } from '../../../../src/editor/panel/chat-options.ts';
import { Chat } from '../../../../src/editor/panel/chat.ts';
import { customRoute } from '../../../../src/editor/custom-destination.ts';
import { keyOwner } from '../../../../src/editor/key-owner.ts';
import { accessBy, KeyStore, type KeyVariables } from '../../../../src/editor/key-store.ts';
import { panelState } from '../../../../src/editor/panel/panel-view.ts';
import { english } from '../../../../src/sentences/translate.ts';
import { type Answer, type OpenAiServer, startOpenAiServer } from '../../../servers/openai-server.ts';
import { open as openAirlock } from '../../airlock/opened.ts';
import { RecordingSecrets } from '../recording-secrets.ts';

const KEY = 'made-up-key-0815-4711';

describe('the API key of a chat', () => {
  let one: OpenAiServer;
  let other: OpenAiServer;
  let secrets: RecordingSecrets;
  let variables: KeyVariables;
  let environment: Record<string, string>;
  let route: RouteResult;
  let logged: string[];

  beforeEach(async () => {
    [one, other] = await Promise.all([startOpenAiServer(), startOpenAiServer()]);
    secrets = new RecordingSecrets();
    variables = {};
    environment = {};
    logged = [];
    route = to(one);
  });
  afterEach(() => Promise.all([one.close(), other.close()]));

  function to({ baseUrl }: OpenAiServer, key = true): RouteResult {
    const own = { name: 'loop', baseUrl, model: 'm', policyOf: 'deepinfra', key };
    return { ok: true, name: 'Loop', route: customRoute(own, false) };
  }

  const idOf = ({ baseUrl }: OpenAiServer): string => new URL(baseUrl).origin;

  function open(given?: string): Chat {
    const store = new KeyStore({
      secrets,
      variables: () => variables,
      environment: (name) => environment[name],
    });
    return new Chat({
      airlock: openAirlock(),
      route: () => route,
      key: async (sent) => {
        const owner = keyOwner(sent);
        if (owner === undefined) return { key: undefined };
        if (given !== undefined) return { key: given };
        const found = await store.find(owner.id);
        return found && accessBy(found);
      },
      allowValue: async () => undefined,
      allowKind: async () => undefined,
      onChange: () => undefined,
      onDelta: () => undefined,
      log: (line) => logged.push(line),
    });
  }

  /** All that can be read of a chat: what the panel is told, what is logged, what is thrown. */
  function everythingOf(chat: Chat): string {
    const { problem } = chat;
    const fault = problem?.kind === 'fault' ? problem.fault : undefined;
    const shown = panelState(chat, { ok: false, text: '' }, english);
    return [JSON.stringify(shown), ...logged, String(fault?.stack), JSON.stringify(fault)].join('\n');
  }

  function noticeOf(chat: Chat): { title: string; text: string; first: string } {
    const { notice } = panelState(chat, { ok: false, text: '' }, english);
    return {
      title: notice?.title ?? '',
      text: notice?.text ?? '',
      first: notice?.actions[0]?.id ?? '',
    };
  }

  it('goes to the host it is of, and to no other', async () => {
    secrets.kept.set(`key:${idOf(one)}`, KEY);
    const chat = open();
    await chat.submit('hello');
    assert.equal(one.arrived[0]?.headers.authorization, `Bearer ${KEY}`);
    route = to(other);
    await chat.submit('hello');
    assert.equal(noticeOf(chat).title, 'No API key');
    assert.deepEqual(other.arrived, []);
    route = to(other, false);
    await chat.submit('hello');
    assert.ok(!JSON.stringify(other.arrived).includes(KEY));
    assert.equal(other.arrived.length, 1);
  });

  const faults: readonly (readonly [string, Answer])[] = [
    ['401', { status: 401, body: `no such key ${KEY}` }],
    ['403', { status: 403, body: KEY }],
    ['400', { status: 400, body: KEY }],
    ['500', { status: 500, body: KEY }],
    ['a redirection', { status: 307, headers: { location: `https://x.example.com/${KEY}` } }],
    ['a page', { status: 200, type: 'text/html', body: KEY }],
    [
      'an error in the stream',
      { status: 200, type: 'text/event-stream', body: `data: {"error":"${KEY}"}\n\n` },
    ],
    ['no JSON', { status: 200, type: 'application/json', body: KEY }],
  ];
  for (const [what, answer] of faults) {
    it(`is in no message, no log and no error: ${what}`, async () => {
      secrets.kept.set(`key:${idOf(one)}`, KEY);
      one.answer = answer;
      const chat = open();
      await chat.submit('hello');
      assert.notEqual(chat.problem, undefined);
      assert.equal(one.arrived.length, 1);
      assert.ok(!everythingOf(chat).includes(KEY));
    });
  }

  it('is asked for where the prompt was refused, though another destination is chosen by then', async () => {
    for (const status of [401, 403]) {
      route = to(one);
      secrets.kept.set(`key:${idOf(one)}`, KEY);
      one.answer = { status };
      const chat = open();
      await chat.submit('hello');
      route = to(other);
      await chat.reconsider();
      assert.equal(noticeOf(chat).first, 'set-key');
      assert.ok(noticeOf(chat).text.includes(new URL(one.baseUrl).host));
      const sent = chat.problem?.kind === 'fault' ? chat.problem.sent : undefined;
      assert.equal(sent && keyOwner(sent.route)?.id, idOf(one));
    }
  });

  it('is said to be from the environment where it is', async () => {
    variables = { [idOf(one)]: 'LAB_KEY' };
    environment = { LAB_KEY: KEY };
    one.answer = { status: 401 };
    const chat = open();
    await chat.submit('hello');
    assert.equal(one.arrived[0]?.headers.authorization, `Bearer ${KEY}`);
    assert.match(noticeOf(chat).text, /environment variable LAB_KEY/);
    assert.ok(!everythingOf(chat).includes(KEY));
    secrets.kept.set(`key:${idOf(one)}`, 'another');
    await chat.submit('hello');
    assert.equal(one.arrived[1]?.headers.authorization, 'Bearer another');
    assert.ok(!noticeOf(chat).text.includes('LAB_KEY'));
  });

  for (const bad of [`${KEY}\r\nx-evil: 1`, `${KEY}\n`, `${KEY} x`, `${KEY}é`, `${KEY}\u0000`]) {
    it(`is not sent where it would break out of its header: ${JSON.stringify(bad.slice(KEY.length))}`, async () => {
      for (const from of ['kept', 'environment']) {
        secrets.kept.clear();
        variables = { [idOf(one)]: 'LAB_KEY' };
        environment = { LAB_KEY: bad };
        if (from === 'kept') secrets.kept.set(`key:${idOf(one)}`, bad);
        const chat = open();
        await chat.submit('hello');
        assert.deepEqual(one.arrived, []);
        assert.equal(noticeOf(chat).title, 'Not an API key');
        assert.equal(noticeOf(chat).first, 'set-key');
        assert.equal(noticeOf(chat).text.includes('LAB_KEY'), from === 'environment');
        assert.equal(chat.draft, 'hello');
        assert.ok(!everythingOf(chat).includes(KEY));
      }
    });
  }

  it('is looked at once more at the wire', async () => {
    const chat = open(`${KEY}\r\nx-evil: 1`);
    await chat.submit('hello');
    assert.deepEqual(one.arrived, []);
    assert.equal(noticeOf(chat).title, 'Not an API key');
    assert.ok(!everythingOf(chat).includes(KEY));
  });
});
