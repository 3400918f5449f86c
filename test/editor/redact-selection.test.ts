import assert from 'node:assert/strict';
import { afterEach, before, describe, it } from 'mocha';
import * as vscode from 'vscode';
import { COMMANDS, EXTENSION } from '../../src/editor/ids.ts';
import { EMAIL, githubToken } from '../unit/made-up.ts';

const TOKEN = githubToken(2);

describe('Redact Selection in the extension host', () => {
  before(async () => {
    await vscode.extensions.getExtension(EXTENSION)?.activate();
  });
  afterEach(() => vscode.commands.executeCommand('workbench.action.closeAllEditors'));

  async function open(content: string): Promise<vscode.TextEditor> {
    const document = await vscode.workspace.openTextDocument({ content, language: 'plaintext' });
    return vscode.window.showTextDocument(document);
  }

  /** Selects, and waits until the editor says so: what it says of a document just shown may come in between. */
  async function select(editor: vscode.TextEditor, ...pieces: readonly string[]): Promise<void> {
    const { document } = editor;
    const selections = pieces.map((piece) => {
      const start = document.getText().indexOf(piece);
      return new vscode.Selection(document.positionAt(start), document.positionAt(start + piece.length));
    });
    const first = selections[0];
    await new Promise<void>((resolve) => {
      const listening = vscode.window.onDidChangeTextEditorSelection(({ textEditor, selections: now }) => {
        if (textEditor !== editor || first === undefined || now[0]?.isEqual(first) !== true) return;
        listening.dispose();
        resolve();
      });
      editor.selections = selections;
    });
  }

  /** The document's text with the numbers of stand-ins made alike: the vault is the window's, not the test's. */
  function textOf({ document }: vscode.TextEditor): string {
    return document.getText().replace(/\b([A-Z_]+)_\d+\b/g, '$1_n');
  }

  it('replaces what is sensitive in every selection, and leaves the rest of the document alone', async () => {
    const editor = await open(`a ${EMAIL} b\nc ${TOKEN} d\ne ${EMAIL} f\n`);
    await select(editor, `a ${EMAIL}`, `c ${TOKEN} d`);
    await vscode.commands.executeCommand(COMMANDS.redactSelection);
    assert.equal(textOf(editor), `a EMAIL_n b\nc GITHUB_TOKEN_n d\ne ${EMAIL} f\n`);
  });

  it('is undone in one step', async () => {
    const text = `${EMAIL} and ${TOKEN} and ${EMAIL}`;
    const editor = await open(text);
    await select(editor, text);
    await vscode.commands.executeCommand(COMMANDS.redactSelection);
    assert.ok(!editor.document.getText().includes('@'));
    await vscode.commands.executeCommand('undo');
    assert.equal(editor.document.getText(), text);
  });

  it('keeps one stand-in for one value in the whole window', async () => {
    const standIns: string[] = [];
    for (const text of [EMAIL, `again ${EMAIL}`]) {
      const editor = await open(text);
      await select(editor, text);
      await vscode.commands.executeCommand(COMMANDS.redactSelection);
      standIns.push(editor.document.getText().replace('again ', ''));
    }
    assert.equal(standIns[0], standIns[1]);
  });

  it('counts in the units of the editor: CR LF, astral characters', async () => {
    const editor = await open(`😀\r\n😀 ${EMAIL} 😀\r\n`);
    await editor.edit((edit) => edit.setEndOfLine(vscode.EndOfLine.CRLF));
    await select(editor, editor.document.getText());
    await vscode.commands.executeCommand(COMMANDS.redactSelection);
    assert.equal(textOf(editor), '😀\r\n😀 EMAIL_n 😀\r\n');
  });
});
