/** The ledger on this machine's disk: lines that are only ever added, in files that are the user's alone. */
import { randomBytes } from 'node:crypto';
import { constants } from 'node:fs';
import { type FileHandle, lstat, mkdir, open, readdir, readFile, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { LedgerFault, type LedgerStore } from '../wire/ledger/ledger.ts';

/** What the files are kept by. */
export interface LedgerFileOptions {
  readonly folder: string;
  /** A file that has this many bytes is put aside, and another begun. */
  readonly fullAt?: number;
  /** So many files that were put aside are kept whatever is in them. */
  readonly keep?: number;
  /** Whether nothing in a file is wanted any more; older files of which that is true are deleted. */
  readonly isOver: (text: string) => boolean;
  /** Whether a line is one of a newer version; a file with such a line is put aside as it is. */
  readonly isNewer: (line: string) => boolean;
  /** Called when a file of a newer version was put aside, with its new name. */
  readonly onNewer?: (name: string) => void;
}

/** The file that is written to. */
const CURRENT = 'ledger.jsonl';
/** Those that were put aside; their names stand in the order of time. */
const ASIDE = /^ledger-\d{17}-[0-9a-f]{8}(?:\.newer)?\.jsonl$/;
const FULL_AT = 4 * 1024 * 1024;
const KEEP = 8;
/** How much of a file's beginning and end is looked at for the version. */
const LOOKED_AT = 32_768;
const NEW_LINE = 10;
/** A file that was listed and is there no more. */
const GONE = Symbol('gone');
const MOST_LOOKS = 5;

/** Files of a ledger in a folder. Several windows may have one each, over the same folder. */
export class LedgerFile implements LedgerStore {
  readonly #options: LedgerFileOptions;
  #adding: Promise<unknown> = Promise.resolve();
  /** The file whose version was looked at. */
  #known: string | undefined;

  constructor(options: LedgerFileOptions) {
    this.#options = options;
  }

  append(line: string): Promise<void> {
    const added = this.#adding.then(() => this.#append(line));
    this.#adding = added.catch(() => undefined);
    return added;
  }

  async read(): Promise<{ readonly texts: readonly string[]; readonly unreadable: number }> {
    for (let look = 1; ; look++) {
      const names = await this.#names();
      const texts = await Promise.all(names.map((name) => this.#textOf(name)));
      // One that is gone was put aside at this moment, and is there under its new name.
      if (texts.includes(GONE) && look < MOST_LOOKS) continue;
      const found = texts.filter((text) => typeof text === 'string');
      const unreadable = texts.filter((text) => text === undefined).length;
      if (found.length === 0 && unreadable > 0) throw new LedgerFault('unreadable');
      return { texts: found, unreadable };
    }
  }

  async remove(): Promise<void> {
    await this.#adding;
    try {
      for (const name of await this.#names()) await rm(this.#path(name), { force: true });
    } catch {
      throw new LedgerFault('unwritable');
    }
  }

  async #append(line: string): Promise<void> {
    const handle = await this.#open();
    try {
      const { size } = await handle.stat();
      // A line that a crash cut off stays as it is, and this one begins on a line of its own.
      const cutOff = size > 0 && (await byteAt(handle, size - 1)) !== NEW_LINE;
      const bytes = Buffer.from(`${cutOff ? '\n' : ''}${line}\n`, 'utf8');
      const { bytesWritten } = await handle.write(bytes);
      // No sync: what was written is the system's, so that it outlives the editor, and no send waits for a disk.
      if (bytesWritten !== bytes.length) throw new LedgerFault('unwritable');
      // The line is written; a file that could not be put aside now is with the next one.
      if (size + bytes.length >= (this.#options.fullAt ?? FULL_AT))
        await this.#putAside().catch(() => undefined);
    } catch {
      throw new LedgerFault('unwritable');
    } finally {
      await handle.close().catch(() => undefined);
    }
  }

  /** The file to write to: there, the user's alone, and of this version. */
  async #open(): Promise<FileHandle> {
    const path = this.#path(CURRENT);
    try {
      await mkdir(this.#options.folder, { recursive: true, mode: 0o700 });
      const there = await lstat(path).catch(() => undefined);
      if (there !== undefined && !there.isFile()) throw new LedgerFault('not-a-file');
      // These two are not there on Windows.
      const { O_NOFOLLOW = 0, O_NONBLOCK = 0 } = constants as Partial<typeof constants>;
      const flags = constants.O_RDWR | constants.O_APPEND | constants.O_CREAT | O_NOFOLLOW | O_NONBLOCK;
      const handle = await open(path, flags, 0o600);
      const stats = await handle.stat();
      const identity = `${stats.dev} ${stats.ino}`;
      if (identity === this.#known) return handle;
      if ((stats.mode & 0o077) !== 0) await handle.chmod(0o600);
      if (await this.#isNewer(handle, stats.size)) {
        await handle.close();
        this.#options.onNewer?.(await this.#putAside('.newer'));
        return await this.#open();
      }
      this.#known = identity;
      return handle;
    } catch (error) {
      throw error instanceof LedgerFault ? error : new LedgerFault('unwritable');
    }
  }

  async #isNewer(handle: FileHandle, size: number): Promise<boolean> {
    const pieces = await Promise.all([piece(handle, 0), piece(handle, Math.max(0, size - LOOKED_AT))]);
    return pieces.some((text) => text.split('\n').some((line) => line !== '' && this.#options.isNewer(line)));
  }

  /** Another window may have done it at the same moment: then there is nothing to put aside. */
  async #putAside(mark = ''): Promise<string> {
    const at = new Date().toISOString().replaceAll(/\D/g, '');
    const name = `ledger-${at}-${randomBytes(4).toString('hex')}${mark}.jsonl`;
    await rename(this.#path(CURRENT), this.#path(name)).catch((error: unknown) => {
      if (!isGone(error)) throw error;
    });
    this.#known = undefined;
    await this.#clearAway();
    return name;
  }

  async #clearAway(): Promise<void> {
    const aside = (await this.#names()).filter((name) => ASIDE.test(name) && !name.includes('.newer'));
    for (const name of aside.slice(0, -(this.#options.keep ?? KEEP))) {
      const text = await this.#textOf(name);
      if (typeof text === 'string' && this.#options.isOver(text)) await rm(this.#path(name), { force: true });
    }
  }

  /** The names of the files there are, the oldest first. */
  async #names(): Promise<readonly string[]> {
    try {
      const all = await readdir(this.#options.folder);
      const aside = all.filter((name) => ASIDE.test(name)).toSorted();
      return all.includes(CURRENT) ? [...aside, CURRENT] : aside;
    } catch (error) {
      if (isGone(error)) return [];
      throw new LedgerFault('unreadable');
    }
  }

  /** The text of a file; undefined where it cannot be read. */
  async #textOf(name: string): Promise<string | typeof GONE | undefined> {
    const path = this.#path(name);
    try {
      if (!(await lstat(path)).isFile()) return undefined;
      return await readFile(path, 'utf8');
    } catch (error) {
      return isGone(error) ? GONE : undefined;
    }
  }

  #path(name: string): string {
    return join(this.#options.folder, name);
  }
}

async function byteAt(handle: FileHandle, position: number): Promise<number | undefined> {
  const { bytesRead, buffer } = await handle.read(Buffer.alloc(1), 0, 1, position);
  return bytesRead === 1 ? buffer[0] : undefined;
}

async function piece(handle: FileHandle, position: number): Promise<string> {
  const { bytesRead, buffer } = await handle.read(Buffer.alloc(LOOKED_AT), 0, LOOKED_AT, position);
  return buffer.toString('utf8', 0, bytesRead);
}

function isGone(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'ENOENT';
}
