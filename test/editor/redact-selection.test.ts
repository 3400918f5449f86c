import assert from 'node:assert/strict';
import { afterEach, before, describe, it } from 'mocha';
import * as vscode from 'vscode';
import { COMMANDS } from '../../src/editor/ids.ts';
import { EMAIL, githubToken } from '../unit/made-up.ts';
import { activate, alike, closeAll, openText, select } from './editing.ts';

const TOKEN = githubToken(2);

describe('Redact Selection in the extension host', () => {
  before(activate);
  afterEach(closeAll);

  const redact = (): Thenable<unknown> => vscode.commands.executeCommand(COMMANDS.redactSelection);

  it('replaces what is sensitive in every selection, and leaves the rest of the document alone', async () => {
    const editor = await openText(`a ${EMAIL} b\nc ${TOKEN} d\ne ${EMAIL} f\n`);
    await select(editor, `a ${EMAIL}`, `c ${TOKEN} d`);
    await redact();
    assert.equal(alike(editor.document.getText()), `a EMAIL_n b\nc GITHUB_TOKEN_n d\ne ${EMAIL} f\n`);
  });

  it('is undone in one step', async () => {
    const text = `${EMAIL} and ${TOKEN} and ${EMAIL}`;
    const editor = await openText(text);
    await select(editor, text);
    await redact();
    assert.ok(!editor.document.getText().includes('@'));
    await vscode.commands.executeCommand('undo');
    assert.equal(editor.document.getText(), text);
  });

  it('keeps one stand-in for one value in the whole window', async () => {
    const standIns: string[] = [];
    for (const text of [EMAIL, `again ${EMAIL}`]) {
      const editor = await openText(text);
      await select(editor, text);
      await redact();
      standIns.push(editor.document.getText().replace('again ', ''));
    }
    assert.equal(standIns[0], standIns[1]);
  });

  it('counts in the units of the editor: CR LF, astral characters', async () => {
    const editor = await openText(`😀\r\n😀 ${EMAIL} 😀\r\n`);
    await select(editor, editor.document.getText());
    await redact();
    assert.equal(alike(editor.document.getText()), '😀\r\n😀 EMAIL_n 😀\r\n');
  });

  it('knows a selected value by what stands around it, and replaces whole what is selected in part', async () => {
    const editor = await openText(`db_password = "wolkenbruch-im-mai"\nmail ${EMAIL} now\n`);
    await select(editor, 'wolkenbruch-im-mai', EMAIL.slice(3, 9));
    await redact();
    assert.match(editor.document.getText(), /^db_password = "[A-Z_]+_\d+"\nmail EMAIL_\d+ now\n$/);
  });

  describe('choosing', () => {
    /** Runs the command and, once the list is there, what a person does with it. */
    async function choosing(...then: readonly string[]): Promise<void> {
      const chosen = vscode.commands.executeCommand(COMMANDS.redactSelectionChoosing);
      let done = false;
      void chosen.then(() => (done = true));
      // There is no event of a list that has come: an answer to nothing does nothing, so it is given until one is.
      while (!done) for (const command of then) await vscode.commands.executeCommand(command);
      await chosen;
    }

    it('replaces all that is listed where nothing is left out', async () => {
      const editor = await openText(`${EMAIL}\n${TOKEN}\n`);
      await select(editor, editor.document.getText());
      await choosing('workbench.action.acceptSelectedQuickOpenItem');
      assert.equal(alike(editor.document.getText()), 'EMAIL_n\nGITHUB_TOKEN_n\n');
    });

    it('changes nothing where the list is closed', async () => {
      const text = `${EMAIL}\n${TOKEN}\n`;
      const editor = await openText(text);
      await select(editor, text);
      await choosing('workbench.action.closeQuickOpen');
      assert.equal(editor.document.getText(), text);
    });
  });
});
