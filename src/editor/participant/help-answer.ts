import type { Translate } from '../../sentences/translate.ts';
import { PARTICIPANT } from '../ids.ts';
import type { Block } from './blocks.ts';

/** One of what the participant can be asked for by name. */
export type Ask = (typeof PARTICIPANT.commands)[number];

/** What can be asked, in a few words for each. */
export function askText(ask: Ask, t: Translate): string {
  switch (ask) {
    case 'policy':
      return t('where a prompt would go, and what happens to it there');
    case 'check':
      return t('what is sensitive in what is attached, in the selection or in the file');
    case 'compare':
      return t('destinations beside each other, weighed against what you require');
    case 'why':
      return t('what was decided last in this window, and why');
    case 'ledger':
      return t('the last requests that left');
  }
}

/** What the participant can do. */
export function helpAnswer(t: Translate): readonly Block[] {
  return [
    { text: [t('Ask me by name; I answer without a model, and send nothing.')] },
    {
      list: PARTICIPANT.commands.map((ask) => ({
        line: [{ code: `@${PARTICIPANT.name} /${ask}` }, ': ', askText(ask, t)],
      })),
    },
  ];
}
