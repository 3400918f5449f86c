import assert from 'node:assert/strict';
import { afterEach, before, describe, it } from 'mocha';
import * as vscode from 'vscode';
import { COMMANDS } from '../../src/editor/ids.ts';
import { EMAIL, githubToken } from '../unit/made-up.ts';
import { activate, alike, closeAll, select, until } from './editing.ts';

const TOKEN = githubToken(5);
const run = (command: string): Thenable<unknown> => vscode.commands.executeCommand(command);

describe('redacting notebooks in the extension host', () => {
  before(activate);
  afterEach(closeAll);

  /** A notebook with an output, in front. */
  async function openNotebook(): Promise<vscode.NotebookEditor> {
    const { Code, Markup } = vscode.NotebookCellKind;
    const withOutput = new vscode.NotebookCellData(Code, `mail = "${EMAIL}"`, 'python');
    withOutput.outputs = [
      new vscode.NotebookCellOutput([vscode.NotebookCellOutputItem.text(`sent to ${EMAIL}`)]),
    ];
    const data = new vscode.NotebookData([
      withOutput,
      new vscode.NotebookCellData(Markup, `# For ${EMAIL}`, 'markdown'),
      new vscode.NotebookCellData(Code, `t = "${TOKEN}"`, 'python'),
    ]);
    const notebook = await vscode.workspace.openNotebookDocument('jupyter-notebook', data);
    return vscode.window.showNotebookDocument(notebook, { selections: [new vscode.NotebookRange(0, 1)] });
  }

  /** The first cell's text editor, with the cursor in it. */
  async function editCell(): Promise<vscode.TextEditor> {
    await run('notebook.cell.edit');
    await until(
      () => vscode.window.activeTextEditor !== undefined,
      vscode.window.onDidChangeActiveTextEditor,
    );
    const editor = vscode.window.activeTextEditor;
    assert.ok(editor);
    return editor;
  }

  const textsOf = (notebook: vscode.NotebookDocument): string[] =>
    notebook.getCells().map(({ document }) => alike(document.getText()));

  it('redacts the selection in a cell, as one step of undo', async () => {
    const { notebook } = await openNotebook();
    const editor = await editCell();
    await select(editor, `"${EMAIL}"`);
    await run(COMMANDS.redactSelection);
    assert.deepEqual(textsOf(notebook), ['mail = "EMAIL_n"', `# For ${EMAIL}`, `t = "${TOKEN}"`].map(alike));
    await run('undo');
    assert.equal(notebook.cellAt(0).document.getText(), `mail = "${EMAIL}"`);
  });

  it('copies what is selected in a cell, or the cells that are selected', async () => {
    const { notebook } = await openNotebook();
    await vscode.window.showNotebookDocument(notebook, { selections: [new vscode.NotebookRange(0, 3)] });
    await run(COMMANDS.copyRedacted);
    assert.equal(
      alike(await vscode.env.clipboard.readText()),
      'mail = "EMAIL_n"\n# For EMAIL_n\nt = "GITHUB_TOKEN_n"',
    );
    await vscode.window.showNotebookDocument(notebook, { selections: [new vscode.NotebookRange(0, 1)] });
    await select(await editCell(), `= "${EMAIL}`);
    await run(COMMANDS.copyRedacted);
    assert.equal(alike(await vscode.env.clipboard.readText()), '= "EMAIL_n');
  });

  it('opens a redacted notebook of the same kind, cell by cell, without outputs', async () => {
    const { notebook } = await openNotebook();
    await run(COMMANDS.redactFile);
    const shown = vscode.window.activeNotebookEditor?.notebook;
    assert.ok(shown && shown !== notebook);
    assert.equal(shown.notebookType, 'jupyter-notebook');
    assert.deepEqual(textsOf(shown), ['mail = "EMAIL_n"', '# For EMAIL_n', 't = "GITHUB_TOKEN_n"']);
    assert.deepEqual(
      shown.getCells().map(({ kind, document, outputs }) => [kind, document.languageId, outputs.length]),
      notebook.getCells().map(({ kind, document }) => [kind, document.languageId, 0]),
    );
    assert.ok(textsOf(notebook)[0]?.includes(EMAIL));
  });

  it('previews all cells as text', async () => {
    await openNotebook();
    await run(COMMANDS.previewRedacted);
    const input = vscode.window.tabGroups.activeTabGroup.activeTab?.input;
    assert.ok(input instanceof vscode.TabInputTextDiff);
    const [original, modified] = await Promise.all(
      [input.original, input.modified].map((uri) => vscode.workspace.openTextDocument(uri)),
    );
    assert.ok(original?.getText().includes(EMAIL));
    assert.equal(
      alike(modified?.getText() ?? ''),
      '── 1 · python ──\nmail = "EMAIL_n"\n\n── 2 · markdown ──\n# For EMAIL_n\n\n── 3 · python ──\nt = "GITHUB_TOKEN_n"\n',
    );
  });
});
