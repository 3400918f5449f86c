import { accessSync, constants, statSync } from 'node:fs';
import { delimiter, join } from 'node:path';

export interface Environment {
  readonly [name: string]: string | undefined;
}

/** The full path of a command on the PATH, or undefined. */
export function findOnPath(command: string, env: Environment = process.env): string | undefined {
  const suffixes = process.platform === 'win32' ? ['.cmd', '.exe', '.bat'] : [''];
  for (const folder of (env['PATH'] ?? '').split(delimiter).filter(Boolean)) {
    for (const suffix of suffixes) {
      const file = join(folder, command + suffix);
      if (isExecutable(file)) return file;
    }
  }
  return undefined;
}

/** Whether this is a file that may be run. */
export function isExecutable(file: string): boolean {
  try {
    accessSync(file, constants.X_OK);
    return statSync(file).isFile();
  } catch {
    return false;
  }
}

interface Tool {
  readonly what: string;
  readonly commands: readonly string[];
  readonly debian: string;
}

const buildTools: readonly Tool[] = [
  { what: 'a C++ compiler (g++ or clang++)', commands: ['c++', 'g++', 'clang++'], debian: 'g++' },
  { what: 'make', commands: ['make', 'gmake'], debian: 'make' },
  { what: 'python3', commands: ['python3', 'python'], debian: 'python3' },
];

/**
 * What is missing to compile code-server's native modules, as one sentence with the way out, or undefined where
 * everything is there. Asked before the long download, not found out after it.
 */
export function missingToolchain(find: (command: string) => string | undefined): string | undefined {
  const missing = buildTools.filter((tool) => !tool.commands.some((command) => find(command)));
  if (missing.length === 0) return undefined;
  const names = missing.map((tool) => tool.what).join(', ');
  const packages = missing.map((tool) => tool.debian).join(' ');
  return `Missing to build code-server's native modules: ${names}. On Debian: apt-get install -y ${packages}`;
}
