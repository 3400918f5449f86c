import { cpSync, existsSync, mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { cacheFolder } from './paths.ts';

/**
 * A fresh copy of a workspace in the cache, so that what is done in the editor does not touch the repository.
 *
 * @param purpose keeps the copies of different users apart.
 * @throws if there is no such workspace.
 */
export function sampleWorkspace(source: string, purpose: string, cache: string = cacheFolder): string {
  if (!existsSync(source)) throw new Error(`There is no sample workspace at ${source}.`);
  const copy = join(cache, 'workspaces', purpose, 'sample');
  rmSync(copy, { recursive: true, force: true });
  mkdirSync(copy, { recursive: true });
  cpSync(source, copy, { recursive: true });
  return copy;
}
