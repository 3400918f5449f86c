import assert from 'node:assert/strict';
import { afterEach, before, describe, it } from 'mocha';
import * as vscode from 'vscode';
import { COMMANDS, EXTENSION } from '../../src/editor/ids.ts';
import { EMAIL } from '../unit/made-up.ts';

/** No shape of any secret; only the file makes it one. */
const VALUE = 'wintergarten-am-see';
const TRIES = 60;
const PAUSE = 200;

describe('what the workspace keeps secret, in the extension host', function () {
  this.timeout(40_000);
  let folder: vscode.Uri;

  before(async () => {
    await vscode.extensions.getExtension(EXTENSION)?.activate();
    const [first] = vscode.workspace.workspaceFolders ?? [];
    assert.ok(first);
    folder = first.uri;
  });
  afterEach(() => vscode.commands.executeCommand('workbench.action.closeAllEditors'));

  const write = (name: string, text: string): Thenable<void> =>
    vscode.workspace.fs.writeFile(vscode.Uri.joinPath(folder, name), new TextEncoder().encode(text));
  const remove = (name: string): Thenable<void> =>
    vscode.workspace.fs.delete(vscode.Uri.joinPath(folder, name));

  /** The content after Redact Selection. An address stands after it, since finding nothing at all asks for a click. */
  async function redacted(text: string): Promise<string> {
    const content = `${text}\n${EMAIL}`;
    const document = await vscode.workspace.openTextDocument({ content, language: 'plaintext' });
    const editor = await vscode.window.showTextDocument(document);
    editor.selection = new vscode.Selection(new vscode.Position(0, 0), document.positionAt(content.length));
    await vscode.commands.executeCommand(COMMANDS.redactSelection);
    return document.getText().split('\n')[0] ?? '';
  }

  /** Redacts again and again until the files' watcher has told of the change. */
  async function redactsTo(content: string, expected: RegExp): Promise<void> {
    let now = '';
    for (let i = 0; i < TRIES; i++) {
      now = await redacted(content);
      if (expected.test(now)) return;
      await new Promise((resolve) => setTimeout(resolve, PAUSE));
    }
    assert.match(now, expected);
  }

  // What was redacted once keeps its stand-in in this window, so what is to be forgotten must not have been.
  it('is found again wherever it stands, and forgotten when its file no longer has it', async () => {
    const text = `the log says ${VALUE} and ${btoa(VALUE)}`;
    assert.equal(await redacted(text), text);
    await write('.env.local', `SHOP_PASSWORD=${VALUE}\nOTHER=kupfer-dach-rinne\n`);
    await redactsTo(text, /^the log says SHOP_PASSWORD_\d+ and SHOP_PASSWORD_\d+$/);
    await write('.env.local', 'THIRD=nebel-fluss-ufer\n');
    await redactsTo('nebel-fluss-ufer', /^THIRD_\d+$/);
    assert.equal(await redacted('kupfer-dach-rinne'), 'kupfer-dach-rinne');
    await remove('.env.local');
  });

  it('is more with the names that .promptairlock.json brings', async () => {
    const text = 'see project-falcon/client';
    assert.equal(await redacted(text), text);
    await write('.promptairlock.json', JSON.stringify({ terms: ['Project Falcon', 'Osprey'] }));
    await redactsTo(text, /^see INTERNAL_NAME_\d+\/client$/);
    await write('.promptairlock.json', JSON.stringify({ terms: ['Kestrel'] }));
    await redactsTo('the kestrel', /^the INTERNAL_NAME_\d+$/);
    assert.equal(await redacted('the osprey'), 'the osprey');
    await remove('.promptairlock.json');
  });
});
