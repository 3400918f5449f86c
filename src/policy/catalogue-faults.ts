import { BUILT_IN, CatalogueError, inspectCatalogue, type CatalogueFiles } from './catalogue.ts';
import { loadRefreshSources } from './freshness.ts';

/**
 * All that is wrong with a catalogue, a line each: the file, the field in it with the rule where there is one, and
 * why. Nothing for a sound one. The build stops on it.
 * @param files those built in where left out; the list of where to read again is looked at only with these.
 */
export function catalogueFaults(files: CatalogueFiles = BUILT_IN): string[] {
  const { catalogue, faults } = inspectCatalogue(files);
  const lines = faults.map(({ message }) => `src/policy/catalogue/${message}`);
  if (files !== BUILT_IN || catalogue === undefined) return lines;
  try {
    loadRefreshSources(catalogue);
    return lines;
  } catch (error) {
    if (error instanceof CatalogueError) return [...lines, `src/policy/catalogue/${error.message}`];
    throw error;
  }
}
