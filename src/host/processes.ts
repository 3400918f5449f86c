import { uptime } from 'node:os';
import process from 'node:process';

/** Whether there is a process of that number on this machine. */
export function isRunning(number: number): boolean {
  if (!Number.isInteger(number) || number <= 0) return false;
  try {
    process.kill(number, 0);
    return true;
  } catch (error) {
    // It is there, and another user's.
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}

/** When this machine was started, in milliseconds since 1970. */
export function startedAt(now: number): number {
  return now - uptime() * 1000;
}
