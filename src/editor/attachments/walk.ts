/** A folder, file by file: bounded in count, bytes and depth, and what is left out is counted. */
import { type IsExcluded, ignoreFile } from './ignore.ts';
import { LIMITS } from './limits.ts';
import type { Content, LeftOut, Piece, Reading, Why } from './source.ts';

/** A name in a folder. */
export interface Entry {
  readonly name: string;
  readonly is: 'file' | 'folder' | 'link' | 'other';
}

/** The folder as it can be read; paths are below it, with `/` between names, and empty for the folder itself. */
export interface Tree {
  /** The names in a folder. */
  list(path: string): Promise<readonly Entry[]>;
  /** What a link leads to: a file within the folder, or anything else. */
  linkIs(path: string): Promise<'file' | 'other'>;
  /** What a file holds: one piece, or why not. What a rule denies is not read. */
  read(path: string): Promise<Content>;
  /** The text of a `.gitignore`; undefined where it cannot be read. */
  readText(path: string): Promise<string | undefined>;
}

/** How much of a folder is taken. */
export type Bounds = Readonly<Record<'files' | 'folder' | 'entries' | 'depth', number>>;

/** Names that are looked at before others have a turn. */
const AT_A_TIME = 500;

/** After so many files that did not fit any more the folder is full, though a smaller one might. */
const MOST_MISFITS = 20;

interface Folder {
  readonly path: string;
  readonly depth: number;
  readonly isExcluded: IsExcluded;
}

/**
 * Reads a folder in the order of its names, files before the folders beside them.
 * @throws whatever the signal was aborted with.
 */
export async function walk(
  tree: Tree,
  { signal, progress }: Pick<Reading, 'signal' | 'progress'>,
  excluded: IsExcluded,
  bounds: Bounds = LIMITS,
): Promise<Content> {
  const pieces: Piece[] = [];
  const left = new Map<string, LeftOut>();
  let bytes = 0;
  let seen = 0;
  let misfits = 0;
  const isFull = (): boolean =>
    pieces.length >= bounds.files || misfits >= MOST_MISFITS || seen >= bounds.entries;

  const leave = (why: Why, count: number, name?: string, glob?: string): void => {
    if (count === 0) return;
    const key = `${why} ${glob ?? ''}`;
    const before = left.get(key);
    left.set(
      key,
      before
        ? { ...before, count: before.count + count }
        : { why, count, ...(name !== undefined && { name }), ...(glob !== undefined && { glob }) },
    );
  };

  async function take(path: string): Promise<void> {
    const content = await tree.read(path);
    signal.throwIfAborted();
    for (const { why, count, glob } of content.leftOut) leave(why, count, path, glob);
    for (const piece of content.pieces) {
      // What no one can look into is asked about one by one, and not by the dozen.
      if (!('text' in piece)) leave('binary', 1, path);
      else if (bytes + piece.text.length > bounds.folder) {
        misfits += 1;
        leave('too-many', 1, path);
      } else {
        bytes += piece.text.length;
        pieces.push(piece);
      }
    }
    progress(pieces.length);
  }

  const open: Folder[] = [{ path: '', depth: 0, isExcluded: excluded }];
  for (let at = open.shift(); at; at = open.shift()) {
    signal.throwIfAborted();
    const { path, depth } = at;
    let entries: readonly Entry[];
    try {
      entries = await tree.list(path);
    } catch (error) {
      // The folder itself: whoever asked says so.
      if (path === '') throw error;
      leave('unreadable', 1, path);
      continue;
    }
    const isExcluded = await withIgnoreFile(tree, path, entries, at.isExcluded);
    const sorted = entries.toSorted((a, b) => (a.name < b.name ? -1 : 1));
    const folders: Folder[] = [];
    for (const [i, { name, is }] of sorted.entries()) {
      const below = path === '' ? name : `${path}/${name}`;
      if (isFull()) {
        // Of the rest nothing is known but that it is there.
        leave('too-many', sorted.length - i + folders.length + open.length, below);
        return { pieces, leftOut: [...left.values()] };
      }
      seen += 1;
      if (seen % AT_A_TIME === 0) await elsewhere(signal);
      if (isExcluded(below, is === 'folder')) leave('excluded', 1, below);
      else if (is === 'folder') {
        if (depth + 1 >= bounds.depth) leave('too-many', 1, below);
        else folders.push({ path: below, depth: depth + 1, isExcluded });
      } else if (is === 'file' || (is === 'link' && (await tree.linkIs(below)) === 'file')) await take(below);
      else leave('outside', 1, below);
    }
    // Deeper before wider, as a tree of files is read.
    open.unshift(...folders);
  }
  return { pieces, leftOut: [...left.values()] };
}

/** Lets others have a turn: a folder may hold more names than can be looked through at one go. */
async function elsewhere(signal: AbortSignal): Promise<void> {
  await new Promise((resolve) => setTimeout(resolve));
  signal.throwIfAborted();
}

async function withIgnoreFile(
  tree: Tree,
  path: string,
  entries: readonly Entry[],
  before: IsExcluded,
): Promise<IsExcluded> {
  if (!entries.some(({ name, is }) => name === '.gitignore' && is === 'file')) return before;
  const text = await tree.readText(path === '' ? '.gitignore' : `${path}/.gitignore`);
  if (text === undefined) return before;
  const says = ignoreFile(text);
  const from = path === '' ? 0 : path.length + 1;
  return (below, isFolder) => says(below.slice(from), isFolder) ?? before(below, isFolder);
}
