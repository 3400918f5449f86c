import assert from 'node:assert/strict';
import { afterEach, before, describe, it } from 'mocha';
import * as vscode from 'vscode';
import { COMMANDS, LEDGER, SETTINGS } from '../../src/editor/ids.ts';
import { activate, closeAll } from './editing.ts';

describe('the ledger in the editor', () => {
  before(activate);
  afterEach(closeAll);

  /** The tabs of the ledger, by their names. */
  const own = (): string[] =>
    vscode.window.tabGroups.all
      .flatMap(({ tabs }) => tabs)
      .filter(({ input }) => input instanceof vscode.TabInputWebview && input.viewType.endsWith(LEDGER))
      .map(({ label }) => label);

  /** Tabs are told of a moment after they are there. */
  async function opened(): Promise<void> {
    while (own().length === 0) {
      await new Promise<void>((resolve) => {
        const listener = vscode.window.tabGroups.onDidChangeTabs(() => {
          listener.dispose();
          resolve();
        });
      });
    }
  }

  it('opens in a tab of its own, one however often it is asked for', async () => {
    await vscode.commands.executeCommand(COMMANDS.showLedger);
    await opened();
    await vscode.commands.executeCommand(COMMANDS.showLedger);
    assert.deepEqual(own(), ['Ledger']);
  });

  it('is kept unless the user says otherwise, and no workspace says so', async () => {
    const section = vscode.workspace.getConfiguration(SETTINGS.section);
    assert.equal(section.get(SETTINGS.ledgerEnabled), true);
    assert.equal(section.get(SETTINGS.ledgerRequired), false);
    for (const key of [SETTINGS.ledgerEnabled, SETTINGS.ledgerRequired])
      await assert.rejects(async () => section.update(key, false, vscode.ConfigurationTarget.Workspace));
  });
});
