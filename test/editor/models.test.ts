import assert from 'node:assert/strict';
import { afterEach, before, beforeEach, describe, it } from 'mocha';
import * as vscode from 'vscode';
import { MODELS, SETTINGS } from '../../src/editor/ids.ts';
import type { GuardedModels } from '../../src/editor/models/guarded-models.ts';
import { NOTES } from '../../src/editor/models/pieces.ts';
import { type OpenAiServer, startOpenAiServer } from '../servers/openai-server.ts';
import { CARD, EMAIL, githubToken } from '../unit/made-up.ts';
import { activate, fileIn } from './editing.ts';
import { arrived, ask, guardedModels, model, set, setDestinations, typed, user } from './guarded.ts';

const TOKEN = githubToken();
const HOST = 'orders.corp.internal';

describe('the guarded models in the extension host', () => {
  let server: OpenAiServer;
  let models: GuardedModels;
  const realWarning = vscode.window.showWarningMessage;
  /** What was asked, and what is answered. */
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
    for (const key of [
      SETTINGS.customDestinations,
      SETTINGS.rules,
      SETTINGS.chatRestore,
      SETTINGS.requirements,
    ])
      await set(key, undefined);
    await server.close();
  });

  /** That no request held any of these values, in any of its strings. */
  function neverArrived(...values: readonly string[]): void {
    for (const { body } of server.arrived)
      for (const value of values) assert.ok(!body.includes(value), 'a value arrived');
  }

  describe('through the editor’s own API', () => {
    it('are there for every configured destination, each with its policy', async () => {
      let listed: readonly vscode.LanguageModelChat[] = [];
      while (!listed.some(({ id }) => id === 'custom/stated')) {
        listed = await vscode.lm.selectChatModels({ vendor: MODELS });
        if (listed.some(({ id }) => id === 'custom/stated')) break;
        await new Promise<void>((resolve) => {
          const listening = vscode.lm.onDidChangeChatModels(() => {
            listening.dispose();
            resolve();
          });
        });
      }
      const ids = listed.map(({ id }) => id);
      for (const id of ['dry-run', 'custom/stated', 'custom/unstated']) assert.ok(ids.includes(id), id);
    });

    it('answer an extension, and send stand-ins', async () => {
      server.answer = { pieces: ['Hello EMA', 'IL_1!'] };
      const [one] = await vscode.lm.selectChatModels({ vendor: MODELS, id: 'custom/stated' });
      assert.ok(one);
      const response = await one.sendRequest([vscode.LanguageModelChatMessage.User(`I am ${EMAIL}`)]);
      let text = '';
      for await (const piece of response.text) text += piece;
      // Another extension keeps what it is told, and nobody would know where.
      assert.equal(text, 'Hello EMAIL_1!');
      assert.deepEqual(
        arrived(server).map(({ content }) => content),
        ['I am EMAIL_1'],
      );
    });

    it('count tokens, rather too many', async () => {
      const [one] = await vscode.lm.selectChatModels({ vendor: MODELS, id: 'custom/stated' });
      assert.ok(one);
      assert.equal(await one.countTokens('The quick brown fox jumps over the lazy dog.'), 13);
    });
  });

  it('have the policy in a few words and in longer ones', async () => {
    const offered = await models.offered();
    const [stated, unstated] = ['custom/stated', 'custom/unstated'].map((id) =>
      offered.find((one) => one.id === id),
    );
    assert.match(stated?.detail ?? '', /^[A-E] · /);
    assert.match(unstated?.detail ?? '', /^\? · /);
    assert.ok((stated?.tooltip?.length ?? 0) > (stated?.detail?.length ?? 0));
    await set(SETTINGS.requirements, { preset: 'health-data' });
    const missing = (await models.offered()).find(({ id }) => id === 'custom/unstated');
    assert.match(missing?.detail ?? '', /^misses a requirement · /);
  });

  it('redact a turn, tell it in the first line, and put values back', async () => {
    server.answer = { pieces: ['Dear EMAIL_', '1, `EMAIL_1`'] };
    const { text } = await ask(models, 'custom/stated', [typed(`Write to ${EMAIL}`)]);
    assert.match(
      text,
      /^> Prompt Airlock: 1 value redacted · \[receipt\]\([a-z-]+:\/\/prompt-airlock\.prompt-airlock\/receipt\/[0-9a-f]{32}\)\n\nDear `maria/,
    );
    assert.ok(text.endsWith(`Dear \`${EMAIL}\`, \`${EMAIL}\``));
    neverArrived(EMAIL);
  });

  it('take that line out of the history, and send the same stand-ins again', async () => {
    server.answer = { pieces: ['Dear EMAIL_1'] };
    const first = typed(`Write to ${EMAIL}`);
    const { text } = await ask(models, 'custom/stated', [first]);
    await ask(models, 'custom/stated', [first, model(text), typed('and to otto.berg@brightparcel.io')]);
    const [was, said, next] = arrived(server).map(({ content }) => content);
    assert.ok(was?.includes('Write to EMAIL_1'));
    assert.equal(said, 'Dear `EMAIL_1`');
    assert.ok(next?.includes('and to EMAIL_2'));
    assert.equal(arrived(server, 0)[0]?.content, was);
  });

  it('show stand-ins where the setting says so', async () => {
    await set(SETTINGS.chatRestore, false);
    server.answer = { pieces: ['Dear EMAIL_1'] };
    const { text } = await ask(models, 'custom/stated', [typed(`Write to ${EMAIL}`)]);
    assert.ok(text.endsWith('Dear EMAIL_1'));
  });

  it('never put a value into a link', async () => {
    server.answer = { pieces: ['[x](https://e.example/?q=', 'EMAIL_1) ![](https://e.example/EMAIL_1.png)'] };
    const { text } = await ask(models, 'custom/stated', [typed(`Write to ${EMAIL}`)]);
    assert.ok(!text.includes(EMAIL));
  });

  it('block what may not go, and let the next turn go without it', async () => {
    const refused = typed(`why is ${TOKEN} refused?`);
    await assert.rejects(ask(models, 'custom/unstated', [refused]), (error: Error) => {
      assert.match(error.message, /^Nothing was sent to unstated · m\.\n\n/);
      assert.match(error.message, /GitHub token/);
      assert.ok(!`${error.message}${error.stack ?? ''}`.includes(TOKEN));
      return true;
    });
    assert.equal(server.arrived.length, 0);
    await ask(models, 'custom/unstated', [refused, typed('what is a token?')]);
    assert.deepEqual(
      arrived(server).map(({ content }) => content.includes(NOTES.withheld)),
      [true, false],
    );
    neverArrived(TOKEN);
  });

  it('block for other models too once a requirement is missed', async () => {
    await set(SETTINGS.requirements, { preset: 'health-data' });
    await assert.rejects(ask(models, 'custom/stated', [typed('hello')]), /Choose another model/);
    assert.equal(server.arrived.length, 0);
  });

  describe('where it has to be asked', () => {
    const prompt = [typed(`ping ${HOST}`)];
    beforeEach(() => set(SETTINGS.rules, [{ class: 'internal', action: 'ask' }]));

    it('ask once, and send as it is what was let go, in later turns too', async () => {
      answer = 'Send as Is';
      await ask(models, 'custom/stated', prompt);
      assert.equal(asked.length, 1);
      assert.ok(arrived(server)[0]?.content.includes(HOST));
      await ask(models, 'custom/stated', [...prompt, model('ok'), typed('again')]);
      assert.equal(asked.length, 1);
      assert.ok(arrived(server)[0]?.content.includes(HOST));
    });

    it('ask again where the same is typed into another chat', async () => {
      answer = 'Send as Is';
      await ask(models, 'custom/stated', prompt);
      answer = undefined;
      await assert.rejects(ask(models, 'custom/stated', prompt), /You did not let it go/);
      assert.deepEqual([asked.length, server.arrived.length], [2, 1]);
    });

    it('send stand-ins where the user says so', async () => {
      answer = 'Redact and Send';
      await ask(models, 'custom/stated', prompt);
      neverArrived(HOST);
      assert.equal(server.arrived.length, 1);
    });

    it('send nothing where the user gives up', async () => {
      await assert.rejects(ask(models, 'custom/stated', prompt), /You did not let it go/);
      assert.equal(server.arrived.length, 0);
    });

    it('never ask for a side request, and block it', async () => {
      await assert.rejects(
        ask(models, 'custom/stated', [user(`A title for: ping ${HOST}`)]),
        /would have to be asked/,
      );
      assert.deepEqual([asked, server.arrived.length], [[], 0]);
    });
  });

  it('ask about a picture, which nobody can look into', async () => {
    const base64 =
      'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==';
    const picture = new vscode.LanguageModelDataPart(Buffer.from(base64, 'base64'), 'image/png');
    const prompt = [user('<userRequest>what is it?</userRequest>', picture)];
    answer = 'Redact and Send';
    await ask(models, 'custom/stated', prompt);
    neverArrived(base64);
    assert.match(arrived(server)[0]?.content ?? '', /A picture was left out here/);
    answer = 'Send as Is';
    await ask(models, 'custom/stated', prompt);
    assert.ok(server.arrived.at(-1)?.body.includes(base64));
    answer = undefined;
    await assert.rejects(ask(models, 'custom/stated', prompt), /You did not let it go/);
    assert.deepEqual([asked.length, server.arrived.length], [3, 2]);
  });

  it('tell nothing in the answer to a side request', async () => {
    server.answer = { pieces: ['Mail'] };
    const { text } = await ask(models, 'custom/stated', [user(`A title for: write to ${EMAIL}`)]);
    assert.equal(text, 'Mail');
    neverArrived(EMAIL);
  });

  it('take a denied file out, wherever it stands', async () => {
    await set(SETTINGS.rules, [{ path: '.env', action: 'block' }]);
    const path = fileIn('.env').fsPath;
    const attached = typed(
      'what is wrong?',
      `<attachment id=".env" filePath="${path}">\nA_KEY=${TOKEN}\nX=plain-words\n</attachment>\n`,
    );
    const { text } = await ask(models, 'custom/unstated', [attached]);
    assert.match(text, /^> Prompt Airlock: `\.env` left out · /);
    assert.ok(arrived(server)[0]?.content.includes(NOTES.denied('.env', '.env')));
    neverArrived(TOKEN, 'plain-words');
    const read = new vscode.LanguageModelToolCallPart('c1', 'read_file', { filePath: path });
    const result = new vscode.LanguageModelToolResultPart('c1', [
      new vscode.LanguageModelTextPart('X=plain-words'),
    ]);
    await ask(models, 'custom/unstated', [typed('read it'), model(read), user(result)]);
    neverArrived('plain-words');
  });

  it('review what tools answer, and what they are called with and named for', async () => {
    const call = new vscode.LanguageModelToolCallPart('c1', 'search', { query: EMAIL });
    const result = new vscode.LanguageModelToolResultPart('c1', [
      new vscode.LanguageModelTextPart(`card ${CARD}`),
    ]);
    await ask(models, 'custom/stated', [typed('find'), model(call), user(result)], {
      tools: [
        { name: 'search', description: `asks ${EMAIL}`, inputSchema: { type: 'object', properties: {} } },
      ],
    });
    neverArrived(EMAIL, CARD);
    assert.match(server.arrived[0]?.body ?? '', /PAYMENT_CARD_1|CARD_1/);
  });

  it('rehearse a dry run, and keep its request out of the history', async () => {
    const first = typed(`Write to ${EMAIL}`);
    const { text } = await ask(models, 'dry-run', [first]);
    assert.match(
      text,
      /Dry run: nothing left · 1 value redacted · \[open the whole request\]\([a-z-]+:\/\/[^)]+\/rehearsal\/([0-9a-f]{32})\)/,
    );
    assert.ok(text.includes('EMAIL_1') && !text.includes(EMAIL));
    const id = /rehearsal\/([0-9a-f]{32})/.exec(text)?.[1] ?? '';
    assert.ok(models.rehearsals.document(id)?.includes('Write to EMAIL_1'));
    await ask(models, 'custom/stated', [first, model(text), typed('now really')]);
    assert.ok(!JSON.stringify(arrived(server)).includes('Dry run'));
  });

  it('keep two chats apart', async () => {
    server.answer = { pieces: ['It is EMAIL_1'] };
    const other = 'otto.berg@brightparcel.io';
    const [one, two] = await Promise.all([
      ask(models, 'custom/stated', [typed(`I am ${EMAIL}`)]),
      ask(models, 'custom/stated', [typed(`I am ${other}`)]),
    ]);
    assert.ok(one.text.includes(EMAIL) && !one.text.includes(other));
    assert.ok(two.text.includes(other) && !two.text.includes(EMAIL));
    const nobody = await ask(models, 'custom/stated', [typed('who is EMAIL_1?')]);
    assert.ok(!nobody.text.includes('@'));
  });

  it('stop, and end the connection', async () => {
    server.answer = { pieces: ['so'], hold: true };
    const source = new vscode.CancellationTokenSource();
    const asking = ask(models, 'custom/stated', [typed('hello')], {
      token: source.token,
      onText: () => source.cancel(),
    });
    await assert.rejects(asking, vscode.CancellationError);
  });
});
