import * as vscode from 'vscode';
import { STEPS } from '../ids.ts';

const known = new Set<string>();

/** Ticks a step of the walkthrough off, because what it is about has happened, wherever the user did it. */
export function reached(step: keyof typeof STEPS): void {
  if (known.has(step)) return;
  known.add(step);
  void vscode.commands.executeCommand('setContext', STEPS[step], true);
}

/** Ticks the last step off once a key is kept, however it came there. */
export function watchKeys(secrets: vscode.SecretStorage): vscode.Disposable {
  return secrets.onDidChange(async ({ key }) => {
    if (key.startsWith('key:') && (await secrets.get(key)) !== undefined) reached('key');
  });
}
