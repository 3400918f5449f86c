import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ensureBrowser } from './provision/chromium.ts';
import { ensureCodeServer } from './provision/code-server.ts';
import { resultFileVariable } from './provision/reporter.ts';
import { type SuiteResult, couldNotRun, orEmpty, readResult } from './provision/suite-result.ts';
import { closingLine, summary } from './provision/summary.ts';

interface Suite {
  readonly name: string;
  readonly script: string;
  readonly args: readonly string[];
  /** An editor and a browser have to be there first. */
  readonly needsEditor: boolean;
  readonly limitMinutes: number;
}

const suites: readonly Suite[] = [
  { name: 'unit', script: 'run-mocha.ts', args: ['unit'], needsEditor: false, limitMinutes: 10 },
  { name: 'editor', script: 'run-editor.ts', args: [], needsEditor: true, limitMinutes: 10 },
  { name: 'e2e', script: 'run-mocha.ts', args: ['e2e'], needsEditor: true, limitMinutes: 45 },
];

/** Runs one suite in a process of its own, so that whatever it does to itself, the run goes on and says so. */
async function runSuite(suite: Suite, filters: readonly string[], folder: string): Promise<SuiteResult> {
  const started = Date.now();
  const resultFile = join(folder, `${suite.name}.json`);
  const script = join(import.meta.dirname, 'provision', suite.script);
  const child = spawn(process.execPath, [script, ...suite.args, ...filters], {
    stdio: ['ignore', 'inherit', 'inherit'],
    env: { ...process.env, [resultFileVariable]: resultFile },
  });
  const passOn = (signal: NodeJS.Signals): void => {
    child.kill(signal);
    process.exit(1);
  };
  process.once('SIGINT', passOn).once('SIGTERM', passOn);
  let tooLong = false;
  const timer = setTimeout(() => {
    tooLong = true;
    // Its own handlers end the servers it started; if they cannot, it is ended without them.
    child.kill('SIGTERM');
    setTimeout(() => child.kill('SIGKILL'), 10_000).unref();
  }, suite.limitMinutes * 60_000);
  const code = await new Promise<number>((resolve, reject) => {
    child.once('error', reject);
    child.once('exit', (exitCode) => resolve(exitCode ?? 1));
  });
  clearTimeout(timer);
  process.off('SIGINT', passOn).off('SIGTERM', passOn);
  const durationMs = Date.now() - started;
  if (tooLong) return couldNotRun(`it was not done after ${suite.limitMinutes} minutes`, durationMs);
  const result = readResult(resultFile);
  if (!result) return couldNotRun(`it ended with exit code ${code} before it reported a result`, durationMs);
  if (code === 0 || result.failures.length > 0) return orEmpty({ ...result, durationMs });
  return { ...result, failures: couldNotRun(`it ended with exit code ${code}`).failures, durationMs };
}

/** What keeps the suites that need an editor from running, or undefined. */
async function provisionEditor(): Promise<string | undefined> {
  try {
    await ensureCodeServer();
    await ensureBrowser();
    return undefined;
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}

const [only, ...filters] = process.argv.slice(2);
const chosen = suites.filter(({ name }) => only === undefined || name === only);
if (chosen.length === 0) {
  console.error(`There is no suite "${only}"; there are ${suites.map(({ name }) => name).join(', ')}.`);
  process.exit(2);
}

const folder = mkdtempSync(join(tmpdir(), 'prompt-airlock-run-'));
const results: [string, SuiteResult][] = [];
let missing: string | undefined;
let provisioned = false;
for (const suite of chosen) {
  console.log(`\n== ${suite.name} ==`);
  if (suite.needsEditor && !provisioned) {
    missing = await provisionEditor();
    provisioned = true;
  }
  const result = suite.needsEditor && missing ? couldNotRun(missing) : await runSuite(suite, filters, folder);
  results.push([suite.name, result]);
}
rmSync(folder, { recursive: true, force: true });
console.log(summary(results));
console.log(closingLine(results));
process.exit(results.every(([, { failures }]) => failures.length === 0) ? 0 : 1);
