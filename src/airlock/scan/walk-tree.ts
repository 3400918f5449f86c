/** All files below a folder, for as many as there are; what is not gone into is told. */
import type { SkippedWhy } from '../../detect/left-out.ts';
import { skippedByName } from './skipped-folders.ts';
import type { Entry, Tree } from './tree.ts';
import { turnsFor } from './turns.ts';

/** How far a walk goes. */
export interface WalkBounds {
  readonly files: number;
  /** Names in one folder. */
  readonly names: number;
  /** Folders within folders. */
  readonly depth: number;
}

export const WALK_BOUNDS: WalkBounds = { files: 500_000, names: 200_000, depth: 100 };

/** Folders that are listed at a time: enough for a file system that is far away. */
const AT_A_TIME = 8;

/** Names that are looked at before others have a turn. */
const BEFORE_A_PAUSE = 500;

/** Who is told of what a walk comes upon. Paths are below the folder. */
export interface WalkListener {
  readonly onFile: (path: string) => void;
  readonly onSkipped: (why: SkippedWhy, path: string, count?: number) => void;
  /** What settings leave out. */
  readonly isExcluded: (path: string, name: string, isFolder: boolean) => boolean;
}

/**
 * Walks a folder, several folders within it at a time. No link is followed, so that no circle of them is, and nothing
 * outside is come upon. A folder that cannot be listed ends nothing.
 *
 * @throws whatever the signal was aborted with.
 */
export async function walkTree(
  tree: Tree,
  { onFile, onSkipped, isExcluded }: WalkListener,
  signal: AbortSignal,
  bounds: WalkBounds = WALK_BOUNDS,
): Promise<void> {
  const inTurn = turnsFor(AT_A_TIME);
  let files = 0;
  let seen = 0;

  async function list(path: string): Promise<readonly Entry[]> {
    try {
      return await inTurn(async () => {
        signal.throwIfAborted();
        return tree.list(path, bounds.names, signal);
      });
    } catch {
      signal.throwIfAborted();
      onSkipped('unlisted', path);
      return [];
    }
  }

  async function walk(path: string, depth: number): Promise<void> {
    const entries = await list(path);
    const folders: string[] = [];
    const sorted = entries.toSorted((a, b) => (a.name < b.name ? -1 : 1));
    for (const [i, { name, is }] of sorted.entries()) {
      seen += 1;
      if (seen % BEFORE_A_PAUSE === 0) await pause();
      signal.throwIfAborted();
      const below = path === '' ? name : `${path}/${name}`;
      if (i >= bounds.names || files >= bounds.files) {
        // Of the rest nothing is known but that it is there.
        onSkipped('too-many', below, sorted.length - i);
        break;
      }
      const why = skippedFor(below, name, is, depth);
      if (why !== undefined) onSkipped(why, below);
      else if (is === 'folder') folders.push(below);
      else {
        files += 1;
        onFile(below);
      }
    }
    await Promise.all(folders.map((folder) => walk(folder, depth + 1)));
  }

  function skippedFor(path: string, name: string, is: Entry['is'], depth: number): SkippedWhy | undefined {
    const byName = is === 'folder' ? skippedByName(name) : undefined;
    if (byName !== undefined) return byName;
    if (isExcluded(path, name, is === 'folder')) return 'excluded';
    if (is === 'link') return 'link';
    if (is === 'other') return 'special';
    return is === 'folder' && depth + 1 >= bounds.depth ? 'too-deep' : undefined;
  }

  signal.throwIfAborted();
  await walk('', 0);
}

/** Lets others have a turn. */
function pause(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve));
}
