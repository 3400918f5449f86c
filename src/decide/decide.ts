import type { Finding } from '../detect/finding.ts';
import { kindOf } from '../detect/kinds.ts';
import type { Column } from '../policy/column.ts';
import type { Miss } from '../policy/requirements.ts';
import {
  type Action,
  type AllowedDestinations,
  compareActions,
  type Decision,
  type FindingReason,
  isHeldBack,
  type Reason,
  type RuledFile,
} from './decision.ts';
import { MATRIX } from './matrix.ts';
import type { FileName, Origin } from './files.ts';
import type { Ruling } from './paths/verdict.ts';
import type { Denial, Placed } from './user-rules.ts';

/** What a decision is made by, besides what was found. */
export interface Terms {
  readonly column: Column;
  /** The requirements the destination misses. */
  readonly misses: readonly Miss[];
  /** The lists of allowed destinations that this one is not on. */
  readonly notAllowed: readonly AllowedDestinations[];
  /** The user's rule for a finding at this destination. */
  readonly ruleFor: (finding: Judged) => Placed | undefined;
  /** The rule that denies a whole file at this destination. */
  readonly denialOf: (file: FileName) => Denial | undefined;
  /** The rule about paths by which a file leaves with all that is found in it redacted. */
  readonly redactedBy: (file: FileName) => Ruling | undefined;
}

/** All of a finding that counts. */
export interface Judged extends Pick<Finding, 'class' | 'kind' | 'severity' | 'covers' | 'declaredBy'> {
  /** The files it came from; undefined where none is known. */
  readonly from?: Origin | undefined;
  /** For a file as a whole: the rule that denies it. */
  readonly deniedBy?: Denial;
}

/** What one finding leads to. A file that a rule denies stays denied, whatever the user's rules say of others. */
export function judge(finding: Judged, terms: Terms): Action {
  return reasonByTerms(finding, terms).action;
}

/** Whether a finding cannot go as it is by anybody's word: it is blocked, or redacted for where it comes from. */
export function isFixed(finding: Judged, terms: Terms): boolean {
  const { action, ruling } = reasonByTerms(finding, terms);
  return action === 'block' || ruling !== undefined;
}

/** What the plain findings of a class, a kind and a severity lead to. */
interface Plain {
  readonly class: Finding['class'];
  readonly severity: Finding['severity'];
  readonly reason: FindingReason;
}

/** By kind, for some terms: a long conversation has thousands of them. */
const judged = new WeakMap<Terms, Map<string, Plain[]>>();

function plainOf(finding: Judged, terms: Terms): Plain {
  let byKind = judged.get(terms);
  if (!byKind) judged.set(terms, (byKind = new Map()));
  let ofKind = byKind.get(finding.kind);
  if (!ofKind) byKind.set(finding.kind, (ofKind = []));
  for (const one of ofKind) if (one.class === finding.class && one.severity === finding.severity) return one;
  const { class: className, severity } = finding;
  const plain = { class: className, severity, reason: reasonOf(finding, terms) };
  ofKind.push(plain);
  return plain;
}

function reasonByTerms(finding: Judged, terms: Terms): FindingReason {
  return isPlain(finding) ? plainOf(finding, terms).reason : reasonOf(finding, terms);
}

/** Whether nothing of a finding counts but its class, its kind and its severity, as of most. */
function isPlain({ from, covers, declaredBy, deniedBy }: Judged): boolean {
  return from === undefined && covers === undefined && declaredBy === undefined && deniedBy === undefined;
}

/** What a finding leads to by a rule of the user's, or by the matrix where there is none. */
export function ruledAction({ kind }: Pick<Judged, 'kind'>, own: Placed | undefined, column: Column): Action {
  return own?.rule.action ?? MATRIX[kindOf(kind).row][column];
}

/** Weighs all findings of a request, and the destination against the requirements; the strictest wins. */
export function decide(findings: readonly Judged[], terms: Terms): Decision {
  // Findings of one kind can differ in severity or in their files, and so in the rule that is about them.
  const groups = new Map<string | Plain, { readonly finding: Judged; count: number }>();
  for (const finding of findings) {
    const { kind, severity, from, covers, declaredBy } = finding;
    const key = isPlain(finding)
      ? plainOf(finding, terms)
      : JSON.stringify([kind, severity, from, covers, declaredBy]);
    const group = groups.get(key);
    if (group) group.count += 1;
    else groups.set(key, { finding, count: 1 });
  }
  const reasons: Reason[] = [
    ...terms.misses.map((miss): Reason => ({ because: 'requirement', action: 'block', miss })),
    ...terms.notAllowed.map((allowed): Reason => ({ because: 'destination', action: 'block', allowed })),
    ...joined([...groups.values()].map(({ finding, count }) => reasonOf(finding, terms, count))),
  ];
  reasons.sort((a, b) => compareActions(b.action, a.action));
  return { action: reasons[0]?.action ?? 'allow', column: terms.column, reasons };
}

/** Why one finding, or so many of its kind, leads to what it does; of all that it covers by the strictest. */
export function reasonOf(finding: Judged, terms: Terms, count = 1): FindingReason {
  if (finding.covers === undefined) return reasonOfOne(finding, terms, count);
  const { covers, declaredBy: _, ...lead } = finding;
  return covers
    .map((covered) => reasonOfOne({ ...lead, ...covered }, terms, count))
    .reduce(
      (so, other) => (compareActions(other.action, so.action) > 0 ? other : so),
      reasonOfOne(finding, terms, count),
    );
}

function reasonOfOne(finding: Judged, terms: Terms, count: number): FindingReason {
  const { kind, from } = finding;
  const { row } = kindOf(kind);
  const about = { because: 'finding', row, column: terms.column, kind, count } as const;
  if (row === 'path') {
    const { by, glob } = finding.deniedBy ?? {};
    const where = ruledFile(from, glob);
    return {
      ...about,
      action: MATRIX.path[terms.column],
      rule: by?.is === 'rule' ? by.index : null,
      ...(where && { where }),
      ...(by?.is === 'path' && { ruling: by.ruling }),
    };
  }
  const own = terms.ruleFor(finding);
  const action = ruledAction(finding, own, terms.column);
  const ruled = from?.touched
    .map((file) => ({ file, ruling: terms.redactedBy(file) }))
    .find(({ ruling }) => ruling !== undefined);
  // Where the user would be asked it is redacted as well: their word does not let it go.
  if (ruled?.ruling && action !== 'block') {
    const { file, ruling } = ruled;
    return { ...about, action: 'redact', rule: null, where: { glob: ruling.glob, file: file.path }, ruling };
  }
  const { declaredBy } = finding;
  // Neither a rule of the user's nor one about paths has a word in it, and it was looked into.
  if (declaredBy !== undefined && own === undefined && row !== 'opaque' && isHeldBack(action))
    return { ...about, action: 'notify', rule: null, declaredBy };
  const where = ruledFile(from, own?.rule.path);
  return { ...about, action, rule: own?.index ?? null, ...(where && { where }) };
}

function ruledFile(from: Origin | undefined, glob: string | undefined): RuledFile | undefined {
  const file = (from?.within[0] ?? from?.touched[0])?.path;
  return glob === undefined || file === undefined ? undefined : { glob, file };
}

/** One reason for each kind and what decided of it, and for each file where its path did. */
function joined(reasons: readonly FindingReason[]): FindingReason[] {
  const byCause = new Map<string, FindingReason>();
  for (const reason of reasons) {
    const key = JSON.stringify([
      reason.kind,
      reason.rule,
      reason.where?.file,
      reason.ruling,
      reason.declaredBy,
    ]);
    byCause.set(key, { ...reason, count: reason.count + (byCause.get(key)?.count ?? 0) });
  }
  return [...byCause.values()];
}
