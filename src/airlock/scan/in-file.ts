import type { Finding, Severity } from '../../detect/finding.ts';
import { placesIn } from './places.ts';
import type { KindInFile, Place } from './report.ts';

/** Places of a kind that are kept of a file. */
export const PLACES_IN_FILE = 3;

/** A keyed fingerprint of a value, as text. */
export type Print = (value: string) => Promise<string>;

const ORDER: readonly Severity[] = ['low', 'medium', 'high', 'critical'];

interface Gathered {
  readonly declaredBy: string | undefined;
  worst: Finding;
  count: number;
  readonly first: Finding[];
}

/**
 * The findings of a text by their kinds, the worst first and what is declared to be made up last; of each where the first
 * few stand.
 * @param print of each value whose place is kept; without it none has one.
 */
export async function kindsInFile(
  text: string,
  findings: readonly Finding[],
  print?: Print,
): Promise<readonly KindInFile[]> {
  const kinds = new Map<string, Gathered>();
  for (const finding of findings) {
    const { kind, declaredBy } = finding;
    const key = declaredBy === undefined ? kind : `${kind}\n${declaredBy}`;
    const before = kinds.get(key);
    if (before === undefined) kinds.set(key, { declaredBy, worst: finding, count: 1, first: [finding] });
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
  return [...kinds.values()]
    .map(({ declaredBy, worst, count, first }) => ({
      kind: worst.kind,
      class: worst.class,
      severity: worst.severity,
      evidence: worst.evidence,
      count,
      places: first.flatMap((finding) => places.get(finding) ?? []),
      ...(declaredBy !== undefined && { declaredBy }),
    }))
    .toSorted(
      (a, b) =>
        Number(a.declaredBy !== undefined) - Number(b.declaredBy !== undefined) ||
        rank(b) - rank(a) ||
        b.count - a.count,
    );
}

function rank({ severity }: Pick<Finding, 'severity'>): number {
  return ORDER.indexOf(severity);
}
