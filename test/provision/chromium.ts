import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { loggedRun } from './logged-run.ts';
import { cacheFolder } from './paths.ts';
import { type Environment, findOnPath, isExecutable } from './toolchain.ts';

/** For a headless browser that only ever talks to this machine. */
export const chromiumFlags: readonly string[] = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

export interface Browser {
  readonly executable: string;
  /** Which was taken and from where, as a sentence. */
  readonly taken: string;
}

/** The outside world that the choice depends on, passed in so that the choice itself can be tested. */
export interface BrowserSurroundings {
  readonly env: Environment;
  readonly platform: NodeJS.Platform;
  readonly findOnPath: (command: string) => string | undefined;
  readonly isExecutable: (file: string) => boolean;
  /** Where Playwright would have put its own browser, if it was asked to. */
  readonly playwrightPath: () => string | undefined;
  /** Installs the distribution's package; undefined where that is not possible. */
  readonly install: (() => Promise<void>) | undefined;
}

const commands = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'chrome'] as const;

const wayOut =
  'Set CHROME_PATH to a Chrome or Chromium, install one (on Debian: apt-get install -y chromium), ' +
  'or run `npx playwright-core install chromium`.';

/**
 * Picks the browser: `CHROME_PATH`, an installed Chrome or Chromium, Playwright's own, or the distribution's package,
 * installed now.
 *
 * @throws if there is none, or `CHROME_PATH` cannot be run; the message says what to do.
 */
export async function chooseBrowser(surroundings: BrowserSurroundings): Promise<Browser> {
  const { env, playwrightPath, install } = surroundings;
  const named = env['CHROME_PATH'];
  if (named) {
    if (!surroundings.isExecutable(named)) {
      throw new Error(`CHROME_PATH is ${named}, which is not a program that can be run. ${wayOut}`);
    }
    return { executable: named, taken: `Browser: ${named}, from CHROME_PATH.` };
  }
  const installed = findInstalled(surroundings);
  if (installed) return { executable: installed, taken: `Browser: ${installed}, installed.` };

  const own = playwrightPath();
  if (own && surroundings.isExecutable(own))
    return { executable: own, taken: `Browser: ${own}, Playwright's own.` };

  if (!install) throw new Error(`No browser for the tests was found. ${wayOut}`);
  try {
    await install();
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new Error(`No browser for the tests was found, and installing one failed. ${wayOut}\n${reason}`, {
      cause: error,
    });
  }
  const fresh = findInstalled(surroundings);
  if (!fresh) throw new Error(`The chromium package was installed, but no browser is on the PATH. ${wayOut}`);
  return { executable: fresh, taken: `Browser: ${fresh}, just installed from the distribution's packages.` };
}

function findInstalled({
  env,
  platform,
  findOnPath: find,
  isExecutable: runs,
}: BrowserSurroundings): string | undefined {
  for (const command of commands) {
    const file = find(command);
    if (file) return file;
  }
  return usualPlaces(env, platform).find(runs);
}

function usualPlaces(env: Environment, platform: NodeJS.Platform): readonly string[] {
  if (platform === 'darwin') {
    const apps = ['/Applications', ...(env['HOME'] ? [join(env['HOME'], 'Applications')] : [])];
    return apps.flatMap((folder) => [
      join(folder, 'Google Chrome.app/Contents/MacOS/Google Chrome'),
      join(folder, 'Chromium.app/Contents/MacOS/Chromium'),
    ]);
  }
  if (platform !== 'win32') return [];
  return ['PROGRAMFILES', 'PROGRAMFILES(X86)', 'LOCALAPPDATA'].flatMap((name) => {
    const folder = env[name];
    return folder ? [join(folder, 'Google', 'Chrome', 'Application', 'chrome.exe')] : [];
  });
}

/**
 * The browser for this machine's tests, installed as a last resort on Debian as root.
 *
 * @throws as {@link chooseBrowser}.
 */
export async function ensureBrowser(print: (line: string) => void = console.log): Promise<Browser> {
  const aptGet =
    process.getuid?.() === 0 && existsSync('/etc/debian_version') ? findOnPath('apt-get') : undefined;
  const { chromium } = await import('playwright-core');
  const browser = await chooseBrowser({
    env: process.env,
    platform: process.platform,
    findOnPath,
    isExecutable,
    playwrightPath: () => chromium.executablePath(),
    install: aptGet ? () => installFromDebian(aptGet, print) : undefined,
  });
  print(browser.taken);
  return browser;
}

async function installFromDebian(aptGet: string, print: (line: string) => void): Promise<void> {
  const logFile = join(cacheFolder, 'chromium.log');
  print(`No browser was found; installing Debian's chromium (log: ${logFile})`);
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  // Somebody else's apt may be at work; waiting for its lock beats failing on it.
  const run = (...args: string[]) =>
    loggedRun({ command: aptGet, args: ['-o', 'DPkg::Lock::Timeout=180', ...args], cwd: '/', env, logFile });
  await run('update');
  await run('install', '-y', 'chromium');
}
