import type { Finding, Severity } from '../../detect/finding.ts';
import { placesIn } from './places.ts';
import type { KindInFile, Place } from './report.ts';

/** Places of a kind that are kept of a file. */
export const PLACES_IN_FILE = 3;

/** A keyed fingerprint of a value, as text. */
export type Print = (value: string) => Promise<string>;

const ORDER: readonly Severity[] = ['low', 'medium', 'high', 'critical'];

interface Gathered {
  worst: Finding;
  count: number;
  readonly first: Finding[];
}

/**
 * The findings of a text by their kinds, the worst first; of each where the first few stand.
 * @param print of each value whose place is kept; without it none has one.
 */
export async function kindsInFile(
  text: string,
  findings: readonly Finding[],
  print?: Print,
): Promise<readonly KindInFile[]> {
  const kinds = new Map<string, Gathered>();
  for (const finding of findings) {
    const before = kinds.get(finding.kind);
    if (before === undefined) kinds.set(finding.kind, { worst: finding, count: 1, first: [finding] });
    else {
      before.count += 1;
      if (before.first.length < PLACES_IN_FILE) before.first.push(finding);
      if (rank(finding) > rank(before.worst)) before.worst = finding;
    }
  }
  const kept = [...kinds.values()].flatMap(({ first }) => first).toSorted((a, b) => a.start - b.start);
  const places = new Map<Finding, Place>();
  for (const [i, place] of placesIn(text, kept).entries()) {
    const finding = kept[i];
    if (finding === undefined) continue;
    // The kind belongs to it, so that one value that is two things has two prints.
    const value = `${finding.kind}\n${text.slice(finding.start, finding.end)}`;
    places.set(finding, { ...place, print: (await print?.(value)) ?? '' });
  }
  return [...kinds]
    .map(([kind, { worst, count, first }]) => ({
      kind,
      class: worst.class,
      severity: worst.severity,
      evidence: worst.evidence,
      count,
      places: first.flatMap((finding) => places.get(finding) ?? []),
    }))
    .toSorted((a, b) => rank(b) - rank(a) || b.count - a.count);
}

function rank({ severity }: Pick<Finding, 'severity'>): number {
  return ORDER.indexOf(severity);
}
