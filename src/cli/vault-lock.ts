import { rmSync } from 'node:fs';
import { open, rm } from 'node:fs/promises';
import { setTimeout as wait } from 'node:timers/promises';

const BETWEEN_MS = 50;
const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

/**
 * Takes a lock that is a file, waiting a while for whoever has it. A call that is interrupted gives it up; one that is
 * killed leaves it behind, and only a person can tell that it is nobody's.
 *
 * @param patience how long to wait, in milliseconds.
 * @returns what gives it up; undefined where another kept it all the time.
 * @throws where the file cannot be made at all.
 */
export async function lockFile(file: string, patience: number): Promise<(() => Promise<void>) | undefined> {
  for (const start = Date.now(); Date.now() - start <= patience; await wait(BETWEEN_MS)) {
    if (await makeFile(file)) return held(file);
  }
  return undefined;
}

function held(file: string): () => Promise<void> {
  const onSignal = (signal: NodeJS.Signals): void => {
    rmSync(file, { force: true });
    process.kill(process.pid, signal);
  };
  for (const signal of SIGNALS) process.once(signal, onSignal);
  return async () => {
    await rm(file, { force: true });
    for (const signal of SIGNALS) process.off(signal, onSignal);
  };
}

async function makeFile(file: string): Promise<boolean> {
  try {
    await (await open(file, 'wx', 0o600)).close();
    return true;
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'EEXIST') return false;
    throw error;
  }
}
