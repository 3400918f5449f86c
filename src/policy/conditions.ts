import type { IsoDate } from './dates.ts';
import { matchesGlob } from './globs.ts';
import { matchesHost } from './hosts.ts';
import type { Rule, When } from './model.ts';

/** What is known for certain of a request when its policy is looked up. */
export interface Subject {
  readonly host: string;
  readonly endpoint: string;
  /** The model under every name that rules may know it by. */
  readonly models: readonly string[];
  readonly request: Readonly<Record<string, unknown>>;
  readonly today: IsoDate;
}

/** One way the rest may be. Values are in small letters; null is none of the values that rules ask for. */
export interface Scenario {
  readonly plan: string | null;
  readonly region: string | null;
  readonly auth: 'apiKey' | 'subscription';
  readonly settings: ReadonlyMap<string, string | null>;
  readonly features: ReadonlySet<string>;
}

/** A rule that can apply to the request, depending on the scenario only. */
export interface Candidate {
  readonly rule: Rule;
  /** Null where nothing cancels it. */
  readonly unless: When | null;
}

const ACCOUNT_KEYS: readonly string[] = ['plan', 'setting', 'region', 'auth'];

/**
 * The rules that can apply to a request, in the order they take effect: first those conditioned only on the account,
 * then the rest, each as listed. Rules with `asOfBefore` are history and are never among them.
 */
export function candidatesFor(rules: readonly Rule[], subject: Subject): readonly Candidate[] {
  const candidates = rules.flatMap((rule): Candidate[] => {
    if (!holdsFor(rule.when, subject)) return [];
    const { unless } = rule;
    if (unless === undefined || !holdsFor(unless, subject)) return [{ rule, unless: null }];
    return hangsOnScenario(unless) ? [{ rule, unless }] : [];
  });
  return [
    ...candidates.filter(({ rule }) => isOfAccount(rule.when)),
    ...candidates.filter(({ rule }) => !isOfAccount(rule.when)),
  ];
}

/** Whether a candidate applies in a scenario. */
export function applies({ rule, unless }: Candidate, scenario: Scenario): boolean {
  return holdsIn(rule.when, scenario) && (unless === null || !holdsIn(unless, scenario));
}

function isOfAccount(when: When): boolean {
  const keys = Object.keys(when);
  return keys.length > 0 && keys.every((key) => ACCOUNT_KEYS.includes(key));
}

function hangsOnScenario(when: When): boolean {
  return Object.keys(when).some((key) => ACCOUNT_KEYS.includes(key) || key === 'feature');
}

/** The part of a condition that the request alone decides. */
function holdsFor(when: When, { host, endpoint, models, request, today }: Subject): boolean {
  if (when.asOfBefore !== undefined) return false;
  if (when.asOfAfter !== undefined && !(today > when.asOfAfter)) return false;
  if (when.host !== undefined && !matchesHost(when.host, host)) return false;
  if (when.endpoint !== undefined && !when.endpoint.some((glob) => matchesGlob(glob, endpoint))) return false;
  if (
    when.model !== undefined &&
    !when.model.some((glob) => models.some((name) => matchesGlob(glob, name)))
  ) {
    return false;
  }
  return Object.entries(when.request ?? {}).every(([path, values]) => {
    const value = valueAt(request, path);
    return values.some((wanted) => wanted === value);
  });
}

/** The part of a condition that plan, region, settings and features decide. */
function holdsIn(when: When, scenario: Scenario): boolean {
  if (when.plan !== undefined && !has(when.plan, scenario.plan)) return false;
  if (when.region !== undefined && !has(when.region, scenario.region)) return false;
  if (when.auth !== undefined && !when.auth.includes(scenario.auth)) return false;
  if (when.feature !== undefined && !when.feature.some((name) => scenario.features.has(name.toLowerCase()))) {
    return false;
  }
  return Object.entries(when.setting ?? {}).every(([name, values]) =>
    has(values, scenario.settings.get(name) ?? null),
  );
}

function has(values: readonly string[], value: string | null): boolean {
  return value !== null && values.some((one) => one.toLowerCase() === value);
}

/** The field at a dotted path; null where it is absent. */
function valueAt(request: Readonly<Record<string, unknown>>, path: string): unknown {
  let value: unknown = request;
  for (const name of path.split('.')) {
    if (typeof value !== 'object' || value === null || !Object.hasOwn(value, name)) return null;
    value = Object.entries(value).find(([key]) => key === name)?.[1];
  }
  return value ?? null;
}
