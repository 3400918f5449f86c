import assert from 'node:assert/strict';
import { afterEach, beforeEach, describe, it } from 'mocha';
import { Attachments } from '../../../../src/editor/attachments/attachments.ts';
import { textContent } from '../../../../src/editor/attachments/content.ts';
import { type Content, nothing, type Source } from '../../../../src/editor/attachments/source.ts';
import type { RouteResult } from '../../../../src/editor/panel/chat-options.ts';
import { Chat } from '../../../../src/editor/panel/chat.ts';
import { panelState } from '../../../../src/editor/panel/panel-view.ts';
import { english } from '../../../../src/sentences/translate.ts';
import { customRoute } from '../../../../src/editor/custom-destination.ts';
import { type OpenAiServer, startOpenAiServer } from '../../../servers/openai-server.ts';
import { open as openAirlock } from '../../airlock/opened.ts';
import { EMAIL } from '../../made-up.ts';

describe('a chat with attachments', () => {
  let server: OpenAiServer;
  let chat: Chat;
  let all: Attachments;
  let content: Content;
  let policyOf: string | undefined;
  /** What happens while what is attached is read once more. */
  let meanwhile: () => void;

  beforeEach(async () => {
    server = await startOpenAiServer();
    policyOf = 'deepinfra';
    meanwhile = () => undefined;
    const { baseUrl } = server;
    const route = (): RouteResult => ({
      ok: true,
      name: 'Loop',
      route: customRoute(
        { name: 'loop', baseUrl, model: 'm', key: false, ...(policyOf && { policyOf }) },
        false,
      ),
    });
    const airlock = openAirlock();
    chat = new Chat({
      airlock,
      route,
      key: async () => ({ key: undefined }),
      allowValue: async () => undefined,
      allowKind: async () => undefined,
      onChange: () => all?.sync(),
      onDelta: () => undefined,
      freshen: async () => {
        const surprises = await all.fresh();
        meanwhile();
        return surprises.length === 0 ? undefined : { kind: 'attachments', text: 'said' };
      },
      log: () => undefined,
    });
    all = new Attachments({
      airlock,
      route,
      chat: chat.composing,
      onChange: () => undefined,
    });
    const source: Source = { key: 'a', kind: 'file', name: 'a.txt', read: async () => content };
    content = textContent('a.txt', 'quiet');
    all.add([source]);
    await all.settled();
  });
  afterEach(() => server.close());

  function contents(): unknown[] {
    const { messages } = JSON.parse(server.arrived.at(-1)?.body ?? '{"messages":[]}') as {
      messages: { content: unknown }[];
    };
    return messages.map((message) => message.content);
  }

  it('sends them before the prompt, names them in the turn, and has none left', async () => {
    await chat.submit('see');
    assert.deepEqual(contents(), ['a.txt\n```\nquiet\n```\n', 'see']);
    const { turns, attachments } = panelState(chat, { ok: false, text: '' }, english, undefined, all.items);
    assert.deepEqual(turns[0]?.attached, [{ name: 'a.txt', icon: 'file', title: 'a.txt' }]);
    assert.deepEqual([attachments.chips, all.items], [[], []]);
  });

  it('are decided anew where other terms hold by the time they were read', async () => {
    meanwhile = () => (policyOf = undefined);
    await chat.submit(`mail ${EMAIL}`);
    assert.equal(chat.pending?.review.policy.known, false);
    policyOf = 'deepinfra';
    meanwhile = () => undefined;
    await chat.submit(`mail ${EMAIL}`);
    assert.equal(chat.pending?.review.policy.known, true);
    meanwhile = () => (policyOf = undefined);
    await chat.proceed(chat.pending?.id ?? '', 'redacted');
    assert.deepEqual([server.arrived.length, chat.pending?.held, chat.busy], [0, true, 'idle']);
    assert.equal(chat.pending?.review.policy.known, false);
  });

  it('leave nothing hanging where they cannot be read at all', async () => {
    meanwhile = () => {
      throw new Error('made up');
    };
    await chat.submit('see');
    assert.deepEqual([server.arrived.length, chat.busy, chat.problem?.kind], [0, 'idle', 'internal']);
    assert.equal(chat.draft, 'see');
  });

  it('sends nothing that changed without being seen, and what is seen then', async () => {
    content = textContent('a.txt', `mail ${EMAIL}`);
    await chat.submit('see');
    assert.deepEqual([server.arrived, chat.problem?.kind, chat.draft], [[], 'attachments', 'see']);
    await chat.submit('see');
    assert.equal(chat.pending?.held, true);
    await chat.proceed(chat.pending?.id ?? '', 'redacted');
    assert.deepEqual(contents(), ['a.txt\n```\nmail EMAIL_1\n```\n', 'see']);
  });

  it('sends nothing that changed under a review either', async () => {
    content = textContent('a.txt', `mail ${EMAIL}`);
    await all.touched(() => true);
    await chat.submit('see');
    const { id } = chat.pending ?? { id: '' };
    content = textContent('a.txt', `mail ${EMAIL} twice`);
    await chat.proceed(id, 'redacted');
    assert.deepEqual([server.arrived, chat.problem?.kind, chat.draft], [[], 'attachments', 'see']);
    assert.notEqual(chat.pending?.id, id);
  });

  it('goes on without what is gone once that was said', async () => {
    content = nothing('gone');
    await chat.submit('see');
    assert.deepEqual([server.arrived, chat.problem?.kind], [[], 'attachments']);
    await chat.submit('see');
    assert.deepEqual(contents(), ['see']);
  });

  it('has them back, with the prompt, where the host fails', async () => {
    server.answer = { status: 500 };
    await chat.submit('see');
    assert.deepEqual([chat.draft, all.items.length, chat.composing.attached.length], ['see', 1, 1]);
  });

  it('keeps them in a new conversation, which sends nothing of its own', async () => {
    const submitting = chat.submit('see');
    chat.restart();
    await submitting;
    assert.deepEqual([server.arrived, chat.busy, all.items.length], [[], 'idle', 1]);
  });
});
