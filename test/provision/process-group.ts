import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout as delay } from 'node:timers/promises';
import type { Environment } from './toolchain.ts';

const windows = process.platform === 'win32';

/** How long a group may take to end by itself before it is ended by force. */
const graceMs = 3_000;

/** Groups that have to go when this process goes, however it goes. */
const running = new Set<number>();
let watchingExit = false;

export interface ProcessGroup {
  readonly child: ChildProcess;
  /** Ends every process of the group and resolves when none is left. Safe to call twice. */
  readonly stop: () => Promise<void>;
}

/**
 * Starts a program as the head of a process group of its own, with its output piped. The whole group is ended by
 * `stop`, and when this process exits or is told to by SIGINT, SIGTERM or SIGHUP: a child of the child would
 * otherwise live on.
 */
export function spawnGroup(command: string, args: readonly string[], env: Environment): ProcessGroup {
  const child = spawn(command, args, {
    env: { ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
    detached: !windows,
  });
  const { pid } = child;
  // Where it could not be started the caller hears of it by the child's error event.
  if (pid === undefined) return { child, stop: async () => {} };
  endGroupsWithThisProcess();
  running.add(pid);
  return { child, stop: () => stopGroup(child, pid) };
}

async function stopGroup(child: ChildProcess, pid: number): Promise<void> {
  if (!running.has(pid)) return;
  signalGroup(pid, 'SIGTERM');
  if (child.exitCode === null && child.signalCode === null) {
    await Promise.race([once(child, 'exit'), delay(graceMs, undefined, { ref: false })]);
  }
  // The head has gone, or will not: whatever is left of the group does not get another chance.
  signalGroup(pid, 'SIGKILL');
  running.delete(pid);
  if (child.exitCode === null && child.signalCode === null) await once(child, 'exit');
}

function signalGroup(pid: number, signal: NodeJS.Signals): void {
  try {
    process.kill(windows ? pid : -pid, signal);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error;
  }
}

function endGroupsWithThisProcess(): void {
  if (watchingExit) return;
  watchingExit = true;
  process.on('exit', () => {
    for (const pid of running) signalGroup(pid, 'SIGKILL');
  });
  const codes = { SIGINT: 130, SIGTERM: 143, SIGHUP: 129 } as const;
  for (const [signal, code] of Object.entries(codes)) process.on(signal, () => process.exit(code));
}
