import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import * as v from 'valibot';
import type { Demands } from '../airlock.ts';
import { UserRules } from '../decide/user-rules.ts';
import { problemOf } from '../detect/custom.ts';
import { keepsSecret } from '../detect/own/keeps-secret.ts';
import type { KnownValue } from '../detect/own/known-values.ts';
import { entriesOf } from '../detect/own/secret-file.ts';
import { ScanSettings } from '../detect/scan-settings.ts';
import { Accounts } from '../policy/accounts.ts';
import type { Known } from '../policy/prepare.ts';
import { Requirements } from '../policy/requirements.ts';
import { patternProblem } from '../sentences/custom.ts';
import { t } from './language.ts';
import { UsageError } from './usage.ts';

const { known: _, ...entries } = ScanSettings.entries;
const Config = v.strictObject({
  ...entries,
  requirements: v.optional(Requirements, {}),
  rules: v.optional(UserRules, []),
  accounts: v.optional(Accounts, {}),
  privateByRequest: v.optional(v.boolean(), true),
});

/** What the terminal is told besides its arguments. */
export interface Told {
  readonly scan: ScanSettings;
  readonly demands: Demands;
  /** What the user stated of accounts. */
  readonly known: Known;
}

/**
 * What is told besides the rules: a file of settings, and files whose values are found again.
 * @throws UsageError naming the file and the place in it that cannot be used.
 */
export async function readScanOptions(config: string | undefined, known: readonly string[]): Promise<Told> {
  const { requirements, rules, accounts, privateByRequest, ...scan } =
    config === undefined ? v.parse(Config, {}) : await readConfig(config);
  const values = (await Promise.all(known.map(valuesOf))).flat();
  return {
    scan: { ...scan, known: values },
    demands: { requirements, rules },
    known: { accounts, privateByRequest },
  };
}

async function readConfig(file: string): Promise<v.InferOutput<typeof Config>> {
  const parsed = v.safeParse(v.pipe(v.string(), v.parseJson(), Config), await readText(file));
  if (!parsed.success) {
    const where = parsed.issues.map((issue) => v.getDotPath(issue) ?? '').find((path) => path !== '');
    throw new UsageError(
      where === undefined
        ? t('{0} cannot be used as settings', file)
        : t('{0} cannot be used as settings ({1})', file, where),
    );
  }
  for (const pattern of [...parsed.output.secretPatterns, ...parsed.output.internalPatterns]) {
    const problem = problemOf(pattern);
    if (problem) throw new UsageError(`${file}: ${patternProblem(pattern.name, problem, t)}`);
  }
  return parsed.output;
}

async function valuesOf(file: string): Promise<KnownValue[]> {
  return entriesOf(basename(file), await readText(file))
    .filter(keepsSecret)
    .map(({ key, value }) => ({ key, value, file }));
}

async function readText(file: string): Promise<string> {
  try {
    return await readFile(file, 'utf8');
  } catch {
    throw new UsageError(t('cannot read {0}', file));
  }
}
