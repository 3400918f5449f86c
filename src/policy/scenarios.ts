import type { Candidate, Scenario } from './conditions.ts';
import type { Account } from './destination.ts';
import type { When } from './model.ts';

/** The ways that what is not known of an account and a request may be. */
export interface Scenarios {
  /**
   * Those that the policy in force takes the worst of. Plan, region and hidden features may be anything; what the
   * user would have to switch on, or the request would have to ask for, is off unless it was stated.
   */
  readonly inForce: readonly Scenario[];
  /** All of them, for the range. They hold those in force. */
  readonly possible: readonly Scenario[];
}

/** One thing that may be several ways; the ways in force are among the possible ones. */
interface Axis<T> {
  readonly inForce: readonly T[];
  readonly possible: readonly T[];
}

/** More than any real account has; past it nothing is enumerated and the caller has to take the worst. */
const MOST_SCENARIOS = 4096;

/** What people write for a switch that is off or at its default, where no rule has the word for something else. */
const OFF: readonly string[] = ['default', 'disabled', 'false', 'no', 'none', 'off', 'other'];

/**
 * Enumerates the scenarios for a set of rules. Values that no rule tells apart count once, so that knowing more of an
 * account picks from the same scenarios and can only narrow the range. A plan, region or setting with a value that
 * no rule has heard of is taken as not stated.
 * @param needs the feature lists outside of rules: those that a kept thing needs to be of concern.
 * @param hidden the features that a request does not show.
 * @returns undefined when there are too many to go through.
 */
export function scenariosFor(
  candidates: readonly Candidate[],
  needs: readonly (readonly string[])[],
  account: Account,
  features: readonly string[] | undefined,
  hidden: readonly string[],
): Scenarios | undefined {
  const whens = candidates.flatMap(({ rule, unless }) =>
    unless === null ? [rule.when] : [rule.when, unless],
  );
  const plan = axisOf(listsOf(whens, 'plan'), account.plan, 'worst');
  const region = axisOf(listsOf(whens, 'region'), account.region, 'worst');
  const settings = settingAxes(whens, account);
  const used = featureAxes([...listsOf(whens, 'feature'), ...needs.map(small)], features, hidden.map(lower));
  const size = [plan, region, ...settings.map(([, axis]) => axis), ...used].reduce(
    (product, { possible }) => product * possible.length,
    1,
  );
  if (size > MOST_SCENARIOS) return undefined;

  const auth = account.auth ?? 'apiKey';
  const build = (pick: 'inForce' | 'possible'): readonly Scenario[] => {
    const settingSets = product(
      settings.map(([name, axis]) => axis[pick].map((value) => [name, value] as const)),
    );
    const featureSets = product(used.map((axis) => axis[pick]));
    return plan[pick].flatMap((planValue) =>
      region[pick].flatMap((regionValue) =>
        settingSets.flatMap((pairs) =>
          featureSets.map((sets) => ({
            plan: planValue,
            region: regionValue,
            auth,
            settings: new Map(pairs),
            features: new Set(sets.flat()),
          })),
        ),
      ),
    );
  };
  return { inForce: build('inForce'), possible: build('possible') };
}

function axisOf(
  lists: readonly (readonly string[])[],
  stated: string | undefined,
  unstated: 'worst' | 'off',
): Axis<string | null> {
  const value = stated?.trim().toLowerCase();
  const heardOf = value !== undefined && lists.some((list) => list.includes(value));
  if (heardOf) return { inForce: [value], possible: [value] };
  if (value !== undefined && OFF.includes(value)) return { inForce: [null], possible: [null] };
  const possible = [null, ...representatives(lists.flat(), lists).map(([first]) => first)];
  return { inForce: unstated === 'worst' ? possible : [null], possible };
}

function settingAxes(
  whens: readonly When[],
  { settings }: Account,
): readonly [string, Axis<string | null>][] {
  const names = new Set(whens.flatMap(({ setting }) => Object.keys(setting ?? {})));
  return [...names].map((name) => {
    const lists = whens.flatMap(({ setting }) =>
      setting?.[name] === undefined ? [] : [small(setting[name])],
    );
    return [name, axisOf(lists, Object.hasOwn(settings, name) ? settings[name] : undefined, 'off')];
  });
}

/** Each axis is a group of features that no rule tells apart; its values are the features that are used. */
function featureAxes(
  lists: readonly (readonly string[])[],
  stated: readonly string[] | undefined,
  hidden: readonly string[],
): readonly Axis<readonly string[]>[] {
  const used = (stated ?? []).map(lower);
  const open = lists
    .flat()
    .filter((name) => !used.includes(name) && (stated === undefined || hidden.includes(name)));
  const off: readonly string[] = [];
  return [
    { inForce: [used], possible: [used] },
    ...representatives(open, lists).map((group) => {
      const possible = [off, group];
      return { inForce: group.some((name) => hidden.includes(name)) ? possible : [off], possible };
    }),
  ];
}

/** The values grouped by which of the lists they are in. */
function representatives(
  values: readonly string[],
  lists: readonly (readonly string[])[],
): readonly (readonly [string, ...string[]])[] {
  const groups = new Map<string, [string, ...string[]]>();
  for (const value of new Set(values)) {
    const key = lists.map((list) => Number(list.includes(value))).join('');
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [value]);
    else group.push(value);
  }
  return [...groups.values()];
}

function listsOf(whens: readonly When[], key: 'plan' | 'region' | 'feature'): readonly (readonly string[])[] {
  return whens.flatMap((when) => (when[key] === undefined ? [] : [small(when[key])]));
}

function product<T>(axes: readonly (readonly T[])[]): readonly (readonly T[])[] {
  return axes.reduce<readonly (readonly T[])[]>(
    (sets, axis) => sets.flatMap((set) => axis.map((value) => [...set, value])),
    [[]],
  );
}

function small(values: readonly string[]): readonly string[] {
  return values.map(lower);
}

function lower(value: string): string {
  return value.toLowerCase();
}
