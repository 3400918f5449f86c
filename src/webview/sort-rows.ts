import type { ColumnId, ComparisonRow } from '../protocol/comparison.ts';

/** What a table is sorted by. */
export interface Sorting {
  readonly column: ColumnId;
  readonly descending: boolean;
}

/** The rows in the order asked for, rows that are alike as they came; without an order, all as they came. */
export function sortRows(
  rows: readonly ComparisonRow[],
  sorting: Sorting | undefined,
): readonly ComparisonRow[] {
  if (sorting === undefined) return rows;
  const { column, descending } = sorting;
  const sign = descending ? -1 : 1;
  return rows.toSorted((a, b) => sign * compareOrders(a.cells[column]?.order, b.cells[column]?.order));
}

/** What a press on a column's button leads to: best first, then worst first, then best first again. */
export function nextSorting(sorting: Sorting | undefined, column: ColumnId): Sorting {
  return { column, descending: sorting?.column === column && !sorting.descending };
}

function compareOrders(a: number | string | undefined, b: number | string | undefined): number {
  if (typeof a === 'string' && typeof b === 'string') return a.localeCompare(b);
  return Number(a ?? Infinity) - Number(b ?? Infinity) || 0;
}
