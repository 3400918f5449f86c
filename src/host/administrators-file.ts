/** A file that only administrators can have written. */
import { constants } from 'node:fs';
import { lstat, open } from 'node:fs/promises';
import { dirname } from 'node:path';

/** How it is looked at. */
export interface AdministratorsFileOptions {
  /** The longest that is read, in bytes; its size is looked at first. */
  readonly most: number;
  /** As Node names it. */
  readonly platform: string;
  /** The administrator's user id. */
  readonly owner?: number;
}

/** Why a file that is there is not read. */
export type AdministratorsFileProblem = 'not-administrators' | 'too-large' | 'unreadable';

export type AdministratorsFile =
  | { readonly found: 'bytes'; readonly bytes: Uint8Array }
  | { readonly found: 'nothing' }
  | { readonly found: 'refused'; readonly why: AdministratorsFileProblem };

/**
 * Reads a file that is the administrator's: it and its folder belong to them, and nobody else may write to either. One
 * that is there and is not theirs is refused, and so is a link. It never throws.
 *
 * Windows says nothing of owners here: there the folder is one that only administrators write to.
 */
export async function readAdministratorsFile(
  path: string,
  { most, platform, owner = 0 }: AdministratorsFileOptions,
): Promise<AdministratorsFile> {
  // These two are not there on Windows.
  const { O_NOFOLLOW = 0, O_NONBLOCK = 0 } = constants as Partial<typeof constants>;
  try {
    const handle = await open(path, constants.O_RDONLY | O_NOFOLLOW | O_NONBLOCK);
    try {
      const stats = await handle.stat();
      if (!stats.isFile()) return { found: 'refused', why: 'unreadable' };
      const folder = await lstat(dirname(path));
      const isTheirs = ({ uid, mode }: typeof folder): boolean => uid === owner && (mode & 0o022) === 0;
      if (platform !== 'win32' && !(folder.isDirectory() && isTheirs(folder) && isTheirs(stats)))
        return { found: 'refused', why: 'not-administrators' };
      if (stats.size > most) return { found: 'refused', why: 'too-large' };
      // One byte more than there may be: it can have grown since.
      const { bytesRead, buffer } = await handle.read(Buffer.alloc(most + 1), 0, most + 1, 0);
      if (bytesRead > most) return { found: 'refused', why: 'too-large' };
      return { found: 'bytes', bytes: new Uint8Array(buffer.subarray(0, bytesRead)) };
    } finally {
      await handle.close();
    }
  } catch (error) {
    return isMissing(error) ? { found: 'nothing' } : { found: 'refused', why: 'unreadable' };
  }
}

function isMissing(error: unknown): boolean {
  return error instanceof Error && 'code' in error && (error.code === 'ENOENT' || error.code === 'ENOTDIR');
}
