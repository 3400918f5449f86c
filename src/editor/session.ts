/** All that is loaded when it is first needed: the engine, and the surfaces that use it. */
import { join } from 'node:path';
import * as vscode from 'vscode';
import { createAirlock } from '../airlock.ts';
import { type Fingerprint, withoutAllowed } from '../detect/allow.ts';
import { rememberScans } from '../detect/remember.ts';
import { type SupervisedScan, superviseScanner } from '../detect/supervise.ts';
import { spawnScanThread } from '../host/thread.ts';
import { loadCatalogue } from '../policy/catalogue.ts';
import type { Translate } from '../sentences/translate.ts';
import { networkTransport } from '../wire/transport.ts';
import { allowSelected } from './allow-value.ts';
import { PolicyCardTab, cardView } from './card.ts';
import { Chat } from './chat.ts';
import { chooseDestination } from './destination-picker.ts';
import { SETTINGS } from './ids.ts';
import { Keys, keyOwner } from './keys.ts';
import { openLink } from './links.ts';
import { Panel } from './panel.ts';
import type { Chosen } from './panel-view.ts';
import { redactSelection } from './redact-selection.ts';
import { readSettings, type Settings } from './settings.ts';
import { showStatus } from './status-bar.ts';

/** What the extension's registrations call. */
export interface Session extends vscode.Disposable {
  attach(view: vscode.WebviewView): void;
  redactSelection(): Promise<void>;
  allowSelected(): Promise<void>;
  chooseDestination(): Promise<void>;
  showPolicy(): void;
  setKey(): Promise<boolean>;
  forgetKey(): Promise<void>;
  newConversation(): void;
}

/** Opens the session of a window. */
export function openSession(context: vscode.ExtensionContext, item: vscode.StatusBarItem): Session {
  const t: Translate = (message, ...args) => vscode.l10n.t(message, ...args);
  const log = vscode.window.createOutputChannel('Prompt Airlock', { log: true });
  const keys = new Keys(context.secrets);
  let settings: Settings = readSettings(t);
  let scanner = openScanner(context, settings);
  const fingerprint: Fingerprint = (value) => keys.fingerprint(value);
  const airlock = createAirlock({
    scan: withoutAllowed(
      (texts) => scanner.scan(texts),
      () => settings.allowed,
      fingerprint,
    ),
    catalogue: loadCatalogue(),
    // Looked up at each call: the editor puts its proxy support into the global one.
    transport: networkTransport((input, init) => globalThis.fetch(input, init)),
    now: () => new Date(),
    receiptKey: () => keys.receiptKey(),
  });
  const tab = new PolicyCardTab(context.extensionUri, openLink);
  const commands = airlock.newConversation();
  const chosen = (): Chosen => {
    const { route } = settings;
    return route.ok
      ? { ok: true, name: route.name, policy: airlock.policyFor(route.route.destination) }
      : { ok: false, text: route.text };
  };
  const chat = new Chat({
    airlock,
    route: () => settings.route,
    key: async (route) => {
      const owner = keyOwner(route);
      if (!owner) return { key: undefined };
      const key = await keys.obtain(owner);
      return key === undefined ? undefined : { key };
    },
    onChange: () => panel.refresh(),
    onDelta: (turn, text, standIns) => panel.append(turn, text, standIns),
    log: (line) => log.info(line),
  });
  const session: Session = {
    attach: (view) => panel.attach(view),
    redactSelection: () => redactSelection(airlock, commands, t),
    allowSelected: () => allowSelected((texts) => scanner.scan(texts), fingerprint, settings.allowed, t),
    chooseDestination: () => chooseDestination(airlock, settings.custom, settings.written, t),
    showPolicy() {
      const now = chosen();
      if (now.ok) tab.show(cardView(now.policy, now.name, t));
      else void vscode.window.showWarningMessage(now.text);
    },
    async setKey() {
      const owner = ownerOfChosen();
      return owner !== undefined && (await keys.ask(owner)) !== undefined;
    },
    async forgetKey() {
      const owner = ownerOfChosen();
      if (!owner) return;
      await keys.forget(owner);
      void vscode.window.showInformationMessage(t('The key for {0} is forgotten.', owner.name));
    },
    newConversation() {
      chat.restart();
      panel.focus();
    },
    dispose() {
      chat.stop();
      for (const one of disposables) one.dispose();
    },
  };
  const panel = new Panel({
    extensionUri: context.extensionUri,
    chat,
    chosen,
    t,
    openLink,
    chooseDestination: session.chooseDestination,
    showPolicy: session.showPolicy,
    setKey: session.setKey,
  });

  function ownerOfChosen() {
    const owner = settings.route.ok ? keyOwner(settings.route.route) : undefined;
    if (!owner) void vscode.window.showInformationMessage(t('The destination chosen needs no API key.'));
    return owner;
  }

  function settingsChanged(): void {
    const before = JSON.stringify(settings.patterns);
    settings = readSettings(t);
    if (JSON.stringify(settings.patterns) !== before) {
      scanner.dispose();
      scanner = openScanner(context, settings);
    }
    const now = chosen();
    showStatus(item, now, t);
    if (now.ok) tab.update(cardView(now.policy, now.name, t));
    void chat.reconsider();
  }

  const disposables: vscode.Disposable[] = [
    log,
    tab,
    { dispose: () => scanner.dispose() },
    vscode.workspace.onDidChangeConfiguration((event) => {
      if (event.affectsConfiguration(SETTINGS.section)) settingsChanged();
    }),
  ];
  showStatus(item, chosen(), t);
  return session;
}

/** A supervised scanner with the user's own patterns; what it has seen is remembered for as long as they hold. */
function openScanner(context: vscode.ExtensionContext, { patterns }: Settings): SupervisedScan {
  const script = join(context.extensionPath, 'dist', 'scan-thread.js');
  const { scan, dispose } = superviseScanner({ spawn: () => spawnScanThread(script, patterns) });
  return { scan: rememberScans(scan), dispose };
}
