import type { LedgerView } from '../protocol/ledger.ts';
import type { Translate } from '../sentences/translate.ts';
import type { LedgerToShow } from './ledger-view.ts';

/** What has to be said of the state of the ledger. */
export function ledgerNotes(
  { problem, damaged, newer, unreadable, leftOut, isKept, entries }: LedgerToShow,
  t: Translate,
): LedgerView['notes'] {
  const notes: LedgerView['notes'] = [];
  if (problem !== '') notes.push({ tone: 'bad', text: problem });
  if (!isKept && entries.length > 0)
    notes.push({
      tone: 'caution',
      text: t('Nothing is added to it: promptAirlock.ledger.enabled is switched off.'),
    });
  if (unreadable > 0)
    notes.push({
      tone: 'caution',
      text: t(
        'Files of it that cannot be read are left out: {0}. See that they are yours to read.',
        unreadable,
      ),
    });
  if (damaged > 0)
    notes.push({
      tone: 'caution',
      text: t('Lines that are damaged, perhaps cut off when the editor ended, are left out: {0}.', damaged),
    });
  if (newer > 0)
    notes.push({
      tone: 'caution',
      text: t('Lines of a newer version of Prompt Airlock are left as they are: {0}.', newer),
    });
  if (leftOut > 0)
    notes.push({ tone: 'info', text: t('Only the newest are shown; older entries left out: {0}.', leftOut) });
  return notes;
}

/** The page's own words. */
export function ledgerLabels(t: Translate): LedgerView['labels'] {
  return {
    picture: t('What is held where, and until when'),
    today: t('today'),
    legend: [
      { mark: 'sent', text: t('sent') },
      { mark: 'held', text: t('held, by its terms, at most') },
      { mark: 'open', text: t('no day known, or no end') },
    ],
    todo: t('What to do now'),
    copyRequest: t('Copy deletion request'),
    only: t('Show only these requests'),
    requests: t('Requests'),
    filterTo: t('Destination'),
    filterFound: t('Found'),
    filterEnding: t('Ended'),
    filterDays: t('Time'),
    all: t('All'),
    search: t('Search'),
    searchHint: t('Model, host or request id'),
    reset: t('Show all'),
    shown: t('{0} of {1} shown', '{0}', '{1}'),
    page: t('{0} to {1}', '{0}', '{1}'),
    newer: t('Previous page'),
    older: t('Next page'),
    none: t('No request is like that.'),
    sortBy: t('Sort by'),
    details: t('Details'),
    terms: t('Policy in force when it was sent'),
    exportCsv: t('Export CSV'),
    exportJson: t('Export JSON'),
    delete: t('Delete ledger'),
    reveal: t('Show folder'),
  };
}
