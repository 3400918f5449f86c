/**
 * Builds dist/. Each bundle proves a layer: only the editor's have `vscode` as an external, so importing it
 * below src/editor fails the build of the terminal's; the panel's are for the browser, where a Node built-in fails.
 * Nothing is built while a row of the table of formats or a fact of the policy catalogue is unsound.
 */
import { copyFile, mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { build } from 'esbuild';
import { catalogueFaults } from './src/policy/catalogue-faults.ts';
import { faultsOfFormats } from './test/provision/sound-formats.ts';

const OUT = 'dist';

/** A dynamic import is a file of its own, loaded when it is first needed. */
const lazyFiles = {
  name: 'lazy-files',
  setup({ onResolve }) {
    onResolve({ filter: /^\.{1,2}\/.*\.ts$/ }, ({ kind, path }) =>
      kind === 'dynamic-import' ? { path: `./${basename(path, '.ts')}.js`, external: true } : undefined,
    );
  },
};

/** secretlint's logger prints what it is given when a variable of the environment says so: it gets nothing. */
const noDebug = {
  name: 'no-debug',
  setup({ onResolve, onLoad }) {
    onResolve({ filter: /^debug$/ }, () => ({ path: 'debug', namespace: 'no-debug' }));
    onLoad({ filter: /.*/, namespace: 'no-debug' }, () => ({
      contents: 'export default () => Object.assign(() => undefined, { enabled: false });',
    }));
  },
};

/** The clients read addresses, keys, headers and switches from the environment: they find none. */
const noEnvironment = {
  name: 'no-environment',
  setup({ onLoad }) {
    onLoad({ filter: /[\\/](?:openai|@anthropic-ai[\\/]sdk)[\\/]internal[\\/]utils[\\/]env\.mjs$/ }, () => ({
      contents: 'export const readEnv = () => undefined;',
    }));
  },
};

const shared = {
  bundle: true,
  minify: true,
  legalComments: 'none',
  logLevel: 'warning',
  metafile: true,
  outdir: OUT,
  plugins: [lazyFiles, noDebug, noEnvironment],
  // The same code as modules, of which only what is used is taken.
  alias: { 'stdnum/lib/cjs': 'stdnum/lib/esm' },
};
const node = { ...shared, platform: 'node', format: 'cjs', target: 'node20.19' };
const browser = { ...shared, platform: 'browser', format: 'iife', target: 'es2023' };

// A format that has no cases, or whose pattern has no end, is not shipped.
const faults = faultsOfFormats();
if (faults.length > 0) {
  console.error(`The table of formats is not sound:\n${faults.map((fault) => `  ${fault}`).join('\n')}`);
  process.exit(1);
}

// Nor are terms that nobody can look up, or that say two things at once.
const wrongTerms = catalogueFaults(undefined, (file) => readFileSync(`src/policy/catalogue/${file}`, 'utf8'));
if (wrongTerms.length > 0) {
  console.error(`The policy catalogue is not sound:\n${wrongTerms.map((fault) => `  ${fault}`).join('\n')}`);
  process.exit(1);
}

await rm(OUT, { recursive: true, force: true });
await mkdir(OUT, { recursive: true });
const results = await Promise.all([
  build({
    ...node,
    entryPoints: ['src/extension.ts', 'src/editor/session.ts'],
    entryNames: '[name]',
    external: ['vscode'],
  }),
  build({
    ...node,
    entryPoints: [
      'src/host/scan-thread.ts',
      'src/wire/adapters/openai.ts',
      'src/wire/adapters/messages.ts',
      'src/detect/secretlint.ts',
    ],
    entryNames: '[name]',
  }),
  build({ ...node, entryPoints: { cli: 'src/cli/main.ts' }, banner: { js: '#!/usr/bin/env node' } }),
  build({
    ...browser,
    entryPoints: [
      { in: 'src/webview/main.ts', out: 'webview' },
      { in: 'src/webview/card.ts', out: 'card' },
      { in: 'src/webview/comparison.ts', out: 'comparison' },
      { in: 'src/webview/ledger.ts', out: 'ledger' },
      { in: 'src/webview/scan/scan.ts', out: 'scan' },
    ],
  }),
  build({
    ...browser,
    entryPoints: [
      { in: 'src/webview/panel.css', out: 'webview' },
      { in: 'src/webview/card.css', out: 'card' },
      { in: 'src/webview/comparison.css', out: 'comparison' },
      { in: 'src/webview/ledger.css', out: 'ledger' },
      { in: 'src/webview/scan/scan.css', out: 'scan' },
    ],
  }),
  copyFile('node_modules/@vscode/codicons/dist/codicon.css', `${OUT}/codicon.css`),
  copyFile('node_modules/@vscode/codicons/dist/codicon.ttf', `${OUT}/codicon.ttf`),
]);

await writeFile(join(OUT, 'THIRD-PARTY-NOTICES.txt'), await notices(results));

/** The licences of all that was bundled, as they ask for: name, version and the text itself. */
async function notices(built) {
  const inputs = built.flatMap((result) => Object.keys(result?.metafile?.inputs ?? {}));
  const folders = inputs.map((input) => /^.*node_modules\/(?:@[^/]+\/)?[^/]+/.exec(input)?.[0]);
  const packages = [...new Set([...folders, 'node_modules/@vscode/codicons'])].filter(Boolean).sort();
  const texts = await Promise.all(packages.map(notice));
  return texts.join(`\n${'-'.repeat(80)}\n\n`);
}

async function notice(folder) {
  const { name, version, license } = JSON.parse(await readFile(join(folder, 'package.json'), 'utf8'));
  const files = (await readdir(folder)).filter((file) => /^(?:licen[cs]e|copying|notice)/i.test(file)).sort();
  const texts = await Promise.all(files.map((file) => readFile(join(folder, file), 'utf8')));
  return `${name} ${version} (${license})\n\n${texts.join('\n')}`;
}
