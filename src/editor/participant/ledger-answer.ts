import type { LedgerView } from '../../protocol/ledger.ts';
import { endingName } from '../../sentences/ledger.ts';
import type { Translate } from '../../sentences/translate.ts';
import { COMMANDS } from '../ids.ts';
import type { Block } from './blocks.ts';
import { shortened } from './markdown.ts';

/** So many lines are shown. */
const MOST_ROWS = 10;

/** The last requests that left, out of what the ledger's page shows of them, and the way to that page. */
export function ledgerAnswer(view: LedgerView, t: Translate): readonly Block[] {
  const { rows, notes, empty, summary } = view;
  const shown = rows.slice(0, MOST_ROWS);
  return [
    ...notes.map(({ tone, text }): Block => ({ text: tone === 'bad' ? [{ strong: text }] : [text] })),
    ...(empty === '' ? [] : [{ text: [empty] }]),
    ...(shown.length === 0
      ? []
      : [
          { text: [t('{0}.', summary)] },
          {
            table: {
              head: [t('Sent'), t('Destination'), t('Found'), t('Held until')],
              rows: shown.map(({ when, name, model, found, held, ending }) => [
                [`${when} · ${endingName(ending, t)}`],
                [`${shortened(name, 60)} · ${shortened(model, 40)}`],
                [found],
                [held],
              ]),
            },
          },
        ]),
    {
      text: [
        ...(rows.length > shown.length
          ? [t('{0} earlier ones are on the whole page:', rows.length - shown.length), ' ']
          : []),
        { command: COMMANDS.showLedger, label: t('Show Ledger') },
      ],
    },
  ];
}
