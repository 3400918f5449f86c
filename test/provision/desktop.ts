import { execFile } from 'node:child_process';
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type { Settings } from './server.ts';

export interface DesktopStart {
  /** The command-line launcher, `code` or another. */
  readonly command: string;
  readonly vsix: string;
  readonly folder: string;
  /** Keeps a profile apart from the user's own. */
  readonly profileFolder: string;
  /** For a fresh profile; one that is there keeps what its user set. */
  readonly settings: Settings;
  /** Electron refuses root, as in a container, unless it is told otherwise. */
  readonly asRoot: boolean;
}

/** The two calls of the launcher: install the extension, then open the folder. */
export function desktopCalls({
  vsix,
  folder,
  profileFolder,
  asRoot,
}: DesktopStart): readonly (readonly string[])[] {
  const profile = [
    '--user-data-dir',
    join(profileFolder, 'user-data'),
    '--extensions-dir',
    join(profileFolder, 'extensions'),
    ...(asRoot ? ['--no-sandbox'] : []),
  ];
  return [
    [...profile, '--install-extension', vsix, '--force'],
    // The folder is ours, so the question whether its authors are trusted is left out.
    [...profile, '--new-window', '--disable-workspace-trust', folder],
  ];
}

/**
 * Installs the extension into a profile of its own and opens the folder in a desktop editor.
 *
 * @throws if the launcher fails; the message has the call and what it printed.
 */
export async function openInDesktop(start: DesktopStart): Promise<void> {
  const settingsFile = join(start.profileFolder, 'user-data', 'User', 'settings.json');
  if (!existsSync(settingsFile)) {
    mkdirSync(join(start.profileFolder, 'user-data', 'User'), { recursive: true });
    writeFileSync(settingsFile, JSON.stringify(start.settings, undefined, 2));
  }
  for (const args of desktopCalls(start)) {
    try {
      // Windows launchers are .cmd files, which only start through a shell.
      await promisify(execFile)(start.command, [...args], {
        shell: process.platform === 'win32',
        timeout: 120_000,
      });
    } catch (error) {
      const { stderr = '' } = error as { stderr?: string };
      const call = [start.command, ...args].join(' ');
      throw new Error(`\`${call}\` failed: ${stderr.trim() || (error as Error).message}`, { cause: error });
    }
  }
}
