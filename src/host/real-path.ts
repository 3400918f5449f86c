import { lstatSync, realpathSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';

/**
 * A path of this machine with all links followed. Of one that does not exist yet the folders that do are followed.
 * @returns undefined where that cannot be known, as where a link leads round in a circle, or to what is not there.
 */
export function realPath(path: string): string | undefined {
  const missing: string[] = [];
  for (let at = path; ; at = dirname(at)) {
    try {
      return join(realpathSync.native(at), ...missing);
    } catch (error) {
      if (!isMissing(error) || dirname(at) === at || exists(at)) return undefined;
      missing.unshift(basename(at));
    }
  }
}

/** Whether something is there, be it a link that leads nowhere: what is written to it comes to be elsewhere. */
function exists(path: string): boolean {
  return lstatSync(path, { throwIfNoEntry: false }) !== undefined;
}

function isMissing(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'ENOENT';
}
