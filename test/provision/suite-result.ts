import { readFileSync, writeFileSync } from 'node:fs';

export interface Failure {
  readonly title: string;
  readonly message: string;
}

/** What one run of a suite came to, whoever ran it. */
export interface SuiteResult {
  readonly passed: number;
  readonly failures: readonly Failure[];
  /** The titles of the tests that were skipped. */
  readonly skipped: readonly string[];
  readonly durationMs: number;
}

/** A suite that could not run, or did not get to its end, counts as one failure that says why. */
export function couldNotRun(reason: string, durationMs = 0): SuiteResult {
  return { passed: 0, failures: [{ title: 'the suite runs', message: reason }], skipped: [], durationMs };
}

/** A suite without a single test proves nothing, so it is a failure. */
export function orEmpty(result: SuiteResult): SuiteResult {
  const tests = result.passed + result.failures.length + result.skipped.length;
  return tests > 0 ? result : { ...couldNotRun('the suite is empty'), durationMs: result.durationMs };
}

export function writeResult(file: string, result: SuiteResult): void {
  writeFileSync(file, JSON.stringify(result));
}

/** The result that a suite left in the file, or undefined where it did not get that far. */
export function readResult(file: string): SuiteResult | undefined {
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as SuiteResult;
  } catch {
    return undefined;
  }
}
