import type { SkippedWhy } from '../../detect/left-out.ts';

/** Folders that hold what others wrote, or what a program keeps for itself, by their names. */
const NAMES: ReadonlyMap<string, SkippedWhy> = new Map([
  ...['.git', '.hg', '.svn', '.jj'].map((name) => [name, 'version-control'] as const),
  ...[
    'node_modules',
    'bower_components',
    'jspm_packages',
    'site-packages',
    '__pycache__',
    '.tox',
    '.gradle',
    'Pods',
  ].map((name) => [name, 'dependencies'] as const),
]);

/** Why a folder of this name is not gone into, whatever is set; undefined where it is. */
export function skippedByName(name: string): SkippedWhy | undefined {
  return NAMES.get(name);
}
