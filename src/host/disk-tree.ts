import { constants } from 'node:fs';
import { open, opendir } from 'node:fs/promises';
import { join } from 'node:path';
import type { Dirent } from 'node:fs';

/** A name in a folder. */
interface Entry {
  readonly name: string;
  readonly is: 'file' | 'folder' | 'link' | 'other';
}

/** Names that are asked for at a time. */
const AT_ONCE = 512;

/**
 * A folder of this machine's disk, as a scan of folders reads one. No link is followed, and nothing is waited for that is
 * no file.
 */
export function diskTree(root: string) {
  const at = (path: string): string => (path === '' ? root : join(root, path));
  return {
    async list(path: string, most: number, signal: AbortSignal): Promise<readonly Entry[]> {
      const entries: Entry[] = [];
      // Closed by the end of the loop, whichever way that comes.
      for await (const one of await opendir(at(path), { bufferSize: AT_ONCE })) {
        signal.throwIfAborted();
        entries.push({ name: one.name, is: kindOf(one) });
        if (entries.length > most) break;
      }
      return entries;
    },
    /** The bytes, or the size where that is more than `most`. */
    read: (path: string, most: number, signal: AbortSignal) => readBytes(at(path), most, signal),
  };
}

function kindOf(entry: Dirent): Entry['is'] {
  if (entry.isSymbolicLink()) return 'link';
  if (entry.isDirectory()) return 'folder';
  return entry.isFile() ? 'file' : 'other';
}

/** It may have become a link or a pipe since it was listed: the one is refused, and the other not waited for. */
const HOW = constants.O_RDONLY | (constants.O_NOFOLLOW ?? 0) | (constants.O_NONBLOCK ?? 0);

async function readBytes(
  file: string,
  most: number,
  signal: AbortSignal,
): Promise<Uint8Array | { readonly size: number }> {
  const handle = await open(file, HOW);
  try {
    const stats = await handle.stat();
    if (!stats.isFile()) throw new Error('no file');
    if (stats.size > most) return { size: stats.size };
    // One more than it has, so that one that grew is noticed.
    let bytes = new Uint8Array(stats.size + 1);
    let length = 0;
    for (;;) {
      signal.throwIfAborted();
      const { bytesRead } = await handle.read(bytes, length, bytes.length - length, length);
      if (bytesRead === 0) return bytes.subarray(0, length);
      length += bytesRead;
      if (length > most) return { size: length };
      if (length === bytes.length) {
        const longer = new Uint8Array(Math.min(2 * length, most) + 1);
        longer.set(bytes);
        bytes = longer;
      }
    }
  } finally {
    await handle.close();
  }
}
