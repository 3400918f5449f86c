import * as v from 'valibot';
import * as vscode from 'vscode';
import { type CustomPattern, CustomPatterns, problemOf } from '../detect/custom.ts';
import { parseDestination } from '../policy/destination.ts';
import { patternProblem } from '../sentences/custom.ts';
import { destinationProblem } from '../sentences/destination.ts';
import type { Translate } from '../sentences/translate.ts';
import { presetOf } from '../wire/presets.ts';
import { type Route, routeTo } from '../wire/route.ts';
import { customRoute, CustomDestination } from './custom-destination.ts';
import { SETTINGS } from './ids.ts';
import type { RouteResult } from './chat.ts';

const AllowedValues = v.pipe(v.array(v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/))), v.maxLength(10_000));
const CUSTOM = 'custom/';
const DRY = 'dry-run:';

/** A destination that can be picked, by what the setting has to hold. */
export interface Choice {
  readonly written: string;
  readonly name: string;
}

/** The user's settings, parsed; what does not parse is said and never guessed at. */
export interface Settings {
  /** The destination chosen, as it is written. */
  readonly written: string;
  /** Where that goes, or why it cannot be used: then nothing is sent. */
  readonly route: RouteResult;
  readonly custom: readonly CustomDestination[];
  readonly patterns: readonly CustomPattern[];
  /** Keyed fingerprints of the values that are always allowed. */
  readonly allowed: ReadonlySet<string>;
}

/**
 * Reads the settings. Only what the user set for the application counts: nothing that a workspace, a folder or a
 * language says.
 */
export function readSettings(t: Translate): Settings {
  const section = vscode.workspace.getConfiguration(SETTINGS.section);
  const custom = v.safeParse(
    v.array(CustomDestination),
    applicationValue(section, SETTINGS.customDestinations),
  );
  const written = v.safeParse(v.string(), applicationValue(section, SETTINGS.destination));
  if (!custom.success) {
    const where = custom.issues.map((issue) => v.getDotPath(issue) ?? '').find((path) => path !== '');
    return broken(
      t('{0}.customDestinations cannot be read{1}.', SETTINGS.section, where ? ` (${where})` : ''),
      t,
    );
  }
  const patterns = v.safeParse(CustomPatterns, applicationValue(section, SETTINGS.customPatterns));
  if (!patterns.success) {
    const where = patterns.issues.map((issue) => v.getDotPath(issue) ?? '').find((path) => path !== '');
    return broken(
      t('{0}.secrets.custom cannot be read{1}.', SETTINGS.section, where ? ` (${where})` : ''),
      t,
    );
  }
  for (const pattern of patterns.output) {
    const problem = problemOf(pattern);
    if (problem) return broken(patternProblem(pattern.name, problem, t), t);
  }
  const allowed = v.safeParse(AllowedValues, applicationValue(section, SETTINGS.allowedValues));
  if (!allowed.success) return broken(t('{0}.secrets.allowed cannot be read.', SETTINGS.section), t);
  if (!written.success) return broken(t('{0}.destination has to be a text.', SETTINGS.section), t);
  return {
    written: written.output,
    custom: custom.output,
    patterns: patterns.output,
    allowed: new Set(allowed.output),
    route: readRoute(written.output, custom.output, t),
  };
}

/** The name people see for a destination as it is written. */
function destinationName(written: string, t: Translate): string {
  if (written === 'dry-run') return t('Dry run');
  if (written.startsWith(DRY)) return t('Dry run · {0}', destinationName(written.slice(DRY.length), t));
  const slash = written.indexOf('/');
  const parsed = parseDestination(written);
  const provider = parsed.ok ? presetOf(parsed.destination.provider)?.name : undefined;
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
  if (written !== 'dry-run' && !presetOf(sent.provider)) {
    return { ok: false, text: t('{0} cannot be sent to yet; add it as a destination of your own.', inner) };
  }
  return { ok: true, route, name: destinationName(written, t) };
}

function broken(text: string, t: Translate): Settings {
  return {
    written: '',
    custom: [],
    patterns: [],
    allowed: new Set(),
    route: { ok: false, text: t('{0} Nothing is sent until that is mended in the settings.', text) },
  };
}

function applicationValue(section: vscode.WorkspaceConfiguration, key: string): unknown {
  const inspected = section.inspect(key);
  return inspected?.globalValue ?? inspected?.defaultValue;
}
