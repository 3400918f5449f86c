import * as v from 'valibot';
import * as vscode from 'vscode';
import type { Demands } from '../airlock.ts';
import { IGNORE_FILES } from '../decide/paths/ignore-file.ts';
import { type PathRule, readPathRules } from '../decide/paths/path-rule.ts';
import { UserRules } from '../decide/user-rules.ts';
import { CustomPatterns, problemOf } from '../detect/custom.ts';
import { OwnDomains } from '../detect/network/own-hosts.ts';
import { OwnTerms } from '../detect/own/own-terms.ts';
import { KindSettings, type ScanSettings } from '../detect/scan-settings.ts';
import { Accounts } from '../policy/accounts.ts';
import { parseDestination } from '../policy/destination.ts';
import { type Known, NOTHING_KNOWN } from '../policy/prepare.ts';
import { Requirements } from '../policy/requirements.ts';
import type { Style } from '../redact/stand-in.ts';
import { styleBy, StyleSetting, StylesOfKinds } from '../redact/styles.ts';
import { patternProblem } from '../sentences/custom.ts';
import { destinationProblem } from '../sentences/destination.ts';
import { pathProblemText } from '../sentences/path-problem.ts';

import type { Translate } from '../sentences/translate.ts';
import { localKindOf } from '../wire/local-kinds.ts';
import { presetOf } from '../wire/presets.ts';
import { canBeSentTo, type Route, routeTo } from '../wire/route.ts';
import { customRoute, CustomDestination } from './custom-destination.ts';
import { DiagnosticsSetting } from './diagnostics/levels.ts';
import { SETTINGS } from './ids.ts';
import { type Locked, NOTHING_LOCKED, type ReadSetting, settingReader, Unreadable } from './setting.ts';
import { KeyVariables } from './key-store.ts';
import type { RouteResult } from './panel/chat-options.ts';
import type { LedgerSettings } from './window-ledger.ts';

/** How many values can be allowed for good. */
export const MOST_ALLOWED = 10_000;

const AllowedValues = v.pipe(
  v.array(v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/))),
  v.maxLength(MOST_ALLOWED),
);
const Globs = v.pipe(v.array(v.pipe(v.string(), v.minLength(1), v.maxLength(200))), v.maxLength(100));
const ChatModels = v.pipe(v.array(v.pipe(v.string(), v.minLength(1), v.maxLength(300))), v.maxLength(100));
const IgnoreFileNames = v.array(v.picklist(IGNORE_FILES));
const CUSTOM = 'custom/';
const DRY = 'dry-run:';

/** A destination that can be picked, by what the setting has to hold. */
export interface Choice {
  readonly written: string;
  readonly name: string;
}

/** What the user set about what is found. */
export interface DetectionSettings {
  readonly scan: ScanSettings;
  /** Keyed fingerprints of the values that are always allowed. */
  readonly allowed: ReadonlySet<string>;
  /** Globs of files whose values are found again, beside those that always are; undefined where none are. */
  readonly knownFiles: readonly string[] | undefined;
}

/** What holds in the editor's own Chat. */
export interface ChatSettings {
  /** Destinations that are offered there besides, as they are written. */
  readonly models: readonly string[];
  /** Whether its answers show the values in place of their stand-ins. */
  readonly restore: boolean;
}

/** The user's settings, parsed; what does not parse is said and never guessed at. */
export interface Settings extends DetectionSettings {
  /** What is demanded of destinations, and what was decided for some findings. */
  readonly demands: Demands;
  /** The user's own rules about paths; `demands` has them with everybody else's. */
  readonly paths: readonly PathRule[];
  /** Names of the ignore files that are honoured. */
  readonly ignoreFiles: readonly string[];
  /** What the user stated of accounts; the same object until the settings change. */
  readonly known: Known;
  /** The destination chosen, as it is written. */
  readonly written: string;
  /** Where that goes, or why it cannot be used: then nothing is sent. */
  readonly route: RouteResult;
  readonly custom: readonly CustomDestination[];
  /** Which variables of the environment hold API keys. */
  readonly keyVariables: KeyVariables;
  /** The organisation's own catalogue, by its path; '' where there is none. */
  readonly catalogueFile: string;
  /** How the stand-ins for values of a kind look. */
  readonly styleOf: (kind: string) => Style;
  readonly ledger: LedgerSettings;
  readonly chat: ChatSettings;
  /** Whether the panel's conversations are stored. */
  readonly conversations: { readonly store: boolean };
  /** Whether values go that the workspace declares to be made up. */
  readonly testValues: boolean;
  /** Which findings of open files are shown in the editor. */
  readonly diagnostics: DiagnosticsSetting;
  /** What the user's organisation has locked, and to what: to write one of them changes nothing. */
  readonly locked: Locked;
}

/**
 * Reads the settings. Only what the user set for the application counts, and what their organisation locked: nothing that a
 * workspace, a folder or a language says.
 */
export function readSettings(t: Translate, locked: Locked = NOTHING_LOCKED): Settings {
  const read = settingReader(locked, t);
  try {
    const custom = read(SETTINGS.customDestinations, v.array(CustomDestination));
    const keyVariables = read(SETTINGS.keyVariables, KeyVariables);
    const written = read(SETTINGS.destination, v.string());
    const demands = {
      requirements: read(SETTINGS.requirements, Requirements),
      rules: read(SETTINGS.rules, UserRules),
    };
    const known = {
      accounts: read(SETTINGS.accounts, Accounts),
      privateByRequest: read(SETTINGS.privateByRequest, v.boolean()),
      remoteWindow: vscode.env.remoteName !== undefined,
    };
    const catalogueFile = read(SETTINGS.catalogueFile, v.pipe(v.string(), v.trim()));
    const route = readRoute(written, custom, t);
    const styleOf = styleBy(
      read(SETTINGS.redactionStyle, StyleSetting),
      read(SETTINGS.redactionStyles, StylesOfKinds),
    );
    const ledger = {
      enabled: read(SETTINGS.ledgerEnabled, v.boolean()),
      required: read(SETTINGS.ledgerRequired, v.boolean()),
    };
    const chat = {
      models: read(SETTINGS.chatModels, ChatModels),
      restore: read(SETTINGS.chatRestore, v.boolean()),
    };
    const conversations = { store: read(SETTINGS.storeConversations, v.boolean()) };
    const testValues = read(SETTINGS.testValues, v.boolean());
    const diagnostics = read(SETTINGS.diagnostics, DiagnosticsSetting);
    return {
      ...readDetection(read, t),
      paths: readPaths(read, t),
      ignoreFiles: read(SETTINGS.ignoreFiles, IgnoreFileNames),
      demands,
      known,
      written,
      custom,
      keyVariables,
      catalogueFile,
      styleOf,
      route,
      ledger,
      chat,
      conversations,
      testValues,
      diagnostics,
      locked,
    };
  } catch (error) {
    if (!(error instanceof Unreadable)) throw error;
    const text = t('{0} Nothing is sent until that is mended in the settings.', error.message);
    const demands = { requirements: {}, rules: [] };
    const route: RouteResult = { ok: false, text };
    const styleOf = styleBy('placeholder', {});
    return {
      ...NOTHING,
      paths: [],
      ignoreFiles: [],
      demands,
      known: NOTHING_KNOWN,
      written: '',
      custom: [],
      keyVariables: {},
      catalogueFile: '',
      styleOf,
      route,
      ledger: { enabled: true, required: true },
      chat: { models: [], restore: false },
      conversations: { store: false },
      testValues: false,
      // What would be found without the user's own rules is not what is there.
      diagnostics: 'off',
      locked,
    };
  }
}

function readPaths(read: ReadSetting, t: Translate): readonly PathRule[] {
  const { rules, faults } = readPathRules(read(SETTINGS.paths, v.unknown()));
  const [fault] = faults;
  if (fault === undefined) return rules;
  const where = fault.at.length === 0 ? '' : ` (${fault.at.join('.')})`;
  const problem = pathProblemText(fault.problem, t);
  throw new Unreadable(t('{0}.{1} cannot be read{2}: {3}', SETTINGS.section, SETTINGS.paths, where, problem));
}

const NOTHING: DetectionSettings = { scan: {}, allowed: new Set(), knownFiles: undefined };

function readDetection(read: ReadSetting, t: Translate): DetectionSettings {
  const secretPatterns = read(SETTINGS.customPatterns, CustomPatterns);
  const internalPatterns = read(SETTINGS.internalPatterns, CustomPatterns);
  for (const pattern of [...secretPatterns, ...internalPatterns]) {
    const problem = problemOf(pattern);
    if (problem) throw new Unreadable(patternProblem(pattern.name, problem, t));
  }
  return {
    scan: {
      secretPatterns,
      internalPatterns,
      terms: read(SETTINGS.terms, OwnTerms),
      domains: read(SETTINGS.domains, OwnDomains),
      kinds: read(SETTINGS.kinds, KindSettings),
    },
    allowed: new Set(read(SETTINGS.allowedValues, AllowedValues)),
    knownFiles: read(SETTINGS.knownValues, v.boolean()) ? read(SETTINGS.knownFiles, Globs) : undefined,
  };
}

/** The name people see for a destination as it is written. */
function destinationName(written: string, t: Translate): string {
  if (written === 'dry-run') return t('Dry run');
  if (written.startsWith(DRY)) return t('Dry run · {0}', destinationName(written.slice(DRY.length), t));
  const slash = written.indexOf('/');
  const parsed = parseDestination(written);
  const id = parsed.ok ? parsed.destination.provider : '';
  const provider = presetOf(id)?.name ?? localKindOf(id)?.name;
  return `${provider ?? written.slice(0, slash)} · ${written.slice(slash + 1)}`;
}

/** The route to a destination as it is written, or why there is none. */
export function readRoute(written: string, custom: readonly CustomDestination[], t: Translate): RouteResult {
  const rehearsal = written.startsWith(DRY);
  const inner = rehearsal ? written.slice(DRY.length) : written;
  if (inner.startsWith(CUSTOM)) {
    const own = custom.find(({ name }) => name === inner.slice(CUSTOM.length));
    if (!own)
      return { ok: false, text: t('No destination of yours is called {0}.', inner.slice(CUSTOM.length)) };
    const name = `${own.name} · ${own.model}`;
    return {
      ok: true,
      route: customRoute(own, rehearsal),
      name: rehearsal ? t('Dry run · {0}', name) : name,
    };
  }
  const parsed = parseDestination(written);
  if (!parsed.ok) return { ok: false, text: destinationProblem(parsed, t) };
  const route: Route = routeTo(parsed.destination);
  const sent = parsed.destination.rehearses ?? parsed.destination;
  if (!canBeSentTo(sent)) {
    return { ok: false, text: t('{0} cannot be sent to yet; add it as a destination of your own.', inner) };
  }
  return { ok: true, route, name: destinationName(written, t) };
}
