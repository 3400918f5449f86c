import * as v from 'valibot';
import { PROVIDER_FILES } from './catalogue/providers.ts';
import sourcesFile from './catalogue/sources.json' with { type: 'json' };
import type { IsoDate } from './dates.ts';
import { problemsOf } from './coherence.ts';
import { deepFreeze, withoutPrototype } from './frozen.ts';
import { ProviderSchema, SourcesFileSchema, type Provider, type Source } from './model.ts';

/** What is known of providers, parsed and frozen to the bottom. */
export interface Catalogue {
  /** The day the facts were gathered. */
  readonly asOf: IsoDate;
  readonly caution: string;
  /** By id; no prototype, so that no id is there by accident. */
  readonly providers: Readonly<Record<string, Provider>>;
  readonly sources: Readonly<Record<string, Source>>;
}

/** A catalogue that cannot be trusted: which file, which field of it, and why. */
export class CatalogueError extends Error {
  readonly file: string;
  readonly field: string;
  readonly problem: string;

  constructor(file: string, field: string, problem: string) {
    super(`${file}: ${field === '' ? 'the file' : field} ${problem}`);
    this.name = 'CatalogueError';
    this.file = file;
    this.field = field;
    this.problem = problem;
  }
}

/** A catalogue's files: `sources` is the content of sources.json, `providers` that of each provider's file by id. */
export interface CatalogueFiles {
  readonly sources: unknown;
  readonly providers: Readonly<Record<string, unknown>>;
}

/** What a catalogue's files hold, and all that is wrong with them. */
export interface Inspection {
  /** Undefined where anything is wrong. */
  readonly catalogue: Catalogue | undefined;
  readonly faults: readonly CatalogueError[];
}

/** The files that come with the extension. */
export const BUILT_IN: CatalogueFiles = { sources: sourcesFile, providers: PROVIDER_FILES };

/**
 * Parses a catalogue from its files.
 * @throws {CatalogueError} the first of all that `inspectCatalogue` finds.
 */
export function parseCatalogue(files: CatalogueFiles): Catalogue {
  const { catalogue, faults } = inspectCatalogue(files);
  if (catalogue !== undefined) return catalogue;
  throw faults[0] ?? new CatalogueError('sources.json', '', 'was not parsed');
}

/**
 * Parses a catalogue from its files and says all that is wrong with it: a file that does not fit the schema, an id
 * that is not the file's name, a fact that is not cited, a citation, section or pass-through that leads nowhere, a
 * date that is none or lies after the catalogue's own, an id that is there twice, a rule that can never apply, rules
 * that contradict each other while nothing says so.
 */
export function inspectCatalogue(files: CatalogueFiles): Inspection {
  const faults: CatalogueError[] = [];
  const file = parse(SourcesFileSchema, files.sources, 'sources.json', faults);
  if (file === undefined) return { catalogue: undefined, faults };
  const { asOf, caution } = file;
  const sources = withoutPrototype(file.sources);
  for (const [id, source] of Object.entries(sources)) {
    if (source.asOf !== null && source.asOf > asOf) {
      const problem = 'lies after the date of the catalogue';
      faults.push(new CatalogueError('sources.json', `sources.${id}.asOf`, problem));
    }
  }

  const providers = withoutPrototype<Provider>({});
  for (const [name, content] of Object.entries(files.providers)) {
    const provider: Provider | undefined = parse(ProviderSchema, content, `${name}.json`, faults);
    if (provider === undefined) continue;
    if (provider.id !== name) {
      faults.push(new CatalogueError(`${name}.json`, 'id', 'is not the name of the file'));
    }
    providers[name] = provider;
  }
  const ids = Object.keys(files.providers);
  for (const [name, provider] of Object.entries(providers)) {
    for (const { field, problem } of problemsOf(provider, ids, sources, asOf)) {
      faults.push(new CatalogueError(`${name}.json`, field, problem));
    }
  }
  return {
    catalogue: faults.length > 0 ? undefined : deepFreeze({ asOf, caution, providers, sources }),
    faults,
  };
}

/**
 * The catalogue that comes with the extension.
 * @throws {CatalogueError} as `parseCatalogue` does.
 */
export function loadCatalogue(): Catalogue {
  return parseCatalogue(BUILT_IN);
}

function parse<const S extends v.GenericSchema>(
  schema: S,
  content: unknown,
  file: string,
  faults: CatalogueError[],
): v.InferOutput<S> | undefined {
  const result = v.safeParse(schema, content);
  if (result.success) return result.output;
  for (const issue of result.issues) {
    faults.push(new CatalogueError(file, v.getDotPath(issue) ?? '', issue.message));
  }
  return undefined;
}
