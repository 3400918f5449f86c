import { readFile } from 'node:fs/promises';
import { type Catalogue, loadCatalogue } from '../policy/catalogue.ts';
import { mergeOrganisation } from '../policy/organisation.ts';
import { t } from './language.ts';
import { UsageError } from './usage.ts';

/**
 * The catalogue in force: the built-in one, with an organisation's file laid over it where one is named.
 * @throws UsageError with file, line, column, field and reason where that cannot be used; then nothing goes on.
 */
export async function readCatalogue(file: string | undefined): Promise<Catalogue> {
  if (file === undefined) return loadCatalogue();
  let text: string;
  try {
    text = await readFile(file, 'utf8');
  } catch {
    throw new UsageError(t('cannot read {0}', file));
  }
  const merged = mergeOrganisation(text);
  if (merged.ok) return merged.catalogue;
  const { at, field, problem } = merged;
  throw new UsageError(`${file}:${at.line}:${at.column}: ${field === '' ? t('the file') : field} ${problem}`);
}
