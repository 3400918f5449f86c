import type { SuiteResult } from './suite-result.ts';

type Named = readonly [string, SuiteResult];

/** A row for each suite, and the names of the tests that failed or were skipped. */
export function summary(results: readonly Named[]): string {
  const rows = results.map(([name, { passed, failures, skipped, durationMs }]) =>
    [
      name.padEnd(8),
      `${passed} passed`.padStart(12),
      `${failures.length} failed`.padStart(11),
      `${skipped.length} skipped`.padStart(12),
      `${(durationMs / 1000).toFixed(1)} s`.padStart(10),
    ].join(''),
  );
  const failed = results.flatMap(([name, { failures }]) =>
    failures.map(({ title, message }) => `failed   ${name}: ${title}: ${message.split('\n')[0]}`),
  );
  const skipped = results.flatMap(([name, result]) =>
    result.skipped.map((title) => `skipped  ${name}: ${title}`),
  );
  return ['', ...rows, ...failed, ...skipped, ''].join('\n');
}

/** The last line of a run: `12 passed, 0 failed`, and what was skipped if anything was. */
export function closingLine(results: readonly Named[]): string {
  const sum = (count: (result: SuiteResult) => number): number =>
    results.reduce((total, [, result]) => total + count(result), 0);
  const skipped = sum((result) => result.skipped.length);
  const line = `${sum((result) => result.passed)} passed, ${sum((result) => result.failures.length)} failed`;
  return skipped > 0 ? `${line}, ${skipped} skipped` : line;
}
