import * as v from 'valibot';
import * as vscode from 'vscode';
import type { Demands } from '../airlock.ts';
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
import type { Translate } from '../sentences/translate.ts';
import { localKindOf } from '../wire/local-kinds.ts';
import { presetOf } from '../wire/presets.ts';
import { canBeSentTo, type Route, routeTo } from '../wire/route.ts';
import { customRoute, CustomDestination } from './custom-destination.ts';
import { SETTINGS } from './ids.ts';
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
}

/**
 * Reads the settings. Only what the user set for the application counts: nothing that a workspace, a folder or a
 * language says.
 */
export function readSettings(t: Translate): Settings {
  try {
    const custom = read(SETTINGS.customDestinations, v.array(CustomDestination), t);
    const keyVariables = read(SETTINGS.keyVariables, KeyVariables, t);
    const written = read(SETTINGS.destination, v.string(), t);
    const demands = {
      requirements: read(SETTINGS.requirements, Requirements, t),
      rules: read(SETTINGS.rules, UserRules, t),
    };
    const known = {
      accounts: read(SETTINGS.accounts, Accounts, t),
      privateByRequest: read(SETTINGS.privateByRequest, v.boolean(), t),
      remoteWindow: vscode.env.remoteName !== undefined,
    };
    const catalogueFile = read(SETTINGS.catalogueFile, v.pipe(v.string(), v.trim()), t);
    const route = readRoute(written, custom, t);
    const styleOf = styleBy(
      read(SETTINGS.redactionStyle, StyleSetting, t),
      read(SETTINGS.redactionStyles, StylesOfKinds, t),
    );
    const ledger = {
      enabled: read(SETTINGS.ledgerEnabled, v.boolean(), t),
      required: read(SETTINGS.ledgerRequired, v.boolean(), t),
    };
    const chat = {
      models: read(SETTINGS.chatModels, ChatModels, t),
      restore: read(SETTINGS.chatRestore, v.boolean(), t),
    };
    const conversations = { store: read(SETTINGS.storeConversations, v.boolean(), t) };
    return {
      ...readDetection(t),
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
    };
  } catch (error) {
    if (!(error instanceof Unreadable)) throw error;
    const text = t('{0} Nothing is sent until that is mended in the settings.', error.message);
    const demands = { requirements: {}, rules: [] };
    const route: RouteResult = { ok: false, text };
    const styleOf = styleBy('placeholder', {});
    return {
      ...NOTHING,
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
    };
  }
}

const NOTHING: DetectionSettings = { scan: {}, allowed: new Set(), knownFiles: undefined };

function readDetection(t: Translate): DetectionSettings {
  const secretPatterns = read(SETTINGS.customPatterns, CustomPatterns, t);
  const internalPatterns = read(SETTINGS.internalPatterns, CustomPatterns, t);
  for (const pattern of [...secretPatterns, ...internalPatterns]) {
    const problem = problemOf(pattern);
    if (problem) throw new Unreadable(patternProblem(pattern.name, problem, t));
  }
  return {
    scan: {
      secretPatterns,
      internalPatterns,
      terms: read(SETTINGS.terms, OwnTerms, t),
      domains: read(SETTINGS.domains, OwnDomains, t),
      kinds: read(SETTINGS.kinds, KindSettings, t),
    },
    allowed: new Set(read(SETTINGS.allowedValues, AllowedValues, t)),
    knownFiles: read(SETTINGS.knownValues, v.boolean(), t) ? read(SETTINGS.knownFiles, Globs, t) : undefined,
  };
}

/** A setting that cannot be used; the message is for people. */
class Unreadable extends Error {}

/**
 * One setting, parsed.
 * @throws Unreadable naming the setting and the place in it.
 */
function read<S extends v.GenericSchema>(key: string, schema: S, t: Translate): v.InferOutput<S> {
  const inspected = vscode.workspace.getConfiguration(SETTINGS.section).inspect(key);
  const parsed = v.safeParse(schema, inspected?.globalValue ?? inspected?.defaultValue);
  if (parsed.success) return parsed.output;
  const where = parsed.issues.map((issue) => v.getDotPath(issue) ?? '').find((path) => path !== '');
  throw new Unreadable(t('{0}.{1} cannot be read{2}.', SETTINGS.section, key, where ? ` (${where})` : ''));
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
