import * as vscode from 'vscode';
import { COMMANDS, EXTENSION, STATUS_BAR, VIEWS } from './ids.ts';
import { registerFirstSteps } from './first-steps/commands.ts';
import type { LazySession } from './lazy-session.ts';

/** The item that says where prompts go; it is filled once the session is there. */
export function createStatusBarItem(): vscode.StatusBarItem {
  const item = vscode.window.createStatusBarItem(STATUS_BAR, vscode.StatusBarAlignment.Right, 100);
  item.name = 'Prompt Airlock';
  item.text = '$(shield) Prompt Airlock';
  item.command = COMMANDS.showPolicy;
  item.show();
  return item;
}

/** The chat panel. */
export function registerPanel(session: LazySession): vscode.Disposable {
  return vscode.window.registerWebviewViewProvider(
    VIEWS.chat,
    { resolveWebviewView: async (view) => (await session.get()).attach(view) },
    // Hidden is not closed: a stream goes on, and the caret stays where it was.
    { webviewOptions: { retainContextWhenHidden: true } },
  );
}

/** The commands on the editor's text. */
const REDACTION = [
  'redactSelection',
  'redactSelectionChoosing',
  'redactFile',
  'previewRedacted',
  'copyRedacted',
  'pasteRedacted',
  'restoreSelection',
  'redactTerminalSelection',
  'copyTerminalRedacted',
] as const;

/** Everything in the command palette. */
export function registerCommands(session: LazySession): vscode.Disposable[] {
  const register = (id: string, run: () => unknown): vscode.Disposable =>
    vscode.commands.registerCommand(id, () => run());
  return [
    ...REDACTION.map((name) => register(COMMANDS[name], async () => (await session.get()).redaction[name]())),
    register(COMMANDS.allowSelected, async () => (await session.get()).allowSelected()),
    register(COMMANDS.declareTestValue, async () => (await session.get()).declareTestValue()),
    register(COMMANDS.chooseDestination, async () => (await session.get()).chooseDestination()),
    register(COMMANDS.showPolicy, async () => (await session.get()).showPolicy()),
    register(COMMANDS.answerAboutAccount, async () => (await session.get()).answerAboutAccount()),
    register(COMMANDS.compareProviders, async () => (await session.get()).compareProviders()),
    register(COMMANDS.showLedger, async () => (await session.get()).showLedger()),
    register(COMMANDS.explainSettings, async () => (await session.get()).guard.explainSettings()),
    vscode.commands.registerCommand(COMMANDS.explainFile, async (uri: unknown) =>
      (await session.get()).guard.explainFile(uri instanceof vscode.Uri ? uri : undefined),
    ),
    register(COMMANDS.openGuardedChat, async () => (await session.get()).openGuardedChat()),
    register(COMMANDS.applyProposal, async () => (await session.get()).proposals.apply()),
    register(COMMANDS.discardProposal, async () => (await session.get()).proposals.discard()),
    register(COMMANDS.refreshOpenRouter, async () => (await session.get()).refreshOpenRouter()),
    register(COMMANDS.setKey, async () => (await session.get()).setKey()),
    register(COMMANDS.testKey, async () => (await session.get()).testKey()),
    register(COMMANDS.forgetKey, async () => (await session.get()).forgetKey()),
    ...registerFirstSteps(session),
    register(COMMANDS.newConversation, async () => {
      await vscode.commands.executeCommand(`${VIEWS.chat}.focus`);
      (await session.get()).conversations.begin();
    }),
    register(COMMANDS.showConversations, async () => {
      await vscode.commands.executeCommand(`${VIEWS.chat}.focus`);
      await (await session.get()).conversations.show();
    }),
    register(COMMANDS.exportConversation, async () => (await session.get()).conversations.export()),
    register(COMMANDS.deleteConversations, async () => (await session.get()).conversations.deleteAll()),
    register(COMMANDS.openSettings, () =>
      vscode.commands.executeCommand('workbench.action.openSettings', `@ext:${EXTENSION}`),
    ),
  ];
}
