import { type Decision, isFinal } from '../decide/decision.ts';
import type { Translate } from './translate.ts';

/** What can be done after a decision, so that the prompt goes safely. */
export function wayOnSentence(decision: Decision, t: Translate): string {
  const { action, reasons } = decision;
  switch (action) {
    case 'allow':
      return t('Nothing has to be done: it goes as it is.');
    case 'notify':
      return t('Nothing has to be done: it goes as it is, and you are told what is in it.');
    case 'redact':
      return t('Redacted it may go: the values stay here, and come back in the answer.');
    case 'ask':
      return t('Have it redacted, or look at what was found and send it as it is.');
    case 'block':
      break;
  }
  if (reasons.some(({ because }) => because !== 'finding'))
    return t('Nothing done to the prompt lets it go there: choose a destination that fits.');
  if (isFinal(decision)) return t('Leave the file out: a rule denies it.');
  const opaque = reasons.some(
    (one) => one.because === 'finding' && one.row === 'opaque' && one.action === action,
  );
  return opaque
    ? t('Take out what could not be looked into, have the rest redacted, or choose a destination that fits.')
    : t('Have it redacted, or choose a destination that fits; as it is it does not go there.');
}
