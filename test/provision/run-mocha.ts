import { existsSync } from 'node:fs';
import { glob } from 'node:fs/promises';
import { join } from 'node:path';
import Mocha from 'mocha';
import { repoRoot } from './paths.ts';
import { ResultReporter, resultFileVariable } from './reporter.ts';
import { couldNotRun, writeResult } from './suite-result.ts';

/** Tests that drive a browser wait for it, and some open it first; plain ones that take longer than this hang. */
const timeouts: Readonly<Record<string, number>> = { unit: 10_000, e2e: 180_000 };

/**
 * Runs `test/<suite>/**\/*.test.ts` with mocha in this process. `test/<suite>/hooks.ts`, where it is, exports
 * `mochaHooks`, root hooks in mocha's sense.
 *
 * @returns how many tests failed.
 * @throws if a test file cannot be loaded.
 */
export async function runMocha(suite: string, filters: readonly string[]): Promise<number> {
  const folder = join(repoRoot, 'test', suite);
  const mocha = new Mocha({
    ui: 'bdd',
    timeout: timeouts[suite] ?? 10_000,
    forbidOnly: Boolean(process.env['CI']),
    reporter: ResultReporter as unknown as Mocha.ReporterConstructor,
  });
  const hooks = join(folder, 'hooks.ts');
  if (existsSync(hooks)) {
    const { mochaHooks } = (await import(hooks)) as { mochaHooks: Mocha.RootHookObject };
    mocha.rootHooks(mochaHooks);
  }
  const files: string[] = [];
  for await (const file of glob('**/*.test.ts', { cwd: folder })) files.push(file);
  for (const file of files.sort()) {
    if (filters.length === 0 || filters.some((part) => file.includes(part)))
      mocha.addFile(join(folder, file));
  }
  await mocha.loadFilesAsync();
  return new Promise((resolve) => mocha.run(resolve));
}

if (import.meta.main) {
  const [suite = 'unit', ...filters] = process.argv.slice(2);
  try {
    // Not left to the event loop: a handle that a test forgot would keep the whole run waiting.
    process.exit((await runMocha(suite, filters)) === 0 ? 0 : 1);
  } catch (error) {
    const reason = error instanceof Error ? (error.stack ?? error.message) : String(error);
    console.error(reason);
    const file = process.env[resultFileVariable];
    if (file) writeResult(file, couldNotRun(reason));
    process.exit(1);
  }
}
