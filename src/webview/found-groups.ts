import type { BundleView, FoundView, ReviewView } from '../protocol/review.ts';

/** A finding with its place in the review. */
export interface PlacedFound {
  readonly at: number;
  readonly found: FoundView;
}

/** Findings of one table, or one of its own, for which `table` is empty. */
export interface FoundGroup {
  readonly table: string;
  readonly rows: PlacedFound[];
  readonly bundles: readonly BundleView[];
}

/** Rows of one table stand together, where its first one is. */
export function groupFound({ found, bundles }: Pick<ReviewView, 'found' | 'bundles'>): FoundGroup[] {
  const groups: FoundGroup[] = [];
  const tables = new Map<string, FoundGroup>();
  for (const [at, row] of found.entries()) {
    const known = row.table === '' ? undefined : tables.get(row.table);
    if (known) {
      known.rows.push({ at, found: row });
      continue;
    }
    const { table } = row;
    const own = table === '' ? [] : bundles.filter((bundle) => bundle.table === table);
    const group: FoundGroup = { table, rows: [{ at, found: row }], bundles: own };
    groups.push(group);
    if (table !== '') tables.set(table, group);
  }
  return groups;
}
