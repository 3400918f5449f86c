import type { RuleHit } from '../../rule.ts';

/** A field of a record as it was read: where its label stands, its value, and what that was taken for. */
export interface Entry {
  /** The label as it is written. */
  readonly key: string;
  /** Where the label begins, in UTF-16 code units. */
  readonly at: number;
  readonly start: number;
  readonly end: number;
  /** What its field holds, whatever the value is. */
  readonly kind: string;
  /** What the value was found to be; undefined where it does not look like what it is called. */
  readonly found: string | undefined;
}

/** So far apart the same key of two records may be. */
const APART = 4_000;
/** Fewer records are no table. */
const LEAST = 3;
/** What ends a record before the next one: a bracket, an element, the dash of a list, a line of its own. */
const BETWEEN = /[})>]|^[ \t]{0,40}- |\n[ \t]{0,40}-[ \t]|\n\s{0,4}\n/;

/** Entries of one key in records that follow each other. */
interface Column {
  readonly key: string;
  readonly entries: Entry[];
}

/**
 * Joins fields of the same name in records that follow each other to the columns of a table, and takes what is in
 * such a column for personal, too, where a value alone would not say so.
 *
 * @param entries in the order they stand in
 * @param firstId number of the first table
 */
export function hitsOfRecords(text: string, entries: readonly Entry[], firstId: number): RuleHit[] {
  const columns = columnsOf(text, entries).filter(isPersonal);
  const tables = tablesOf(columns.filter(({ entries: { length } }) => length >= LEAST));
  const marks = new Map<Entry, NonNullable<RuleHit['table']>>();
  for (const [id, table] of tables.entries()) markTable(table, firstId + id, marks);
  const taken = new Set(columns.flatMap((column) => column.entries));
  const hits: RuleHit[] = [];
  for (const entry of entries) {
    const kind = entry.found ?? (taken.has(entry) ? entry.kind : undefined);
    if (kind === undefined) continue;
    const { start, end } = entry;
    const table = marks.get(entry);
    hits.push(
      table ? { kind, start, end, evidence: 'context', table } : { kind, start, end, evidence: 'context' },
    );
  }
  return hits;
}

function columnsOf(text: string, entries: readonly Entry[]): Column[] {
  const open = new Map<string, Column>();
  const columns: Column[] = [];
  for (const entry of entries) {
    const column = open.get(entry.key);
    const last = column?.entries.at(-1);
    if (column && last && entry.at - last.end < APART && BETWEEN.test(text.slice(last.end, entry.at))) {
      column.entries.push(entry);
      continue;
    }
    const started = { key: entry.key, entries: [entry] };
    open.set(entry.key, started);
    columns.push(started);
  }
  return columns;
}

function isPersonal({ entries }: Column): boolean {
  const found = entries.filter((entry) => entry.found !== undefined).length;
  return found > 0 && found * 2 >= entries.length;
}

/** Columns that stand in the same stretch are of one table. */
function tablesOf(columns: readonly Column[]): Column[][] {
  const tables: { columns: Column[]; end: number }[] = [];
  const sorted = columns.toSorted((one, other) => (one.entries[0]?.at ?? 0) - (other.entries[0]?.at ?? 0));
  for (const column of sorted) {
    const last = tables.at(-1);
    const end = column.entries.at(-1)?.end ?? 0;
    if (last && (column.entries[0]?.at ?? 0) < last.end) {
      last.columns.push(column);
      last.end = Math.max(last.end, end);
    } else tables.push({ columns: [column], end });
  }
  return tables.map((table) => table.columns);
}

/** A record begins where the key that is given first is given again. */
function markTable(
  columns: readonly Column[],
  id: number,
  marks: Map<Entry, NonNullable<RuleHit['table']>>,
): void {
  const leads = columns[0]?.entries ?? [];
  for (const [column, { entries }] of columns.entries()) {
    let row = 0;
    for (const entry of entries) {
      while ((leads[row + 1]?.at ?? Infinity) <= entry.at) row += 1;
      marks.set(entry, { id, column, row });
    }
  }
}
