import { existsSync, mkdirSync, readFileSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { type LockOptions, withLock } from './lock.ts';

/** Written last, so that where it is everything before it was done. */
const stampName = 'installed.json';

export interface InstallOnce {
  /** Where to. What is there of another recipe is replaced. */
  readonly folder: string;
  /** What the install consists of; a folder with another recipe is installed anew. */
  readonly recipe: Readonly<Record<string, unknown>>;
  /** Fills the folder it is given, which is not yet the final one: what it makes must bear being moved. */
  readonly install: (folder: string) => Promise<void>;
  readonly lock?: LockOptions;
}

/** Whether the folder holds a finished install of this recipe. */
export function isInstalled(folder: string, recipe: Readonly<Record<string, unknown>>): boolean {
  const stamp = join(folder, stampName);
  return existsSync(stamp) && readFileSync(stamp, 'utf8') === stampText(recipe);
}

/**
 * An install is made beside its folder and moved there when it is finished: a command that outlives a killed install
 * then writes into a folder that nobody looks at, not into the next install.
 */
const stagingMark = '.staging-';

/**
 * Installs into a folder once and for all: a finished install is taken as it is, an interrupted one is thrown away
 * and done again, and of two processes that come at the same time one installs and the other waits for it.
 *
 * @returns whether anything was installed now.
 * @throws what `install` throws; no stamp is left then, so the next call starts over.
 */
export async function installOnce({ folder, recipe, install, lock }: InstallOnce): Promise<boolean> {
  if (isInstalled(folder, recipe)) return false;
  return withLock(
    `${folder}.lock`,
    async () => {
      if (isInstalled(folder, recipe)) return false;
      removeStaging(folder);
      const staging = `${folder}${stagingMark}${process.pid}`;
      mkdirSync(staging, { recursive: true });
      await install(staging);
      writeFileSync(join(staging, stampName), stampText(recipe));
      rmSync(folder, { recursive: true, force: true });
      renameSync(staging, folder);
      return true;
    },
    lock,
  );
}

function removeStaging(folder: string): void {
  const prefix = basename(folder) + stagingMark;
  for (const name of readdirSync(dirname(folder))) {
    if (name.startsWith(prefix))
      rmSync(join(dirname(folder), name), { recursive: true, force: true, maxRetries: 5 });
  }
}

function stampText(recipe: Readonly<Record<string, unknown>>): string {
  return `${JSON.stringify(recipe, undefined, 2)}\n`;
}
