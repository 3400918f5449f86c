/** What of a folder nobody wants to send: `.gitignore` files, `files.exclude` and `search.exclude`. */
import { matchesPath } from '../../decide/path-glob.ts';

/** Whether a path below a folder is left out. `path` has `/` between names and none before. */
export type IsExcluded = (path: string, isFolder: boolean) => boolean;

/** Longer lines are no patterns anybody wrote. */
const LONGEST_PATTERN = 300;
const MOST_PATTERNS = 2_000;

interface Pattern {
  readonly glob: string;
  readonly isTakenBack: boolean;
  readonly folderOnly: boolean;
}

/**
 * What a `.gitignore` leaves out, of paths below the folder it lies in: undefined where it says nothing of one. As Git
 * has it, the last line that fits counts. A set of characters stands for any one character here.
 */
export function ignoreFile(text: string): (path: string, isFolder: boolean) => boolean | undefined {
  const patterns = text.split(/\r?\n/, MOST_PATTERNS).flatMap((line) => patternOf(line) ?? []);
  return (path, isFolder) => {
    const last = patterns.findLast(
      ({ glob, folderOnly }) => (isFolder || !folderOnly) && matchesPath(glob, `/${path}`),
    );
    return last && !last.isTakenBack;
  };
}

function patternOf(line: string): Pattern | undefined {
  if (line.length > LONGEST_PATTERN || line.startsWith('#')) return undefined;
  const isTakenBack = line.startsWith('!');
  let glob = (isTakenBack ? line.slice(1) : line).replace(/^\\(?=[#!])/, '').trimEnd();
  const folderOnly = glob.endsWith('/');
  if (folderOnly) glob = glob.slice(0, -1);
  glob = withoutSets(glob);
  if (glob === '') return undefined;
  // A slash anywhere but at the end binds it to the folder.
  if (glob.includes('/') && !glob.startsWith('/')) glob = `/${glob}`;
  return { glob, isTakenBack, folderOnly };
}

function withoutSets(glob: string): string {
  return glob.replace(/\[[^\]\n]{1,100}\]/g, '?');
}

/** What settings such as `files.exclude` leave out: globs that are on. One with a condition beside it is not. */
export function excludedBy(...settings: readonly unknown[]): IsExcluded {
  const globs = settings
    .flatMap((setting) => Object.entries(Object(setting) as Record<string, unknown>))
    .filter(([glob, value]) => value === true && glob.length <= LONGEST_PATTERN)
    .flatMap(([glob]) => alternativesOf(withoutSets(glob)))
    // Settings count from the root, and what they name may be a file or a folder.
    .map((glob) => (glob.includes('/') && !glob.startsWith('/') ? `/${glob}` : glob));
  return (path) => globs.some((glob) => matchesPath(glob.replace(/\/(?:\*\*)?$/, ''), `/${path}`));
}

/** `*.{a,b}` as `*.a` and `*.b`; of braces within braces nothing is made. */
function alternativesOf(glob: string): string[] {
  const braces = /\{([^{}\n]{1,200})\}/.exec(glob);
  if (!braces) return [glob];
  const [whole, inner = ''] = braces;
  return inner
    .split(',', 20)
    .flatMap((one) =>
      alternativesOf(glob.slice(0, braces.index) + one + glob.slice(braces.index + whole.length)),
    );
}
