import type { FindingClass } from '../detect/finding.ts';
import type { Held } from '../policy/held.ts';
import type { LedgerProblem } from '../wire/ledger/ledger.ts';
import type { EndedEntry, SentEntry } from '../wire/ledger/line.ts';
import type { Tone } from './policy-words.ts';
import type { Translate } from './translate.ts';

/** What is wrong with the ledger's file, and what to do. `file` is where it is. */
export function ledgerProblemText(problem: LedgerProblem, file: string, t: Translate): string {
  switch (problem) {
    case 'unwritable':
      return t(
        'No line can be added to the ledger in {0}. See that the disk has room and that the folder is yours to write to.',
        file,
      );
    case 'unreadable':
      return t('The ledger in {0} cannot be read. See that its files are yours to read.', file);
    case 'not-a-file':
      return t(
        'What stands in the place of the ledger in {0} is no file of ours. Move it away, and a new ledger is begun.',
        file,
      );
  }
}

/** Until when something is held, in a few words. */
export function heldWords(held: Held, t: Translate): { readonly text: string; readonly tone: Tone } {
  if (held.is === 'nothing') return { text: t('nothing kept'), tone: 'good' };
  if (held.is === 'until') return { text: held.day, tone: 'caution' };
  const words = {
    limited: t('for a time, no number given'),
    'until-deleted': t('until you delete it'),
    indefinite: t('without end'),
    unknown: t('not known'),
  };
  return { text: words[held.why], tone: 'bad' };
}

/** The ways a request can have ended, as one filters by them. */
export type Ending = 'answered' | 'stopped' | 'failed' | 'not-sent' | 'open';

/** Which of them it was. */
export function endingOf(ended: EndedEntry | undefined): Ending {
  if (ended === undefined) return 'open';
  if (ended.sent === 'no') return 'not-sent';
  if (ended.how === 'stopped' || ended.how === 'failed') return ended.how;
  return 'answered';
}

export function endingName(ending: Ending, t: Translate): string {
  const names: Record<Ending, string> = {
    answered: t('Answered'),
    stopped: t('Stopped'),
    failed: t('Failed'),
    'not-sent': t('Not sent'),
    open: t('No end written'),
  };
  return names[ending];
}

/** How a request ended and what that means, in a sentence. */
export function endedSentence(ended: EndedEntry | undefined, t: Translate): string {
  if (ended === undefined)
    return t('It is on its way, or the editor ended before it did: it may have arrived.');
  const { how, sent, status, reason } = ended;
  const why = [...(reason === undefined ? [] : [reason]), ...(status === undefined ? [] : [String(status)])];
  const because = why.length === 0 ? '' : ` (${why.join(', ')})`;
  if (sent === 'no') return t('Nothing of it left this machine{0}.', because);
  const arrived = sent === 'yes' ? t('It had arrived.') : t('It may have arrived.');
  switch (how) {
    case 'complete':
      return t('Answered to the end.');
    case 'length':
      return t('Answered to the longest that was allowed.');
    case 'tool-calls':
      return t('Answered with calls of tools.');
    case 'filtered':
      return t('The host held the answer back.');
    case 'stopped':
      return `${t('Stopped by you.')} ${arrived}`;
    case 'failed':
      return `${t('Failed{0}.', because)} ${arrived}`;
  }
}

export function className(of: FindingClass, t: Translate): string {
  const names: Record<FindingClass, string> = {
    secret: t('Secrets'),
    pii: t('Personal data'),
    internal: t('Internal'),
    path: t('Denied files'),
    opaque: t('Not looked into'),
  };
  return names[of];
}

/** What was found and what was done with it, class by class. */
export function foundWords(findings: SentEntry['findings'], t: Translate): string {
  if (findings.length === 0) return t('nothing found');
  return findings
    .map(({ class: of, redacted, letThrough }) => {
      const done = [
        ...(redacted > 0 ? [t('{0} redacted', redacted)] : []),
        ...(letThrough > 0 ? [t('{0} as it is', letThrough)] : []),
      ];
      return `${className(of, t)}: ${done.join(', ')}`;
    })
    .join('; ');
}
