import type { Finding } from '../detect/finding.ts';
import { kindOf } from '../detect/kinds.ts';
import type { Column } from '../policy/column.ts';
import type { Miss } from '../policy/requirements.ts';
import {
  type Action,
  compareActions,
  type Decision,
  type FindingReason,
  type Reason,
  type RuledFile,
} from './decision.ts';
import { MATRIX } from './matrix.ts';
import type { FileName, Origin } from './files.ts';
import type { Placed } from './user-rules.ts';

/** What a decision is made by, besides what was found. */
export interface Terms {
  readonly column: Column;
  /** The requirements the destination misses. */
  readonly misses: readonly Miss[];
  /** The user's rule for a finding at this destination. */
  readonly ruleFor: (finding: Judged) => Placed | undefined;
  /** The user's rule that denies a whole file at this destination. */
  readonly denialOf: (file: FileName) => Placed | undefined;
}

/** All of a finding that counts. */
export interface Judged extends Pick<Finding, 'class' | 'kind' | 'severity'> {
  /** The files it came from; undefined where none is known. */
  readonly from?: Origin | undefined;
  /** For a file as a whole: the rule that denies it. */
  readonly deniedBy?: Placed;
}

/** What one finding leads to. A file that a rule denies stays denied, whatever the user's rules say of others. */
export function judge(finding: Judged, terms: Terms): Action {
  return reasonOf(finding, terms, 1).action;
}

/** Weighs all findings of a request, and the destination against the requirements; the strictest wins. */
export function decide(findings: readonly Judged[], terms: Terms): Decision {
  // Findings of one kind can differ in severity or in their files, and so in the rule that is about them.
  const groups = new Map<string, { readonly finding: Judged; count: number }>();
  for (const finding of findings) {
    const { kind, severity, from } = finding;
    // Of most no file is known, and there are many.
    const key = from === undefined ? `${severity} ${kind}` : JSON.stringify([kind, severity, from]);
    const group = groups.get(key);
    if (group) group.count += 1;
    else groups.set(key, { finding, count: 1 });
  }
  const reasons: Reason[] = [
    ...terms.misses.map((miss): Reason => ({ because: 'requirement', action: 'block', miss })),
    ...joined([...groups.values()].map(({ finding, count }) => reasonOf(finding, terms, count))),
  ];
  reasons.sort((a, b) => compareActions(b.action, a.action));
  return { action: reasons[0]?.action ?? 'allow', column: terms.column, reasons };
}

function reasonOf(finding: Judged, { column, ruleFor }: Terms, count: number): FindingReason {
  const { kind } = finding;
  const { row } = kindOf(kind);
  const own = row === 'path' ? finding.deniedBy : ruleFor(finding);
  const action = row === 'path' ? MATRIX.path[column] : (own?.rule.action ?? MATRIX[row][column]);
  const where = ruledFile(finding, own);
  return {
    because: 'finding',
    action,
    row,
    column,
    kind,
    count,
    rule: own?.index ?? null,
    ...(where && { where }),
  };
}

function ruledFile({ from }: Judged, own: Placed | undefined): RuledFile | undefined {
  const glob = own?.rule.path;
  const file = (from?.within[0] ?? from?.touched[0])?.path;
  return glob === undefined || file === undefined ? undefined : { glob, file };
}

/** One reason for each kind and what decided of it, and for each file where its path did. */
function joined(reasons: readonly FindingReason[]): FindingReason[] {
  const byCause = new Map<string, FindingReason>();
  for (const reason of reasons) {
    const key = JSON.stringify([reason.kind, reason.rule, reason.where?.file]);
    byCause.set(key, { ...reason, count: reason.count + (byCause.get(key)?.count ?? 0) });
  }
  return [...byCause.values()];
}
