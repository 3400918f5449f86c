import assert from 'node:assert/strict';
import { afterEach, before, describe, it } from 'mocha';
import * as vscode from 'vscode';
import { COMMANDS, PREVIEW } from '../../src/editor/ids.ts';
import { EMAIL, githubToken } from '../unit/made-up.ts';
import { activate, alike, closeAll, openFile, openText, until } from './editing.ts';

const TOKEN = githubToken(3);
const run = (command: string): Thenable<unknown> => vscode.commands.executeCommand(command);

describe('Redact File to New Tab in the extension host', () => {
  before(activate);
  afterEach(closeAll);

  it('opens the whole document with stand-ins beside it, in its language, and leaves it as it is', async () => {
    const text = `-- ask ${EMAIL}\r\nSELECT '${TOKEN}'; -- 😀\r\n`;
    const { document } = await openText(text, 'sql');
    await run(COMMANDS.redactFile);
    const shown = vscode.window.activeTextEditor;
    assert.ok(shown && shown.document !== document);
    assert.equal(alike(shown.document.getText()), `-- ask EMAIL_n\r\nSELECT 'GITHUB_TOKEN_n'; -- 😀\r\n`);
    assert.equal(shown.document.languageId, 'sql');
    assert.ok(shown.document.isUntitled);
    assert.equal(shown.viewColumn, vscode.ViewColumn.Two);
    assert.equal(document.getText(), text);
  });

  it('takes what is not saved yet', async () => {
    const editor = await openFile('notes.sql', 'nothing\n');
    await editor.edit((edit) => edit.insert(new vscode.Position(0, 0), `${EMAIL} `));
    await run(COMMANDS.redactFile);
    const shown = vscode.window.activeTextEditor?.document;
    assert.equal(alike(shown?.getText() ?? ''), 'EMAIL_n nothing\n');
    assert.equal(shown?.languageId, 'sql');
    await vscode.window.showTextDocument(editor.document);
    await run('workbench.action.files.revert');
    await vscode.workspace.fs.delete(editor.document.uri);
  });

  it('opens nothing where nothing is found', async () => {
    const { document } = await openText('nothing to see here\n');
    await run(COMMANDS.redactFile);
    assert.equal(vscode.window.activeTextEditor?.document, document);
    assert.equal(vscode.window.tabGroups.all.length, 1);
  });
});

describe('Preview Redacted File in the extension host', () => {
  before(activate);
  afterEach(closeAll);

  /** The two sides of the tab in front. */
  function diffInFront(): { readonly tab: vscode.Tab; readonly input: vscode.TabInputTextDiff } {
    const tab = vscode.window.tabGroups.activeTabGroup.activeTab;
    assert.ok(tab?.input instanceof vscode.TabInputTextDiff);
    return { tab, input: tab.input };
  }

  const documentAt = (uri: vscode.Uri): vscode.TextDocument | undefined =>
    vscode.workspace.textDocuments.find((one) => one.uri.toString() === uri.toString());

  it('shows the original against the redacted, in its language, and says that it is a preview', async () => {
    const text = `SELECT '${TOKEN}';\r\n`;
    const { document } = await openText(text, 'sql');
    await run(COMMANDS.previewRedacted);
    const { tab, input } = diffInFront();
    assert.match(tab.label, /↔ redacted \(preview\)$/);
    assert.equal(input.original.toString(), document.uri.toString());
    const redacted = documentAt(input.modified);
    assert.equal(alike(redacted?.getText() ?? ''), `SELECT 'GITHUB_TOKEN_n';\r\n`);
    assert.equal(redacted?.languageId, 'sql');
    assert.equal(document.getText(), text);
  });

  it('follows the original', async () => {
    const editor = await openText(`${EMAIL}\n`);
    await run(COMMANDS.previewRedacted);
    const { input } = diffInFront();
    const edit = new vscode.WorkspaceEdit();
    edit.insert(editor.document.uri, new vscode.Position(1, 0), `more: ${TOKEN}\n`);
    await vscode.workspace.applyEdit(edit);
    await until(
      () => alike(documentAt(input.modified)?.getText() ?? '') === 'EMAIL_n\nmore: GITHUB_TOKEN_n\n',
      vscode.workspace.onDidChangeTextDocument,
    );
  });

  it('gives the original to Redact File to New Tab', async () => {
    await openText(`${EMAIL}\n`);
    await run(COMMANDS.previewRedacted);
    diffInFront();
    await run(COMMANDS.redactFile);
    const shown = vscode.window.activeTextEditor?.document;
    assert.ok(shown?.isUntitled);
    assert.equal(alike(shown.getText()), 'EMAIL_n\n');
  });

  it('forgets what it was of when it is closed', async () => {
    await openText(`${EMAIL}\n`);
    await run(COMMANDS.previewRedacted);
    const { tab, input } = diffInFront();
    const { modified } = input;
    await vscode.window.tabGroups.close(tab);
    await until(
      () => documentAt(modified)?.getText().includes('EMAIL') !== true,
      (listener) =>
        vscode.Disposable.from(
          vscode.workspace.onDidCloseTextDocument(listener),
          vscode.workspace.onDidChangeTextDocument(listener),
        ),
    );
    const again = await vscode.workspace.openTextDocument(modified);
    assert.equal(again.getText(), 'This preview is over. Open the file and preview it again.');
  });

  it('cannot be written', () => {
    assert.equal(vscode.workspace.fs.isWritableFileSystem(PREVIEW), undefined);
  });
});
