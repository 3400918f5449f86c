import type { IgnoreFile, IgnoreMatch } from './ignore-file.ts';
import { type PathNames, splitPath } from './path-names.ts';
import { TooMuchWork, Work } from './work.ts';

/** An ignore file, and where it lies. */
export interface PlacedIgnoreFile {
  /** The folder it is about, below the same folder as the paths that are asked about; empty for that one itself. */
  readonly folder: string;
  /** As people read it: `packages/api/.gitignore`. */
  readonly name: string;
  readonly file: IgnoreFile;
}

/** What ignore files say of a file: which line of which, and of what. */
export interface IgnoreVerdict extends IgnoreMatch {
  readonly by: PlacedIgnoreFile;
  /** The folder that the line is about, where it is about one on the way and not about the file. */
  readonly folder?: string;
}

/** Ignore files of one name that lie on the way to files. */
export interface IgnoreChain {
  /**
   * What is said of a file; undefined where nothing is. One that is taken back is not ignored. Throws where that takes more
   * steps than there are.
   */
  verdictOn(path: string, work?: Work): IgnoreVerdict | undefined;
}

/** A path was not compared with all ignore files. */
export class IgnoreFileTooCostly extends TooMuchWork {
  /** The file at which it was given up. */
  readonly by: PlacedIgnoreFile;

  constructor(by: PlacedIgnoreFile) {
    super();
    this.by = by;
  }
}

const MOST_FOLDERS = 20_000;

/**
 * Ignore files as Git takes them together: of a file the last line that fits counts, one of a deeper folder before those
 * above it; but what lies in a folder that is ignored is not taken back by anything.
 * @param files whatever their order, and also such as lie on the way to other files.
 */
export function ignoreChain(files: readonly PlacedIgnoreFile[]): IgnoreChain {
  const placed = files
    .map((by) => ({ by, at: splitPath(by.folder) }))
    .toSorted((a, b) => b.at.names.length - a.at.names.length);
  /** Of folders that were asked about: what ignores them, or null. */
  const folders = new Map<string, IgnoreVerdict | null>();

  function said(names: PathNames, isFolder: boolean, work: Work): IgnoreVerdict | undefined {
    for (const { by, at } of placed) {
      const below = namesBelow(at, names, by.file.ignoresCase);
      const match = below && matchOf(by, below, isFolder, work);
      if (match) return { ...match, by };
    }
    return undefined;
  }

  /** What ignores the first so many names of a path, which are a folder. */
  function folderVerdict(names: PathNames, depth: number, work: Work): IgnoreVerdict | null {
    if (depth === 0 || files.length === 0) return null;
    const key = names.names.slice(0, depth).join('/');
    const known = folders.get(key);
    if (known !== undefined) return known;
    const above = folderVerdict(names, depth - 1, work);
    const own = above ? undefined : said(firstNames(names, depth), true, work);
    const verdict = above ?? (own?.ignored === true ? { ...own, folder: key } : null);
    if (folders.size >= MOST_FOLDERS) folders.clear();
    folders.set(key, verdict);
    return verdict;
  }

  return {
    verdictOn(path, work = Work.unbounded()) {
      const names = splitPath(path);
      return folderVerdict(names, names.names.length - 1, work) ?? said(names, false, work);
    },
  };
}

function matchOf(
  by: PlacedIgnoreFile,
  below: PathNames,
  isFolder: boolean,
  work: Work,
): IgnoreMatch | undefined {
  try {
    return by.file.matchNames(below, isFolder, work);
  } catch (error) {
    throw error instanceof TooMuchWork ? new IgnoreFileTooCostly(by) : error;
  }
}

function namesBelow(
  folder: PathNames,
  { names, folded }: PathNames,
  ignoresCase: boolean,
): PathNames | undefined {
  const depth = folder.names.length;
  const [above, on] = ignoresCase ? [folder.folded, folded] : [folder.names, names];
  if (depth >= names.length || !above.every((name, i) => name === on[i])) return undefined;
  return { names: names.slice(depth), folded: folded.slice(depth) };
}

function firstNames({ names, folded }: PathNames, count: number): PathNames {
  return { names: names.slice(0, count), folded: folded.slice(0, count) };
}
