import type { Environment } from './toolchain.ts';

/** The editor that `npm start` will use. A desktop editor is named by its command-line launcher. */
export type Editor =
  | { readonly kind: 'desktop'; readonly command: string }
  /** Fetched, or to be fetched, into the cache folder by the caller. */
  | { readonly kind: 'code-server' };

export interface Choice {
  readonly editor: Editor;
  /** Which was taken, as a sentence. */
  readonly taken: string;
  /** Why each one that comes earlier in the order was not, a sentence each. */
  readonly passedOver: readonly string[];
}

/** The outside world that the choice depends on, passed in so that the choice itself can be tested. */
export interface Surroundings {
  readonly env: Environment;
  readonly platform: NodeJS.Platform;
  readonly findOnPath: (command: string) => string | undefined;
  readonly isExecutable: (file: string) => boolean;
  /** Downloads a desktop VS Code and returns its launcher; rejects soon where the download cannot be reached. */
  readonly download: () => Promise<string>;
}

/**
 * Picks the editor: `VSCODE_PATH`, then `code` on the PATH, then a desktop VS Code that can be downloaded, then
 * code-server. The first two are taken without asking for a display: whoever names a command, or has one installed,
 * knows what it does (in a remote terminal `code` opens a window on the user's own machine). A download is only worth
 * its 100 MB where a window can be shown.
 *
 * @throws if `VSCODE_PATH` is set to something that cannot be run: going on quietly would start another editor than
 *   the one asked for.
 */
export async function chooseEditor(surroundings: Surroundings): Promise<Choice> {
  const { env, findOnPath, isExecutable, download } = surroundings;
  const passedOver: string[] = [];

  const named = env['VSCODE_PATH'];
  if (named) {
    const command = isExecutable(named) ? named : findOnPath(named);
    if (!command) throw new Error(`VSCODE_PATH is ${named}, which is not a program that can be run.`);
    return {
      editor: { kind: 'desktop', command },
      taken: `Taking ${command}, from VSCODE_PATH.`,
      passedOver,
    };
  }
  passedOver.push('VSCODE_PATH is not set.');

  const onPath = findOnPath('code');
  if (onPath) {
    return {
      editor: { kind: 'desktop', command: onPath },
      taken: `Taking ${onPath}, found on the PATH.`,
      passedOver,
    };
  }
  passedOver.push('There is no `code` on the PATH.');

  if (!hasDisplay(env, surroundings.platform)) {
    passedOver.push(
      'No desktop VS Code was downloaded: there is no display (DISPLAY, WAYLAND_DISPLAY) to show it on.',
    );
  } else {
    try {
      const command = await download();
      return { editor: { kind: 'desktop', command }, taken: `Taking the downloaded ${command}.`, passedOver };
    } catch (error) {
      passedOver.push(`A desktop VS Code cannot be downloaded: ${firstLine(error)}`);
    }
  }
  return { editor: { kind: 'code-server' }, taken: 'Taking code-server, kept in .vscode-test.', passedOver };
}

/** Whether a desktop window can be shown: always on macOS and Windows, elsewhere if X11 or Wayland is there. */
export function hasDisplay(env: Environment, platform: NodeJS.Platform): boolean {
  return platform === 'darwin' || platform === 'win32' || Boolean(env['DISPLAY'] || env['WAYLAND_DISPLAY']);
}

function firstLine(error: unknown): string {
  const text = error instanceof Error ? error.message : String(error);
  const line = text.split('\n')[0]?.trim() || 'no reason was given';
  return line.endsWith('.') ? line : `${line}.`;
}
