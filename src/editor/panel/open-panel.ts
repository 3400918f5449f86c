import * as vscode from 'vscode';
import type { Airlock } from '../../airlock.ts';
import type { Fingerprint } from '../../detect/allow.ts';
import type { Translate } from '../../sentences/translate.ts';
import { allowances } from '../allowances.ts';
import { type OpenConversations, openConversations } from '../conversations/open-conversations.ts';
import { Attaching } from '../attachments/attaching.ts';
import type { Decisions } from '../decisions.ts';
import { VIEWS } from '../ids.ts';
import { keyOwner } from '../key-owner.ts';
import type { KeyStore } from '../key-store.ts';
import type { Keys } from '../keys.ts';
import { openLink } from '../links.ts';
import type { Settings } from '../settings.ts';
import type { RouteResult } from './chat-options.ts';
import { Chat } from './chat.ts';
import { Leaving } from './leaving-view.ts';
import { OfferedKeys } from './offered-keys.ts';
import { Panel, type PanelOptions } from './panel.ts';

/** What the panel and its conversation are made of. */
export interface OpeningPanel extends Pick<
  PanelOptions,
  'chosen' | 'chooseDestination' | 'showPolicy' | 'showLedger' | 'tour'
> {
  readonly context: vscode.ExtensionContext;
  readonly airlock: Airlock;
  readonly settings: () => Settings;
  readonly route: () => RouteResult;
  readonly keys: Keys;
  readonly store: KeyStore;
  readonly fingerprint: Fingerprint;
  readonly decisions: Decisions;
  readonly log: (line: string) => void;
  readonly t: Translate;
}

/** The panel of a window, with all that is in it. */
export interface OpenPanel extends OpenConversations {
  readonly chat: Chat;
  readonly panel: Panel;
  readonly attaching: Attaching;
}

/** Opens the panel of a window with its conversation; it is shown once the editor gives it a view. */
export function openPanel(options: OpeningPanel): OpenPanel {
  const { context, airlock, settings, route, keys, store, fingerprint, decisions, log, t } = options;
  const chat = new Chat({
    airlock,
    route,
    key: (to) => keys.accessTo(keyOwner(to)),
    ...allowances(settings, fingerprint, t),
    onDecision: ({ decision, policy }, name) =>
      decisions.note({ at: Date.now(), surface: 'panel', name, policy, decision }),
    freshen: () => attaching.freshen(),
    onChange() {
      attaching.sync();
      panel.refresh();
      conversations.changed();
      drafts.changed();
    },
    onLooked: () => panel.refreshReview(),
    onDelta: (turn, delta, standIns) => {
      panel.append(turn, delta, standIns);
      conversations.changed();
    },
    log,
  });
  const { conversations, drafts } = openConversations({
    context,
    airlock,
    chat,
    isStored: () => settings().conversations.store,
    showList: (list) => panel.showList(list),
    focus: () => panel.focus(),
    setTitle: (title) => panel.setTitle(title),
    log,
    t,
  });
  const attaching = new Attaching({
    airlock,
    route,
    chat: chat.composing,
    onChange: () => panel.refresh(),
    leaving: () => chat.composing.leaving(),
    suggest: (suggestions) => panel.suggest(suggestions),
    async reveal() {
      await vscode.commands.executeCommand(`${VIEWS.chat}.focus`);
      panel.focus();
    },
    t,
  });
  const offeredKeys = new OfferedKeys({
    chat,
    store,
    onChange: () => panel.refresh(),
    confirm: async (question, yes) =>
      (await vscode.window.showWarningMessage(question, { modal: true }, yes)) === yes,
    say: (text) => void vscode.window.showInformationMessage(text),
    t,
  });
  const panel = new Panel({
    ...options,
    extensionUri: context.extensionUri,
    chat,
    conversations,
    onDraft: () => drafts.changed(),
    attaching,
    openLink,
    offeredKeys,
    leaving: new Leaving(airlock, t),
    setKey: async (to) => {
      const chosen = settings().route;
      const sent = to ?? (chosen.ok ? chosen.route : undefined);
      return sent !== undefined && keys.askFor(sent);
    },
  });
  void drafts.bringBack();
  return { chat, panel, attaching, conversations, drafts };
}
