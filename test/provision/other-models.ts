import { execFile } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { cacheFolder, repoRoot } from './paths.ts';

/**
 * Packages the extension of `test/fixtures/other-models/`: a model of somebody else's, which answers by itself. Without
 * any model the built-in Chat does not even hand a request to a participant.
 *
 * @returns the VSIX.
 */
export async function packOtherModels(): Promise<string> {
  const vsce = createRequire(join(repoRoot, 'package.json')).resolve('@vscode/vsce/vsce');
  const out = join(cacheFolder, 'other-models.vsix');
  mkdirSync(cacheFolder, { recursive: true });
  const args = ['package', '--no-dependencies', '--allow-missing-repository', '--skip-license', '--out', out];
  await promisify(execFile)(process.execPath, [vsce, ...args], {
    cwd: join(repoRoot, 'test', 'fixtures', 'other-models'),
  });
  return out;
}
