import Mocha from 'mocha';
import { type Failure, writeResult } from './suite-result.ts';

const {
  EVENT_RUN_END,
  EVENT_SUITE_BEGIN,
  EVENT_SUITE_END,
  EVENT_TEST_FAIL,
  EVENT_TEST_PASS,
  EVENT_TEST_PENDING,
} = Mocha.Runner.constants;

/** The variable that says where the result is to be written. */
export const resultFileVariable = 'AIRLOCK_TEST_RESULT';

/** Set where others print to the same console: each of our messages then begins with {@link ownLine}. */
export const markLinesVariable = 'AIRLOCK_TEST_MARK_LINES';

export const ownLine = 'airlock-suite|';

/**
 * Prints the tests as they end, like mocha's `spec`, and leaves the result as data in the file that
 * {@link resultFileVariable} names. One reporter for all suites, the one inside the extension host included.
 */
export class ResultReporter {
  // Plain fields: mocha constructs reporters itself and hands nothing else in.
  #depth = 0;
  #passed = 0;
  readonly #failures: Failure[] = [];
  readonly #skipped: string[] = [];
  readonly #started = Date.now();

  constructor(runner: Mocha.Runner) {
    runner.on(EVENT_SUITE_BEGIN, (suite) => {
      if (!suite.root) this.#print(suite.title);
      this.#depth++;
    });
    runner.on(EVENT_SUITE_END, () => this.#depth--);
    runner.on(EVENT_TEST_PASS, (test) => {
      this.#passed++;
      const duration = test.duration ?? 0;
      const slow = duration > test.slow() ? ` (${duration} ms)` : '';
      this.#print(`✓ ${test.title}${slow}`);
    });
    runner.on(EVENT_TEST_FAIL, (test, error: unknown) => {
      const failure = { title: test.fullTitle(), message: describe(error) };
      this.#failures.push(failure);
      this.#print(`✗ ${test.title}`);
    });
    runner.on(EVENT_TEST_PENDING, (test) => {
      this.#skipped.push(test.fullTitle());
      this.#print(`- ${test.title} (skipped)`);
    });
    runner.on(EVENT_RUN_END, () => this.#end());
  }

  #print(line: string): void {
    say('  '.repeat(this.#depth) + line);
  }

  #end(): void {
    for (const [index, { title, message }] of this.#failures.entries()) {
      say(`\n${index + 1}) ${title}\n${message.replaceAll(/^/gm, '   ')}`);
    }
    const file = process.env[resultFileVariable];
    if (!file) return;
    const durationMs = Date.now() - this.#started;
    writeResult(file, { passed: this.#passed, failures: this.#failures, skipped: this.#skipped, durationMs });
  }
}

function say(text: string): void {
  console.log(process.env[markLinesVariable] ? ownLine + text : text);
}

/** The stack, and for an assertion what was expected and what came: mocha's own reporters make that difference. */
function describe(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const { expected, actual } = error as { expected?: unknown; actual?: unknown };
  const values =
    expected === undefined && actual === undefined
      ? ''
      : `\nexpected: ${show(expected)}\n     was: ${show(actual)}`;
  return (error.stack ?? error.message) + values;
}

function show(value: unknown): string {
  const text = typeof value === 'string' ? JSON.stringify(value) : (JSON.stringify(value) ?? String(value));
  return text.length > 2_000 ? `${text.slice(0, 2_000)}…` : text;
}
