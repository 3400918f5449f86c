import { randomBytes } from 'node:crypto';
import { constants } from 'node:fs';
import { type FileHandle, lstat, open, rename, rm } from 'node:fs/promises';
import * as v from 'valibot';
import { isBare } from '../redact/bare-literal.ts';
import type { StandIn } from '../redact/vault.ts';
import { type VaultFileProblem, vaultFileSentence } from '../sentences/vault-file.ts';
import { t } from './language.ts';
import { lockFile } from './vault-lock.ts';

/** What a vault file keeps: the only form in which values are ever written, and only where the user named the file. */
export interface Kept {
  readonly standIns: readonly StandIn[];
  /** Names like stand-ins that stood in the texts of their own accord, so that none of them is issued later. */
  readonly literals: readonly string[];
}

const VERSION = 1;
/** Far more than a vault of a hundred thousand values. */
const MAX_BYTES = 256 * 1024 * 1024;

const Text = v.pipe(v.string(), v.nonEmpty());
const Schema = v.strictObject({
  promptAirlockVault: v.literal(VERSION),
  standIns: v.array(v.strictObject({ name: Text, kind: Text, value: Text })),
  literals: v.array(Text),
});
const OfAnyVersion = v.looseObject({ promptAirlockVault: v.pipe(v.number(), v.integer()) });

/** A vault file cannot be used; the message says why and what to do. Exit code 2. */
export class VaultFileError extends Error {
  constructor(problem: VaultFileProblem, file: string) {
    super(vaultFileSentence(problem, file, t));
    this.name = 'VaultFileError';
  }
}

/** A vault file that nobody else changes until it is closed. */
export interface VaultFile {
  readonly kept: Kept;
  /** Replaces what is in the file, all of it or nothing. */
  save(kept: Kept): Promise<void>;
  /** Lets others have it; to be called whatever happens. */
  close(): Promise<void>;
}

/**
 * Reads a vault.
 * @throws VaultFileError where it is none, is damaged, is not the user's alone, or is a link.
 */
export async function readVaultFile(file: string): Promise<Kept> {
  const found = await readIfThere(file);
  if (!found) throw new VaultFileError('not-found', file);
  return found.kept;
}

const PATIENCE_MS = 10_000;

/**
 * Opens a vault to add to it, or one that is yet to be made; a second call at the same time waits.
 * @param patience for how long, in milliseconds.
 * @throws VaultFileError as `readVaultFile` does, and where it stays in use.
 */
export async function openVaultFile(file: string, patience = PATIENCE_MS): Promise<VaultFile> {
  const unlock = await lockFile(`${file}.lock`, patience).catch(() => {
    throw new VaultFileError('unwritable', file);
  });
  if (!unlock) throw new VaultFileError('in-use', file);
  try {
    const found = await readIfThere(file);
    return {
      kept: found?.kept ?? { standIns: [], literals: [] },
      save: (kept) => replace(file, kept, found?.identity),
      close: unlock,
    };
  } catch (error) {
    await unlock();
    throw error;
  }
}

interface Found {
  readonly kept: Kept;
  /** What tells whether it is still the file that was read. */
  readonly identity: string;
}

async function readIfThere(file: string): Promise<Found | undefined> {
  const there = await statOf(file);
  if (!there) return undefined;
  if (there.isSymbolicLink()) throw new VaultFileError('link', file);
  if (!there.isFile()) throw new VaultFileError('no-file', file);
  const handle = await openToRead(file);
  try {
    // Of what was opened, since another may have taken its place since.
    const stats = await handle.stat({ bigint: true });
    if (!stats.isFile()) throw new VaultFileError('no-file', file);
    assertPrivate(file, Number(stats.mode), Number(stats.uid));
    if (stats.size > MAX_BYTES) throw new VaultFileError('too-large', file);
    const text = await handle.readFile('utf8').catch(() => {
      throw new VaultFileError('unreadable', file);
    });
    return { kept: parse(file, text), identity: `${stats.ino} ${stats.size} ${stats.mtimeNs}` };
  } finally {
    await handle.close();
  }
}

async function openToRead(file: string): Promise<FileHandle> {
  // These two are not there on Windows.
  const { O_NOFOLLOW = 0, O_NONBLOCK = 0 } = constants as Partial<typeof constants>;
  return open(file, constants.O_RDONLY | O_NOFOLLOW | O_NONBLOCK).catch(() => {
    throw new VaultFileError('unreadable', file);
  });
}

async function statOf(file: string): Promise<Awaited<ReturnType<typeof lstat>> | undefined> {
  try {
    return await lstat(file);
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return undefined;
    throw new VaultFileError('unreadable', file);
  }
}

const OF_OTHERS = 0o077;

function assertPrivate(file: string, mode: number, uid: number): void {
  if (process.platform === 'win32') return;
  if (uid !== process.getuid?.()) throw new VaultFileError('not-yours', file);
  if ((mode & OF_OTHERS) !== 0) throw new VaultFileError('open-to-others', file);
}

/** The message never quotes the file: it is full of values. */
function parse(file: string, text: string): Kept {
  let written: unknown;
  try {
    written = JSON.parse(text);
  } catch {
    throw new VaultFileError(text.startsWith(BEGINNING) ? 'not-whole' : 'no-vault', file);
  }
  const ours = v.safeParse(OfAnyVersion, written);
  if (!ours.success) throw new VaultFileError('no-vault', file);
  if (ours.output.promptAirlockVault > VERSION) throw new VaultFileError('newer', file);
  const parsed = v.safeParse(Schema, written);
  if (!parsed.success) throw new VaultFileError('not-whole', file);
  const { standIns, literals } = parsed.output;
  // With two values for one name, one would come back in the other's place.
  const names = new Set(standIns.map(({ name }) => name));
  // A value has one name, and a number beside it for where only that can stand.
  const values = new Set(standIns.map(({ name, value }) => JSON.stringify([value, isBare(name)])));
  if (names.size < standIns.length || values.size < standIns.length)
    throw new VaultFileError('not-whole', file);
  return { standIns, literals };
}

const BEGINNING = '{\n  "promptAirlockVault": ';

function asText({ standIns, literals }: Kept): string {
  return `${JSON.stringify({ promptAirlockVault: VERSION, standIns, literals }, null, 2)}\n`;
}

/** A new file is made where nothing is; another takes the place of the one that was read, whole or not at all. */
async function replace(file: string, kept: Kept, identity: string | undefined): Promise<void> {
  const isNew = identity === undefined;
  const written = isNew ? file : `${file}.${randomBytes(6).toString('hex')}.tmp`;
  try {
    await writeNew(written, asText(kept));
    if (isNew) return;
    if ((await readIfThere(file))?.identity !== identity) throw new VaultFileError('changed', file);
    await rename(written, file);
  } catch (error) {
    const wasThere = codeOf(error) === 'EEXIST';
    if (!wasThere) await rm(written, { force: true });
    if (error instanceof VaultFileError) throw error;
    throw new VaultFileError(wasThere ? 'changed' : 'unwritable', file);
  }
}

/** Makes a file that is the user's alone from its first byte on; it fails where anything is there, a link included. */
async function writeNew(file: string, text: string): Promise<void> {
  const handle = await open(file, 'wx', 0o600);
  try {
    await handle.writeFile(text);
    await handle.sync();
  } finally {
    await handle.close();
  }
}

function codeOf(error: unknown): unknown {
  return error instanceof Error && 'code' in error ? error.code : undefined;
}
