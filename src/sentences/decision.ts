import type { Decision, Reason } from '../decide/decision.ts';
import { columnOf, type Placement } from '../policy/column.ts';
import type { DataPolicy } from '../policy/resolve.ts';
import type { Citation } from '../policy/evidence.ts';
import { citationTexts } from './citation.ts';
import { kindCounted } from './finding.ts';
import { assumptionText } from './policy-words.ts';
import { missSentence } from './requirements.ts';
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
}

/** The sentence for one reason: `A payment card number would go to a host that may use it to improve models.` */
export function reasonSentence(reason: Reason, policy: DataPolicy, t: Translate): ReasonText {
  if (reason.because === 'requirement') {
    return { text: missSentence(reason.miss, t), source: citedAt(reason.miss.citations, t) };
  }
  const { kind, count, rule } = reason;
  if (rule !== null)
    return { text: t('{0}: a rule of yours decides.', kindCounted(kind, count, t)), source: '' };
  const placement = columnOf(policy);
  const text = t('{0} {1}.', kindCounted(kind, count, t), whereTo(placement, t));
  return { text, source: sourceText(placement, t) };
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

function sourceText(placement: Placement, t: Translate): string {
  if (placement.reason !== null) return assumptionText(placement.reason, t);
  const fact = placement.because === 'this-machine' ? null : placement.fact;
  return citedAt(fact?.citations ?? [], t);
}

function citedAt(citations: readonly Citation[], t: Translate): string {
  return citationTexts(citations, t)
    .map(({ label, remark }) => `${label} (${remark})`)
    .join('; ');
}
