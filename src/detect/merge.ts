import { customKind } from './custom.ts';
import type { Covered, Finding, FindingClass, Severity } from './finding.ts';
import { isGeneric } from './kinds.ts';
import { isNamed, isNamingRule } from './named.ts';

const WEIGHT: Readonly<Record<Severity, number>> = { low: 0, medium: 1, high: 2, critical: 3 };

/** A pattern of a policy file may be as long and as grave as it likes: what it calls internal is still the secret that it is. */
const RANK: Readonly<Record<FindingClass, number>> = { path: 0, opaque: 0, internal: 1, pii: 2, secret: 3 };

/**
 * Sorts findings by start and joins those that overlap: the range is that of all of them together, everything
 * else is taken from the gravest (of secrets, from one that says whose it is), and among equals from the longest. Time: n log n.
 */
export function mergeFindings(findings: readonly Finding[]): Finding[] {
  const sorted = findings
    .filter(({ start, end }) => end > start)
    .sort((a, b) => a.start - b.start || b.end - a.end);
  const merged: { finding: Finding; lead: Finding; all: Finding[] }[] = [];
  for (const finding of sorted) {
    const last = merged.at(-1);
    if (!last || finding.start >= last.finding.end) {
      merged.push({ finding, lead: finding, all: [finding] });
      continue;
    }
    const lead = outweighs(finding, last.lead) ? finding : last.lead;
    last.lead = lead;
    last.all.push(finding);
    // A cell stays one of its table, whatever else is known of it.
    const table = lead.table ?? finding.table ?? last.finding.table;
    const named = !isNamingRule(lead.rule) && (isNamed(finding) || isNamed(last.finding));
    const joined = {
      ...lead,
      start: last.finding.start,
      end: Math.max(last.finding.end, finding.end),
      ...(table && { table }),
      ...(named && { named }),
    };
    last.finding = joined;
  }
  return merged.map(({ finding: whole, lead, all }) => {
    const covers = coveredBy(lead, all);
    const finding = covers.length === 0 ? whole : { ...whole, covers };
    if (finding.start === lead.start && finding.end === lead.end) return finding;
    // What is said of the inside of an encoded piece, or of a value, holds for that alone.
    const { inside: _, declaredBy: __, ...joined } = finding;
    return joined;
  });
}

/** What of all at one place the one that stands for them cannot speak for. */
function coveredBy(lead: Finding, all: readonly Finding[]): readonly Covered[] {
  // Most stand alone.
  if (all.length === 1 && lead.covers === undefined) return [];
  const each = all.flatMap((one): readonly Covered[] => [one, ...(one.covers ?? [])]);
  const others = each.filter(
    ({ class: className, kind }) =>
      RANK[className] > RANK[lead.class] ||
      (className === lead.class && kind !== lead.kind && customKind(lead.kind) !== undefined),
  );
  const named = others.map(({ class: className, kind, severity }) => ({ class: className, kind, severity }));
  return [...new Map(named.map((one) => [`${one.severity} ${one.kind}`, one])).values()];
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
