/**
 * An extension of the tests' own, beside the one that is tested: it puts a running workbench back to where a test
 * begins. What is tested is done by mouse and keyboard.
 */
import { connect } from 'node:net';
import { createInterface } from 'node:readline';
import * as vscode from 'vscode';
import { type Done, type Job, portVariable } from './job.ts';

export function activate(context: vscode.ExtensionContext): void {
  const socket = connect(Number(process.env[portVariable]), '127.0.0.1');
  // The tests are over, or never listened.
  socket.on('error', () => undefined);
  context.subscriptions.push({ dispose: () => socket.destroy() });
  createInterface({ input: socket }).on('line', async (line) => {
    let done: Done = {};
    try {
      await carryOut(JSON.parse(line) as Job);
    } catch (error) {
      done = { error: error instanceof Error ? error.message : String(error) };
    }
    socket.write(`${JSON.stringify(done)}\n`);
  });
}

async function carryOut({ closeEditors = false, settings = [], commands = [], awaits }: Job): Promise<void> {
  if (closeEditors) await closeAll();
  const user = vscode.workspace.getConfiguration();
  for (const { key, value } of settings) await user.update(key, value, vscode.ConfigurationTarget.Global);
  if (awaits !== undefined) await vscode.extensions.getExtension(awaits)?.activate();
  for (const command of commands) await vscode.commands.executeCommand(command);
}

async function closeAll(): Promise<void> {
  const open = (): readonly vscode.Tab[] => vscode.window.tabGroups.all.flatMap(({ tabs }) => tabs);
  // One by one: closing all at once asks whether to save.
  for (let most = 2 * open().length; most > 0 && open().length > 0; most--)
    await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
  if (open().length > 0) throw new Error(`still open: ${open().map(({ label }) => label)}`);
}
