import type { Decision, FindingReason, Reason } from '../decide/decision.ts';
import type { Ruling } from '../decide/paths/verdict.ts';
import type { Denial } from '../decide/user-rules.ts';
import { columnOf, type Placement } from '../policy/column.ts';
import type { DataPolicy } from '../policy/resolve.ts';
import { type CitationText, citationTexts } from './citation.ts';
import { kindCounted, kindCountedWithin } from './finding.ts';
import { keptBackSentence, notAllowedSentence, redactedByPathSentence } from './paths.ts';
import { assumptionText, inSeries } from './policy-words.ts';
import { missSentence } from './requirements.ts';
import { declaredSentence } from './test-values.ts';
import type { Translate } from './translate.ts';

/** What was decided, in a few words and for a terminal. */
export function decisionTitle({ action }: Decision, t: Translate): string {
  switch (action) {
    case 'allow':
      return t('May go as it is');
    case 'notify':
      return t('May go as it is; here is what is in it');
    case 'redact':
      return t('May go redacted');
    case 'ask':
      return t('Not without asking');
    case 'block':
      return t('Blocked');
  }
}

/** A reason with the fact it rests on and where that fact is written. */
export interface ReasonText {
  readonly text: string;
  /** Citations of the fact with section and date, or why there are none; empty on this machine. */
  readonly source: string;
  /** The same citations one by one; none where the fact is assumed. */
  readonly citations: readonly CitationText[];
}

/** The sentence for one reason: `A payment card number would go to a host that may use it to improve models.` */
export function reasonSentence(reason: Reason, policy: DataPolicy, t: Translate): ReasonText {
  if (reason.because === 'requirement') {
    return cited(missSentence(reason.miss, t), citationTexts(reason.miss.citations, t));
  }
  if (reason.because === 'destination') return cited(notAllowedSentence(reason.allowed, t), []);
  if (reason.ruling) return cited(rulingSentence(reason, reason.ruling, t), []);
  const { kind, count, rule, declaredBy } = reason;
  if (declaredBy !== undefined) return cited(declaredSentence(kind, count, declaredBy, t), []);
  if (rule !== null) return cited(ruledSentence(reason, rule, t), []);
  return placedText(kindCounted(kind, count, t), policy, t);
}

/** Where things found would go, by the fact that puts the destination into its column. */
function placedText(found: string, policy: DataPolicy, t: Translate): ReasonText {
  const placement = columnOf(policy);
  const text = t('{0} {1}.', found, whereTo(placement, t));
  if (placement.reason !== null) return { text, source: assumptionText(placement.reason, t), citations: [] };
  const fact = placement.because === 'this-machine' ? null : placement.fact;
  return cited(text, citationTexts(fact?.citations ?? [], t));
}

function cited(text: string, citations: readonly CitationText[]): ReasonText {
  return { text, source: citations.map(({ label, remark }) => `${label} (${remark})`).join('; '), citations };
}

/** What comes of one reason, or of several that rest on the same fact. */
export interface ReasonGroup extends ReasonText {
  /** What is done, in a word or two. */
  readonly outcome: string;
}

/**
 * All reasons of a decision, strictest first. What the matrix decided alike rests on the same fact, and is one sentence:
 * `A GitHub token and an e-mail address would go to …`
 */
export function reasonGroups(
  { reasons }: Decision,
  policy: DataPolicy,
  t: Translate,
): readonly ReasonGroup[] {
  const byMatrix = reasons.flatMap((one) => (one.because === 'finding' && isByMatrix(one) ? [one] : []));
  return reasons.flatMap((reason): ReasonGroup[] => {
    const outcome = outcomeName(reason.action, t);
    const alike = byMatrix.filter(({ action }) => action === reason.action);
    if (alike[0] === reason) return [{ outcome, ...placedText(kindsInSeries(alike, t), policy, t) }];
    return byMatrix.some((one) => one === reason) ? [] : [{ outcome, ...reasonSentence(reason, policy, t) }];
  });
}

function isByMatrix({ rule, ruling, declaredBy }: FindingReason): boolean {
  return rule === null && ruling === undefined && declaredBy === undefined;
}

function outcomeName(action: Reason['action'], t: Translate): string {
  switch (action) {
    case 'allow':
      return t('Goes as it is');
    case 'notify':
      return t('Goes as it is, and is told');
    case 'redact':
      return t('Redacted');
    case 'ask':
      return t('Asked about first');
    case 'block':
      return t('Blocked');
  }
}

function kindsInSeries(reasons: readonly FindingReason[], t: Translate): string {
  const names = reasons.map(({ kind, count }, i) =>
    i === 0 ? kindCounted(kind, count, t) : kindCountedWithin(kind, count, t),
  );
  return inSeries(names, t);
}

/** Where a rule of the user's decided: which one, by its number in their list, and the file if it goes by its path. */
function ruledSentence(
  { kind, count, row, action, where }: FindingReason,
  rule: number,
  t: Translate,
): string {
  if (where === undefined) return t('{0}: your rule {1} decides.', kindCounted(kind, count, t), rule + 1);
  const { file, glob } = where;
  if (row === 'path') return deniedSentence(file, { glob, by: { is: 'rule', index: rule } }, t);
  const found = kindCounted(kind, count, t);
  switch (action) {
    case 'allow':
      return t('{0} in {1}: your rule {2} (path `{3}`) lets it go.', found, file, rule + 1, glob);
    case 'notify':
      return t('{0} in {1}: your rule {2} (path `{3}`) lets it go, and tells.', found, file, rule + 1, glob);
    case 'redact':
      return t('{0} in {1}: your rule {2} (path `{3}`) has it redacted.', found, file, rule + 1, glob);
    case 'ask':
      return t('{0} in {1}: your rule {2} (path `{3}`) asks first.', found, file, rule + 1, glob);
    case 'block':
      return t('{0} in {1}: your rule {2} (path `{3}`) blocks it.', found, file, rule + 1, glob);
  }
}

/** That a whole file stays here: `secrets/ca.txt: your rule 1 (path …) denies the whole file; leave it out.` */
export function deniedSentence(file: string, { glob, by }: Denial, t: Translate): string {
  return by.is === 'path'
    ? keptBackSentence(file, by.ruling, t)
    : t('{0}: your rule {1} (path `{2}`) denies the whole file; leave it out.', file, by.index + 1, glob);
}

/** Where a rule about paths decided. */
function rulingSentence({ kind, count, row, where }: FindingReason, ruling: Ruling, t: Translate): string {
  const file = where?.file ?? '';
  return row === 'path'
    ? keptBackSentence(file, ruling, t)
    : redactedByPathSentence(kindCounted(kind, count, t), file, ruling, t);
}

function whereTo({ column, reason }: Placement, t: Translate): string {
  switch (column) {
    case 'this-machine':
      return t('would stay on this machine');
    case 'nothing-kept':
      return t('would go to a host that keeps nothing and does not train');
    case 'kept':
      return reason === 'dry-run'
        ? t('is judged as if it went to a host that keeps it for a time and does not train')
        : t('would go to a host that keeps it for a time and does not train');
    case 'trains-or-unknown':
      return reason === null
        ? t('would go to a host that may use it to improve models')
        : t('would go to a host of which it is not known whether it trains');
  }
}
