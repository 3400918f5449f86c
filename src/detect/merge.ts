import type { Finding, Severity } from './finding.ts';
import { isGeneric } from './kinds.ts';

const WEIGHT: Readonly<Record<Severity, number>> = { low: 0, medium: 1, high: 2, critical: 3 };

/**
 * Sorts findings by start and joins those that overlap: the range is that of all of them together, everything
 * else is taken from the gravest (of secrets, from one that says whose it is), and among equals from the longest. Time: n log n.
 */
export function mergeFindings(findings: readonly Finding[]): Finding[] {
  const sorted = findings
    .filter(({ start, end }) => end > start)
    .sort((a, b) => a.start - b.start || b.end - a.end);
  const merged: { finding: Finding; lead: Finding }[] = [];
  for (const finding of sorted) {
    const last = merged.at(-1);
    if (!last || finding.start >= last.finding.end) {
      merged.push({ finding, lead: finding });
      continue;
    }
    const lead = outweighs(finding, last.lead) ? finding : last.lead;
    last.lead = lead;
    // A cell stays one of its table, whatever else is known of it.
    const table = lead.table ?? finding.table ?? last.finding.table;
    const joined = { ...lead, start: last.finding.start, end: Math.max(last.finding.end, finding.end) };
    last.finding = table ? { ...joined, table } : joined;
  }
  return merged.map(({ finding, lead }) => {
    if (finding.start === lead.start && finding.end === lead.end) return finding;
    // What is said of the inside of an encoded piece holds for that piece alone.
    const { inside: _, ...joined } = finding;
    return joined;
  });
}

function outweighs(a: Finding, b: Finding): boolean {
  if (a.class === 'secret' && b.class === 'secret' && isGeneric(a.kind) !== isGeneric(b.kind)) {
    return isGeneric(b.kind);
  }
  return (
    WEIGHT[a.severity] - WEIGHT[b.severity] > 0 ||
    (a.severity === b.severity && a.end - a.start > b.end - b.start)
  );
}
