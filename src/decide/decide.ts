import type { Finding } from '../detect/finding.ts';
import { kindOf } from '../detect/kinds.ts';
import type { Column } from '../policy/column.ts';
import { type Action, compareActions, type Decision, type Reason } from './decision.ts';
import { MATRIX } from './matrix.ts';

/** What one finding leads to at a destination in that column. */
export function judge(finding: Pick<Finding, 'kind'>, column: Column): Action {
  return MATRIX[kindOf(finding.kind).row][column];
}

/** Weighs all findings of a request against the column of its destination; the strictest wins. */
export function decide(findings: readonly Pick<Finding, 'kind'>[], column: Column): Decision {
  const counts = new Map<string, number>();
  for (const { kind } of findings) counts.set(kind, (counts.get(kind) ?? 0) + 1);
  const reasons = [...counts]
    .map(([kind, count]): Reason => ({
      action: judge({ kind }, column),
      row: kindOf(kind).row,
      column,
      kind,
      count,
    }))
    .sort((a, b) => compareActions(b.action, a.action));
  return { action: reasons[0]?.action ?? 'allow', column, reasons };
}
