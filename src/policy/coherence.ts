import type { Ambiguity, Cite, PassThrough, Provider, Restriction, Retained, Rule, Source } from './model.ts';

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
 * The first thing in a provider's file, already well formed, that does not hold together: a citation of no source or
 * of a section that the source does not list, a pass-through to nobody, an id twice.
 */
export function findProblem(
  provider: Provider,
  providers: Readonly<Record<string, Provider>>,
  sources: Readonly<Record<string, Source>>,
): Problem | undefined {
  for (const [field, { src, section }] of citesIn(provider)) {
    const source = sources[src];
    if (source === undefined) return { field, problem: `cites "${src}", which is no source` };
    if (section !== undefined && source.sections !== undefined && !source.sections.includes(section)) {
      return { field, problem: `cites section "${section}", which "${src}" does not list` };
    }
  }
  for (const [field, { policyOf }] of linksIn(provider)) {
    if (providers[policyOf] === undefined && !NOBODY_NAMED.includes(policyOf)) {
      return { field, problem: `passes on to "${policyOf}", which is not in the catalogue` };
    }
  }
  return (
    findTwice(provider.rules, 'rules') ??
    findTwice(provider.ambiguities, 'ambiguities') ??
    findTwice(provider.base.restrictions, 'base.restrictions')
  );
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

function findTwice(items: readonly { readonly id: string }[], field: string): Problem | undefined {
  const seen = new Set<string>();
  for (const { id } of items) {
    if (seen.has(id)) return { field, problem: `has "${id}" twice` };
    seen.add(id);
  }
  return undefined;
}
