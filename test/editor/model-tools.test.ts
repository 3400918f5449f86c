import assert from 'node:assert/strict';
import { symlinkSync } from 'node:fs';
import { afterEach, before, beforeEach, describe, it } from 'mocha';
import * as vscode from 'vscode';
import { SETTINGS } from '../../src/editor/ids.ts';
import type { GuardedModels } from '../../src/editor/models/guarded-models.ts';
import { type OpenAiServer, startOpenAiServer } from '../servers/openai-server.ts';
import { EMAIL, githubToken } from '../unit/made-up.ts';
import { activate, fileIn } from './editing.ts';
import { ask, guardedModels, model, set, setDestinations, typed, user } from './guarded.ts';

const TOKEN = githubToken();

describe('tools that guarded models call', () => {
  let server: OpenAiServer;
  let models: GuardedModels;
  const realWarning = vscode.window.showWarningMessage;
  let asked: number;
  let answer: string | undefined;

  before(activate);
  beforeEach(async () => {
    server = await startOpenAiServer();
    models = guardedModels();
    asked = 0;
    answer = undefined;
    vscode.window.showWarningMessage = (async () => {
      asked += 1;
      return answer;
    }) as typeof realWarning;
    await setDestinations(server);
  });
  afterEach(async () => {
    vscode.window.showWarningMessage = realWarning;
    await set(SETTINGS.customDestinations, undefined);
    await server.close();
  });

  /** Has the model call a tool, and gives what the tool is handed. */
  async function called(
    name: string,
    input: object,
    messages: readonly vscode.LanguageModelChatRequestMessage[],
    by?: string,
  ): Promise<{ readonly input: object | undefined; readonly text: string }> {
    server.answer = { pieces: [], calls: [{ id: 'c1', name, arguments: JSON.stringify(input) }] };
    const { calls, text } = await ask(models, 'custom/stated', messages, by === undefined ? {} : { by });
    for (const { body } of server.arrived) assert.ok(!body.includes(EMAIL) && !body.includes(TOKEN));
    return { input: calls[0]?.input, text };
  }

  const prompt = [typed(`put ${EMAIL} into the file`)];

  it('are handed values where they write into the workspace', async () => {
    const filePath = fileIn('made.txt').fsPath;
    const { input, text } = await called('create_file', { filePath, content: 'to EMAIL_1\n' }, prompt);
    assert.deepEqual(input, { filePath, content: `to ${EMAIL}\n` });
    assert.ok(!text.includes('kept back'));
  });

  it('are handed stand-ins where they are terminals, and it is told', async () => {
    const { input, text } = await called('run_in_terminal', { command: 'echo EMAIL_1' }, prompt);
    assert.deepEqual(input, { command: 'echo EMAIL_1' });
    assert.match(text, /> Prompt Airlock: `EMAIL_1` kept back from `run_in_terminal` · \[why\]/);
  });

  it('are handed stand-ins outside of the workspace, also behind a link', async () => {
    for (const filePath of ['/tmp/made-up-elsewhere.txt', `${fileIn('').fsPath}/../made-up-elsewhere.txt`]) {
      const { input } = await called('create_file', { filePath, content: 'EMAIL_1' }, prompt);
      assert.deepEqual(input, { filePath, content: 'EMAIL_1' });
    }
    const link = fileIn(`link-${Date.now()}`).fsPath;
    symlinkSync('/tmp', link);
    const filePath = `${link}/made-up-elsewhere.txt`;
    const { input } = await called('create_file', { filePath, content: 'EMAIL_1' }, prompt);
    assert.deepEqual(input, { filePath, content: 'EMAIL_1' });
    const nowhere = fileIn(`nowhere-${Date.now()}`).fsPath;
    symlinkSync('/tmp/made-up-nowhere.txt', nowhere);
    const led = await called('create_file', { filePath: nowhere, content: 'EMAIL_1' }, prompt);
    assert.deepEqual(led.input, { filePath: nowhere, content: 'EMAIL_1' });
  });

  it('are handed stand-ins where another extension asks, whatever they are called', async () => {
    answer = 'Allow';
    const filePath = fileIn('made.txt').fsPath;
    const { input } = await called('create_file', { filePath, content: 'EMAIL_1' }, prompt, 'some.extension');
    assert.deepEqual(input, { filePath, content: 'EMAIL_1' });
  });

  it('put a secret back into the file it came from, unasked', async () => {
    const filePath = fileIn('settings.txt').fsPath;
    const attached = `<attachment id="settings.txt" filePath="${filePath}">\ntoken ${TOKEN}\n</attachment>\n`;
    const { input } = await called(
      'replace_string_in_file',
      { filePath, oldString: 'token GITHUB_TOKEN_1', newString: 'the token GITHUB_TOKEN_1' },
      [typed('say it better', attached)],
    );
    assert.deepEqual(input, { filePath, oldString: `token ${TOKEN}`, newString: `the token ${TOKEN}` });
    assert.equal(asked, 0);
  });

  it('ask once before a secret gets into another file, and keep it out unless it may', async () => {
    const filePath = fileIn('other.txt').fsPath;
    const args = { filePath, content: 'GITHUB_TOKEN_1' };
    const messages = [typed(`the token is ${TOKEN}`)];
    for (let time = 0; time < 2; time++) {
      const { input, text } = await called('create_file', args, messages);
      assert.deepEqual(input, args);
      assert.match(text, /kept back from `create_file`/);
    }
    assert.equal(asked, 1);
    models = guardedModels();
    answer = 'Put Back';
    const { input } = await called('create_file', args, messages);
    assert.deepEqual(input, { filePath, content: TOKEN });
  });

  it('are not called with what stands for nothing', async () => {
    const filePath = fileIn('made.txt').fsPath;
    const { input, text } = await called('create_file', { filePath, content: 'EMAIL_1 EMAIL_9' }, prompt);
    assert.equal(input, undefined);
    assert.match(text, /`create_file` was not called: `EMAIL_9` would be left in the file/);
  });

  it('are told of again with the last answer of the turn, which alone stays in sight', async () => {
    const first = await called('run_in_terminal', { command: 'echo EMAIL_1' }, prompt);
    assert.ok(!first.text.includes('redacted'));
    const call = new vscode.LanguageModelToolCallPart('c1', 'run_in_terminal', first.input ?? {});
    const result = new vscode.LanguageModelToolResultPart('c1', [new vscode.LanguageModelTextPart(TOKEN)]);
    server.answer = { pieces: ['done'] };
    const { text } = await ask(models, 'custom/stated', [...prompt, model(call), user(result)]);
    assert.match(
      text,
      /^> Prompt Airlock: 2 values redacted · `EMAIL_1` kept back from tools · \[receipt\]\([^)]+\)\n\ndone$/,
    );
  });

  it('have what they were handed redacted again in the next request', async () => {
    const filePath = fileIn('made.txt').fsPath;
    const { input } = await called('create_file', { filePath, content: 'to EMAIL_1' }, prompt);
    const call = new vscode.LanguageModelToolCallPart('c1', 'create_file', input ?? {});
    const result = new vscode.LanguageModelToolResultPart('c1', [
      new vscode.LanguageModelTextPart(`wrote ${EMAIL}`),
    ]);
    server.answer = { pieces: ['done'] };
    await ask(models, 'custom/stated', [...prompt, model(call), user(result)]);
    const body = server.arrived.at(-1)?.body ?? '';
    assert.ok(!body.includes(EMAIL));
    assert.ok(body.includes('wrote EMAIL_1') && body.includes('to EMAIL_1'));
  });
});
