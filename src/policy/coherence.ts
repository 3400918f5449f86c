import { contradictions, namesOfNoRule } from './contradictions.ts';
import type { IsoDate } from './dates.ts';
import type { Ambiguity, Cite, PassThrough, Provider, Restriction, Retained, Rule, Source } from './model.ts';
import { unreachable } from './reach.ts';

/** What is wrong with a provider's file, and at which field. */
export interface Problem {
  readonly field: string;
  readonly problem: string;
}

/** Ends of a pass-through that are no catalogue entry. All of them count as unknown. */
export const NOBODY_NAMED: readonly string[] = ['routed', 'third party', 'unknown'];

type Facts = Partial<Provider['base']>;
type At<T> = readonly [field: string, item: T];

/**
 * All in a provider's file, already well formed, that does not hold together: a citation of no source or of a section
 * that the source does not list, a pass-through to nobody, an id twice, a rule that can never apply, two rules that
 * contradict each other while nothing says so.
 * @param ids the ids of all entries there are, this one's too.
 * @param asOf the day of the catalogue.
 */
export function problemsOf(
  provider: Provider,
  ids: readonly string[],
  sources: Readonly<Record<string, Source>>,
  asOf: IsoDate,
): Problem[] {
  return [
    ...citesIn(provider).flatMap(([field, cite]) => problemOfCite(field, cite, sources)),
    ...linksIn(provider)
      .filter(([, { policyOf }]) => !ids.includes(policyOf) && !NOBODY_NAMED.includes(policyOf))
      .map(([field, { policyOf }]) => ({
        field,
        problem: `passes on to "${policyOf}", which is not in the catalogue`,
      })),
    ...repeated(provider.rules, 'rules'),
    ...repeated(provider.ambiguities, 'ambiguities'),
    ...repeated(provider.base.restrictions, 'base.restrictions'),
    ...unreachable(provider, asOf),
    ...contradictions(provider),
    ...namesOfNoRule(provider),
  ];
}

/** What is wrong with a citation; nothing where it leads to a source, and to a section that this lists. */
export function problemOfCite(
  field: string,
  { src, section }: Cite,
  sources: Readonly<Record<string, Source>>,
): Problem[] {
  const source = sources[src];
  if (source === undefined) return [{ field, problem: `cites "${src}", which is no source` }];
  return section === undefined || source.sections === undefined || source.sections.includes(section)
    ? []
    : [{ field, problem: `cites section "${section}", which "${src}" does not list` }];
}

function citesIn(provider: Provider): At<Cite>[] {
  return [
    ...list('baseCites', provider.baseCites),
    ...citesOfFacts('base', provider.base),
    ...provider.rules.flatMap((rule, at) => citesOfRule(`rules.${at}`, rule)),
    ...provider.ambiguities.flatMap((ambiguity, at) => citesOfSides(`ambiguities.${at}`, ambiguity)),
  ];
}

function citesOfRule(field: string, rule: Rule): At<Cite>[] {
  return [
    ...list(`${field}.cites`, rule.cites),
    ...citesOfFacts(`${field}.set`, rule.set ?? {}),
    ...citesOfFacts(`${field}.add`, rule.add ?? {}),
  ];
}

function citesOfSides(field: string, { sides = [] }: Ambiguity): At<Cite>[] {
  return sides.flatMap((side, at) => list(`${field}.sides.${at}.cites`, side.cites));
}

function citesOfFacts(field: string, facts: Facts): At<Cite>[] {
  return Object.entries(facts).flatMap(([name, fact]) =>
    Array.isArray(fact)
      ? fact.flatMap((item: Retained | PassThrough | Restriction, at) =>
          list(`${field}.${name}.${at}.cites`, item.cites ?? []),
        )
      : list(`${field}.${name}.cites`, 'cites' in fact ? fact.cites : []),
  );
}

function linksIn(provider: Provider): At<PassThrough>[] {
  return [
    ...list('base.passThrough', provider.base.passThrough),
    ...provider.rules.flatMap((rule, at) => [
      ...list(`rules.${at}.set.passThrough`, rule.set?.passThrough ?? []),
      ...list(`rules.${at}.add.passThrough`, rule.add?.passThrough ?? []),
    ]),
  ];
}

function list<T>(field: string, items: readonly T[]): At<T>[] {
  return items.map((item, at) => [`${field}.${at}`, item]);
}

function repeated(items: readonly { readonly id: string }[], field: string): Problem[] {
  const ids = items.map(({ id }) => id);
  const twice = new Set(ids.filter((id, at) => ids.indexOf(id) !== at));
  return [...twice].map((id) => ({ field, problem: `has "${id}" twice` }));
}
