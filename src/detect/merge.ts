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
  const merged: Finding[] = [];
  for (let first = 0; first < sorted.length;) {
    let next = first;
    let end = 0;
    for (let one = sorted[next]; one && (next === first || one.start < end); one = sorted[++next])
      end = Math.max(end, one.end);
    const alone = next === first + 1 ? sorted[first] : undefined;
    // Most are.
    if (alone !== undefined && alone.covers === undefined) merged.push(alone);
    else merged.push(joined(sorted.slice(first, next)));
    first = next;
  }
  return merged;
}

/** Findings that overlap as one; in order of start, and at least one. */
function joined(all: readonly Finding[]): Finding {
  const [first, ...others] = all;
  if (first === undefined) throw new RangeError('nothing to join');
  let whole = first;
  let lead = first;
  for (const finding of others) {
    const before = whole;
    if (outweighs(finding, lead)) lead = finding;
    const end = Math.max(before.end, finding.end);
    // A cell stays one of its table, whatever else is known of it.
    const table = lead.table ?? finding.table ?? before.table;
    const named = !isNamingRule(lead.rule) && (isNamed(finding) || isNamed(before));
    const isSame = lead.start === before.start && lead.end === end && lead.table === table && !named;
    whole = isSame
      ? lead
      : { ...lead, start: before.start, end, ...(table && { table }), ...(named && { named }) };
  }
  const covers = coveredBy(lead, all);
  const finding = covers.length === 0 ? whole : { ...whole, covers };
  if (finding.start === lead.start && finding.end === lead.end) return finding;
  // What is said of the inside of an encoded piece, or of a value, holds for that alone.
  const { inside: _, declaredBy: __, ...rest } = finding;
  return rest;
}

/** What of all at one place the one that stands for them cannot speak for. */
function coveredBy(lead: Finding, all: readonly Finding[]): readonly Covered[] {
  const isCustom = customKind(lead.kind) !== undefined;
  const speaksForItself = ({ class: className, kind }: Covered): boolean =>
    RANK[className] > RANK[lead.class] || (isCustom && className === lead.class && kind !== lead.kind);
  if (!all.some((one) => one.covers !== undefined || speaksForItself(one))) return [];
  const each = all.flatMap((one): readonly Covered[] => [one, ...(one.covers ?? [])]);
  const named = each
    .filter(speaksForItself)
    .map(({ class: className, kind, severity }) => ({ class: className, kind, severity }));
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
