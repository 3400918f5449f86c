import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import * as v from 'valibot';
import { problemOf } from '../detect/custom.ts';
import { keepsSecret } from '../detect/own/keeps-secret.ts';
import type { KnownValue } from '../detect/own/known-values.ts';
import { entriesOf } from '../detect/own/secret-file.ts';
import { ScanSettings } from '../detect/scan-settings.ts';
import { patternProblem } from '../sentences/custom.ts';
import { english } from '../sentences/translate.ts';
import { UsageError } from './usage.ts';

const { known: _, ...entries } = ScanSettings.entries;
const Config = v.strictObject(entries);

/**
 * What the scanner is told besides its rules: a file of settings, and files whose values are found again.
 * @throws UsageError naming the file and the place in it that cannot be used.
 */
export async function readScanOptions(
  config: string | undefined,
  known: readonly string[],
): Promise<ScanSettings> {
  const settings = config === undefined ? {} : await readConfig(config);
  return { ...settings, known: (await Promise.all(known.map(valuesOf))).flat() };
}

async function readConfig(file: string): Promise<ScanSettings> {
  const parsed = v.safeParse(v.pipe(v.string(), v.parseJson(), Config), await readText(file));
  if (!parsed.success) {
    const where = parsed.issues.map((issue) => v.getDotPath(issue) ?? '').find((path) => path !== '');
    throw new UsageError(`${file} cannot be used as settings${where ? ` (${where})` : ''}`);
  }
  for (const pattern of [...parsed.output.secretPatterns, ...parsed.output.internalPatterns]) {
    const problem = problemOf(pattern);
    if (problem) throw new UsageError(`${file}: ${patternProblem(pattern.name, problem, english)}`);
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
    throw new UsageError(`cannot read ${file}`);
  }
}
