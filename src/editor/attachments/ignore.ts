/** What of a folder nobody wants to send: `.gitignore` files, `files.exclude` and `search.exclude`. */
import { parseGlob } from '../../decide/paths/glob.ts';
import { readIgnoreFile } from '../../decide/paths/ignore-file.ts';
import { splitPath } from '../../decide/paths/path-names.ts';
import { withinWork } from '../../decide/paths/work.ts';

/** Whether a path below a folder is left out. `path` has `/` between names and none before. */
export type IsExcluded = (path: string, isFolder: boolean) => boolean;

/**
 * What a `.gitignore` leaves out, of paths below the folder it lies in: undefined where it says nothing of one. One that
 * takes too long to compare is left out, as with settings.
 */
export function ignoreFile(text: string): (path: string, isFolder: boolean) => boolean | undefined {
  const file = readIgnoreFile(text, true);
  return (path, isFolder) => withinWork((work) => file.match(path, isFolder, work)?.ignored, true);
}

/**
 * What settings such as `files.exclude` leave out: globs that are on. One with a condition beside it is not, nor is one
 * that cannot be read.
 */
export function excludedBy(...settings: readonly unknown[]): IsExcluded {
  const globs = settings
    .flatMap((setting) => Object.entries(Object(setting) as Record<string, unknown>))
    .filter(([, value]) => value === true)
    .flatMap(([written]) => {
      // Settings count from the root, and what they name may be a file or a folder.
      const from = written.includes('/') ? './' : '';
      const read = parseGlob(from + written.replace(/\/(?:\*\*)?$/, ''));
      return read.ok ? [read.glob] : [];
    });
  return (path) => {
    const names = splitPath(path);
    return withinWork((work) => globs.some((glob) => glob.matchesNames(names, undefined, work)), true);
  };
}
