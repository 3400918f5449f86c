import * as vscode from 'vscode';
import type { Translate } from '../../sentences/translate.ts';
import { MODELS } from '../ids.ts';

/** Opens the editor's own Chat with a guarded model chosen. @param id of the model, as it is offered. */
export async function openGuardedChat(id: string, t: Translate): Promise<void> {
  try {
    await vscode.commands.executeCommand('workbench.action.chat.open', {
      modelSelector: { vendor: MODELS, id },
    });
  } catch {
    // The editor has no Chat, or it is switched off; what it says of that names no way on.
    void vscode.window.showWarningMessage(
      t('The editor’s own Chat did not open. It may be switched off: chat.disableAIFeatures.'),
    );
  }
}
