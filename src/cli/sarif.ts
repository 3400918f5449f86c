import { lstat, readFile } from 'node:fs/promises';
import { basename, isAbsolute, resolve } from 'node:path';
import type { Airlock } from '../airlock.ts';
import { countOf, type WorkspaceReport } from '../airlock/scan/report.ts';
import { sarifOf } from '../airlock/scan/sarif.ts';
import { type Root, scanTrees } from '../airlock/scan/scan-trees.ts';
import { diskTree } from '../host/disk-tree.ts';
import { sarifWords, unseenSentence } from '../sentences/scan.ts';
import { fileNamed } from './files.ts';
import { t } from './language.ts';
import { UsageError } from './usage.ts';

/**
 * What is in a file, or in all files of a folder.
 * @throws UsageError when there is no such file or folder.
 */
export async function scanPath(airlock: Airlock, path: string): Promise<WorkspaceReport> {
  return scanTrees(
    [await rootAt(path)],
    {
      // Ended with the engine.
      openScanner: () => ({ scan: airlock.find, dispose: () => undefined }),
      standingOf: (file) => ({ standing: airlock.deniedAnywhere(file) === undefined ? 'open' : 'denied' }),
      now: Date.now,
    },
    new AbortController().signal,
  );
}

/** The report as SARIF 2.1.0. Nobody keeps a key here, so that it has no fingerprints. */
export function reportAsSarif(report: WorkspaceReport): string {
  return `${JSON.stringify(sarifOf(report, sarifWords(t)), null, 2)}\n`;
}

/** What somebody who reads an exit code has to know besides. */
export function unseenOf({ unseen }: WorkspaceReport): readonly string[] {
  return unseen.filter(({ why }) => why !== 'binary').map(({ why, count }) => unseenSentence(why, count, t));
}

/** 1 where something was found in files that may leave, or may have been: where one could not be looked into. */
export function exitCodeOfReport({ total, unseen }: WorkspaceReport): 0 | 1 {
  const isUnknown = unseen.some(({ why }) => why === 'scan-failed' || why === 'unreadable');
  return isUnknown || countOf(total) > total.found.denied ? 1 : 0;
}

async function rootAt(path: string): Promise<Root> {
  const whole = resolve(path);
  const stats = await lstat(whole).catch(() => undefined);
  if (stats === undefined) throw new UsageError(t('cannot read {0}', path));
  const { path: named } = fileNamed(path);
  // What lies elsewhere has no path from here.
  const name = isAbsolute(named) ? basename(named) : named.replaceAll('\\', '/');
  const isExcluded = (): boolean => false;
  if (stats.isDirectory())
    return {
      name: name || '.',
      tree: diskTree(whole),
      isExcluded,
      fileName: (one) => fileNamed(resolve(whole, one)),
    };
  // One that was named is read, wherever a link leads.
  return {
    name: '.',
    tree: {
      list: async () => [{ name, is: 'file' }],
      async read(_, most) {
        const bytes = await readFile(whole);
        return bytes.length > most ? { size: bytes.length } : bytes;
      },
    },
    isExcluded,
    fileName: () => fileNamed(path),
  };
}
