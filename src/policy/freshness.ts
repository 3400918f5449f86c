import * as v from 'valibot';
import refreshFile from './catalogue/refresh.json' with { type: 'json' };
import { CatalogueError, type Catalogue } from './catalogue.ts';
import { problemOfCite } from './coherence.ts';
import { daysBetween, type IsoDate } from './dates.ts';
import { createCiter, isClockSane } from './evidence.ts';
import { deepFreeze } from './frozen.ts';
import type { Cite, DeepReadonly, Provider, Source } from './model.ts';

const Text = v.pipe(v.string(), v.nonEmpty('is empty'));

/** Where facts can be read again, and what of them. `url` is an address, or the name of a call that has none. */
const RefreshSourceSchema = v.strictObject({
  id: Text,
  url: Text,
  /** Whether its owner documents it, or how it is known. */
  documented: v.union([v.boolean(), Text]),
  fields: v.pipe(v.array(Text), v.nonEmpty('lists nothing')),
  /** What of data policy there is in it. */
  policyFields: Text,
  src: Text,
});

const RefreshFileSchema = v.strictObject({
  schema: v.literal('ai-data-policy/1'),
  refreshSources: v.array(RefreshSourceSchema),
});

export type RefreshSource = DeepReadonly<v.InferOutput<typeof RefreshSourceSchema>>;

/** A source that has to be read again. */
export interface DueSource extends Pick<Source, 'title' | 'url' | 'asOf' | 'asOfKind' | 'primary'> {
  readonly id: string;
  /** Null for an undated one, and where the clock cannot be right. */
  readonly ageDays: number | null;
  /** Every fact that rests on it, such as `groq base.retention.0` or `groq rule gq-zdr retention`. */
  readonly facts: readonly string[];
  /** The calls and lists that answer part of it, by id. */
  readonly refresh: readonly string[];
}

/**
 * The sources that are undated or older than 180 days on a day, the undated first, then the oldest first. Where the
 * day lies before the catalogue's own, the clock is wrong and every source is due.
 */
export function dueSources(
  catalogue: Catalogue,
  refresh: readonly RefreshSource[],
  today: IsoDate,
): readonly DueSource[] {
  const cite = createCiter(catalogue, today);
  const facts = factsBySource(catalogue);
  const sane = isClockSane(catalogue, today);
  return Object.entries(catalogue.sources)
    .filter(([src]) => cite([{ src }]).some(({ stale }) => stale))
    .map(([id, { title, url, asOf, asOfKind, primary }]) => ({
      id,
      title,
      url,
      asOf,
      asOfKind,
      primary,
      ageDays: asOf === null || !sane ? null : daysBetween(asOf, today),
      facts: facts.get(id) ?? [],
      refresh: refresh.filter(({ src }) => src === id).map((one) => one.id),
    }))
    .toSorted((a, b) => order(a.asOf).localeCompare(order(b.asOf)) || a.id.localeCompare(b.id));
}

/**
 * Where facts can be read again without a person, as built in.
 * @throws {CatalogueError} when the file does not fit its schema, or cites no source of the catalogue.
 */
export function loadRefreshSources(catalogue: Pick<Catalogue, 'sources'>): readonly RefreshSource[] {
  return parseRefreshSources(refreshFile, catalogue);
}

/** As `loadRefreshSources`, for any file's content. */
export function parseRefreshSources(
  content: unknown,
  { sources }: Pick<Catalogue, 'sources'>,
): readonly RefreshSource[] {
  const result = v.safeParse(RefreshFileSchema, content);
  if (!result.success) {
    const [issue] = result.issues;
    throw new CatalogueError('refresh.json', v.getDotPath(issue) ?? '', issue.message);
  }
  const { refreshSources } = result.output;
  for (const [at, { src }] of refreshSources.entries()) {
    const [problem] = problemOfCite(`refreshSources.${at}.src`, { src }, sources);
    if (problem !== undefined) throw new CatalogueError('refresh.json', problem.field, problem.problem);
  }
  return deepFreeze(refreshSources);
}

/** Undated comes before every date. */
function order(asOf: IsoDate | null): string {
  return asOf ?? '';
}

function factsBySource({ providers }: Catalogue): ReadonlyMap<string, readonly string[]> {
  const facts = new Map<string, string[]>();
  for (const [name, cites] of Object.values(providers).flatMap(citedFacts)) {
    for (const src of new Set(cites.map((one) => one.src))) facts.set(src, [...(facts.get(src) ?? []), name]);
  }
  return facts;
}

type CitedFact = readonly [name: string, cites: readonly Cite[]];

/** Each fact of an entry with what it rests on: its own citations, or those of what it stands in. */
function citedFacts({ id, base, baseCites, rules, ambiguities }: Provider): CitedFact[] {
  return [
    ...inFacts(`${id} base`, base, baseCites),
    ...rules.flatMap((rule): CitedFact[] => {
      const name = `${id} rule ${rule.id}`;
      const own = [
        ...inFacts(name, rule.set ?? {}, rule.cites),
        ...inFacts(name, rule.add ?? {}, rule.cites),
      ];
      return own.length > 0 ? own : [[name, rule.cites]];
    }),
    ...ambiguities.flatMap((ambiguity): CitedFact[] =>
      (ambiguity.sides ?? []).map((side) => [`${id} ambiguity ${ambiguity.id}`, side.cites]),
    ),
  ];
}

function inFacts(name: string, facts: Partial<Provider['base']>, otherwise: readonly Cite[]): CitedFact[] {
  return Object.entries(facts).flatMap(([field, fact]): CitedFact[] => {
    const items: readonly { readonly cites?: readonly Cite[] }[] = Array.isArray(fact) ? fact : [fact];
    return items.map((item) => [`${name} ${field}`, item.cites ?? otherwise]);
  });
}
