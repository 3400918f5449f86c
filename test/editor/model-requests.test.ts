import assert from 'node:assert/strict';
import { afterEach, before, beforeEach, describe, it } from 'mocha';
import * as vscode from 'vscode';
import { SETTINGS } from '../../src/editor/ids.ts';
import type { GuardedModels } from '../../src/editor/models/guarded-models.ts';
import { NOTES } from '../../src/editor/models/pieces.ts';
import { type OpenAiServer, startOpenAiServer } from '../servers/openai-server.ts';
import { EMAIL, githubToken } from '../unit/made-up.ts';
import { activate } from './editing.ts';
import { arrived, ask, CHAT, guardedModels, model, set, setDestinations, typed, user } from './guarded.ts';

const TOKEN = githubToken();

describe('requests to guarded models that are out of the ordinary', () => {
  let server: OpenAiServer;
  let models: GuardedModels;
  const realWarning = vscode.window.showWarningMessage;
  let asked: string[];
  let answer: string | undefined;

  before(activate);
  beforeEach(async () => {
    server = await startOpenAiServer();
    models = guardedModels();
    asked = [];
    answer = undefined;
    vscode.window.showWarningMessage = (async (text: string, options?: vscode.MessageOptions) => {
      asked.push(`${text} ${options?.detail ?? ''}`);
      return answer;
    }) as typeof realWarning;
    await setDestinations(server);
  });
  afterEach(async () => {
    vscode.window.showWarningMessage = realWarning;
    await set(SETTINGS.customDestinations, undefined);
    await server.close();
  });

  const neverArrived = (value: string): void => {
    for (const { body } of server.arrived) assert.ok(!body.includes(value), 'a value arrived');
  };

  it('are refused where there is nothing to answer', async () => {
    for (const messages of [[], [user('')], [user('  \n')]])
      await assert.rejects(ask(models, 'custom/stated', messages), /nothing in the request to answer/);
    assert.equal(server.arrived.length, 0);
  });

  it('may have 200 turns', async () => {
    const turns = Array.from({ length: 200 }, (_, i) =>
      i % 2 === 0 ? typed(`turn ${i} of ${EMAIL}`) : model(`answer ${i}`),
    );
    await ask(models, 'custom/stated', [...turns, typed('the last')]);
    assert.equal(arrived(server).length, 201);
    neverArrived(EMAIL);
  });

  it('may have an attachment of 1 MB, in which everything is found', async () => {
    const lines = 'Nothing to see in this line of an ordinary log file.\n'.repeat(20_000);
    await setDestinations(server, { maxInputTokens: 10_000_000 });
    const attached = `<attachment id="a.log" filePath="/elsewhere/a.log">\n${lines}token ${TOKEN}\n</attachment>\n`;
    await ask(models, 'custom/stated', [typed('what is in it?', attached)]);
    neverArrived(TOKEN);
    assert.ok((server.arrived[0]?.body.length ?? 0) > 1_000_000);
  });

  it('are refused before they are sent where they are longer than the model takes', async () => {
    await setDestinations(server, { maxInputTokens: 1_000 });
    await assert.rejects(
      ask(models, 'custom/stated', [typed('word '.repeat(2_000))]),
      /about [\d,]+ tokens, and the model takes 1,000/,
    );
    assert.equal(server.arrived.length, 0);
  });

  it('leave out what a tool answered in bytes, and a part of a type from the future', async () => {
    const call = new vscode.LanguageModelToolCallPart('c1', 'fetch', {});
    const bytes = new vscode.LanguageModelDataPart(
      new Uint8Array([0, 1, 2, 255]),
      'application/octet-stream',
    );
    const result = new vscode.LanguageModelToolResultPart('c1', [bytes]);
    const future = {
      role: vscode.LanguageModelChatMessageRole.User,
      content: [{ hologram: TOKEN }],
      name: undefined,
    };
    await ask(models, 'custom/stated', [typed('get it'), model(call), user(result), future]);
    assert.deepEqual(
      arrived(server)
        .slice(-2)
        .map(({ content }) => content),
      [NOTES.opaque, NOTES.opaque],
    );
    neverArrived(TOKEN);
  });

  it('are refused for a model that is not configured any more', async () => {
    const [offered] = (await models.offered()).filter(({ id }) => id === 'custom/stated');
    await set(SETTINGS.customDestinations, []);
    assert.ok(offered);
    await assert.rejects(ask(models, 'custom/stated', [typed('hello')]), /Nothing was sent/);
    assert.equal(server.arrived.length, 0);
  });

  it('end well where their model is taken away while it answers', async () => {
    server.answer = { pieces: ['one ', 'two'], hold: true };
    let begun: () => void = () => undefined;
    const some = new Promise<void>((resolve) => (begun = resolve));
    const asking = ask(models, 'custom/stated', [typed('hello')], { onText: () => begun() });
    await some;
    await set(SETTINGS.customDestinations, []);
    server.release();
    assert.equal((await asking).text, 'one two');
    await assert.rejects(ask(models, 'custom/stated', [typed('more')]), /Nothing was sent/);
  });

  it('have the model call some tool where the caller says so', async () => {
    const progress = { report: () => undefined };
    await models.respond(
      { id: 'custom/stated', name: 'x', maxInputTokens: 1_000 },
      [typed('hello')],
      {
        tools: [{ name: 'look', description: 'looks', inputSchema: { type: 'object', properties: {} } }],
        toolMode: vscode.LanguageModelChatToolMode.Required,
        requestInitiator: CHAT,
      },
      progress,
      new vscode.CancellationTokenSource().token,
    );
    assert.match(server.arrived[0]?.body ?? '', /"tool_choice":"required"/);
  });

  it('say so where the key is gone', async () => {
    await ask(guardedModels({ key: 'made-up-key' }), 'custom/keyed', [typed('hello')]);
    await assert.rejects(ask(models, 'custom/keyed', [typed('hello')]), /key/i);
    assert.equal(server.arrived.length, 1);
  });

  it('may come twice at once', async () => {
    server.answer = { pieces: ['It is EMAIL_1'] };
    const messages = [typed(`I am ${EMAIL}`)];
    const both = await Promise.all([1, 2].map(() => ask(models, 'custom/stated', messages)));
    for (const { text } of both) assert.ok(text.endsWith(`It is \`${EMAIL}\``));
    assert.equal(server.arrived[0]?.body, server.arrived[1]?.body);
  });

  it('say what a host that refuses said, in words of ours', async () => {
    server.answer = { status: 500, body: `{"error":{"message":"I saw ${EMAIL}"}}`, type: 'application/json' };
    await assert.rejects(ask(models, 'custom/stated', [typed('hello')]), (error: Error) => {
      assert.ok(error.message.length > 20 && !`${error.message}${error.stack ?? ''}`.includes(EMAIL));
      return true;
    });
  });

  it('of another extension wait for the user’s consent, once', async () => {
    await assert.rejects(
      ask(models, 'custom/stated', [user('hello')], { by: 'some.extension' }),
      /did not allow this extension/,
    );
    assert.match(asked[0] ?? '', /Let some\.extension use your guarded models\? .*spend your API keys/);
    // Whoever said no is not asked again in this window.
    await assert.rejects(ask(models, 'custom/stated', [user('hello')], { by: 'some.extension' }));
    assert.deepEqual([asked.length, server.arrived.length], [1, 0]);
    answer = 'Allow';
    for (let time = 0; time < 2; time++)
      await ask(models, 'custom/stated', [user('hello')], { by: 'other.extension' });
    assert.deepEqual([asked.length, server.arrived.length], [2, 2]);
  });

  it('of nobody in particular are asked about each session', async () => {
    answer = 'Allow';
    await ask(models, 'custom/stated', [user('hello')], { by: '' });
    const message = [user('hello')];
    const anybody = guardedModels();
    await anybody.respond(
      { id: 'custom/stated', name: 'x', maxInputTokens: 1_000 },
      message,
      { toolMode: vscode.LanguageModelChatToolMode.Auto },
      { report: () => undefined },
      new vscode.CancellationTokenSource().token,
    );
    assert.match(
      asked.at(-1) ?? '',
      /Let an extension use your guarded models\? The editor does not say which one/,
    );
  });

  it('of another extension are never asked about, and told nothing', async () => {
    answer = 'Allow';
    server.answer = { pieces: ['Hello EMAIL_1'] };
    const { text } = await ask(models, 'custom/stated', [typed(`I am ${EMAIL}`)], { by: 'some.extension' });
    assert.equal(text, 'Hello EMAIL_1');
    await assert.rejects(
      ask(models, 'custom/stated', [typed('ping orders.corp.internal')], { by: 'some.extension' }),
      /would have to be asked/,
    );
    assert.equal(asked.length, 1);
  });
});
