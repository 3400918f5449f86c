/** Looks into all files of some folders: reads, hands texts to the scanner in batches, and adds up what is found. */
import type { FileName } from '../../decide/files.ts';
import type { Standing } from '../../decide/standing.ts';
import { type Finding, type Scan, ScanFailure } from '../../detect/finding.ts';
import type { UnseenWhy } from '../../detect/left-out.ts';
import { MAX_TEXT_BYTES } from '../../detect/limits.ts';
import type { SupervisedScan } from '../../detect/supervise.ts';
import { kindsInFile, type Print } from './in-file.ts';
import { Queue } from './queue.ts';
import type { WorkspaceReport } from './report.ts';
import { Tally } from './tally.ts';
import { textOfBytes } from './text-of-bytes.ts';
import type { Tree } from './tree.ts';
import { turnsFor } from './turns.ts';
import { WALK_BOUNDS, type WalkBounds, type WalkListener, walkTree } from './walk-tree.ts';

/** A folder that is to be scanned. */
export interface Root extends Pick<WalkListener, 'isExcluded'> {
  readonly name: string;
  readonly tree: Tree;
  /** What rules call a file below it. */
  readonly fileName: (path: string) => FileName;
}

/** How far a scan has come. */
export interface ScanProgress {
  readonly done: number;
  /** Files that were come upon so far. */
  readonly known: number;
  /** Whether those are all. */
  readonly isAll: boolean;
  /** The file that was read last, and its folder's number. */
  readonly root: number;
  readonly path: string;
}

export interface ScanTreesOptions {
  /** Opens the scanner that is used, which is let go of at the end. */
  readonly openScanner: () => Pick<SupervisedScan, 'scan' | 'dispose'>;
  /** What rules about paths say of a file in which something was found; decided once a file. */
  readonly standingOf: (file: FileName) => { readonly standing: Standing; readonly glob?: string };
  /** For the places that are kept. */
  readonly print?: Print;
  /** Called with every file that is done with. */
  readonly onProgress?: (progress: ScanProgress) => void;
  readonly now: () => number;
  readonly bounds?: WalkBounds;
}

/** Files that are read at a time. */
const READERS = 12;
/** In bytes: what is more is read and scanned by itself, one at a time, so that memory stays flat. */
const LARGE = 256 * 1024;
/** Texts that are scanned together, in number and in UTF-16 code units. */
const MOST_TEXTS = 128;
const MOST_UNITS = 256 * 1024;

interface Task {
  readonly root: number;
  readonly path: string;
}

interface Read extends Task {
  readonly text: string;
}

/**
 * Scans folders. What goes wrong with one file is counted with it and ends nothing; a scanner that died has begun anew
 * by then.
 *
 * @throws whatever the signal was aborted with, at once: the scanner is ended, and of what is being read nothing is used.
 */
export async function scanTrees(
  roots: readonly Root[],
  options: ScanTreesOptions,
  signal: AbortSignal,
): Promise<WorkspaceReport> {
  signal.throwIfAborted();
  const scanner = options.openScanner();
  // Whatever ends it ends all of it.
  const ended = new AbortController();
  const stopped = new Promise<never>((_, reject) => {
    signal.addEventListener('abort', () => reject(signal.reason), { once: true });
  });
  // Waits for the first of both: a read of a slow disk cannot be called back.
  const scanning = runScan(roots, options, scanner.scan, AbortSignal.any([signal, ended.signal]));
  try {
    return await Promise.race([scanning, stopped]);
  } finally {
    ended.abort();
    scanner.dispose();
    scanning.catch(() => undefined);
    stopped.catch(() => undefined);
  }
}

async function runScan(
  roots: readonly Root[],
  { standingOf, print, onProgress, now, bounds = WALK_BOUNDS }: ScanTreesOptions,
  scan: Scan,
  signal: AbortSignal,
): Promise<WorkspaceReport> {
  const startedAt = now();
  const tally = new Tally();
  const queue = new Queue<Task>();
  signal.addEventListener('abort', () => queue.close(), { once: true });
  const alone = turnsFor(1);
  let batch: Read[] = [];
  let units = 0;
  let isAll = false;

  async function walkAll(): Promise<void> {
    try {
      for (const [root, { tree, isExcluded, name }] of roots.entries()) {
        const named = (path: string): string => (roots.length > 1 ? `${name}/${path}` : path);
        const onFile = (path: string): void => {
          tally.known();
          queue.push({ root, path });
        };
        await walkTree(
          tree,
          { isExcluded, onFile, onSkipped: (why, path, count) => tally.skipped.add(why, named(path), count) },
          signal,
          bounds,
        );
      }
      isAll = true;
    } finally {
      queue.close();
    }
  }

  function tell({ root, path }: Task): void {
    onProgress?.({ ...tally.progress, isAll, root, path });
  }

  function unseen(why: UnseenWhy, task: Task): void {
    const { root, path } = task;
    tally.unseen.add(why, roots.length > 1 ? `${roots[root]?.name ?? ''}/${path}` : path);
    tell(task);
  }

  async function readAll(): Promise<void> {
    for (let task = await queue.take(); task; task = await queue.take()) {
      signal.throwIfAborted();
      const most = await readUpTo(task, LARGE);
      if (most !== 'larger') await gather(most);
      else
        await alone(async () => {
          const large = await readUpTo(task, MAX_TEXT_BYTES);
          if (large === 'larger') unseen('too-large', task);
          else if (large !== undefined) await scanBatch([large]);
        });
    }
  }

  /** Undefined where it cannot be looked into, which is counted by then. */
  async function readUpTo(task: Task, most: number): Promise<Read | 'larger' | undefined> {
    signal.throwIfAborted();
    const root = roots[task.root];
    let bytes;
    try {
      bytes = await root?.tree.read(task.path, most, signal);
    } catch {
      bytes = undefined;
    }
    signal.throwIfAborted();
    if (bytes === undefined) return void unseen('unreadable', task);
    if (!(bytes instanceof Uint8Array)) return 'larger';
    const text = textOfBytes(bytes);
    return text === undefined ? void unseen('binary', task) : { ...task, text };
  }

  async function gather(read: Read | undefined): Promise<void> {
    if (read === undefined) return;
    batch.push(read);
    units += read.text.length;
    if (batch.length >= MOST_TEXTS || units >= MOST_UNITS) await flush();
  }

  async function flush(): Promise<void> {
    const full = batch;
    batch = [];
    units = 0;
    if (full.length > 0) await scanBatch(full);
  }

  /** The batch at once; where that fails, one by one, so that only those that fail are not looked into. */
  async function scanBatch(reads: readonly Read[]): Promise<void> {
    let found;
    try {
      found = await scan(reads.map(({ text }) => text));
      if (found.length !== reads.length) throw new ScanFailure('rule-failed');
    } catch (error) {
      signal.throwIfAborted();
      const [one] = reads;
      if (reads.length > 1) for (const read of reads) await scanBatch([read]);
      else if (one) unseen(isTooLarge(error) ? 'too-large' : 'scan-failed', one);
      return;
    }
    for (const [i, read] of reads.entries()) {
      signal.throwIfAborted();
      const { root, path, text } = read;
      const findings = found[i] ?? [];
      tally.looked();
      const file = findings.length > 0 ? roots[root]?.fileName(path) : undefined;
      if (file) {
        const stands = standingOf(file);
        const weighed = findings.map((finding) => weighedIn(stands.standing, finding));
        tally.add({ root, path, ...stands, kinds: await kindsInFile(text, weighed, print) });
      }
      tell(read);
    }
  }

  await Promise.all([walkAll(), ...Array.from({ length: READERS }, readAll)]);
  await flush();
  signal.throwIfAborted();
  return tally.report(
    roots.map(({ name }) => name),
    { startedAt, endedAt: now() },
  );
}

/**
 * A finding as a review takes it: what is declared to be made up goes for that unless a rule about the file comes first, or
 * something else was found at its place.
 */
function weighedIn(standing: Standing, finding: Finding): Finding {
  if (finding.declaredBy === undefined) return finding;
  if (standing !== 'redacted' && standing !== 'denied' && finding.covers === undefined) return finding;
  const { declaredBy: _, ...undeclared } = finding;
  return undeclared;
}

function isTooLarge(error: unknown): boolean {
  return error instanceof ScanFailure && error.reason === 'too-large';
}
