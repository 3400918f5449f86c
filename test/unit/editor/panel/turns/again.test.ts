import assert from 'node:assert/strict';
import { afterEach, beforeEach, describe, it } from 'mocha';
import { customRoute } from '../../../../../src/editor/custom-destination.ts';
import type { RouteResult } from '../../../../../src/editor/panel/chat-options.ts';
import { Chat } from '../../../../../src/editor/panel/chat.ts';
import { actionsOf } from '../../../../../src/editor/panel/turns/after-turns.ts';
import { giveUp, goOn, retry, rewrite } from '../../../../../src/editor/panel/turns/again.ts';
import { goOnPrompt, interludeView, turnActions } from '../../../../../src/editor/panel/turns/turns-view.ts';
import { english } from '../../../../../src/sentences/translate.ts';
import { type OpenAiServer, startOpenAiServer } from '../../../../servers/openai-server.ts';
import { open as openAirlock } from '../../../airlock/opened.ts';
import { EMAIL } from '../../../made-up.ts';

const GO_ON = goOnPrompt(english);

describe('turns asked again', () => {
  let server: OpenAiServer;
  let chat: Chat;

  beforeEach(async () => {
    server = await startOpenAiServer();
    const { baseUrl } = server;
    const route: RouteResult = {
      ok: true,
      name: 'Loop',
      route: customRoute({ name: 'loop', baseUrl, model: 'm', key: false, policyOf: 'deepinfra' }, false),
    };
    chat = new Chat({
      airlock: openAirlock(),
      route: () => route,
      key: async () => ({ key: undefined }),
      allowValue: async () => undefined,
      allowKind: async () => undefined,
      onChange: () => undefined,
      onDelta: () => undefined,
      log: () => undefined,
    });
  });
  afterEach(() => server.close());

  const sent = (): string[] => {
    const { messages } = JSON.parse(server.arrived.at(-1)?.body ?? '{"messages":[]}') as {
      messages: { content: string }[];
    };
    return messages.map(({ content }) => content);
  };
  const shown = (): string[] => chat.turns.map(({ wire }) => wire);
  const idOf = (at: number): string => chat.turns.at(at)?.id ?? '';

  async function ask(text: string, answer: string): Promise<void> {
    server.answer = { pieces: [answer] };
    await chat.submit(text);
    if (chat.pending?.held) await chat.proceed(chat.pending.id, 'redacted');
  }

  it('sends the same once more, without what was answered, and puts the new answer in its place', async () => {
    await ask('one', 'first');
    await ask('two', 'second');
    chat.composing.setDraft('half a thought');
    server.answer = { pieces: ['better'] };
    await retry(chat, idOf(-1));
    assert.deepEqual(sent(), ['one', 'first', 'two']);
    assert.deepEqual(shown(), ['one', 'first', 'two', 'better']);
    assert.equal(chat.draft, 'half a thought');
    assert.equal(interludeView(chat.interlude, chat.turns, english), null);
  });

  it('reviews what is sent once more, and keeps the answer until that has left', async () => {
    await ask(`mail ${EMAIL}`, 'to EMAIL_1');
    await retry(chat, idOf(-1));
    assert.equal(chat.pending?.held, true);
    assert.deepEqual(shown(), ['mail EMAIL_1', 'to EMAIL_1']);
    assert.equal(chat.draft, `mail ${EMAIL}`);
    giveUp(chat);
    assert.deepEqual([chat.draft, chat.pending?.held ?? false], ['', false]);
    await retry(chat, idOf(-1));
    await chat.proceed(chat.pending?.id ?? '', 'redacted');
    assert.deepEqual(sent(), ['mail EMAIL_1']);
    assert.equal(chat.turns.length, 2);
  });

  it('writes a prompt anew in place of it and of all behind it, and says so before', async () => {
    await ask('one', 'first');
    await ask('two', 'second');
    chat.composing.setDraft('half a thought');
    rewrite(chat, idOf(0));
    assert.equal(chat.draft, 'one');
    const said = interludeView(chat.interlude, chat.turns, english);
    assert.equal(said?.from, idOf(0));
    assert.match(said?.text ?? '', /your prompt and the 3 turns behind it/);
    await ask('one, better', 'other');
    assert.deepEqual(sent(), ['one, better']);
    assert.deepEqual(shown(), ['one, better', 'other']);
    assert.equal(chat.draft, 'half a thought');
  });

  it('gives up what is written anew and loses nothing, neither the draft nor what was written', async () => {
    await ask('one', 'first');
    chat.composing.setDraft('half a thought');
    rewrite(chat, idOf(0));
    chat.composing.setDraft('one, bet');
    giveUp(chat);
    assert.equal(chat.draft, 'half a thought');
    assert.deepEqual(shown(), ['one', 'first']);
    rewrite(chat, idOf(0));
    assert.equal(chat.draft, 'one, bet');
    giveUp(chat);
    await ask('two', 'second');
    assert.deepEqual(sent(), ['one', 'first', 'two']);
  });

  it('has all as it was where the new prompt did not leave', async () => {
    await ask('one', 'first');
    rewrite(chat, idOf(0));
    server.answer = { status: 401 };
    await chat.submit('one, better');
    assert.ok(chat.problem);
    assert.deepEqual(shown(), ['one', 'first']);
    assert.equal(chat.draft, 'one, better');
    assert.equal(chat.interlude.rewrites, chat.turns[0]);
    await ask('one, better', 'other');
    assert.deepEqual(shown(), ['one, better', 'other']);
    assert.equal(chat.draft, '');
  });

  it('has an answer go on that was broken off: what came stays, and is sent', async () => {
    server.answer = { pieces: ['The first half'], cutOff: true };
    await chat.submit('one');
    assert.deepEqual([chat.turns.at(-1)?.state, chat.draft], ['failed', 'one']);
    assert.deepEqual(turnActions(chat.turns.at(-1) ?? never(), chat.turns, english), [
      { id: 'retry', label: 'Ask Again' },
      { id: 'continue', label: 'Continue' },
    ]);
    server.answer = { pieces: [' and the second.'] };
    await goOn(chat, idOf(-1), GO_ON);
    assert.deepEqual(sent(), ['one', 'The first half', GO_ON]);
    assert.deepEqual(shown(), ['one', 'The first half', GO_ON, ' and the second.']);
    // The fault had put it back; by now it is part of the conversation.
    assert.equal(chat.draft, '');
    await ask('two', 'ok');
    assert.equal(sent().length, 5);
  });

  it('keeps what was being written while an answer goes on', async () => {
    server.answer = { pieces: ['The first half'], cutOff: true };
    await chat.submit('one');
    chat.composing.setDraft('half a thought');
    server.answer = { pieces: ['ok'] };
    await goOn(chat, idOf(-1), GO_ON);
    assert.equal(chat.draft, 'half a thought');
  });

  it('offers for each turn what makes sense, and does nothing else', async () => {
    await ask('one', 'first');
    await ask('two', 'second');
    const offered = chat.turns.map((turn) => actionsOf(turn, chat.turns));
    assert.deepEqual(offered, [['edit'], ['retry'], ['edit'], ['retry']]);
    const arrived = server.arrived.length;
    await goOn(chat, idOf(-1), GO_ON);
    await goOn(chat, 'none', GO_ON);
    await retry(chat, 'none');
    rewrite(chat, 'none');
    assert.deepEqual([server.arrived.length, chat.draft, chat.interlude.isOn], [arrived, '', false]);
  });

  it('ends with the conversation', async () => {
    await ask('one', 'first');
    chat.composing.setDraft('half a thought');
    rewrite(chat, idOf(0));
    chat.restart();
    assert.deepEqual([chat.draft, chat.interlude.isOn, chat.turns.length], ['half a thought', false, 0]);
  });
});

function never(): never {
  throw new Error('There is no turn.');
}
