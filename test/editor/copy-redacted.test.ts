import assert from 'node:assert/strict';
import { afterEach, before, describe, it } from 'mocha';
import * as vscode from 'vscode';
import { ScanFailure } from '../../src/detect/finding.ts';
import { COMMANDS } from '../../src/editor/ids.ts';
import { copyRedacted } from '../../src/editor/redaction/copy-redacted.ts';
import { Origins } from '../../src/editor/redaction/origins.ts';
import { redactFile } from '../../src/editor/redaction/redact-file.ts';
import { redactSelection } from '../../src/editor/redaction/redact-selection.ts';
import type { Redacting } from '../../src/editor/redaction/redacting.ts';
import { english } from '../../src/sentences/translate.ts';
import { open as openAirlock } from '../unit/airlock/opened.ts';
import { EMAIL, githubToken } from '../unit/made-up.ts';
import { activate, alike, closeAll, openText, place, select } from './editing.ts';

const TOKEN = githubToken(4);

describe('Copy Redacted in the extension host', () => {
  before(activate);
  afterEach(closeAll);

  /** What is on the clipboard after the command, with the numbers of stand-ins made alike. */
  async function copied(): Promise<string> {
    await vscode.commands.executeCommand(COMMANDS.copyRedacted);
    return alike(await vscode.env.clipboard.readText());
  }

  const caret = (line: number): vscode.Selection => new vscode.Selection(line, 0, line, 0);

  it('joins several selections by the line ends of the document, and leaves the document alone', async () => {
    const text = `a ${EMAIL} b\r\n😀 ${TOKEN} d\r\n`;
    const editor = await openText(text);
    await select(editor, `a ${EMAIL}`, `😀 ${TOKEN}`);
    assert.equal(await copied(), 'a EMAIL_n\r\n😀 GITHUB_TOKEN_n');
    assert.equal(editor.document.getText(), text);
  });

  it('takes lines where nothing is selected, as Copy does', async () => {
    const editor = await openText(`a ${EMAIL}\nb\nc ${TOKEN}`);
    await place(editor, caret(0), caret(2));
    assert.equal(await copied(), 'a EMAIL_n\nc GITHUB_TOKEN_n\n');
  });

  it('copies as it is where nothing is found', async () => {
    const editor = await openText('nothing to see');
    await select(editor, 'nothing');
    assert.equal(await copied(), 'nothing');
  });

  it('takes of a value only what is selected, and knows it all the same', async () => {
    const editor = await openText(`token ${TOKEN}\n`);
    await select(editor, TOKEN.slice(0, 12));
    assert.equal(await copied(), 'GITHUB_TOKEN_n');
  });

  describe('where the text cannot be looked at', () => {
    const failing = (): Redacting => {
      const airlock = openAirlock(() => Promise.reject(new ScanFailure('deadline')));
      return { airlock, conversation: airlock.newConversation(), origins: new Origins(), t: english };
    };

    it('leaves clipboard and text as they are, and opens nothing', async () => {
      const text = `a ${EMAIL}`;
      const editor = await openText(text);
      await select(editor, text);
      await vscode.env.clipboard.writeText('as before');
      await copyRedacted(failing());
      assert.equal(await vscode.env.clipboard.readText(), 'as before');
      await redactSelection(failing());
      assert.equal(editor.document.getText(), text);
      await redactFile(failing(), () => undefined);
      assert.equal(vscode.window.activeTextEditor?.document, editor.document);
    });
  });
});
