import type { LedgerEntry } from './entries.ts';
import type { SentEntry } from './line.ts';

/** How a ledger is written out. */
export type ExportFormat = 'csv' | 'json';

type Column = readonly [name: string, of: (entry: LedgerEntry) => string | number | undefined];

const counted =
  (of: SentEntry['findings'][number]['class'], what: 'redacted' | 'letThrough') =>
  ({ sent }: LedgerEntry): number =>
    sent.findings.find((row) => row.class === of)?.[what] ?? 0;

const COLUMNS: readonly Column[] = [
  ['id', ({ sent }) => sent.id],
  ['sent at', ({ sent }) => isoTime(sent.at)],
  ['destination', ({ sent }) => sent.to],
  ['policy of', ({ sent }) => sent.provider ?? ''],
  ['model', ({ sent }) => sent.model],
  ['asked by', ({ sent }) => sent.by ?? ''],
  ['host', ({ sent }) => sent.host],
  ['endpoint', ({ sent }) => sent.endpoint],
  ['format', ({ sent }) => sent.format],
  ['bytes', ({ sent }) => sent.bytes],
  ['HMAC-SHA-256', ({ sent }) => sent.digest],
  ...(['secret', 'pii', 'internal', 'path', 'opaque'] as const).flatMap((of): Column[] => [
    [`${of} redacted`, counted(of, 'redacted')],
    [`${of} as it is`, counted(of, 'letThrough')],
  ]),
  ['held until', ({ sent }) => heldCell(sent.held.content)],
  ['held until if flagged', ({ sent }) => (sent.held.flagged ? heldCell(sent.held.flagged) : '')],
  ['facts', ({ sent }) => sent.facts.map(factCell).join('; ')],
  ['ended at', ({ ended }) => ended && isoTime(ended.at)],
  ['ended', ({ ended }) => ended?.how],
  ['reason', ({ ended }) => ended?.reason],
  ['sent', ({ ended }) => ended?.sent ?? 'unknown'],
  ['status', ({ ended }) => ended?.status],
  ['request id', ({ ended }) => ended?.requestId],
];

/** The entries as a table for a spreadsheet (RFC 4180), or as JSON with all that is known. */
export function exportEntries(entries: readonly LedgerEntry[], format: ExportFormat): string {
  if (format === 'csv') {
    const rows = [COLUMNS.map(([name]) => name), ...entries.map((one) => COLUMNS.map(([, of]) => of(one)))];
    return rows.map((cells) => `${cells.map(csvCell).join(',')}\r\n`).join('');
  }
  const written = entries.map(({ sent, ended }) => ({
    ...sent,
    at: isoTime(sent.at),
    ended: ended === undefined ? null : { ...ended, at: isoTime(ended.at) },
  }));
  return `${JSON.stringify(written, null, 2)}\n`;
}

/**
 * A cell that no spreadsheet takes for a formula: what begins like one, in full width too, gets an apostrophe before it,
 * as OWASP's page on CSV injection has it.
 */
export function csvCell(value: string | number | undefined): string {
  if (typeof value === 'number') return String(value);
  const text = value ?? '';
  const safe = /^[=+\-@\t\r\n＝＋－＠]/u.test(text) ? `'${text}` : text;
  return `"${safe.replaceAll('"', '""')}"`;
}

function heldCell(held: SentEntry['held']['content']): string {
  return held.is === 'until' ? held.day : held.is === 'nothing' ? 'nothing' : held.why;
}

function factCell({ fact, value, firm, src, asOf }: SentEntry['facts'][number]): string {
  return `${fact} ${value} (${[firm, src, asOf].filter((part) => part !== null).join(', ')})`;
}

function isoTime(at: number): string {
  return new Date(at).toISOString();
}
