import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import Mocha from 'mocha';
import { ResultReporter } from './reporter.ts';

/**
 * Runs the bundled test files of a folder with mocha, inside the extension host.
 *
 * @throws if a test failed, so that the editor ends with an error as well.
 */
export async function runSuiteInHost(folder: string): Promise<void> {
  const mocha = new Mocha({
    ui: 'bdd',
    timeout: 20_000,
    reporter: ResultReporter as unknown as Mocha.ReporterConstructor,
  });
  for (const file of readdirSync(folder, { recursive: true, encoding: 'utf8' }).sort()) {
    if (file.endsWith('.test.js')) mocha.addFile(join(folder, file));
  }
  const failed = await new Promise<number>((resolve) => mocha.run(resolve));
  if (failed > 0) throw new Error(`${failed} failed`);
}
