import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { homedir } from 'node:os';
import { dirname, join } from 'node:path';
import { listsOf, type OpenRouterLists, parseLists, writeLists } from '../policy/openrouter-lists.ts';
import { notRefreshedSentence } from '../sentences/openrouter.ts';
import { readOpenRouter } from '../wire/openrouter.ts';
import { t } from './language.ts';

/** Asking OpenRouter came to nothing; the message says why. Exit code 2. */
export class RefreshError extends Error {}

/** Where the terminal keeps OpenRouter's lists on this machine. */
export function listsFile(): string {
  return join(homedir(), '.prompt-airlock', 'openrouter-lists.json');
}

/** The lists that were read last; undefined where there are none, or the file is not ours. Nobody is asked. */
export async function readLists(file: string): Promise<OpenRouterLists | undefined> {
  try {
    return parseLists(await readFile(file, 'utf8'));
  } catch {
    return undefined;
  }
}

/**
 * Asks OpenRouter for its lists and keeps them with the day.
 * @param base where they are.
 * @throws RefreshError where that fails; the file stays as it was.
 */
export async function refreshLists(
  fetch: typeof globalThis.fetch,
  file: string,
  today: string,
  base?: string,
): Promise<OpenRouterLists> {
  const result = await readOpenRouter(fetch, base);
  if (!result.ok) throw new RefreshError(notRefreshedSentence(result, t));
  const lists = listsOf(result.answer, today);
  try {
    await mkdir(dirname(file), { recursive: true, mode: 0o700 });
    await writeFile(file, writeLists(lists), { mode: 0o600 });
  } catch {
    throw new RefreshError(t('cannot write {0}', file));
  }
  return lists;
}
