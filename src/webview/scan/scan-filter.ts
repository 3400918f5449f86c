import type { ScanColumn, ScanRow } from '../../protocol/scan.ts';

/** What rows are wanted; an empty text stands for all. */
export interface ScanFilter {
  /** A folder: what the paths of its rows begin with, and whether only files directly in it are meant. */
  readonly folder: string;
  readonly isFlat: boolean;
  readonly kind: string;
  readonly class: string;
  readonly standing: string;
  readonly search: string;
}

export const EVERYTHING: ScanFilter = {
  folder: '',
  isFlat: false,
  kind: '',
  class: '',
  standing: '',
  search: '',
};

/** What the rows are sorted by. */
export interface ScanSorting {
  readonly column: ScanColumn;
  readonly descending: boolean;
}

/** The worst first, and of what is as bad the most. */
export const WORST_FIRST: ScanSorting = { column: 'kind', descending: true };

/**
 * The rows that are like that, as they came. The search looks for each of its words in files, names of kinds and in what is declared.
 * @param kinds what kinds are called.
 */
export function filterScan(
  rows: readonly ScanRow[],
  { folder, isFlat, kind, class: className, standing, search }: ScanFilter,
  kinds: Readonly<Record<string, string>>,
): readonly ScanRow[] {
  const words = search
    .toLowerCase()
    .split(/\s/)
    .filter((word) => word !== '');
  return rows.filter(
    (row) =>
      row.path.startsWith(folder) &&
      (!isFlat || !row.path.slice(folder.length).includes('/')) &&
      (kind === '' || row.kind === kind) &&
      (className === '' || row.class === className) &&
      (standing === '' || row.standing === standing) &&
      (words.length === 0 || holds(row, words, kinds)),
  );
}

function holds(
  { file, kind, declared }: ScanRow,
  words: readonly string[],
  kinds: Readonly<Record<string, string>>,
): boolean {
  const text = `${file}\n${kinds[kind] ?? ''}\n${kind}\n${declared}`.toLowerCase();
  return words.every((word) => text.includes(word));
}

const STANDING_ORDER: readonly ScanRow['standing'][] = ['open', 'redacted', 'limited', 'denied'];

const KEYS: Readonly<Record<ScanColumn, (row: ScanRow) => number | string>> = {
  file: ({ path }) => path.toLowerCase(),
  kind: ({ severity }) => severity,
  count: ({ count }) => count,
  standing: ({ standing }) => STANDING_ORDER.indexOf(standing),
};

/** The rows in the order asked for; of those that are alike the most first, and then as they came. */
export function sortScan(rows: readonly ScanRow[], { column, descending }: ScanSorting): readonly ScanRow[] {
  const sign = descending ? -1 : 1;
  const keyed = rows.map((row) => [KEYS[column](row), row] as const);
  return keyed
    .toSorted(([a, one], [b, other]) => (a < b ? -sign : a > b ? sign : other.count - one.count))
    .map(([, row]) => row);
}

/** What a press on a column leads to: files from A and what may leave first, all else from the greatest; then the other way. */
export function nextScanSorting(now: ScanSorting, column: ScanColumn): ScanSorting {
  if (now.column === column) return { column, descending: !now.descending };
  return { column, descending: column === 'kind' || column === 'count' };
}
