import * as vscode from 'vscode';
import type { Translate } from '../sentences/translate.ts';
import { COMMANDS, SETTINGS } from './ids.ts';
import type { Settings } from './settings.ts';

/**
 * Tells the user where their organisation has locked a setting that they are about to change: it could be written, and
 * would change nothing.
 * @returns whether it is locked.
 */
export function sayIfLocked(key: string, { locked }: Pick<Settings, 'locked'>, t: Translate): boolean {
  const name = `${SETTINGS.section}.${key}`;
  if (!locked.has(name)) return false;
  const explain = t('Explain Settings');
  // Not waited for: what was going on goes on without it.
  void vscode.window
    .showWarningMessage(t('{0} is locked by your organisation; nothing was changed.', name), explain)
    .then((picked) => {
      if (picked === explain) void vscode.commands.executeCommand(COMMANDS.explainSettings);
    });
  return true;
}
