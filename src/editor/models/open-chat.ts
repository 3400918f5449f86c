import * as vscode from 'vscode';
import type { Translate } from '../../sentences/translate.ts';
import { MODELS } from '../ids.ts';

/** What the built-in Chat is made of; it is not there until the Chat is switched on. */
const CHAT = 'GitHub.copilot-chat';
/** So long the editor may take to switch it on, in milliseconds. */
const PATIENCE = 20_000;

/** Opens the editor's own Chat with a guarded model chosen. @param id of the model, as it is offered. */
export async function openGuardedChat(id: string, t: Translate): Promise<void> {
  try {
    if (isOff() && !(await switchOn(t))) return;
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

function isOff(): boolean {
  return vscode.extensions.getExtension(CHAT) === undefined;
}

/**
 * Where nobody has signed in the Chat is off, and asks for a sign-in that guarded models have no use for. To switch its features off
 * and on switches it on; that is the user's to say. Whether it was said.
 */
async function switchOn(t: Translate): Promise<boolean> {
  const yes = t('Switch On');
  const picked = await vscode.window.showInformationMessage(
    t('The editor’s own Chat is off. Switch it on, without signing in?'),
    {
      modal: true,
      detail: t(
        'Guarded models need no account. This sets chat.disableAIFeatures to true and back to false.',
      ),
    },
    yes,
  );
  if (picked !== yes) return false;
  const settings = vscode.workspace.getConfiguration('chat');
  const there = untilThere();
  try {
    await settings.update('disableAIFeatures', true, vscode.ConfigurationTarget.Global);
  } finally {
    await settings.update('disableAIFeatures', false, vscode.ConfigurationTarget.Global);
  }
  await there;
  return true;
}

/** Resolves once the Chat is there, or when it takes too long. */
function untilThere(): Promise<void> {
  return new Promise((resolve) => {
    const done = (): void => {
      clearTimeout(timer);
      listening.dispose();
      resolve();
    };
    const timer = setTimeout(done, PATIENCE);
    const listening = vscode.extensions.onDidChange(() => {
      if (!isOff()) done();
    });
  });
}
