/** All that is loaded when it is first needed: the engine, and the surfaces that use it. */
import * as vscode from 'vscode';
import { createAirlock } from '../airlock.ts';
import { type Fingerprint, withoutAllowed } from '../detect/allow.ts';
import type { Translate } from '../sentences/translate.ts';
import { askLocalServer } from '../wire/local-server.ts';
import { networkTransport } from '../wire/transport.ts';
import { AccountQuestions } from './account.ts';
import { allowSelected } from './allow-value.ts';
import { allowances } from './allowances.ts';
import type { RouteResult } from './chat-options.ts';
import { Chat } from './chat.ts';
import { chooseDestination } from './destination-picker.ts';
import { SETTINGS } from './ids.ts';
import { Keys, keyOwner } from './keys.ts';
import { openLink } from './links.ts';
import { OpenRouter } from './openrouter.ts';
import { OrganisationCatalogue } from './organisation-catalogue.ts';
import { Panel } from './panel.ts';
import type { Chosen } from './panel-view.ts';
import { createRedaction, type Redaction } from './redaction/redaction.ts';
import { readRoute, readSettings, type Settings } from './settings.ts';
import { showStatus } from './status-bar.ts';
import { TermsTabs } from './terms-tabs.ts';
import { WindowScanner } from './window-scanner.ts';

/** What the extension's registrations call. */
export interface Session extends vscode.Disposable {
  attach(view: vscode.WebviewView): void;
  /** The commands on the editor's text. */
  readonly redaction: Redaction;
  allowSelected(): Promise<void>;
  chooseDestination(): Promise<void>;
  showPolicy(): void;
  answerAboutAccount(): Promise<void>;
  compareProviders(): void;
  refreshOpenRouter(): Promise<void>;
  setKey(): Promise<boolean>;
  forgetKey(): Promise<void>;
  newConversation(): void;
}

/** Opens the session of a window. */
export function openSession(context: vscode.ExtensionContext, item: vscode.StatusBarItem): Session {
  const t: Translate = (message, ...args) => vscode.l10n.t(message, ...args);
  const log = vscode.window.createOutputChannel('Prompt Airlock', { log: true });
  const keys = new Keys(context.secrets);
  const organisation = new OrganisationCatalogue(() => foundElse(), t);
  const openRouter = new OpenRouter({
    folder: context.globalStorageUri,
    onChange: () => tabs.update(),
    t,
  });
  let settings: Settings = readSettings(t);
  const scanner = new WindowScanner({
    extensionPath: context.extensionPath,
    settings: () => settings,
    onChange: () => foundElse(),
    log: (line) => log.info(line),
    t,
  });
  const fingerprint: Fingerprint = (value) => keys.fingerprint(value);
  const airlock = createAirlock({
    scan: withoutAllowed(scanner.scan, () => settings.allowed, fingerprint),
    get catalogue() {
      return organisation.catalogue;
    },
    // Looked up at each call: the editor puts its proxy support into the global one.
    transport: networkTransport((input, init) => globalThis.fetch(input, init)),
    now: () => new Date(),
    demands: () => settings.demands,
    known: () => settings.known,
    styleOf: (kind) => settings.styleOf(kind),
    askLocal: (host, model) => askLocalServer((input, init) => globalThis.fetch(input, init), host, model),
    receiptKey: () => keys.receiptKey(),
  });
  const redaction = createRedaction({ airlock, conversation: airlock.newConversation(), t });
  const questions = new AccountQuestions(airlock, () => settings.known.accounts, t);
  const routeNow = (): RouteResult => {
    const problem = scanner.problem ?? organisation.problem;
    return problem === undefined ? settings.route : { ok: false, text: problem };
  };
  const chosen = (): Chosen => {
    const route = routeNow();
    return route.ok
      ? { ok: true, name: route.name, policy: airlock.policyFor(route.route.destination) }
      : {
          ok: false,
          text: route.text,
          ...(organisation.problem !== undefined && { title: t('Catalogue not in force') }),
        };
  };
  const tabs = new TermsTabs({
    extensionUri: context.extensionUri,
    chosen,
    settings: () => settings,
    catalogue: () => organisation.catalogue,
    policyFor: (destination) => airlock.policyFor(destination),
    problem: () => organisation.problem,
    questionFor: (destination) => questions.open(destination),
    lists: () => openRouter.lists,
    answer: () => session.answerAboutAccount(),
    openLink,
    t,
  });
  const chat = new Chat({
    airlock,
    route: routeNow,
    key: async (route) => {
      const owner = keyOwner(route);
      if (!owner) return { key: undefined };
      const key = await keys.obtain(owner);
      return key === undefined ? undefined : { key };
    },
    ...allowances(() => settings, fingerprint, t),
    onChange: () => panel.refresh(),
    onDelta: (turn, text, standIns) => panel.append(turn, text, standIns),
    log: (line) => log.info(line),
  });
  const session: Session = {
    attach: (view) => panel.attach(view),
    redaction,
    allowSelected: () => allowSelected(scanner.scan, fingerprint, settings.allowed, t),
    async chooseDestination() {
      const written = await chooseDestination({
        airlock,
        custom: settings.custom,
        current: settings.written,
        lists: openRouter.lists,
        hasKey: (owner) => keys.has(owner),
        t,
      });
      const now = written === undefined ? undefined : readRoute(written, settings.custom, t);
      // Nothing waits for it: the destination is chosen, and the question can be passed over.
      if (now?.ok) void questions.offer(now.route.destination);
    },
    async answerAboutAccount() {
      const now = settings.route;
      if (now.ok) await questions.ask(now.route.destination);
      else void vscode.window.showWarningMessage(now.text);
    },
    showPolicy: () => tabs.showPolicy(),
    compareProviders: () => tabs.compare(),
    refreshOpenRouter: () => openRouter.refresh(),
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

  /** Other rules hold, or another destination: what is shown and what waits is looked at again. */
  function foundElse(): void {
    showStatus(item, chosen(), t);
    tabs.update();
    void chat.reconsider();
  }

  function settingsChanged(): void {
    settings = readSettings(t);
    organisation.update(settings.catalogueFile);
    scanner.update();
    foundElse();
    void recogniseChosen();
  }

  /** A server on this machine is unknown until it has answered for itself. */
  async function recogniseChosen(): Promise<void> {
    const { route } = settings;
    if (!route.ok) return;
    const before = airlock.policyFor(route.route.destination);
    await airlock.recognise(route.route.destination);
    if (airlock.policyFor(route.route.destination) !== before) foundElse();
  }

  const disposables: vscode.Disposable[] = [
    log,
    redaction,
    tabs,
    organisation,
    scanner,
    vscode.workspace.onDidChangeConfiguration((event) => {
      if (event.affectsConfiguration(SETTINGS.section)) settingsChanged();
    }),
  ];
  organisation.update(settings.catalogueFile);
  showStatus(item, chosen(), t);
  void recogniseChosen();
  return session;
}
