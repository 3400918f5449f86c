import assert from 'node:assert/strict';
import { afterEach, before, describe, it } from 'mocha';
import * as vscode from 'vscode';
import { COMMANDS } from '../../src/editor/ids.ts';
import { EMAIL, githubToken } from '../unit/made-up.ts';
import { activate, closeAll, fileIn, openFile, openText, place, select } from './editing.ts';

const TOKEN = githubToken(6);
const run = (command: string): Thenable<unknown> => vscode.commands.executeCommand(command);

describe('Restore Selection in the extension host', () => {
  before(activate);
  afterEach(closeAll);

  /** The text with its stand-ins, as the window issues them. */
  async function redacted(text: string): Promise<string> {
    const editor = await openText(text);
    await select(editor, text);
    await run(COMMANDS.redactSelection);
    return editor.document.getText();
  }

  it('puts values back in the whole document where nothing is selected, as one step of undo', async () => {
    const text = `😀 ${EMAIL}\r\n${TOKEN} and ${EMAIL}\r\n`;
    const standIns = await redacted(text);
    assert.ok(!standIns.includes('@') && !standIns.includes(TOKEN));
    const editor = await openText(standIns);
    await run(COMMANDS.restoreSelection);
    assert.equal(editor.document.getText(), text);
    await run('undo');
    assert.equal(editor.document.getText(), standIns);
  });

  it('puts them back in the selections alone, whole where one is selected in part', async () => {
    const [one, other] = (await redacted(`${EMAIL} ${TOKEN}`)).split(' ');
    assert.ok(one && other);
    const editor = await openText(`${one} ${other}\n${one} ${other}\n`);
    await place(
      editor,
      new vscode.Selection(0, 0, 0, 2),
      new vscode.Selection(1, one.length + 1, 1, one.length + 3),
    );
    await run(COMMANDS.restoreSelection);
    assert.equal(editor.document.getText(), `${EMAIL} ${other}\n${one} ${TOKEN}\n`);
  });

  it('leaves what this window does not know, and restores the others', async () => {
    const [one] = (await redacted(EMAIL)).split(' ');
    const editor = await openText(`EMAIL_990 ${one ?? ''} GITHUB_TOKEN_991 EMAIL_99x`);
    await run(COMMANDS.restoreSelection);
    assert.equal(editor.document.getText(), `EMAIL_990 ${EMAIL} GITHUB_TOKEN_991 EMAIL_99x`);
  });

  it('puts a secret back into the file it came from, unasked', async () => {
    const text = `token: ${TOKEN}\n`;
    const editor = await openFile('restored.yml', text);
    await select(editor, text);
    await run(COMMANDS.redactSelection);
    assert.ok(!editor.document.getText().includes(TOKEN));
    await run(COMMANDS.restoreSelection);
    assert.equal(editor.document.getText(), text);
    await run('workbench.action.files.revert');
    await vscode.workspace.fs.delete(fileIn('restored.yml'));
  });
});
