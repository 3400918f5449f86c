import * as vscode from 'vscode';
import { VIEWS } from './ids.ts';

const SHOWN = 'chatShown';

/** Shows the chat once, the first time the extension runs, so that nobody has to look for it. */
export function showChatOnce(context: vscode.ExtensionContext): void {
  if (context.globalState.get(SHOWN) === true) return;
  void context.globalState.update(SHOWN, true);
  void vscode.commands.executeCommand(`${VIEWS.chat}.focus`);
}
