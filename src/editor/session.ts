/** All that is loaded when it is first needed: the engine, and the surfaces that use it. */
import * as vscode from 'vscode';
import { createAirlock } from '../airlock.ts';
import { type Fingerprint, withoutAllowed } from '../detect/allow.ts';
import { openNetwork } from '../host/network.ts';
import { askLocalServer } from '../wire/local-server.ts';
import { AccountQuestions } from './account.ts';
import { allowSelected } from './allow-value.ts';
import type { RouteResult } from './panel/chat-options.ts';
import { Decisions, surfaceOf } from './decisions.ts';
import { createChooser } from './chooser.ts';
import { openDiagnostics } from './diagnostics/open-diagnostics.ts';
import { watchKeys } from './first-steps/reached.ts';
import { redactExample } from './first-steps/redact-example.ts';
import { setRequirements } from './first-steps/set-requirements.ts';
import { Tour } from './first-steps/tour.ts';
import { SETTINGS } from './ids.ts';
import { keyOwner, keyOwners } from './key-owner.ts';
import { KeyStore } from './key-store.ts';
import { Keys } from './keys.ts';
import { LedgerTab } from './ledger-tab.ts';
import { GuardedModels } from './models/guarded-models.ts';
import { showKept, showRehearsal } from './models/links.ts';
import { openGuardedChat } from './models/open-chat.ts';
import { openLink } from './links.ts';
import { OpenRouter } from './openrouter.ts';
import { ownEnvironment } from './own-environment.ts';
import { OwnKeys } from './own-keys.ts';
import { KnownCatalogues } from './known-catalogues.ts';
import { OrganisationCatalogue } from './organisation-catalogue.ts';
import { openPanel } from './panel/open-panel.ts';
import type { Chosen } from './panel/panel-view.ts';
import { createAnswers } from './participant/answers.ts';
import type { Session } from './lazy-session.ts';
import { createRedaction } from './redaction/redaction.ts';
import { openGuard } from './open-guard.ts';
import { openScan } from './scan/open-scan.ts';
import { readRoute } from './settings.ts';
import { showStatus } from './status-bar.ts';
import { declareTestValue } from './team/declare-test-value.ts';
import { markedByWorkspace } from './team/marked.ts';
import { TermsTabs } from './terms-tabs.ts';
import { translator } from './translator.ts';
import { troubleText, WindowLedger } from './window-ledger.ts';
import { WindowRules } from './window-rules.ts';
import { WindowScanner } from './window-scanner.ts';

/** Opens the session of a window. */
export function openSession(
  context: vscode.ExtensionContext,
  item: vscode.StatusBarItem,
  modelsChanged: () => void,
): Session {
  const t = translator;
  const log = vscode.window.createOutputChannel('Prompt Airlock', { log: true });
  const ownKeys = new OwnKeys(context.secrets);
  const store = new KeyStore({
    secrets: context.secrets,
    variables: () => settings.keyVariables,
    environment: ownEnvironment(),
  });
  const keys = new Keys(store, t);
  const tour = new Tour(context.globalState, () => panel.refresh());
  const organisation = new OrganisationCatalogue(
    () => foundElse(),
    new KnownCatalogues(context.globalState),
    t,
  );
  const openRouter = new OpenRouter({
    folder: context.globalStorageUri,
    onChange: () => tabs.update(),
    t,
  });
  const rules = new WindowRules(() => taken(), t);
  let { settings } = rules;
  const scanner = new WindowScanner({
    extensionPath: context.extensionPath,
    settings: () => settings,
    settled: () => rules.settled,
    onChange: () => foundElse(),
    log: (line) => log.info(line),
  });
  const ledger = new WindowLedger({
    folder: vscode.Uri.joinPath(context.globalStorageUri, 'ledger').fsPath,
    settings: () => settings.ledger,
    onTrouble: (trouble) => {
      log.warn(`ledger: ${trouble.is}`);
      chat.problem ??= { kind: 'ledger', ...troubleText(trouble, ledger.folder, t) };
      panel.refresh();
    },
    onChange: () => ledgerTab.update(),
  });
  const fingerprint: Fingerprint = (value) => ownKeys.fingerprint(value);
  // Looked up at each call: the editor puts its proxy support into the global one.
  const network = openNetwork((input, init) => globalThis.fetch(input, init));
  const airlock = createAirlock({
    scan: withoutAllowed(markedByWorkspace(scanner.scan, rules), () => settings.allowed, fingerprint),
    get catalogue() {
      return organisation.catalogue;
    },
    transport: network.transport,
    now: () => new Date(),
    demands: () => settings.demands,
    known: () => settings.known,
    styleOf: (kind) => settings.styleOf(kind),
    askLocal: (host, model) => askLocalServer(network.fetch, host, model),
    receiptKey: () => ownKeys.receiptKey(),
    ledger,
  });
  const say = (line: string): void => log.info(line);
  const given = { airlock, settings: () => settings, route: () => routeNow(), fingerprint, log: say, t };
  const choose = createChooser({
    ...given,
    keys,
    store,
    lists: () => openRouter.lists,
    fetch: network.fetch,
    memory: context.globalState,
  });
  const guard = openGuard(airlock, rules, t);
  const redaction = createRedaction({ airlock, conversation: airlock.newConversation(), t });
  const questions = new AccountQuestions(airlock, () => settings, t);
  const decisions = new Decisions();
  const unlessBroken = (route: () => RouteResult): RouteResult => {
    const problem = rules.problem ?? organisation.problem;
    return problem === undefined ? route() : { ok: false, text: problem };
  };
  const routeNow = (): RouteResult => unlessBroken(() => settings.route);
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
  const ledgerTab = new LedgerTab({
    extensionUri: context.extensionUri,
    ledger,
    catalogue: () => organisation.catalogue,
    openLink,
    t,
  });
  const scan = openScan({ context, scanner, airlock, ownKeys, rules, allowed: () => settings.allowed, t });
  const models = new GuardedModels({
    ...given,
    settled: () => rules.settled,
    problem: () => rules.problem ?? organisation.problem,
    hasKey: (owner) => keys.has(owner),
    key: (owner, mayAsk) => (mayAsk ? keys.accessTo(owner) : keys.accessThere(owner)),
    onDecision: ({ decision, policy }, name, by, isWaitedFor) =>
      decisions.note({ at: Date.now(), ...surfaceOf(by, isWaitedFor), name, policy, decision }),
    memory: context.globalState,
  });
  const session: Session = {
    attach: (view) => panel.attach(view),
    attaching: () => attaching,
    redaction,
    answers: createAnswers({
      ...given,
      routeOfModel: (id) => unlessBroken(() => readRoute(id, settings.custom, t)),
      tabs,
      ledger: ledgerTab,
      decisions,
      questionFor: (destination) => questions.open(destination),
    }),
    allowSelected: () => allowSelected(scanner.scan, fingerprint, settings, t),
    declareTestValue: () => declareTestValue(scanner.scan, t),
    async chooseDestination() {
      const written = await choose();
      const now = written === undefined ? undefined : readRoute(written, settings.custom, t);
      // Nothing waits for it: the destination is chosen, and the question can be passed over.
      if (now?.ok) void questions.offer(now.route.destination);
    },
    async answerAboutAccount() {
      const now = settings.route;
      if (now.ok) await questions.ask(now.route.destination);
      else void vscode.window.showWarningMessage(now.text);
    },
    guard,
    showPolicy: () => tabs.showPolicy(),
    showLedger: (id) => ledgerTab.show(id),
    models,
    scan,
    proposals: {
      apply: () => panel.proposals.apply(),
      discard: () => panel.proposals.discard(),
    },
    openGuardedChat: () => openGuardedChat(settings.route.ok ? settings.written : 'dry-run', t),
    showRehearsal: (id) => showRehearsal(models.rehearsals, id, t),
    showKept: () => showKept(t),
    compareProviders: () => tabs.compare(),
    refreshOpenRouter: () => openRouter.refresh(),
    setKey: () => keys.set(keyOwners(settings.custom), ownerOfChosen()?.id).then(modelsChanged),
    testKey: () => keys.test(keyOwners(settings.custom), ownerOfChosen()?.id),
    forgetKey: () => keys.forget(keyOwners(settings.custom), ownerOfChosen()?.id).then(modelsChanged),
    tour,
    tryDryRun: () => panel.tryDryRun(),
    redactExample: () => redactExample(redaction, t),
    setRequirements: () => setRequirements(t),
    get conversations() {
      return conversations;
    },
    dispose() {
      chat.stop();
      for (const one of disposables) one.dispose();
      // What is kept last is looked through as well, as far as the editor waits for it.
      void Promise.all([conversations.settle(), drafts.keep()]).finally(() => scanner.dispose());
    },
  };
  const findings = openDiagnostics({ ...given, redaction });
  const { chat, panel, attaching, conversations, drafts } = openPanel({
    ...given,
    context,
    chosen,
    keys,
    store,
    decisions,
    chooseDestination: session.chooseDestination,
    showPolicy: session.showPolicy,
    showLedger: (id) => void session.showLedger(id),
    tour,
  });

  function ownerOfChosen() {
    return settings.route.ok ? keyOwner(settings.route.route) : undefined;
  }

  /** Other rules hold, or another destination: what is shown and what waits is looked at again. */
  function foundElse(): void {
    showStatus(item, chosen(), t);
    tabs.update();
    ledgerTab.update();
    modelsChanged();
    guard.changed();
    void attaching.reconsider();
    void chat.reconsider();
    findings.reconsider();
  }

  /** The settings, or the files that tighten them, are others. */
  function taken(): void {
    ({ settings } = rules);
    organisation.update(settings.catalogueFile);
    scanner.update();
    foundElse();
    drafts.changed();
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
    panel,
    attaching,
    redaction,
    findings,
    tabs,
    ledgerTab,
    scan,
    organisation,
    rules,
    guard,
    watchKeys(context.secrets),
    vscode.workspace.onDidChangeConfiguration((event) => {
      if (!event.affectsConfiguration(SETTINGS.section)) return;
      rules.update();
      taken();
    }),
  ];
  organisation.update(settings.catalogueFile);
  showStatus(item, chosen(), t);
  void recogniseChosen();
  modelsChanged(); // Otherwise the editor does not ask for them before somebody names one.
  return session;
}
