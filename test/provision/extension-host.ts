import { appendFileSync, rmSync } from 'node:fs';
import { glob, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { format } from 'node:util';
import { type BuildOptions, build } from 'esbuild';
import type { Browser, Page } from 'playwright-core';
import type { CodeServer } from './code-server.ts';
import { cacheFolder, repoRoot } from './paths.ts';
import { machineSettingsVariable } from './machine-settings.ts';
import { markLinesVariable, ownLine, resultFileVariable } from './reporter.ts';
import { type Server, type Settings, startServer } from './server.ts';
import { type SuiteResult, couldNotRun, readResult } from './suite-result.ts';
import type { Environment } from './toolchain.ts';
import { freshContext } from './workbench.ts';

/** What the editor and the tests printed in the last run. */
const hostLog = join(cacheFolder, 'editor-suite.log');

export interface HostSuite {
  readonly codeServer: CodeServer;
  readonly browser: Browser;
  /** The folder of bundled tests with its entry, `index.js`, as {@link bundleEditorTests} makes it. */
  readonly tests: string;
  /** The extension under test, by its folder. */
  readonly extension: string;
  readonly workspace: string;
  /** VSIX files of other extensions. */
  readonly others?: readonly string[];
  readonly settings?: Settings;
  /** Variables that the tests find in `process.env`. */
  readonly env?: Environment;
  /** Switches the built-in Chat on, which in a fresh profile waits for a sign-in. */
  readonly builtInChat?: boolean;
  readonly timeoutMs?: number;
  readonly print?: (line: string) => void;
}

/**
 * Bundles the entry and every test file of `test/editor/` for the extension host, each to a file of its own.
 *
 * @returns the folder of the bundles.
 */
export async function bundleEditorTests(source = join(repoRoot, 'test', 'editor')): Promise<string> {
  const outdir = join(cacheFolder, 'editor-tests');
  rmSync(outdir, { recursive: true, force: true });
  const tests: string[] = [];
  for await (const file of glob('**/*.test.ts', { cwd: source })) tests.push(join(source, file));
  const options: BuildOptions = {
    entryPoints: [join(source, 'index.ts'), ...tests],
    outdir,
    outbase: source,
    bundle: true,
    platform: 'node',
    format: 'cjs',
    target: 'node22',
    // `vscode` is given by the host. Mocha loads the tests with its own require, so it stays a package on disk.
    external: ['vscode', 'mocha'],
    logLevel: 'warning',
  };
  await build(options);
  return outdir;
}

/**
 * Runs a bundled mocha suite inside the extension host of a real workbench. Every way in which it can end, a crashed
 * page and a suite that never ends included, comes back as a result.
 */
export async function runInExtensionHost(suite: HostSuite): Promise<SuiteResult> {
  const { codeServer, settings = {}, others = [], timeoutMs = 5 * 60_000 } = suite;
  const started = Date.now();
  const folder = await mkdtemp(join(tmpdir(), 'prompt-airlock-suite-'));
  const resultFile = join(folder, 'result.json');
  let server: Server | undefined;
  try {
    server = await startServer({ codeServer, settings, extensions: others, smokeTestDriver: true });
    const problem = await driveSuite(suite, server, resultFile, timeoutMs);
    const durationMs = Date.now() - started;
    const result = readResult(resultFile);
    if (!result)
      return couldNotRun(`${problem ?? 'the suite ended without a result'}; see ${hostLog}`, durationMs);
    // Failed tests also make the host end with an error; without one, an error has another cause.
    if (!problem || result.failures.length > 0) return { ...result, durationMs };
    return { ...result, failures: couldNotRun(problem).failures, durationMs };
  } catch (error) {
    return couldNotRun((error as Error).message, Date.now() - started);
  } finally {
    await server?.stop();
    await rm(folder, { recursive: true, force: true });
  }
}

/** Opens the page that runs the suite and waits for its end; returns what went wrong, or undefined. */
async function driveSuite(
  suite: HostSuite,
  server: Server,
  resultFile: string,
  timeoutMs: number,
): Promise<string | undefined> {
  const { print = console.log } = suite;
  rmSync(hostLog, { force: true });
  const { context, outside } = await freshContext(suite);
  let timer: NodeJS.Timeout | undefined;
  try {
    const page = await context.newPage();
    const end = new Promise<string | undefined>((resolve, reject) => {
      timer = setTimeout(() => resolve(`the suite did not end within ${timeoutMs / 1000} s`), timeoutMs);
      page.once('crash', () => resolve('the page with the editor crashed'));
      page.once('close', () => resolve('the page with the editor was closed'));
      exposeAutomation(page, print, (code) =>
        resolve(code === 0 ? undefined : `the host ended with code ${code}`),
      ).catch(reject);
      page.goto(suiteUrl(suite, server, resultFile)).catch(reject);
    });
    const problem = await end;
    for (const { url, from } of outside) print(`aborted a request of ${from} to ${url}`);
    return problem;
  } finally {
    clearTimeout(timer);
    await context.close();
  }
}

/**
 * The two functions that the workbench calls when it runs a suite. The editor itself has much to say; that, and what
 * tests print, goes to a log file.
 */
async function exposeAutomation(
  page: Page,
  print: (line: string) => void,
  ended: (code: number) => void,
): Promise<void> {
  await page.exposeFunction('codeAutomationLog', (_type: string, args: unknown[]) => {
    const text = format(...args);
    if (text.startsWith(ownLine)) print(text.slice(ownLine.length));
    else appendFileSync(hostLog, `${text}\n`);
  });
  await page.exposeFunction('codeAutomationExit', (code: number) => ended(code));
}

function suiteUrl(suite: HostSuite, server: Server, resultFile: string): string {
  const remote = (path: string): string => `vscode-remote://127.0.0.1:${server.port}${encodeURI(path)}`;
  const environment = {
    ...suite.env,
    [machineSettingsVariable]: join(server.dataFolder, 'data', 'Machine', 'settings.json'),
    [resultFileVariable]: resultFile,
    [markLinesVariable]: '1',
  };
  const payload = [
    ['extensionDevelopmentPath', remote(suite.extension)],
    ['extensionTestsPath', remote(join(suite.tests, 'index'))],
    ['extensionEnvironment', JSON.stringify(environment)],
    ['skipWelcome', 'true'],
  ];
  return `${server.folderUrl(suite.workspace)}&payload=${encodeURIComponent(JSON.stringify(payload))}`;
}
