import type { ScanFailure } from '../detect/finding.ts';
import { MAX_TEXT_BYTES } from '../detect/limits.ts';
import { byteSize } from './fault.ts';
import { countsByKind } from './finding.ts';
import type { Translate } from './translate.ts';

/** How many of what were replaced: `Redacted 3: 2 × e-mail address, 1 × GitHub token.` */
export function redactedSentence(kinds: readonly string[], t: Translate): string {
  return t('Redacted {0}: {1}.', kinds.length, countsByKind(kinds, t));
}

/** Why a text could not be looked at where nothing was to be sent, that nothing was done, and what to do. */
export function notRedactedSentence({ reason, size }: ScanFailure, t: Translate): string {
  switch (reason) {
    case 'too-large':
      return t(
        'The text has {0}, and at most {1} are looked at, so nothing was redacted. Take less at once.',
        byteSize(size ?? 0, t),
        byteSize(MAX_TEXT_BYTES, t),
      );
    case 'deadline':
      return t(
        'Looking through the text took too long, so nothing was redacted. Try again, or take less at once.',
      );
    case 'rule-failed':
      return t('A rule failed while looking through the text, so nothing was redacted. Try again.');
    case 'scanner-died':
      return t('The scanner ended while looking through the text, so nothing was redacted. Try again.');
  }
}

/** How many names of stand-ins a sentence lists before it only counts the rest. */
const MOST_NAMES = 5;

/** Names of stand-ins as a list that stays short: `EMAIL_1, EMAIL_2 and 7 more`. */
export function namesOf(names: readonly string[], t: Translate): string {
  const listed = names.slice(0, MOST_NAMES).join(', ');
  const more = names.length - MOST_NAMES;
  return more > 0 ? t('{0} and {1} more', listed, more) : listed;
}

/**
 * What became of stand-ins that were to be put back.
 * @param restored how many places have their value again.
 * @param lost names for which this window has no value.
 */
export function restoredSentence(restored: number, lost: readonly string[], t: Translate): string {
  if (lost.length === 0) {
    if (restored === 0) return t('No stand-in of this window was found.');
    return restored === 1 ? t('Restored 1 stand-in.') : t('Restored {0} stand-ins.', restored);
  }
  const names = namesOf(lost, t);
  const why = t(
    'Values live in memory, in the window that redacted them, until it is closed or loaded again.',
  );
  const done =
    restored === 0
      ? t('There is no value here for {0}.', names)
      : t('Restored {0}; there is no value here for {1}.', restored, names);
  return `${done} ${why}`;
}
