import * as vscode from 'vscode';
import { COMMANDS, VIEWS } from '../ids.ts';
import type { LazySession } from '../lazy-session.ts';

/** What the steps of the walkthrough do, and the command that opens it. Loaded with the editor, so it does little. */
export function registerFirstSteps(session: LazySession): vscode.Disposable[] {
  const register = (id: string, run: () => unknown): vscode.Disposable =>
    vscode.commands.registerCommand(id, () => run());
  return [
    register(COMMANDS.getStarted, async () => (await session.get()).tour.open()),
    register(COMMANDS.tryDryRun, async () => {
      await vscode.commands.executeCommand(`${VIEWS.chat}.focus`);
      await (await session.get()).tryDryRun();
    }),
    register(COMMANDS.redactExample, async () => (await session.get()).redactExample()),
    register(COMMANDS.setRequirements, async () => (await session.get()).setRequirements()),
  ];
}
