import { groupTables } from '../../detect/fields/tables/summary.ts';
import type { Finding, FindingClass } from '../../detect/finding.ts';
import { tableLine } from '../../sentences/table.ts';
import type { Translate } from '../../sentences/translate.ts';
import type { FoundKind, Looked } from './check-answer.ts';

/** A text, and what of it is meant; offsets are UTF-16 code units. */
export interface Given {
  readonly name: string;
  readonly text: string;
  readonly pieces: readonly { readonly start: number; readonly end: number }[] | undefined;
}

const ORDER: readonly FindingClass[] = ['secret', 'pii', 'internal', 'path', 'opaque'];

/** What is to be said of a text and its findings, in the order of the text: counts, kinds, rules and lines. */
export function lookedAt({ name, text, pieces }: Given, findings: readonly Finding[], t: Translate): Looked {
  const { tables, others } = groupTables(findings);
  const counts = new Map<FindingClass, number>();
  for (const { class: of } of findings) counts.set(of, (counts.get(of) ?? 0) + 1);
  const kinds = new Map<string, FoundKind & { lines: number[] }>();
  const lineOf = linesOf(text);
  for (const { class: of, kind, rule, start } of others) {
    const line = lineOf(start);
    const key = `${kind}\n${rule}`;
    const before = kinds.get(key);
    if (before === undefined) kinds.set(key, { class: of, kind, rule, count: 1, lines: [line] });
    else {
      if (before.lines.at(-1) !== line) before.lines.push(line);
      kinds.set(key, { ...before, count: before.count + 1 });
    }
  }
  return {
    name,
    part: partOf(text, pieces),
    found: [...kinds.values()].toSorted((a, b) => ORDER.indexOf(a.class) - ORDER.indexOf(b.class)),
    tables: tables.map((table) => tableLine(table, t)),
    counts,
  };
}

function partOf(text: string, pieces: Given['pieces']): Looked['part'] {
  if (pieces === undefined || pieces.length === 0) return undefined;
  const start = Math.min(...pieces.map((piece) => piece.start));
  const end = Math.max(...pieces.map((piece) => piece.end));
  if (start === 0 && end >= text.length) return undefined;
  const lineOf = linesOf(text);
  const first = lineOf(start);
  // The end of a line that was selected whole is the beginning of the next.
  return { first, last: lineOf(Math.max(start, end - 1)) };
}

/** The line of each place of a text, from 1. Places are asked for in their order. */
function linesOf(text: string): (place: number) => number {
  let next = text.indexOf('\n');
  let line = 1;
  return (place) => {
    for (; next >= 0 && next < place; next = text.indexOf('\n', next + 1)) line += 1;
    return line;
  };
}
