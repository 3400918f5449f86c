import assert from 'node:assert/strict';
import { afterEach, before, describe, it } from 'mocha';
import * as vscode from 'vscode';
import { COMMANDS, PASTE_EDIT } from '../../src/editor/ids.ts';
import { Origins } from '../../src/editor/redaction/origins.ts';
import { redactedPaste } from '../../src/editor/redaction/paste-redacted.ts';
import type { Redacting } from '../../src/editor/redaction/redacting.ts';
import { english } from '../../src/sentences/translate.ts';
import { open as openAirlock } from '../unit/airlock/opened.ts';
import { EMAIL, githubToken } from '../unit/made-up.ts';
import { activate, alike, closeAll, openText, place, until } from './editing.ts';

const TOKEN = githubToken(7);
const caret = (line: number, column: number): vscode.Selection =>
  new vscode.Selection(line, column, line, column);

describe('Paste Redacted in the extension host', () => {
  before(activate);
  afterEach(closeAll);

  const paste = (): Thenable<unknown> => vscode.commands.executeCommand(COMMANDS.pasteRedacted);

  it('puts the redacted text in place of every selection, as one step of undo, with the cursor behind it', async () => {
    const editor = await openText('😀 here and there\r\n');
    await place(editor, new vscode.Selection(0, 3, 0, 7), new vscode.Selection(0, 12, 0, 17));
    const clipboard = `${EMAIL}\n$0 \\ }\n!`;
    await vscode.env.clipboard.writeText(clipboard);
    await paste();
    assert.equal(
      alike(editor.document.getText()),
      '😀 EMAIL_n\r\n$0 \\ }\r\n! and EMAIL_n\r\n$0 \\ }\r\n!\r\n',
    );
    assert.deepEqual(
      editor.selections.map(({ isEmpty, active }) => [isEmpty, active.line, active.character]),
      [
        [true, 2, 1],
        [true, 4, 1],
      ],
    );
    assert.equal(await vscode.env.clipboard.readText(), clipboard);
    await vscode.commands.executeCommand('undo');
    assert.equal(editor.document.getText(), '😀 here and there\r\n');
  });

  it('gives a line to each cursor where there are as many', async () => {
    const editor = await openText('a=\nb=\n');
    await place(editor, caret(0, 2), caret(1, 2));
    await vscode.env.clipboard.writeText(`${EMAIL}\n${TOKEN}\n`);
    await paste();
    assert.equal(alike(editor.document.getText()), 'a=EMAIL_n\nb=GITHUB_TOKEN_n\n');
  });

  it('pastes as it is what holds nothing sensitive', async () => {
    const editor = await openText('');
    await vscode.env.clipboard.writeText('nothing to see');
    await paste();
    assert.equal(editor.document.getText(), 'nothing to see');
  });

  it('is offered in Paste As where something is found, and by its kind in any case', async () => {
    const airlock = openAirlock();
    const conversation = airlock.newConversation();
    const using: Redacting = { airlock, conversation, origins: new Origins(), t: english };
    const kind = vscode.DocumentDropOrPasteEditKind.Empty.append(...PASTE_EDIT);
    const offered = await redactedPaste(using, `${EMAIL} ${EMAIL}`, kind, false);
    assert.equal(offered?.insertText, 'EMAIL_1 EMAIL_1');
    assert.equal(offered?.title, 'Paste Redacted (2 × e-mail address)');
    assert.equal(await redactedPaste(using, 'nothing to see', kind, false), undefined);
    assert.equal((await redactedPaste(using, 'nothing to see', kind, true))?.insertText, 'nothing to see');
  });

  it('changes no ordinary paste', async () => {
    const editor = await openText('x');
    await place(editor, caret(0, 1));
    await vscode.env.clipboard.writeText(EMAIL);
    void vscode.commands.executeCommand('editor.action.clipboardPasteAction');
    await until(() => editor.document.getText() !== 'x', vscode.workspace.onDidChangeTextDocument);
    assert.equal(editor.document.getText(), `x${EMAIL}`);
  });
});
