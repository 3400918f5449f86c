import type * as vscode from 'vscode';
import { registerLinks, registerModels } from './editor/models/provider.ts';
import { registerAttaching } from './editor/attachments/commands.ts';
import { showChatOnce } from './editor/first-run.ts';
import { lazySession } from './editor/lazy-session.ts';
import { registerParticipant } from './editor/participant/participant.ts';
import { registerPasteAs } from './editor/redaction/paste-as.ts';
import { registerScan } from './editor/scan/commands.ts';
import { createStatusBarItem, registerCommands, registerPanel } from './editor/surfaces.ts';

/** Switches on what there is. What does the work is loaded when it is first needed. */
export function activate(context: vscode.ExtensionContext): void {
  const item = createStatusBarItem();
  const session = lazySession(context, item);
  context.subscriptions.push(
    item,
    session,
    registerPanel(session),
    registerModels(session),
    registerLinks(session),
    registerPasteAs(session),
    registerParticipant(session),
    ...registerCommands(session),
    ...registerAttaching(session),
    ...registerScan(session),
  );
  showChatOnce(context);
  // The policy in the status bar needs the engine; it comes after the start, not during it.
  setImmediate(() => void session.get());
}
