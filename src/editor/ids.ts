/** Every id shared with package.json, in one place; a test holds the two together both ways. */
export const EXTENSION = 'prompt-airlock.prompt-airlock';

export const COMMANDS = {
  redactSelection: 'promptAirlock.redactSelection',
  chooseDestination: 'promptAirlock.chooseDestination',
  showPolicy: 'promptAirlock.showPolicy',
  compareProviders: 'promptAirlock.compareProviders',
  setKey: 'promptAirlock.setKey',
  testKey: 'promptAirlock.testKey',
  forgetKey: 'promptAirlock.forgetKey',
  newConversation: 'promptAirlock.newConversation',
  showConversations: 'promptAirlock.showConversations',
  exportConversation: 'promptAirlock.exportConversation',
  deleteConversations: 'promptAirlock.deleteConversations',
  openSettings: 'promptAirlock.openSettings',
  allowSelected: 'promptAirlock.allowSelected',
  declareTestValue: 'promptAirlock.declareTestValue',
  answerAboutAccount: 'promptAirlock.answerAboutAccount',
  refreshOpenRouter: 'promptAirlock.refreshOpenRouter',
  redactSelectionChoosing: 'promptAirlock.redactSelectionChoosing',
  redactFile: 'promptAirlock.redactFile',
  previewRedacted: 'promptAirlock.previewRedacted',
  copyRedacted: 'promptAirlock.copyRedacted',
  pasteRedacted: 'promptAirlock.pasteRedacted',
  restoreSelection: 'promptAirlock.restoreSelection',
  redactTerminalSelection: 'promptAirlock.redactTerminalSelection',
  copyTerminalRedacted: 'promptAirlock.copyTerminalRedacted',
  showLedger: 'promptAirlock.showLedger',
  explainFile: 'promptAirlock.explainFile',
  explainSettings: 'promptAirlock.explainSettings',
  openGuardedChat: 'promptAirlock.openGuardedChat',
  applyProposal: 'promptAirlock.applyProposal',
  discardProposal: 'promptAirlock.discardProposal',
  attach: 'promptAirlock.attach',
  attachFile: 'promptAirlock.attachFile',
  attachSelection: 'promptAirlock.attachSelection',
  attachTerminal: 'promptAirlock.attachTerminal',
  getStarted: 'promptAirlock.getStarted',
  tryDryRun: 'promptAirlock.tryDryRun',
  redactExample: 'promptAirlock.redactExample',
  setRequirements: 'promptAirlock.setRequirements',
  scanWorkspace: 'promptAirlock.scanWorkspace',
  scanFolder: 'promptAirlock.scanFolder',
} as const;

/** The menu of the commands on the editor's text, in the editor's own context menu. */
export const EDITOR_MENU = 'promptAirlock.editor';

/** The chat participant of the editor's own Chat, and what it can be asked for by name. */
export const PARTICIPANT = {
  id: 'prompt-airlock.airlock',
  name: 'airlock',
  commands: ['policy', 'check', 'compare', 'why', 'ledger'],
} as const;

export const VIEWS = { chat: 'promptAirlock.chat' } as const;

export const SETTINGS = {
  section: 'promptAirlock',
  destination: 'destination',
  customDestinations: 'customDestinations',
  keyVariables: 'keys.environment',
  customPatterns: 'secrets.custom',
  allowedValues: 'secrets.allowed',
  kinds: 'kinds',
  requirements: 'requirements',
  rules: 'rules',
  paths: 'paths',
  ignoreFiles: 'ignoreFiles',
  accounts: 'accounts',
  privateByRequest: 'privateByRequest',
  terms: 'internal.terms',
  internalPatterns: 'internal.patterns',
  domains: 'internal.domains',
  knownValues: 'knownValues.enabled',
  knownFiles: 'knownValues.files',
  testValues: 'testValues',
  catalogueFile: 'catalogue.file',
  redactionStyle: 'redaction.style',
  redactionStyles: 'redaction.styles',
  ledgerEnabled: 'ledger.enabled',
  ledgerRequired: 'ledger.required',
  storeConversations: 'conversations.store',
  chatModels: 'chat.models',
  chatRestore: 'chat.restore',
  diagnostics: 'diagnostics',
} as const;

/** The vendor of the guarded models. */
export const MODELS = 'prompt-airlock';

/** The walkthrough. */
export const WALKTHROUGH = 'firstSteps';
/** What the steps of the walkthrough are ticked off by: keys of the editor's context, in the order of the steps. */
export const STEPS = {
  dryRun: 'promptAirlock.reached.dryRun',
  redaction: 'promptAirlock.reached.redaction',
  policy: 'promptAirlock.reached.policy',
  requirements: 'promptAirlock.reached.requirements',
  key: 'promptAirlock.reached.key',
} as const;

/** Id of the status bar item, within the extension. */
export const STATUS_BAR = 'policy';
/** The kind of webview the policy card is. */
export const CARD = 'promptAirlock.card';
/** The kind of webview the table of all destinations is. */
export const COMPARISON = 'promptAirlock.comparison';
/** The kind of webview the ledger is. */
export const LEDGER = 'promptAirlock.ledger';
/** The kind of webview the report of a scan of the workspace is. */
export const SCAN = 'promptAirlock.scan';
/** The scheme of documents that show what would come of a file. */
export const PREVIEW = 'prompt-airlock-preview';
/** The scheme of documents that show what an answer would make of a file. */
export const PROPOSAL = 'prompt-airlock-proposal';
/** The scheme of files that show what would leave of an attachment. */
export const ATTACHMENT = 'prompt-airlock-attachment';
/** Findings of open files: who tells of them, and the command of their quick fixes, which takes the number of an offer. */
export const DIAGNOSTICS = {
  collection: 'promptAirlock',
  source: 'Prompt Airlock',
  fix: 'promptAirlock.fixFinding',
} as const;
/** The kind of edit that *Paste As…* is offered, by its parts; in a key of one's own `promptAirlock.redacted`. */
export const PASTE_EDIT = ['promptAirlock', 'redacted'] as const;
