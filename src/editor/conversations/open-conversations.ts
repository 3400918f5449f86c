import * as vscode from 'vscode';
import type { Airlock } from '../../airlock.ts';
import { isRunning, startedAt } from '../../host/processes.ts';
import { PrivateFolder } from '../../host/private-folder.ts';
import type { ConversationList } from '../../protocol/conversations.ts';
import type { Translate } from '../../sentences/translate.ts';
import type { Chat } from '../panel/chat.ts';
import { Conversations } from './conversations.ts';
import { DraftKeeper } from './draft-keeper.ts';
import type { KeepTrouble } from './live.ts';
import { sharedStorage } from './storage.ts';
import { ConversationStore } from './store.ts';
import { WindowStates } from './window-state.ts';

/** What the conversations of a window are made of. */
export interface OpeningConversations {
  readonly context: Pick<vscode.ExtensionContext, 'storageUri' | 'globalStorageUri'>;
  readonly airlock: Airlock;
  readonly chat: Chat;
  readonly isStored: () => boolean;
  readonly showList: (list: ConversationList | null) => void;
  readonly focus: () => void;
  readonly setTitle: (title: string) => void;
  readonly log: (line: string) => void;
  readonly t: Translate;
}

/** The conversations of a window, and what is kept of it for the time it is loaded again. */
export interface OpenConversations {
  readonly conversations: Conversations;
  readonly drafts: DraftKeeper;
}

/** Opens the conversations of a window: those of its workspace, or those without one. */
export function openConversations(options: OpeningConversations): OpenConversations {
  const { context, chat, airlock, isStored, log, t } = options;
  const own = context.storageUri ?? context.globalStorageUri;
  const at = vscode.Uri.joinPath(own.with({ path: sharedStorage(own.path) }), 'conversations');
  const folder = new PrivateFolder(at.fsPath);
  const windows = new WindowStates(folder, { own: process.pid, isRunning, since: startedAt(Date.now()) });
  const said = new Set<KeepTrouble>();
  const conversations = new Conversations({
    chat,
    airlock,
    store: new ConversationStore(folder, Date.now),
    isStored,
    now: Date.now,
    language: vscode.env.language,
    t,
    showList: options.showList,
    focus: options.focus,
    onTitle: options.setTitle,
    onStored: () => drafts.changed(),
    saveMarkdown: (text) => saveMarkdown(text, t),
    confirmDeleteAll: (count) => confirmDeleteAll(count, t),
    say: (text) => void vscode.window.showInformationMessage(text),
    forgetWindows: () => windows.forgetAll(),
    onTrouble: (trouble) => {
      log(`conversation: ${trouble}`);
      // Once a window: it would be the same after every turn.
      if (said.has(trouble)) return;
      said.add(trouble);
      void vscode.window.showWarningMessage(troubleText(trouble, folder.path, t));
    },
  });
  const drafts = new DraftKeeper({
    chat,
    airlock,
    windows,
    conversations,
    isStored,
    now: Date.now,
    pause: (ms) => new Promise((resolve) => setTimeout(resolve, ms)),
    t,
  });
  return { conversations, drafts };
}

function troubleText(trouble: KeepTrouble, folder: string, t: Translate): string {
  switch (trouble) {
    case 'unwritable':
      return t('The conversation could not be stored in {0}. It goes on, and ends with the window.', folder);
    case 'too-long':
      return t('The conversation is too long to be stored. It goes on, and ends with the window.');
    case 'unread':
      return t(
        'The conversation was not stored, since not all of it could be looked through. It goes on, and ends with the window.',
      );
    case 'copied':
      return t('Another window went on with this conversation. This one is stored beside it.');
  }
}

async function confirmDeleteAll(count: number, t: Translate): Promise<boolean> {
  const yes = t('Delete All');
  const answer = await vscode.window.showWarningMessage(
    count === 1 ? t('Delete the one conversation there is?') : t('Delete all {0} conversations?', count),
    {
      modal: true,
      detail: t(
        'Those of this workspace go for good, with what other windows keep of them. The ledger, and what destinations hold, stay as they are.',
      ),
    },
    yes,
  );
  return answer === yes;
}

async function saveMarkdown(text: string, t: Translate): Promise<void> {
  const folder = vscode.workspace.workspaceFolders?.[0]?.uri;
  const uri = await vscode.window.showSaveDialog({
    ...(folder && { defaultUri: vscode.Uri.joinPath(folder, 'conversation.md') }),
    filters: { Markdown: ['md'] },
    title: t('Export Conversation'),
  });
  if (!uri) return;
  try {
    await vscode.workspace.fs.writeFile(uri, new TextEncoder().encode(text));
    const open = t('Open');
    const answer = await vscode.window.showInformationMessage(
      t('Written to {0}, with stand-ins in place of values.', uri.fsPath),
      open,
    );
    if (answer === open) await vscode.window.showTextDocument(uri);
  } catch {
    void vscode.window.showErrorMessage(
      t('{0} could not be written. Choose a folder that is yours to write to.', uri.fsPath),
    );
  }
}
