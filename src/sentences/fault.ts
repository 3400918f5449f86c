import type { ScanFailure } from '../detect/finding.ts';
import { MAX_TEXT_BYTES } from '../detect/limits.ts';
import type { FaultReason, WireFault } from '../wire/fault.ts';
import { faultWords } from './fault-words.ts';
import { localeOf } from './locale.ts';
import type { Translate } from './translate.ts';

/** Something that went wrong: what happened, and what to do. */
export interface FaultText {
  readonly title: string;
  readonly text: string;
}

/** Bytes as people write them, in units of 1024: `14 KB`, `10.5 MB`. */
export function byteSize(bytes: number, t: Translate): string {
  const units = [t('bytes'), 'KB', 'MB', 'GB'];
  const step = bytes < 1 ? 0 : Math.min(units.length - 1, Math.floor(Math.log2(bytes) / 10));
  const size = bytes / 1024 ** step;
  const rounded = step === 0 || size >= 100 ? Math.round(size) : Number(size.toFixed(1));
  return `${rounded.toLocaleString(localeOf(t), { useGrouping: false })} ${units[step] ?? ''}`;
}

/** Why a text could not be looked at, that nothing was sent, and what to do. */
export function scanFailureSentence({ reason, size }: ScanFailure, t: Translate): string {
  switch (reason) {
    case 'too-large':
      return t(
        'The text has {0}; at most {1} are looked at, and nothing is sent unseen. Leave out what is not needed.',
        byteSize(size ?? 0, t),
        byteSize(MAX_TEXT_BYTES, t),
      );
    case 'deadline':
      return t(
        'Looking through the text took too long, so nothing was sent. The scanner was replaced: try again, or send less at once.',
      );
    case 'rule-failed':
      return t(
        'A rule failed while looking through the text, so nothing was sent. Try again; if it stays, leave out the part that was added last.',
      );
    case 'scanner-died':
      return t(
        'The scanner ended while looking through the text, so nothing was sent. A new one is ready: try again.',
      );
  }
}

/** Why a request failed, where its bytes are, and what to do. `host` is where it was to go. */
export function faultText(fault: WireFault, host: string, t: Translate): FaultText {
  const { title, what, next } = faultWords(fault, host, t);
  return { title, text: [what, whereItIs(fault, t), next].join(' ') };
}

/** The faults after which a part of the answer may be there. */
const IN_THE_ANSWER: ReadonlySet<FaultReason> = new Set([
  'broken-stream',
  'cut-off',
  'error-in-answer',
  'stalled',
  'answer-too-long',
]);

function whereItIs({ sent, reason }: WireFault, t: Translate): string {
  if (sent === 'no') return t('Nothing was sent; your text is back in the composer.');
  if (sent === 'unknown') return t('It may have arrived there already; your text is back in the composer.');
  return IN_THE_ANSWER.has(reason)
    ? t('What was sent has arrived there; your text is back in the composer.')
    : t('It was sent, and there is no answer; your text is back in the composer.');
}
