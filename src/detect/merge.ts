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
    .filter((finding) => finding.end > finding.start)
    .sort((a, b) => a.start - b.start || b.end - a.end);
  const merged: Finding[] = [];
  for (let at = 0; at < sorted.length;) {
    const first = sorted[at];
    if (first === undefined) break;
    let next = at + 1;
    let end = first.end;
    for (let one = sorted[next]; one && one.start < end; one = sorted[++next]) end = Math.max(end, one.end);
    // Most are alone.
    if (next === at + 1 && first.covers === undefined) merged.push(first);
    else merged.push(joined(first, sorted, at, next, end));
    at = next;
  }
  return merged;
}

/** Those of sorted findings from the number `from`, which is `first`, up to `to` as one that goes up to `end`. */
function joined(first: Finding, sorted: readonly Finding[], from: number, to: number, end: number): Finding {
  let lead = first;
  let table = first.table;
  let isOneNamed = isNamed(first);
  for (let i = from + 1; i < to; i++) {
    const finding = sorted[i] ?? first;
    if (outweighs(finding, lead)) lead = finding;
    // A cell stays one of its table, whatever else is known of it.
    table = lead.table ?? finding.table ?? table;
    isOneNamed ||= isNamed(finding);
  }
  const named = isOneNamed && to > from + 1 && !isNamingRule(lead.rule);
  const isLonger = lead.start !== first.start || lead.end !== end;
  const covers = coveredBy(lead, sorted, from, to);
  if (!isLonger && !named && lead.table === table && covers.length === 0) return lead;
  const whole: { -readonly [K in keyof Finding]: Finding[K] } = { ...lead, start: first.start, end };
  if (table !== undefined) whole.table = table;
  if (named) whole.named = true;
  if (covers.length > 0) whole.covers = covers;
  if (!isLonger || (whole.inside === undefined && whole.declaredBy === undefined)) return whole;
  // What is said of the inside of an encoded piece, or of a value, holds for that alone.
  const { inside: _, declaredBy: __, ...rest } = whole;
  return rest;
}

const NOTHING: readonly Covered[] = [];

/** What of sorted findings from the number `from` up to `to` the one that stands for them cannot speak for. */
function coveredBy(lead: Finding, sorted: readonly Finding[], from: number, to: number): readonly Covered[] {
  let isAllSaid = true;
  for (let i = from; i < to && isAllSaid; i++) {
    const one = sorted[i] ?? lead;
    isAllSaid = one.covers === undefined && !speaksForItself(one, lead);
  }
  if (isAllSaid) return NOTHING;
  const each = sorted.slice(from, to).flatMap((one): readonly Covered[] => [one, ...(one.covers ?? [])]);
  const named = each
    .filter((one) => speaksForItself(one, lead))
    .map(({ class: className, kind, severity }) => ({ class: className, kind, severity }));
  return [...new Map(named.map((one) => [`${one.severity} ${one.kind}`, one])).values()];
}

function speaksForItself(one: Covered, lead: Finding): boolean {
  if (one.class === lead.class) return one.kind !== lead.kind && customKind(lead.kind) !== undefined;
  return RANK[one.class] > RANK[lead.class];
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
