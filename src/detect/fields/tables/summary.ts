import type { Finding } from '../../finding.ts';
import { kindOf } from '../../kinds.ts';

/** What is to be said of a table with personal columns in one line. */
export interface TableSummary {
  /** What was found in it, in the order of the findings given. */
  readonly findings: readonly Finding[];
  readonly columns: number;
  readonly rows: number;
  /** Whether a row is somebody: a name, a way to reach them or a number of theirs is in it. */
  readonly isOfPeople: boolean;
  /** Kinds of its columns, from left to right, each once. */
  readonly kinds: readonly string[];
}

/** What was found, with what belongs to one table taken together. */
export interface Grouped {
  readonly tables: readonly TableSummary[];
  /** What belongs to none. */
  readonly others: readonly Finding[];
}

/** A table of fewer rows is said cell by cell. */
const LEAST_ROWS = 3;
/** Kinds that say something of a person, and not who it is. */
const NOT_WHO: ReadonlySet<string> = new Set([
  'residence',
  'salary',
  'nationality',
  'personal-detail',
  'customer-organisation',
]);

/** Takes findings that stand in one table together. Pure, and linear in the findings. */
export function groupTables(findings: readonly Finding[]): Grouped {
  const byTable = new Map<number, Finding[]>();
  for (const finding of findings) {
    if (!finding.table) continue;
    const known = byTable.get(finding.table.id);
    if (known) known.push(finding);
    else byTable.set(finding.table.id, [finding]);
  }
  const tables = [...byTable.values()].map(summaryOf).filter(({ rows }) => rows >= LEAST_ROWS);
  const taken = new Set(tables.flatMap((table) => table.findings));
  return { tables, others: findings.filter((finding) => !taken.has(finding)) };
}

function summaryOf(findings: readonly Finding[]): TableSummary {
  const columns = new Map<number, string>();
  const rows = new Set<number>();
  for (const { table, kind } of findings) {
    if (!table) continue;
    rows.add(table.row);
    if (!columns.has(table.column)) columns.set(table.column, kind);
  }
  const kinds = [...columns].toSorted(([one], [other]) => one - other).map(([, kind]) => kind);
  const isOfPeople = kinds.some((kind) => kindOf(kind).class === 'pii' && !NOT_WHO.has(kind));
  return { findings, columns: columns.size, rows: rows.size, isOfPeople, kinds: [...new Set(kinds)] };
}
