import { execFile } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { createInterface } from 'node:readline';
import type { Readable } from 'node:stream';
import { promisify } from 'node:util';
import type { CodeServer } from './code-server.ts';
import { putLanguagePack } from './language-pack.ts';
import { type ProcessGroup, spawnGroup } from './process-group.ts';
import type { Environment } from './toolchain.ts';

export type Settings = Readonly<Record<string, unknown>>;

/** Settings that keep an editor still: nothing fetched, nothing asked, no page in the way. */
export const quietSettings: Settings = {
  'workbench.startupEditor': 'none',
  'workbench.tips.enabled': false,
  'workbench.enableExperiments': false,
  'extensions.autoCheckUpdates': false,
  'extensions.autoUpdate': 'off',
  'extensions.ignoreRecommendations': true,
  'update.mode': 'none',
  'telemetry.telemetryLevel': 'off',
  'git.enabled': false,
};

export interface ServerOptions {
  readonly codeServer: CodeServer;
  /** User settings, on top of {@link quietSettings}. */
  readonly settings?: Settings;
  /** VSIX files to install before the start. */
  readonly extensions?: readonly string[];
  /** Puts unpacked extensions into the folder of extensions, before any is installed. */
  readonly unpack?: (extensionsFolder: string) => void;
  /** `ask` leaves workspace trust on, as a user has it; by default every workspace is trusted. */
  readonly trust?: 'given' | 'ask';
  /** Lets a page run a suite (`payload`) and drive the workbench. Only for tests. */
  readonly smokeTestDriver?: boolean;
  /** Kept afterwards if given; otherwise a fresh folder that goes with the server. */
  readonly dataFolder?: string;
  /** 0, the default, lets the system pick a free one. */
  readonly port?: number;
  /** What extensions speak, as a tag in small letters; by default English. */
  readonly language?: string;
  /** Variables for the server and with it the extension host, on top of this process's own. */
  readonly env?: Environment;
}

export interface Server {
  readonly url: string;
  readonly port: number;
  readonly dataFolder: string;
  /** The address that opens a folder, or a workspace by its file. */
  readonly folderUrl: (folder: string) => string;
  /** Changes user settings, undefined for back to the default; an open workbench reads them when it is reloaded. */
  readonly updateSettings: (changes: Settings) => void;
  /** The user settings as they are written now. */
  readonly readSettings: () => Settings;
  /** What the server has printed so far, for a failure's message. */
  readonly output: () => string;
  readonly stop: () => Promise<void>;
}

const readyMs = 60_000;

/**
 * Starts the VS Code server on loopback and resolves once it answers with the workbench page.
 *
 * @throws if an extension cannot be installed, the server ends early, or it does not answer within a minute; the
 *   message has what it printed.
 */
export async function startServer(options: ServerOptions): Promise<Server> {
  const { codeServer, settings = {}, extensions = [], env = {} } = options;
  const dataFolder = options.dataFolder ?? mkdtempSync(join(tmpdir(), 'prompt-airlock-'));
  const settingsFile = join(dataFolder, 'data', 'User', 'settings.json');
  const readSettings = (): Settings =>
    existsSync(settingsFile) ? (JSON.parse(readFileSync(settingsFile, 'utf8')) as Settings) : {};
  const updateSettings = (changes: Settings): void => {
    // Read first: the workbench writes there as well. What is undefined is left out, and is the default again.
    writeFileSync(settingsFile, JSON.stringify({ ...readSettings(), ...changes }, undefined, 2));
  };
  const removeData = (): void => {
    if (!options.dataFolder) rmSync(dataFolder, { recursive: true, force: true, maxRetries: 5 });
  };
  const lines: string[] = [];
  let group: ProcessGroup | undefined;
  const stop = async (): Promise<void> => {
    await group?.stop();
    removeData();
    process.off('exit', removeData);
  };
  try {
    mkdirSync(dirname(settingsFile), { recursive: true });
    updateSettings({ ...quietSettings, ...settings });
    const serverEnv = { ...serverEnvironment(process.env), ...env };
    if (options.language) putLanguagePack(join(dataFolder, 'data'), options.language);
    options.unpack?.(join(dataFolder, 'extensions'));
    for (const vsix of extensions) await installExtension(codeServer, dataFolder, vsix, serverEnv);
    const args = [codeServer.serverMain, ...folderArguments(dataFolder), ...startArguments(options)];
    group = spawnGroup(process.execPath, args, serverEnv);
    // Registered after the group, so that nobody writes there any more when this process is told to end.
    process.once('exit', removeData);
    const port = await listeningPort(group, lines);
    const url = `http://127.0.0.1:${port}/`;
    await answersWithWorkbench(url);
    return {
      url,
      port,
      dataFolder,
      folderUrl: (folder) => {
        const opened = folder.endsWith('.code-workspace') ? 'workspace' : 'folder';
        return `${url}?${opened}=${folder.split('/').map(encodeURIComponent).join('/')}`;
      },
      updateSettings,
      readSettings,
      output: () => lines.join('\n'),
      stop,
    };
  } catch (error) {
    await stop();
    const printed = lines.length > 0 ? `\nThe server printed:\n${lines.slice(-25).join('\n')}` : '';
    throw new Error(`The editor's server did not start: ${(error as Error).message}${printed}`, {
      cause: error,
    });
  }
}

function folderArguments(dataFolder: string): string[] {
  return ['--server-data-dir', dataFolder, '--extensions-dir', join(dataFolder, 'extensions')];
}

function startArguments({
  port = 0,
  trust = 'given',
  smokeTestDriver = false,
  language,
}: ServerOptions): string[] {
  return [
    '--host',
    '127.0.0.1',
    '--port',
    String(port),
    '--without-connection-token',
    '--accept-server-license-terms',
    '--telemetry-level',
    'off',
    // Otherwise each closed page keeps an extension host for three hours.
    '--reconnection-grace-time',
    '1',
    ...(trust === 'given' ? ['--disable-workspace-trust'] : []),
    ...(smokeTestDriver ? ['--enable-smoke-test-driver'] : []),
    ...(language ? ['--locale', language] : []),
  ];
}

/** Without what a surrounding editor or npm run would pass on, and with a marketplace that is nowhere. */
function serverEnvironment(env: Environment): Environment {
  const own = Object.entries(env).filter(([name]) => !/^(VSCODE_|ELECTRON_|npm_|NODE_OPTIONS$)/.test(name));
  const nowhere = {
    serviceUrl: '',
    itemUrl: '',
    resourceUrlTemplate: '',
    controlUrl: '',
    recommendationsUrl: '',
  };
  return { ...Object.fromEntries(own), EXTENSIONS_GALLERY: JSON.stringify(nowhere) };
}

async function installExtension(
  { serverMain }: CodeServer,
  dataFolder: string,
  vsix: string,
  env: Environment,
): Promise<void> {
  readFileSync(vsix);
  const args = [serverMain, ...folderArguments(dataFolder), '--install-extension', vsix, '--force'];
  await promisify(execFile)(process.execPath, args, { env: { ...env }, timeout: readyMs });
}

/** The port, from the line by which the server tells those who start it that it is listening. */
function listeningPort({ child }: ProcessGroup, lines: string[]): Promise<number> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(
      () => reject(new Error(`it was not listening after ${readyMs / 1000} s`)),
      readyMs,
    );
    const fail = (reason: string): void => {
      clearTimeout(timer);
      reject(new Error(reason));
    };
    const read = (stream: Readable | null): void => {
      if (!stream) return;
      createInterface({ input: stream }).on('line', (line) => {
        lines.push(line);
        const port = /listening on (\d+)/.exec(line)?.[1];
        if (!port) return;
        clearTimeout(timer);
        resolve(Number(port));
      });
    };
    read(child.stdout);
    read(child.stderr);
    child.once('error', (error) => fail(error.message));
    child.once('exit', (code, signal) => fail(`it ended with ${signal ?? `exit code ${code}`}`));
  });
}

async function answersWithWorkbench(url: string): Promise<void> {
  const response = await fetch(url, { signal: AbortSignal.timeout(readyMs) });
  const page = await response.text();
  if (response.ok && page.includes('vscode-workbench-web-configuration')) return;
  throw new Error(`${url} answered ${response.status} without the workbench page`);
}
