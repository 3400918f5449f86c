import { spawn } from 'node:child_process';
import { appendFileSync, closeSync, mkdirSync, openSync, readFileSync } from 'node:fs';
import { dirname } from 'node:path';
import type { Environment } from './toolchain.ts';

export interface LoggedRun {
  readonly command: string;
  readonly args: readonly string[];
  readonly cwd: string;
  readonly env: Environment;
  /** Everything the command prints is appended here. */
  readonly logFile: string;
}

const tailLines = 25;

/**
 * Runs a command with its output in a log file.
 *
 * @throws if it cannot be started or fails; the message has the command, the end of its output and the log's path.
 */
export async function loggedRun({ command, args, cwd, env, logFile }: LoggedRun): Promise<void> {
  mkdirSync(dirname(logFile), { recursive: true });
  const shown = [command, ...args].join(' ');
  appendFileSync(logFile, `\n$ ${shown}\n`);
  const log = openSync(logFile, 'a');
  try {
    const failure = await new Promise<string | undefined>((resolve) => {
      const child = spawn(command, args, {
        cwd,
        env: { ...env },
        stdio: ['ignore', log, log],
        // npm is a .cmd file on Windows, and those only start through a shell.
        shell: process.platform === 'win32',
      });
      child.once('error', (error) => resolve(error.message));
      child.once('exit', (code, signal) => resolve(code === 0 ? undefined : `exit ${signal ?? code}`));
    });
    if (failure === undefined) return;
    const tail = readFileSync(logFile, 'utf8').trimEnd().split('\n').slice(-tailLines).join('\n');
    throw new Error(`\`${shown}\` failed (${failure}). The end of ${logFile}:\n${tail}`);
  } finally {
    closeSync(log);
  }
}
