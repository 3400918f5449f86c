import { randomUUID } from 'node:crypto';
import { linkSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';

/** Who holds a lock. `born` tells a process from a later one with the same pid, where the platform can say. */
export interface LockOwner {
  readonly pid: number;
  readonly born: string;
}

export interface LockOptions {
  /** Called once, when somebody else holds the lock. */
  readonly onWait?: (owner: LockOwner) => void;
  readonly timeoutMs?: number;
  readonly isAlive?: (owner: LockOwner) => boolean;
  /** Another process's end is no event that could be waited for, so the lock is looked at this often. */
  readonly pollMs?: number;
}

/** When the process was started, in ticks since boot; empty where there is no /proc or no such process. */
function birthOf(pid: number): string {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    // The second field is the command in brackets and may hold anything; the 22nd of all is the start time.
    return stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19] ?? '';
  } catch {
    return '';
  }
}

/** Whether that very process still runs: the pid is in use and, where it can be told, not by a later process. */
export function ownerIsAlive(owner: LockOwner): boolean {
  try {
    process.kill(owner.pid, 0);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ESRCH') return false;
  }
  return owner.born === '' || owner.born === birthOf(owner.pid);
}

/** The owner written in a lock file, or undefined where nobody holds it. */
export function readOwner(file: string): LockOwner | undefined {
  try {
    const [pid = '', born = ''] = readFileSync(file, 'utf8').trim().split(' ');
    return { pid: Number(pid), born };
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  }
}

/** Takes the lock if it is free. A link appears with its content whole, so nobody ever reads half an owner. */
function tryTake(file: string): boolean {
  const draft = `${file}.${process.pid}.${randomUUID()}`;
  writeFileSync(draft, `${process.pid} ${birthOf(process.pid)}\n`);
  try {
    linkSync(draft, file);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
    throw error;
  } finally {
    rmSync(draft, { force: true });
  }
}

/**
 * Runs `work` while holding the lock file, so that two processes cannot do it at once. A lock whose owner is dead
 * is taken over; that take-over is itself done under a lock, or two waiters could each remove the other's fresh one.
 *
 * @throws if a living owner keeps the lock beyond the time limit, naming the file and the process.
 */
export async function withLock<T>(
  file: string,
  work: () => Promise<T> | T,
  options: LockOptions = {},
): Promise<T> {
  const { onWait, timeoutMs = 20 * 60_000, isAlive = ownerIsAlive, pollMs = 200 } = options;
  const deadline = Date.now() + timeoutMs;
  let waiting = false;
  mkdirSync(dirname(file), { recursive: true });
  while (!tryTake(file)) {
    const owner = readOwner(file);
    if (!owner) continue;
    if (!isAlive(owner)) {
      await withLock(`${file}.takeover`, () => removeIfDead(file, isAlive), { isAlive, timeoutMs, pollMs });
      continue;
    }
    if (Date.now() > deadline) {
      throw new Error(
        `${file} is still held by process ${owner.pid}. If that process is not ours, delete the file.`,
      );
    }
    if (!waiting) onWait?.(owner);
    waiting = true;
    await delay(pollMs);
  }
  try {
    return await work();
  } finally {
    rmSync(file, { force: true });
  }
}

function removeIfDead(file: string, isAlive: (owner: LockOwner) => boolean): void {
  const owner = readOwner(file);
  if (owner && !isAlive(owner)) rmSync(file, { force: true });
}
