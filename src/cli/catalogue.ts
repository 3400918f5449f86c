import { readFile } from 'node:fs/promises';
import { type Catalogue, loadCatalogue } from '../policy/catalogue.ts';
import { mergeOrganisation } from '../policy/organisation.ts';
import { UsageError } from './usage.ts';

/**
 * The catalogue in force: the built-in one, with an organisation's file laid over it where one is named.
 * @throws UsageError with file, line, field and reason where that cannot be used; then nothing goes on.
 */
export async function readCatalogue(file: string | undefined): Promise<Catalogue> {
  if (file === undefined) return loadCatalogue();
  let text: string;
  try {
    text = await readFile(file, 'utf8');
  } catch {
    throw new UsageError(`cannot read ${file}`);
  }
  const merged = mergeOrganisation(text);
  if (merged.ok) return merged.catalogue;
  const { line, field, problem } = merged;
  const place = line === null ? file : `${file}:${line}`;
  throw new UsageError(`${place}: ${field === '' ? 'the file' : field} ${problem}`);
}
