import type { LedgerColumn, LedgerRow } from '../protocol/ledger.ts';

/** What rows are wanted; an empty text stands for all. */
export interface LedgerFilter {
  readonly to: string;
  readonly found: string;
  readonly ending: string;
  /** Number of days back. */
  readonly days: string;
  readonly search: string;
}

export const EVERYTHING: LedgerFilter = { to: '', found: '', ending: '', days: '', search: '' };

/** What the rows are sorted by. */
export interface LedgerSorting {
  readonly column: LedgerColumn;
  readonly descending: boolean;
}

const DAY = 86_400_000;

/** The rows that are like that, as they came. The search looks for each of its words in names, models, hosts and ids. */
export function filterRows(
  rows: readonly LedgerRow[],
  { to, found, ending, days, search }: LedgerFilter,
  now: number,
): readonly LedgerRow[] {
  const since = days === '' ? -Infinity : now - Number(days) * DAY;
  const words = search
    .toLowerCase()
    .split(/\s/)
    .filter((word) => word !== '');
  return rows.filter(
    (row) =>
      (to === '' || row.to === to) &&
      (found === '' || row.classes.some((one) => one === found)) &&
      (ending === '' || row.ending === ending) &&
      row.at >= since &&
      (words.length === 0 || holds(row, words)),
  );
}

function holds({ name, model, host, requestId, id }: LedgerRow, words: readonly string[]): boolean {
  const text = `${name}\n${model}\n${host}\n${requestId}\n${id}`.toLowerCase();
  return words.every((word) => text.includes(word));
}

const KEYS: Readonly<Record<LedgerColumn, (row: LedgerRow) => number | string>> = {
  when: ({ at }) => at,
  destination: ({ name, model }) => `${name} ${model}`.toLowerCase(),
  found: ({ count }) => count,
  held: ({ heldOrder }) => heldOrder,
  ending: ({ ending }) => ending,
  bytes: ({ bytes }) => bytes,
};

/** The rows in the order asked for, those that are alike as they came. */
export function sortLedger(
  rows: readonly LedgerRow[],
  { column, descending }: LedgerSorting,
): readonly LedgerRow[] {
  const sign = descending ? -1 : 1;
  const keyed = rows.map((row) => [KEYS[column](row), row] as const);
  return keyed.toSorted(([a], [b]) => (a < b ? -sign : a > b ? sign : 0)).map(([, row]) => row);
}

/** What a press on a column leads to: names and endings from A, all else from the greatest, and then the other way. */
export function nextLedgerSorting(now: LedgerSorting, column: LedgerColumn): LedgerSorting {
  if (now.column === column) return { column, descending: !now.descending };
  return { column, descending: column !== 'destination' && column !== 'ending' };
}
