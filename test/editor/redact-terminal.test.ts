import assert from 'node:assert/strict';
import { afterEach, before, describe, it } from 'mocha';
import * as vscode from 'vscode';
import { ScanFailure } from '../../src/detect/finding.ts';
import { COMMANDS } from '../../src/editor/ids.ts';
import { Origins } from '../../src/editor/redaction/origins.ts';
import { copyTerminalRedacted, redactTerminalSelection } from '../../src/editor/redaction/redact-terminal.ts';
import type { Redacting } from '../../src/editor/redaction/redacting.ts';
import { english } from '../../src/sentences/translate.ts';
import { open as openAirlock } from '../unit/airlock/opened.ts';
import { EMAIL, githubToken } from '../unit/made-up.ts';
import { activate, alike, closeAll, terminalWith } from './editing.ts';

const TOKEN = githubToken(8);
const BEFORE = 'what was copied before';

describe('redacting the selection of a terminal, in the extension host', () => {
  let terminal: vscode.Terminal | undefined;

  const showInTerminal = async (text: string): Promise<void> => {
    terminal = await terminalWith(text);
    await vscode.env.clipboard.writeText(BEFORE);
  };

  before(activate);
  afterEach(async () => {
    terminal?.dispose();
    await closeAll();
  });

  it('opens it in a new tab, and puts the clipboard back', async () => {
    await showInTerminal(`login ${EMAIL} with ${TOKEN} ok`);
    await vscode.commands.executeCommand(COMMANDS.redactTerminalSelection);
    const shown = vscode.window.activeTextEditor?.document;
    assert.ok(shown?.isUntitled);
    assert.equal(alike(shown.getText().trim()), 'login EMAIL_n with GITHUB_TOKEN_n ok');
    assert.equal(await vscode.env.clipboard.readText(), BEFORE);
  });

  it('copies it', async () => {
    await showInTerminal(`login ${EMAIL} ok`);
    await vscode.commands.executeCommand(COMMANDS.copyTerminalRedacted);
    assert.equal(alike((await vscode.env.clipboard.readText()).trim()), 'login EMAIL_n ok');
  });

  it('takes what is on the clipboard already for copied, where it is', async () => {
    const text = `login ${EMAIL} ok`;
    await showInTerminal(text);
    await vscode.commands.executeCommand('workbench.action.terminal.copySelection');
    while (!(await vscode.env.clipboard.readText()).includes(text));
    await vscode.commands.executeCommand(COMMANDS.redactTerminalSelection);
    assert.equal(alike(vscode.window.activeTextEditor?.document.getText().trim() ?? ''), 'login EMAIL_n ok');
    assert.ok((await vscode.env.clipboard.readText()).includes(text));
  });

  it('leaves the clipboard as it was where nothing is selected, or where it cannot be looked at', async () => {
    await showInTerminal(`login ${EMAIL} ok`);
    const airlock = openAirlock(() => Promise.reject(new ScanFailure('scanner-died')));
    const failing: Redacting = {
      airlock,
      conversation: airlock.newConversation(),
      origins: new Origins(),
      t: english,
    };
    for (const command of [redactTerminalSelection, copyTerminalRedacted]) {
      await command(failing);
      assert.equal(await vscode.env.clipboard.readText(), BEFORE);
    }
    await vscode.commands.executeCommand('workbench.action.terminal.clearSelection');
    await vscode.commands.executeCommand(COMMANDS.redactTerminalSelection);
    assert.equal(await vscode.env.clipboard.readText(), BEFORE);
    assert.equal(vscode.window.activeTextEditor, undefined);
  });
});
