import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { EXTENSION } from '../../src/editor/ids.ts';

/** Switches the extension on. */
export async function activate(): Promise<void> {
  await vscode.extensions.getExtension(EXTENSION)?.activate();
}

export function closeAll(): Thenable<unknown> {
  return vscode.commands.executeCommand('workbench.action.closeAllEditors');
}

/** An untitled document in an editor, with LF or CR LF as its text has them. */
export async function openText(content: string, language = 'plaintext'): Promise<vscode.TextEditor> {
  let document: vscode.TextDocument;
  // The editor may bring back what was in one of the same name just before, and then another name is tried.
  do document = await vscode.workspace.openTextDocument({ content, language });
  while (document.getText() !== content);
  return vscode.window.showTextDocument(document);
}

/** A file of the workspace in an editor, as it is made. */
export async function openFile(name: string, content: string): Promise<vscode.TextEditor> {
  const uri = fileIn(name);
  await vscode.workspace.fs.writeFile(uri, new TextEncoder().encode(content));
  return vscode.window.showTextDocument(await vscode.workspace.openTextDocument(uri));
}

export function fileIn(name: string): vscode.Uri {
  const [folder] = vscode.workspace.workspaceFolders ?? [];
  assert.ok(folder);
  return vscode.Uri.joinPath(folder.uri, name);
}

/** Selects, and waits until the editor says so: what it says of a document just shown may come in between. */
export async function select(editor: vscode.TextEditor, ...pieces: readonly string[]): Promise<void> {
  const { document } = editor;
  let from = 0;
  const selections = pieces.map((piece) => {
    const start = document.getText().indexOf(piece, from);
    assert.ok(start >= 0, 'there is no such piece to select');
    from = start + piece.length;
    return new vscode.Selection(document.positionAt(start), document.positionAt(from));
  });
  await place(editor, ...selections);
}

/** Puts the selections where they are told, and waits until the editor says so. */
export async function place(
  editor: vscode.TextEditor,
  ...selections: readonly vscode.Selection[]
): Promise<void> {
  const areThere = (now: readonly vscode.Selection[]): boolean =>
    now.length === selections.length && now.every((one, i) => selections[i]?.isEqual(one));
  await new Promise<void>((resolve) => {
    const listening = vscode.window.onDidChangeTextEditorSelection(({ textEditor, selections: now }) => {
      if (textEditor !== editor || !areThere(now)) return;
      listening.dispose();
      resolve();
    });
    editor.selections = selections;
  });
}

/** A text with the numbers of stand-ins made alike: the vault is the window's, not the test's. */
export function alike(text: string): string {
  return text.replace(/\b([A-Z_]+)_\d+\b/g, '$1_n');
}

/** Waits until something is so, by asking again at each event that could make it so. */
export async function until(isSo: () => boolean, event: vscode.Event<unknown>): Promise<void> {
  if (isSo()) return;
  await new Promise<void>((resolve) => {
    const listening = event(() => {
      if (!isSo()) return;
      listening.dispose();
      resolve();
    });
  });
}

/** A terminal in front that shows a text, all of it selected; the text is on the clipboard then. */
export async function terminalWith(text: string): Promise<vscode.Terminal> {
  const write = new vscode.EventEmitter<string>();
  const terminal = await new Promise<vscode.Terminal>((resolve) => {
    const created: vscode.Terminal = vscode.window.createTerminal({
      name: 'made up',
      pty: { onDidWrite: write.event, open: () => resolve(created), close: () => undefined },
    });
    created.show();
  });
  write.fire(text);
  // The terminal draws when it likes, and says nothing of it: it is selected until there is what was written.
  do {
    await vscode.commands.executeCommand('workbench.action.terminal.selectAll');
    await vscode.commands.executeCommand('workbench.action.terminal.copySelection');
  } while (!(await vscode.env.clipboard.readText()).includes(text));
  return terminal;
}
