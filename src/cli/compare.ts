import { type Compared, knownDestinations, type Listed } from '../airlock/compare.ts';
import type { Catalogue } from '../policy/catalogue.ts';
import type { Destination } from '../policy/destination.ts';
import type { Clauses } from '../policy/requirements.ts';
import type { DataPolicy } from '../policy/resolve.ts';
import { gradeOf } from '../policy/grade.ts';
import { policyBrief } from '../sentences/policy.ts';
import { missSentence } from '../sentences/requirements.ts';
import { english } from '../sentences/translate.ts';
import { readDestination } from './engine.ts';
import { t } from './language.ts';
import { UsageError } from './usage.ts';

/**
 * The destinations that were named, each as `provider/model` or as an id of the catalogue; all where none was.
 * @throws UsageError for a name that is neither.
 */
export function readDestinations(
  catalogue: Catalogue,
  written: readonly string[],
  endpoint: string | undefined,
): readonly Listed[] {
  const known = knownDestinations(catalogue).map((one) =>
    endpoint === undefined ? one : { ...one, destination: { ...one.destination, endpoint } },
  );
  if (written.length === 0) return known;
  return written.flatMap((name) => {
    if (Object.hasOwn(catalogue.providers, name)) {
      return known.filter(({ destination }) => destination.provider === name);
    }
    if (!name.includes('/')) {
      throw new UsageError(t('"{0}" is no destination and no id of the catalogue', name));
    }
    const destination = readDestination(name, { endpoint });
    const provider = catalogue.providers[(destination.rehearses ?? destination).provider];
    return [{ written: name, name: provider?.name ?? name, models: [destination.model], destination }];
  });
}

/** Destinations weighed against what is demanded, as a table for people: the ones that fit first. */
export function comparisonAsText(rows: readonly Compared[]): string {
  const cells = rows.map((row) => [
    row.misses.length === 0 ? t('fits') : t('misses'),
    row.grading.grade,
    row.written,
    policyBrief(row.policy, t),
  ]);
  const widths = [0, 1, 2].map((at) => Math.max(0, ...cells.map((line) => line[at]?.length ?? 0)));
  const lines = rows.flatMap(({ misses }, i) => [
    (cells[i] ?? []).map((cell, at) => cell.padEnd(widths[at] ?? 0)).join('  '),
    ...misses.map((miss) => `        ${miss.clause}: ${missSentence(miss, t)}`),
  ]);
  const fitting = rows.filter(({ misses }) => misses.length === 0).length;
  const local = rows.some(({ policy }) => policy.local)
    ? [t('What runs on this machine is judged as it is once its server was recognised there.')]
    : [];
  return `${[...lines, '', t('{0} of {1} fit', fitting, rows.length), ...local].join('\n')}\n`;
}

/** The same for a program: each destination with its grade, whether it fits, and each miss with its citations. */
export function comparisonAsJson(rows: readonly Compared[], demands: Clauses): string {
  const destinations = rows.map(({ written, name, models, policy, grading, misses }) => ({
    destination: written,
    name,
    models,
    ...gradeFields(grading),
    brief: policyBrief(policy, english),
    fits: misses.length === 0,
    misses: misses.map((miss) => ({ ...miss, sentence: missSentence(miss, english) })),
  }));
  return `${JSON.stringify({ required: demands, destinations }, null, 2)}\n`;
}

/** Every destination with its whole policy, for a program. */
export function allAsJson(catalogue: Catalogue, policyFor: (destination: Destination) => DataPolicy): string {
  const rows = knownDestinations(catalogue).map((one) => {
    const policy = policyFor(one.destination);
    return { ...one, policy, grading: gradeOf(policy) };
  });
  const destinations = rows.map(({ written, name, grading, policy }) => ({
    written,
    name,
    ...gradeFields(grading),
    ...policy,
  }));
  return `${JSON.stringify({ catalogueAsOf: catalogue.asOf, destinations }, null, 2)}\n`;
}

/** Every destination with its grade in one line each, for people. */
export function allAsText(rows: readonly Compared[]): string {
  const width = Math.max(0, ...rows.map(({ written }) => written.length));
  return rows
    .map(
      ({ written, grading, policy }) =>
        `${grading.grade}  ${written.padEnd(width)}  ${policyBrief(policy, t)}\n`,
    )
    .join('');
}

function gradeFields({ grade, reason, best, worst }: Compared['grading']): object {
  return { grade, gradeReason: reason, gradeRange: { best, worst } };
}
