/**
 * How long a scan of a checkout of 50,000 files takes, how much memory, and from cancel to the end; beside secretlint's own
 * command line on the same files, in one run. Prints; asserts nothing. Another number of files: `-- 5000`.
 */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { availableParallelism, loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { buildSync } from 'esbuild';
import * as v from 'valibot';
import { writeCheckout } from './scan/checkout.ts';

const ROOT = join(import.meta.dirname, '../..');
const FILES = Number(process.argv[2] ?? 50_000);
const MB = 1024 * 1024;
const CANCELS = [0.01, 0.1, 0.3, 0.5, 0.7, 0.9] as const;
const CANCEL_BUDGET = 200;

const Ours = v.object({
  files: v.optional(v.number()),
  looked: v.optional(v.number()),
  findings: v.optional(v.number()),
  ms: v.number(),
  afterCancel: v.number(),
  rss: v.number(),
});

const folder = mkdtempSync(join(tmpdir(), 'airlock-bench-scan-'));
try {
  bench();
} finally {
  rmSync(folder, { recursive: true, force: true });
}

function bench(): void {
  const checkout = join(folder, 'checkout');
  // The thread as it is shipped: a bundle.
  const script = join(folder, 'scan-thread.js');
  buildSync({
    entryPoints: [join(ROOT, 'src/host/scan-thread.ts')],
    outfile: script,
    bundle: true,
    minify: true,
    platform: 'node',
    format: 'cjs',
    logLevel: 'error',
    alias: { 'stdnum/lib/cjs': 'stdnum/lib/esm' },
  });
  const { files, bytes } = writeCheckout(checkout, FILES);
  console.log(
    `load ${loadavg()[0]?.toFixed(1)}, ${availableParallelism()} processors; ${files} files, ${(bytes / MB).toFixed(0)} MB\n`,
  );

  row('', 'seconds', 'files a second', 'memory', 'beside secretlint');
  const secretlint = runSecretlint(checkout);
  row(
    'secretlint, its recommended preset',
    seconds(secretlint.ms),
    perSecond(files, secretlint.ms),
    megabytes(secretlint.rss),
    '1.00',
  );
  for (const threads of [1, 2]) {
    const { whole: ms, rss, looked, findings } = ours(checkout, script, threads);
    row(
      `a scan, all rules, ${threads} thread${threads > 1 ? 's' : ''}`,
      seconds(ms),
      perSecond(files, ms),
      megabytes(rss),
      (secretlint.ms / ms).toFixed(2),
    );
    console.log(`    ${looked} files looked into, ${findings} findings`);
  }
  console.log('\nBeside secretlint: how many times as fast. Both with the start and the end of a process.\n');

  const cancels = CANCELS.map((share) => ours(checkout, script, 1, Math.floor(files * share)).afterCancel);
  row('from cancel to the end', ...cancels.map((ms) => `${ms.toFixed(0)} ms`));
  console.log(`budget ${CANCEL_BUDGET} ms`);
}

function ours(
  checkout: string,
  script: string,
  threads: number,
  cancelAfter = 0,
): v.InferOutput<typeof Ours> & { readonly whole: number } {
  const startedAt = performance.now();
  const { stdout, stderr, status } = spawnSync(
    process.execPath,
    [join(import.meta.dirname, 'scan/ours.ts'), checkout, script, String(threads), String(cancelAfter)],
    { encoding: 'utf8' },
  );
  if (status !== 0) throw new Error(`a scan failed: ${stderr.slice(0, 2_000)}`);
  const whole = performance.now() - startedAt;
  return { ...v.parse(v.pipe(v.string(), v.parseJson(), Ours), stdout), whole };
}

/** Its own command line, as people run it, which says at the end how much memory it had. */
function runSecretlint(checkout: string): { readonly ms: number; readonly rss: number } {
  const preset = join(ROOT, 'node_modules/@secretlint/secretlint-rule-preset-recommend');
  writeFileSync(join(checkout, '.secretlintrc.json'), JSON.stringify({ rules: [{ id: preset }] }));
  const memory = join(folder, 'memory.mjs');
  writeFileSync(
    memory,
    `process.on('exit', () => process.stderr.write('\\nmaxRSS ' + process.resourceUsage().maxRSS + '\\n'));`,
  );
  const startedAt = performance.now();
  const { stderr, status } = spawnSync(
    process.execPath,
    [
      '--import',
      memory,
      join(ROOT, 'node_modules/secretlint/bin/secretlint.js'),
      '--format',
      'json',
      '--maskSecrets',
      '--output',
      join(folder, 'secretlint.json'),
      '**/*',
    ],
    { cwd: checkout, encoding: 'utf8', maxBuffer: 512 * MB },
  );
  const ms = performance.now() - startedAt;
  rmSync(join(checkout, '.secretlintrc.json'));
  // 1 is that it found something.
  if (status !== 0 && status !== 1) throw new Error(`secretlint failed: ${stderr.slice(0, 2_000)}`);
  return { ms, rss: Number(/maxRSS (\d+)/.exec(stderr)?.[1] ?? 0) * 1024 };
}

function row(...cells: readonly string[]): void {
  console.log(cells.map((cell, i) => (i === 0 ? cell.padEnd(38) : cell.padStart(18))).join(''));
}

function seconds(ms: number): string {
  return (ms / 1000).toFixed(1);
}

function perSecond(files: number, ms: number): string {
  return ((files / ms) * 1000).toFixed(0);
}

function megabytes(bytes: number): string {
  return `${(bytes / MB).toFixed(0)} MB`;
}
