import * as v from 'valibot';
import {
  BUILT_IN,
  inspectCatalogue,
  type Catalogue,
  type CatalogueError,
  type CatalogueFiles,
} from './catalogue.ts';
import { isIsoDate } from './dates.ts';
import { type Place, placeOf, placesOfJson } from './json-places.ts';
import { globsMeet } from './overlap.ts';

/** An organisation's own catalogue: `sources` and `providers` by id, each replacing or adding a whole entry. */
const OrganisationSchema = v.strictObject({
  schema: v.literal('ai-data-policy/1'),
  /** The day it was written; without one, no source may be newer than the built-in catalogue. */
  asOf: v.exactOptional(v.pipe(v.string(), v.check(isIsoDate, 'is not a date written YYYY-MM-DD'))),
  sources: v.exactOptional(v.record(v.string(), v.unknown()), {}),
  providers: v.exactOptional(v.record(v.string(), v.unknown()), {}),
});

export type Merged =
  | { readonly ok: true; readonly catalogue: Catalogue }
  | {
      readonly ok: false;
      /** Where in the file it is. */
      readonly at: Place;
      /** Dotted path in the file; '' for the file as a whole. */
      readonly field: string;
      readonly problem: string;
    };

/** Longer than any catalogue that people write. In UTF-16 code units. */
const MAX_LENGTH = 4_000_000;

/**
 * The built-in catalogue with an organisation's file over it, refused as a whole with the first fault. It never throws.
 * @param text the file's content, as JSON.
 * @param builtIn the files to lay it over; those of the extension where left out.
 */
export function mergeOrganisation(text: string, builtIn: CatalogueFiles = BUILT_IN): Merged {
  if (text.length > MAX_LENGTH)
    return { ok: false, at: { line: 1, column: 1 }, field: '', problem: 'is too long' };
  const where = placesOfJson(text);
  if (!where.ok) return where;
  const refused = (field: string, problem: string): Merged => ({
    ok: false,
    at: placeOf(where.places, field),
    field,
    problem,
  });
  const parsed = v.safeParse(OrganisationSchema, JSON.parse(text));
  if (!parsed.success) {
    const [issue] = parsed.issues;
    return refused(v.getDotPath(issue) ?? '', issue.message);
  }
  const { asOf, sources, providers } = parsed.output;
  const { catalogue, faults } = inspectCatalogue(laidOver(builtIn, asOf, sources, providers));
  const [fault] = faults;
  if (fault !== undefined || catalogue === undefined) {
    const found = fault ?? { file: 'sources.json', field: '', problem: 'was not parsed' };
    const { field, problem } = placed(found, Object.keys(providers), sources);
    return refused(field, problem);
  }
  const taken = hostOfAnother(catalogue, Object.keys(providers), inspectCatalogue(builtIn).catalogue);
  return taken === undefined ? { ok: true, catalogue } : refused(taken.field, taken.problem);
}

function laidOver(
  builtIn: CatalogueFiles,
  asOf: string | undefined,
  sources: Readonly<Record<string, unknown>>,
  providers: Readonly<Record<string, unknown>>,
): CatalogueFiles {
  const file = v.parse(
    v.looseObject({ asOf: v.string(), sources: v.record(v.string(), v.unknown()) }),
    builtIn.sources,
  );
  return {
    sources: {
      ...file,
      asOf: asOf !== undefined && asOf > file.asOf ? asOf : file.asOf,
      sources: { ...file.sources, ...sources },
    },
    providers: { ...builtIn.providers, ...providers },
  };
}

type Fault = Pick<CatalogueError, 'file' | 'field' | 'problem'>;

/**
 * A fault of the catalogue's files as a field of the organisation's one. Where a built-in entry no longer fits, it is
 * the source in it that took the place of what the entry cites.
 */
function placed(
  { file, field, problem }: Fault,
  providers: readonly string[],
  sources: Readonly<Record<string, unknown>>,
): { field: string; problem: string } {
  if (file === 'sources.json') return { field, problem };
  const id = file.replace(/\.json$/, '');
  if (providers.includes(id)) return { field: `providers.${id}${field === '' ? '' : `.${field}`}`, problem };
  const source = Object.keys(sources).find((src) => problem.includes(JSON.stringify(src)));
  return {
    field: source === undefined ? 'sources' : `sources.${source}`,
    problem: `does not fit the built-in "${id}": ${field} ${problem}`,
  };
}

/** An entry that claims a host of somebody else's: whose terms hold there would be a matter of chance. */
function hostOfAnother(
  { providers }: Catalogue,
  own: readonly string[],
  before: Catalogue | undefined,
): { field: string; problem: string } | undefined {
  const all = Object.values(providers).filter(({ kind }) => kind !== 'local');
  for (const { id, hosts } of all.filter((one) => own.includes(one.id))) {
    for (const [at, host] of hosts.entries()) {
      if (before?.providers[id]?.hosts.includes(host) === true) continue;
      const other = all.find((one) => one.id !== id && one.hosts.some((theirs) => globsMeet(theirs, host)));
      if (other !== undefined) {
        return { field: `providers.${id}.hosts.${at}`, problem: `is a host of "${other.id}" already` };
      }
    }
  }
  return undefined;
}
