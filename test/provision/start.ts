import { spawn } from 'node:child_process';
import { readFileSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { type Choice, chooseEditor, hasDisplay } from './choose-editor.ts';
import { ensureBrowser } from './chromium.ts';
import { ensureCodeServer } from './code-server.ts';
import { downloadDesktop } from './desktop-download.ts';
import { openInDesktop } from './desktop.ts';
import { cacheFolder, repoRoot } from './paths.ts';
import { sampleWorkspace } from './sample-workspace.ts';
import { type Server, type Settings, startServer } from './server.ts';
import { findOnPath, isExecutable } from './toolchain.ts';
import { launchBrowser, openWorkbench, webviewFrame } from './workbench.ts';

interface Manifest {
  readonly name: string;
  readonly publisher: string;
  readonly version: string;
}

/** A fresh profile shows the side bar that the chat is in. Which view is in front there, the extension says. */
const startSettings: Settings = {
  'workbench.startupEditor': 'none',
  'workbench.secondarySideBar.defaultVisibility': 'visible',
};

/**
 * The package of this version, or else the newest one.
 *
 * @throws if there is none, with the command that makes it.
 */
export function findVsix(folder: string, { name, version }: Pick<Manifest, 'name' | 'version'>): string {
  const files = readdirSync(folder).filter((file) => file.startsWith(`${name}-`) && file.endsWith('.vsix'));
  const exact = files.find((file) => file === `${name}-${version}.vsix`);
  const byAge = files
    .map((file) => ({ file, at: statSync(join(folder, file)).mtimeMs }))
    .sort((a, b) => b.at - a.at);
  const chosen = exact ?? byAge[0]?.file;
  if (!chosen)
    throw new Error(`There is no ${name}-${version}.vsix in ${folder}. Make it with: npm run package`);
  return join(folder, chosen);
}

async function start(args: readonly string[]): Promise<void> {
  const manifest = JSON.parse(readFileSync(join(repoRoot, 'package.json'), 'utf8')) as Manifest;
  const vsix = findVsix(repoRoot, manifest);
  const folder = sampleWorkspace(join(repoRoot, 'test', 'fixtures', 'workspace'), 'start');

  const { editor, taken, passedOver }: Choice = args.includes('--code-server')
    ? { editor: { kind: 'code-server' }, taken: 'Taking code-server, as asked for.', passedOver: [] }
    : await chooseEditor({
        env: process.env,
        platform: process.platform,
        findOnPath,
        isExecutable,
        download: () => downloadDesktop(console.log),
      });
  for (const line of [...passedOver, taken]) console.log(line);

  if (editor.kind === 'desktop') {
    await openInDesktop({
      command: editor.command,
      vsix,
      folder,
      profileFolder: join(cacheFolder, 'start', 'desktop'),
      settings: startSettings,
      asRoot: process.platform === 'linux' && process.getuid?.() === 0,
    });
    console.log(`Opened ${folder} with ${manifest.name} ${manifest.version}.`);
    return;
  }

  const server = await startServer({
    codeServer: await ensureCodeServer(),
    settings: startSettings,
    extensions: [vsix],
  });
  const address = server.folderUrl(folder);
  console.log(`Open ${address}`);
  if (args.includes('--check')) await check(server, folder, `${manifest.publisher}.${manifest.name}`);
  else {
    openInBrowser(address);
    console.log('Ctrl+C stops it.');
  }
}

/** Looks at the page as a user would, says what is there, and stops the server. */
async function check(server: Server, folder: string, extensionId: string): Promise<void> {
  const browser = await launchBrowser((await ensureBrowser()).executable);
  try {
    const { page } = await openWorkbench({ server, folder, browser });
    await page.waitForFunction(() => document.title.includes('sample'), undefined, { timeout: 30_000 });
    console.log(`The page's title is "${await page.title()}".`);
    await webviewFrame(page, extensionId).locator('body').waitFor({ timeout: 60_000 });
    console.log('The chat is visible.');
  } finally {
    await browser.close();
    await server.stop();
  }
}

function openInBrowser(address: string): void {
  if (!hasDisplay(process.env, process.platform)) return;
  const openers: Partial<Record<NodeJS.Platform, readonly string[]>> = {
    darwin: ['open'],
    win32: ['cmd', '/c', 'start', ''],
  };
  const [command = 'xdg-open', ...args] = openers[process.platform] ?? [];
  // The address is printed already, so a machine without an opener loses nothing.
  spawn(command, [...args, address], { stdio: 'ignore', detached: true })
    .on('error', () => {})
    .unref();
}

if (import.meta.main) {
  try {
    await start(process.argv.slice(2));
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    process.exit(1);
  }
}
