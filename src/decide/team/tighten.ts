/** What holds where a user, an organisation and the folders of a workspace demand something: never less than any of them. */
import type { CustomPattern } from '../../detect/custom.ts';
import type { Severity } from '../../detect/finding.ts';
import type { KindSettings } from '../../detect/scan-settings.ts';
import type { Clause, Clauses } from '../../policy/requirements.ts';
import type { TeamFault } from './fault.ts';
import type { StatedSetting } from './locks.ts';
import type { StatedDestinations, TeamPolicy } from './policy-file.ts';
import { compareSources, isAround, type PolicySource } from './source.ts';
import type { StatedPathRule } from './stated-paths.ts';
import type { TestValues } from './test-values.ts';
import { tightenKinds } from './tighten-kinds.ts';
import { type AddedField, type Provenance, type Stated, type Traced, traced } from './trace.ts';

/** What the user's own settings say. */
export interface OwnValues {
  readonly requirements: Clauses;
  readonly kinds: KindSettings;
  /** Destinations that alone may be sent to; undefined where the user says nothing of it. */
  readonly destinations?: readonly string[];
  /** The other settings, to be explained with the rest: by their whole name. */
  readonly settings?: readonly OwnSetting[];
}

export interface OwnSetting {
  readonly name: string;
  readonly value: unknown;
  readonly isDefault: boolean;
}

/** A list of destinations, and who demands it. */
export interface DemandedDestinations {
  readonly globs: readonly string[];
  readonly from: Provenance;
}

/** The rules about paths of a file. They are about what lies below its folder, where the nearest file wins. */
export interface PathLayer {
  readonly source: PolicySource;
  readonly rules: readonly StatedPathRule[];
}

/** What is in force in a window. */
export interface TeamInForce {
  /** The files for which nothing may be sent until they are mended. */
  readonly stoppedBy: readonly PolicySource[];
  /** All that is wrong with the files, with what they would loosen. */
  readonly faults: readonly TeamFault[];
  readonly requirements: Clauses;
  /** The user's own, raised. */
  readonly kinds: KindSettings;
  /** The severity that those of them had that were raised, see `Demands`. */
  readonly raisedFrom: ReadonlyMap<string, Severity>;
  /** A destination has to be in each. */
  readonly destinations: readonly DemandedDestinations[];
  /** The organisation's first, then the outermost folders. */
  readonly paths: readonly PathLayer[];
  /** What is looked for besides the user's own. */
  readonly adds: {
    readonly terms: readonly string[];
    readonly domains: readonly string[];
    readonly internalPatterns: readonly CustomPattern[];
    readonly secretPatterns: readonly CustomPattern[];
  };
  readonly testValues: readonly (TestValues & { readonly source: PolicySource })[];
  /** The settings that are locked, by their whole name. */
  readonly locked: ReadonlyMap<string, StatedSetting & { readonly source: PolicySource }>;
  readonly trace: readonly Traced[];
}

/** How demands are compared; that is the policy's question. */
export interface DemandOrder {
  readonly clauses: readonly Clause[];
  readonly stricter: (a: Clauses, b: Clauses) => Clauses;
  readonly isMilder: (clause: Clause, one: Clauses, than: Clauses) => boolean;
}

/**
 * What holds. All files of a window hold for it, since a prompt is of the window; their order does not matter.
 * @param policies the organisation's, and those of the folders.
 */
export function tighten(own: OwnValues, policies: readonly TeamPolicy[], order: DemandOrder): TeamInForce {
  const sorted = policies.toSorted((a, b) => compareSources(a.source, b.source));
  const clauses = tightenClauses(own.requirements, sorted, order);
  const kinds = tightenKinds(own.kinds, sorted);
  const locked = locksOf(sorted);
  const destinations = destinationsOf(own, sorted);
  return {
    stoppedBy: sorted.filter(({ stops }) => stops).map(({ source }) => source),
    faults: [
      ...sorted.flatMap(({ faults }) => faults),
      ...clauses.faults,
      ...kinds.faults,
      ...setInVain(sorted, locked),
    ],
    requirements: clauses.requirements,
    kinds: kinds.kinds,
    raisedFrom: kinds.raisedFrom,
    destinations,
    paths: sorted.flatMap(({ source, paths }) => (paths.length === 0 ? [] : [{ source, rules: paths }])),
    adds: {
      terms: distinct(sorted.flatMap(({ terms }) => terms)),
      domains: distinct(sorted.flatMap(({ domains }) => domains)),
      internalPatterns: distinct(sorted.flatMap(({ internalPatterns }) => internalPatterns)),
      secretPatterns: distinct(sorted.flatMap(({ secretPatterns }) => secretPatterns)),
    },
    testValues: sorted.flatMap(({ source, testValues }) => (testValues ? [{ ...testValues, source }] : [])),
    locked,
    trace: [
      ...clauses.trace,
      ...destinations.map(({ globs, from }) => {
        const value = { what: 'destinations', value: globs } as const;
        return traced(value, [{ value, from }]);
      }),
      ...kinds.trace,
      ...sorted.flatMap(added),
      ...settingsOf(own.settings ?? [], locked),
    ],
  };
}

/** The first list that a destination is not in; undefined where it may be sent to. */
export function excludedBy(
  destination: string,
  destinations: readonly DemandedDestinations[],
  matchesGlob: (glob: string, text: string) => boolean,
): DemandedDestinations | undefined {
  return destinations.find(({ globs }) => !globs.some((glob) => matchesGlob(glob, destination)));
}

function tightenClauses(
  own: Clauses,
  policies: readonly TeamPolicy[],
  { clauses, stricter, isMilder }: DemandOrder,
): Pick<TeamInForce, 'requirements' | 'faults' | 'trace'> {
  const requirements = policies.reduce((so, policy) => stricter(so, policy.requirements), own);
  const faults: TeamFault[] = [];
  for (const { source, requirements: stated, clausePlaces } of policies) {
    const held = policies
      .filter((other) => isAround(other.source, source))
      .reduce((so, other) => stricter(so, other.requirements), own);
    for (const clause of clauses) {
      const at = clausePlaces.get(clause);
      if (at && isMilder(clause, stated, held))
        faults.push({ problem: { id: 'milder-clause', clause }, reading: 'no-effect', at, source });
    }
  }
  const trace = clauses.map((clause) => {
    const value = (from: Clauses) => ({ what: 'clause', clause, value: from[clause] }) as const;
    const stated: Stated[] = own[clause] === undefined ? [] : [{ value: value(own), from: { by: 'user' } }];
    for (const { source, requirements: one, clausePlaces } of policies) {
      const at = clausePlaces.get(clause);
      if (at && one[clause] !== undefined)
        stated.push({ value: value(one), from: { by: 'file', source, at } });
    }
    return traced(value(requirements), stated);
  });
  return { requirements, faults, trace };
}

function destinationsOf(own: OwnValues, policies: readonly TeamPolicy[]): readonly DemandedDestinations[] {
  return [
    ...(own.destinations ? [{ globs: own.destinations, from: { by: 'user' } as const }] : []),
    ...policies.flatMap(({ source, destinations }) =>
      destinations.map(({ globs, at }: StatedDestinations) => ({
        globs,
        from: { by: 'file', source, at } as const,
      })),
    ),
  ];
}

function locksOf(policies: readonly TeamPolicy[]): TeamInForce['locked'] {
  return new Map(
    policies
      .filter(({ source }) => source.by === 'organisation')
      .flatMap(({ source, settings }) => settings.map((one) => [one.name, { ...one, source }])),
  );
}

/** What a repository would set although it is locked; that it sets anything is a fault of its own. */
function setInVain(policies: readonly TeamPolicy[], locked: TeamInForce['locked']): readonly TeamFault[] {
  return policies
    .filter(({ source }) => source.by === 'repository')
    .flatMap(({ source, settings }) =>
      settings
        .filter(({ name }) => locked.has(name))
        .map(({ name, at }) => ({
          problem: { id: 'locked-setting', setting: name } as const,
          reading: 'no-effect' as const,
          at,
          source,
        })),
    );
}

/** What a file adds, by its numbers. */
function added({ source, places, ...policy }: TeamPolicy): readonly Traced[] {
  const counts: Readonly<Record<AddedField, number>> = {
    terms: policy.terms.length,
    domains: policy.domains.length,
    internalPatterns: policy.internalPatterns.length,
    secretPatterns: policy.secretPatterns.length,
    paths: policy.paths.length,
    testValues: policy.testValues?.hashes.length ?? 0,
  };
  return (Object.keys(counts) as AddedField[]).flatMap((field) => {
    const at = places.get(field);
    const value = { what: 'added', field, value: counts[field] } as const;
    return at && counts[field] > 0 ? [traced(value, [{ value, from: { by: 'file', source, at } }])] : [];
  });
}

function settingsOf(settings: readonly OwnSetting[], locked: TeamInForce['locked']): readonly Traced[] {
  return settings.map(({ name, value, isDefault }) => {
    const own: Stated = {
      value: { what: 'setting', name, value },
      from: { by: isDefault ? 'default' : 'user' },
    };
    const lock = locked.get(name);
    if (!lock) return traced(own.value, [own]);
    const { source, at } = lock;
    const inForce = { what: 'setting', name, value: lock.value } as const;
    return {
      ...traced(inForce, [{ value: inForce, from: { by: 'file', source, at } }]),
      overrides: isDefault ? [] : [own],
    };
  });
}

/** Each once. */
function distinct<T>(all: readonly T[]): readonly T[] {
  return [...new Map(all.map((one) => [JSON.stringify(one), one])).values()];
}
