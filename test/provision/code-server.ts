import { existsSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { installOnce } from './install-once.ts';
import { loggedRun } from './logged-run.ts';
import { cacheFolder, nodeHeaders, pathWithThisNode } from './paths.ts';
import { type Environment, findOnPath, missingToolchain } from './toolchain.ts';

/** The one place that says which code-server, and with it which VS Code, the tests run on. */
export const codeServerVersion = '4.139.1';

/** Only this Node major runs it; its native modules are built for it. */
const nodeMajor = 24;

/** What the server needs to have compiled. `kerberos` is left out on purpose: it wants libkrb5-dev and is not needed. */
const nativeModules = [
  'node-pty',
  '@parcel/watcher',
  '@vscode/spdlog',
  '@vscode/native-watchdog',
  '@vscode/sqlite3',
  '@vscode/deviceid',
  '@vscode/fs-copyfile',
] as const;

export interface CodeServer {
  /** The script that is run with Node to start the server. */
  readonly serverMain: string;
  /** The folder of the VS Code inside the package, with its product.json. */
  readonly vscodeFolder: string;
  readonly version: string;
}

export interface CodeServerOptions {
  readonly cache?: string;
  readonly env?: Environment;
  readonly print?: (line: string) => void;
}

/**
 * The pinned code-server, installed from the npm registry if it is not in the cache yet (one to two minutes on two
 * cores, 620 MB).
 *
 * @throws if this Node cannot run it, a build tool is missing, or npm fails; the message says what to do.
 */
export async function ensureCodeServer(options: CodeServerOptions = {}): Promise<CodeServer> {
  const { cache = cacheFolder, env = process.env, print = console.log } = options;
  requireNode();
  const home = join(cache, `code-server-${codeServerVersion}`);
  await installOnce({
    folder: home,
    recipe: { codeServer: codeServerVersion, nodeModules: process.versions.modules, nativeModules },
    install: (folder) => install(folder, { cache, env, print }),
    lock: { onWait: ({ pid }) => print(`Waiting for process ${pid}, which is installing code-server.`) },
  });
  return serverIn(home);
}

async function install(folder: string, options: Required<CodeServerOptions>): Promise<void> {
  const { cache, env, print } = options;
  const server = serverIn(folder);
  const missing = missingToolchain((command) => findOnPath(command, env));
  if (missing) throw new Error(missing);
  const logFile = join(cache, `code-server-${codeServerVersion}.log`);
  rmSync(logFile, { force: true });
  const npm = (cwd: string, ...args: string[]) =>
    loggedRun({ command: 'npm', args, cwd, env: npmEnvironment(env), logFile });

  const steps: readonly [string, () => Promise<void>][] = [
    [
      `code-server ${codeServerVersion}`,
      async () => {
        writeFileSync(join(folder, 'package.json'), '{ "private": true }\n');
        await npm(folder, 'install', '--ignore-scripts', `code-server@${codeServerVersion}`);
      },
    ],
    ['VS Code server', () => npm(server.vscodeFolder, 'install', '--omit=dev', '--ignore-scripts')],
    [
      'built-in extensions',
      () => npm(join(server.vscodeFolder, 'extensions'), 'install', '--omit=dev', '--ignore-scripts'),
    ],
    ['native modules', () => npm(server.vscodeFolder, 'rebuild', ...nativeModules)],
  ];
  print(`Installing code-server ${codeServerVersion} (once; one to two minutes, 620 MB; log: ${logFile})`);
  for (const [index, [name, run]] of steps.entries()) {
    const started = Date.now();
    await run();
    print(`  ${index + 1}/${steps.length} ${name}: ${((Date.now() - started) / 1000).toFixed(0)} s`);
  }
  if (!existsSync(server.serverMain)) throw new Error(`npm left no ${server.serverMain}. See ${logFile}`);
}

/** npm's own settings that a parent `npm run` exports are dropped: they belong to this repository, not to that one. */
function npmEnvironment(env: Environment): Environment {
  const own = Object.entries(env).filter(([name]) => !isInheritedFromNpmRun(name));
  const headers = nodeHeaders();
  return {
    ...Object.fromEntries(own),
    PATH: pathWithThisNode(env['PATH']),
    npm_config_audit: 'false',
    npm_config_fund: 'false',
    npm_config_update_notifier: 'false',
    // node-gyp compiles on one core unless told; and of three minutes two are spent on optimising a test's SQLite.
    JOBS: 'max',
    CFLAGS: '-O0',
    CXXFLAGS: '-O0',
    ...(headers ? { npm_config_nodedir: headers } : {}),
  };
}

/** Where a registry or a certificate file is set through the environment, that has to reach npm all the same. */
function isInheritedFromNpmRun(name: string): boolean {
  return /^npm_(package|lifecycle|command|execpath|node_execpath|config_(local_prefix|prefix|save|omit))/.test(
    name,
  );
}

function requireNode(): void {
  const major = Number(process.versions.node.split('.')[0]);
  if (major === nodeMajor) return;
  throw new Error(
    `code-server ${codeServerVersion} needs Node ${nodeMajor}; this is ${process.version}. ` +
      'Run it through npm, whose scripts have the Node of node_modules/.bin first on the PATH.',
  );
}

function serverIn(folder: string): CodeServer {
  const vscodeFolder = join(folder, 'node_modules', 'code-server', 'lib', 'vscode');
  return {
    serverMain: join(vscodeFolder, 'out', 'server-main.js'),
    vscodeFolder,
    version: codeServerVersion,
  };
}
