import type { Miss } from '../policy/requirements.ts';
import type { Translate } from './translate.ts';

/** The sentence for a requirement that is missed: what is demanded, and what the destination does instead. */
export function missSentence({ clause, demanded, instead }: Miss, t: Translate): string {
  switch (clause) {
    case 'training':
      return instead === null
        ? t('You require no training; it is not known whether this destination trains.')
        : t('You require no training; this destination may use prompts to improve models.');
    case 'retentionDays':
      return t('{0} {1}', keptAtMost(demanded, t), keptInstead(instead, t));
    case 'humanReview':
      return t('{0} {1}', seenBy(demanded, t), seenInstead(instead, t));
    case 'regions':
      // Where the regions that are demanded have none in common.
      if (demanded === '') return t('You require that it stays on this machine; here it does not.');
      return instead === null
        ? t('You require that it stays in {0}; it is not known where it goes here.', demanded)
        : t('You require that it stays in {0}; here it may be in {1}.', demanded, instead);
    case 'passThrough':
      return instead === null
        ? t(
            'You require that it is passed on to nobody; it is not known whom this destination passes it on to.',
          )
        : t('You require that it is passed on to nobody; this destination passes it on to {0}.', instead);
    case 'ownership':
      return instead === null
        ? t('You require that answers are yours; it is not known whose they are here.')
        : t('You require that answers are yours; here they are not.');
    case 'sourceAgeDays':
      return instead === null
        ? t(
            'You require sources of at most {0} days; one of the facts in force has no dated source.',
            demanded,
          )
        : t('You require sources of at most {0} days; one of those in force is of {1}.', demanded, instead);
  }
}

function keptAtMost(days: Miss['demanded'], t: Translate): string {
  return days === 0
    ? t('You require that nothing is kept;')
    : t('You require that nothing is kept for longer than {0} days;', days);
}

function keptInstead(days: Miss['instead'], t: Translate): string {
  return days === null
    ? t('this destination keeps it for a time it does not state.')
    : t('this destination keeps it for up to {0} days.', days);
}

function seenBy(demanded: Miss['demanded'], t: Translate): string {
  return demanded === 'never'
    ? t('You require that no people look at it;')
    : t('You require that people look at it only when it was flagged;');
}

function seenInstead(instead: Miss['instead'], t: Translate): string {
  if (instead === null) return t('it is not known whether they do here.');
  return instead === 'flagged-only' ? t('here they may when it was flagged.') : t('here they may.');
}
