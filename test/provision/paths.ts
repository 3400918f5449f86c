import { existsSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';

/** The root of the repository, wherever it was cloned. */
export const repoRoot = resolve(import.meta.dirname, '..', '..');

/** Everything that is fetched, built or written by the harness; git-ignored, and kept between runs. */
export const cacheFolder = join(repoRoot, '.vscode-test');

/**
 * The headers of the Node that runs this file, as shipped in its npm package, or undefined where Node came from
 * elsewhere. Without them node-gyp would download headers, or quietly take those of another Node on the machine.
 */
export function nodeHeaders(
  execPath: string = process.execPath,
  root: string = repoRoot,
): string | undefined {
  const platformPackage = `node-${process.platform === 'win32' ? 'win' : process.platform}-${process.arch}`;
  const homes = [
    resolve(dirname(execPath), '..'),
    join(root, 'node_modules', 'node', 'node_modules', platformPackage),
    join(root, 'node_modules', platformPackage),
  ];
  return homes.find((home) => existsSync(join(home, 'include', 'node', 'node_version.h')));
}

/** A PATH whose first entry is the folder of the running Node, so that npm and its scripts run on it as well. */
export function pathWithThisNode(path: string | undefined, execPath: string = process.execPath): string {
  const separator = process.platform === 'win32' ? ';' : ':';
  return path ? `${dirname(execPath)}${separator}${path}` : dirname(execPath);
}
