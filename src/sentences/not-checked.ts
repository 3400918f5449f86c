import { ScanFailure } from '../detect/finding.ts';
import { MAX_TEXT_BYTES } from '../detect/limits.ts';
import { byteSize } from './fault.ts';
import type { Translate } from './translate.ts';

/** Why something was not looked at where nothing was to be sent, and what to do. */
export function notCheckedSentence(
  why: 'folder' | 'not-there' | 'no-text' | 'too-many' | ScanFailure,
  t: Translate,
): string {
  if (why instanceof ScanFailure) return failureSentence(why, t);
  switch (why) {
    case 'folder':
      return t('It is a folder; attach its files.');
    case 'not-there':
      return t('It cannot be read.');
    case 'no-text':
      return t('It holds no text, so nobody can look into it; a prompt with it is held back or asked about.');
    case 'too-many':
      return t('Too much is attached at once; ask about the rest by itself.');
  }
}

function failureSentence({ reason, size }: ScanFailure, t: Translate): string {
  switch (reason) {
    case 'too-large':
      return t(
        'It has {0}, and at most {1} are looked at.',
        byteSize(size ?? 0, t),
        byteSize(MAX_TEXT_BYTES, t),
      );
    case 'deadline':
      return t('Looking through it took too long. Try again, or select less.');
    case 'rule-failed':
      return t('A rule failed while looking through it. Try again.');
    case 'scanner-died':
      return t('The scanner ended while looking through it. A new one is ready: try again.');
  }
}
