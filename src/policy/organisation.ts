import * as v from 'valibot';
import { BUILT_IN, inspectCatalogue, type Catalogue, type CatalogueFiles } from './catalogue.ts';
import { isIsoDate } from './dates.ts';
import { lineOf, linesOfJson } from './json-lines.ts';
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
      /** Counted from 1; null where the fault shows in a built-in file, or the text is no JSON at all. */
      readonly line: number | null;
      /** Dotted path in the organisation's file, or file and path where a built-in entry no longer fits. */
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
  if (text.length > MAX_LENGTH) return refused(null, '', 'is too long');
  let content: unknown;
  try {
    content = JSON.parse(text);
  } catch (error) {
    // The message may quote the file, so only the place is taken from it.
    const position = /position (\d{1,9})/.exec(String(error))?.[1];
    const line = position === undefined ? null : text.slice(0, Number(position)).split('\n').length;
    return refused(line, '', 'is not JSON');
  }
  const where = linesOfJson(text);
  if (!where.ok) return where;
  const at = (field: string, problem: string): Merged => refused(lineOf(where.lines, field), field, problem);
  const parsed = v.safeParse(OrganisationSchema, content);
  if (!parsed.success) {
    const [issue] = parsed.issues;
    return at(v.getDotPath(issue) ?? '', issue.message);
  }
  const { asOf, sources, providers } = parsed.output;
  const { catalogue, faults } = inspectCatalogue(laidOver(builtIn, asOf, sources, providers));
  const [fault] = faults;
  if (fault !== undefined || catalogue === undefined) {
    const { file, field, problem } = placed(fault?.file ?? '', fault?.field ?? '', fault?.problem ?? '');
    const own = file === '' && where.lines.has(field.split('.').slice(0, 2).join('.'));
    return own ? at(field, problem) : refused(null, `${fault?.file ?? ''}: ${fault?.field ?? ''}`, problem);
  }
  const taken = hostOfAnother(catalogue, Object.keys(providers), inspectCatalogue(builtIn).catalogue);
  return taken === undefined ? { ok: true, catalogue } : at(taken.field, taken.problem);
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

/** A fault of the catalogue's files as a place in the organisation's one. */
function placed(
  file: string,
  field: string,
  problem: string,
): { file: string; field: string; problem: string } {
  if (file === 'sources.json') return { file: '', field, problem };
  return {
    file: '',
    field: `providers.${file.replace(/\.json$/, '')}${field === '' ? '' : `.${field}`}`,
    problem,
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

function refused(line: number | null, field: string, problem: string): Merged {
  return { ok: false, line, field, problem };
}
