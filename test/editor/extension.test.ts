import assert from 'node:assert/strict';
import { before, describe, it } from 'mocha';
import * as vscode from 'vscode';
import { COMMANDS, EXTENSION, SETTINGS } from '../../src/editor/ids.ts';

describe('the extension in the extension host', () => {
  before(async () => {
    await vscode.extensions.getExtension(EXTENSION)?.activate();
  });

  it('registers every command it contributes', async () => {
    const known = new Set(await vscode.commands.getCommands(true));
    assert.deepEqual(
      Object.values(COMMANDS).filter((id) => !known.has(id)),
      [],
    );
  });

  it('begins with the dry run', () => {
    const value = vscode.workspace.getConfiguration(SETTINGS.section).get(SETTINGS.destination);
    assert.equal(value, 'dry-run');
  });

  it('lets no workspace and no folder set where prompts go', async () => {
    const section = vscode.workspace.getConfiguration(SETTINGS.section);
    for (const target of [vscode.ConfigurationTarget.Workspace, vscode.ConfigurationTarget.WorkspaceFolder]) {
      for (const key of [SETTINGS.destination, SETTINGS.customDestinations]) {
        await assert.rejects(async () => section.update(key, 'openai/gpt-5', target));
      }
    }
  });

  it('heeds no settings file of the workspace', async () => {
    const [folder] = vscode.workspace.workspaceFolders ?? [];
    assert.ok(folder);
    const file = vscode.Uri.joinPath(folder.uri, '.vscode', 'settings.json');
    const settings = { 'promptAirlock.destination': 'nvidia/a/b', 'editor.rulers': [77] };
    const heeded = new Promise<void>((resolve) => {
      const listener = vscode.workspace.onDidChangeConfiguration((event) => {
        if (!event.affectsConfiguration('editor.rulers')) return;
        listener.dispose();
        resolve();
      });
    });
    await vscode.workspace.fs.writeFile(file, new TextEncoder().encode(JSON.stringify(settings)));
    try {
      // The other setting of the same file has arrived, so this one would have as well.
      await heeded;
      assert.equal(vscode.workspace.getConfiguration(SETTINGS.section).get(SETTINGS.destination), 'dry-run');
    } finally {
      await vscode.workspace.fs.delete(vscode.Uri.joinPath(folder.uri, '.vscode'), { recursive: true });
    }
  });

  it('takes no argument in any command', async () => {
    const document = await vscode.workspace.openTextDocument({ content: 'a@brightparcel.io' });
    const editor = await vscode.window.showTextDocument(document);
    editor.selection = new vscode.Selection(0, 0, 0, document.getText().length);
    await vscode.commands.executeCommand(COMMANDS.redactSelection, 'something else', { text: 'b@c.io' });
    assert.match(document.getText(), /^EMAIL_\d+$/);
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
  });
});
