import * as v from 'valibot';
import { PROVIDER_FILES } from './catalogue/providers.ts';
import sourcesFile from './catalogue/sources.json' with { type: 'json' };
import type { IsoDate } from './dates.ts';
import { findProblem } from './coherence.ts';
import { deepFreeze, withoutPrototype } from './frozen.ts';
import { ProviderSchema, SourcesFileSchema, type Provider, type Source, type SourcesFile } from './model.ts';

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

  constructor(file: string, field: string, problem: string) {
    super(`${file}: ${field === '' ? 'the file' : field} ${problem}`);
    this.name = 'CatalogueError';
    this.file = file;
    this.field = field;
  }
}

/**
 * Parses a catalogue from its files.
 * @param files `sources` is the content of sources.json, `providers` that of each provider's file by id.
 * @throws {CatalogueError} when a file does not fit the schema, its id is not its name, a fact is not cited, a
 *   citation, section or pass-through leads nowhere, a date is none or lies after the catalogue's own, or an id
 *   is there twice.
 */
export function parseCatalogue(files: {
  sources: unknown;
  providers: Readonly<Record<string, unknown>>;
}): Catalogue {
  const sourcesFileParsed: SourcesFile = parse(SourcesFileSchema, files.sources, 'sources.json');
  const { asOf, caution } = sourcesFileParsed;
  const sources = withoutPrototype(sourcesFileParsed.sources);
  for (const [id, source] of Object.entries(sources)) {
    if (source.asOf !== null && source.asOf > asOf) {
      throw new CatalogueError('sources.json', `sources.${id}.asOf`, 'lies after the date of the catalogue');
    }
  }

  const providers = withoutPrototype<Provider>({});
  for (const [name, content] of Object.entries(files.providers)) {
    const provider: Provider = parse(ProviderSchema, content, `${name}.json`);
    if (provider.id !== name) throw new CatalogueError(`${name}.json`, 'id', 'is not the name of the file');
    providers[name] = provider;
  }
  for (const provider of Object.values(providers)) {
    const problem = findProblem(provider, providers, sources);
    if (problem !== undefined)
      throw new CatalogueError(`${provider.id}.json`, problem.field, problem.problem);
  }
  return deepFreeze({ asOf, caution, providers, sources });
}

/**
 * The catalogue that comes with the extension.
 * @throws {CatalogueError} as `parseCatalogue` does.
 */
export function loadCatalogue(): Catalogue {
  return parseCatalogue({ sources: sourcesFile, providers: PROVIDER_FILES });
}

function parse<const S extends v.GenericSchema>(schema: S, content: unknown, file: string): v.InferOutput<S> {
  const result = v.safeParse(schema, content);
  if (result.success) return result.output;
  const [issue] = result.issues;
  throw new CatalogueError(file, v.getDotPath(issue) ?? '', issue.message);
}
