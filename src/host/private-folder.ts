/** A folder of small text files that are the user's alone, each written whole or not at all. */
import { randomBytes } from 'node:crypto';
import { constants } from 'node:fs';
import { lstat, mkdir, open, readdir, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';

/** A file of the folder, as the disk has it. */
export interface PrivateFile {
  readonly name: string;
  readonly bytes: number;
  /** Milliseconds since 1970. */
  readonly changedAt: number;
}

/** A file has a plain name: no path leads out of the folder. */
const PLAIN = /^[a-z0-9][a-z0-9.-]{0,99}$/;
/** What a crash left of a file that was being written. */
const UNFINISHED = /^\.[a-z0-9.-]{1,100}\.[0-9a-f]{8}\.tmp$/;
/** A write takes no longer. */
const OLD_MS = 60 * 60_000;

export class PrivateFolder {
  readonly path: string;

  constructor(path: string) {
    this.path = path;
  }

  /** The plain files there are. None where there is no folder; throws where it cannot be read. */
  async list(): Promise<readonly PrivateFile[]> {
    const names = await readdir(this.path).catch((error: unknown) => {
      if (isGone(error)) return [];
      throw error;
    });
    const files = await Promise.all(
      names.map(async (name): Promise<PrivateFile[]> => {
        const stats = await lstat(join(this.path, name)).catch(() => undefined);
        if (!stats?.isFile()) return [];
        if (UNFINISHED.test(name) && Date.now() - stats.mtimeMs > OLD_MS) await this.#clear(name);
        return PLAIN.test(name) ? [{ name, bytes: stats.size, changedAt: stats.mtimeMs }] : [];
      }),
    );
    return files.flat();
  }

  /**
   * The text of a file; undefined where there is none.
   * @throws where it cannot be read, is no plain file, or has more than `most` bytes.
   */
  async read(name: string, most: number): Promise<string | undefined> {
    // These two are not there on Windows.
    const { O_NOFOLLOW = 0, O_NONBLOCK = 0 } = constants as Partial<typeof constants>;
    const flags = constants.O_RDONLY | O_NOFOLLOW | O_NONBLOCK;
    const handle = await open(this.#pathOf(name), flags).catch((error: unknown) => {
      if (isGone(error)) return undefined;
      throw error;
    });
    if (!handle) return undefined;
    try {
      const stats = await handle.stat();
      if (!stats.isFile() || stats.size > most) throw new Error('not a file that can be read');
      return await handle.readFile('utf8');
    } finally {
      await handle.close();
    }
  }

  /** Puts a file there, in place of one of that name: whoever reads it gets the one or the other, whole. */
  async write(name: string, text: string): Promise<void> {
    const path = this.#pathOf(name);
    await mkdir(this.path, { recursive: true, mode: 0o700 });
    const unfinished = join(this.path, `.${name}.${randomBytes(4).toString('hex')}.tmp`);
    try {
      const handle = await open(unfinished, 'wx', 0o600);
      try {
        await handle.writeFile(text, 'utf8');
      } finally {
        await handle.close();
      }
      await rename(unfinished, path);
    } catch (error) {
      await rm(unfinished, { force: true }).catch(() => undefined);
      throw error;
    }
  }

  /** Gives a file another name; whether it was still there under the old one. */
  async take(name: string, as: string): Promise<boolean> {
    try {
      await rename(this.#pathOf(name), this.#pathOf(as));
      return true;
    } catch (error) {
      if (isGone(error)) return false;
      throw error;
    }
  }

  /** Deletes a file; one that is not there is none to delete. */
  async remove(name: string): Promise<void> {
    await rm(this.#pathOf(name), { force: true });
  }

  async #clear(unfinished: string): Promise<void> {
    await rm(join(this.path, unfinished), { force: true }).catch(() => undefined);
  }

  #pathOf(name: string): string {
    if (!PLAIN.test(name)) throw new Error('not a plain name');
    return join(this.path, name);
  }
}

function isGone(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'ENOENT';
}
