import { BUILT_IN, CatalogueError, inspectCatalogue, type CatalogueFiles } from './catalogue.ts';
import { loadRefreshSources } from './freshness.ts';
import { type JsonPlaces, placeOf, placesOfJson } from './json-places.ts';

const FOLDER = 'src/policy/catalogue/';

/**
 * All that is wrong with a catalogue, a line each: the file with line and column, the field in it with the rule where
 * there is one, and why. Nothing for a sound one. The build stops on it.
 * @param files those built in where left out; the list of where to read again is looked at only with these.
 * @param textOf the text of a file by its name, such as `groq.json`; the place is left out of a file without.
 */
export function catalogueFaults(
  files: CatalogueFiles = BUILT_IN,
  textOf: (file: string) => string | undefined = () => undefined,
): string[] {
  const read = new Map<string, JsonPlaces | undefined>();
  const placesOf = (file: string): JsonPlaces | undefined => {
    const text = read.has(file) ? undefined : textOf(file);
    if (text !== undefined) read.set(file, placesOfJson(text));
    return read.get(file);
  };
  const line = ({ file, field, message }: CatalogueError): string => {
    const where = placesOf(file);
    const at = where?.ok ? placeOf(where.places, field) : undefined;
    const place = at === undefined ? '' : `:${at.line}:${at.column}`;
    return `${FOLDER}${file}${place}${message.slice(file.length)}`;
  };
  // What was parsed already shows no name that was there twice.
  const names = ['sources.json', 'refresh.json', ...Object.keys(files.providers).map((id) => `${id}.json`)];
  const unread = names.flatMap((file) => {
    const where = placesOf(file);
    if (where === undefined || where.ok) return [];
    const { at, field, problem } = where;
    return [`${FOLDER}${file}:${at.line}:${at.column}: ${field === '' ? 'the file' : field} ${problem}`];
  });
  const { catalogue, faults } = inspectCatalogue(files);
  const lines = [...unread, ...faults.map(line)];
  if (files !== BUILT_IN || catalogue === undefined) return lines;
  try {
    loadRefreshSources(catalogue);
    return lines;
  } catch (error) {
    if (error instanceof CatalogueError) return [...lines, line(error)];
    throw error;
  }
}
