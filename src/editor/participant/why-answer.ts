import type { FindingClass } from '../../detect/finding.ts';
import { kindOf } from '../../detect/kinds.ts';
import { decisionTitle } from '../../sentences/decision.ts';
import { countedSummary } from '../../sentences/finding.ts';
import type { Translate } from '../../sentences/translate.ts';
import { wayOnSentence } from '../../sentences/way-on.ts';
import type { Decided } from '../decisions.ts';
import { COMMANDS } from '../ids.ts';
import { localTime } from '../local-time.ts';
import { type Block, joined, type Piece } from './blocks.ts';
import { reasonBlocks } from './decision-blocks.ts';
import { shortened } from './markdown.ts';

/** What was decided last in this window, and why. */
export function whyAnswer(last: Decided | undefined, t: Translate): readonly Block[] {
  if (last === undefined) {
    return [
      {
        text: [
          t('Nothing was decided in this window yet: no prompt was looked at here since it was opened.'),
        ],
      },
    ];
  }
  const { at, name, policy, decision } = last;
  const links: Piece[] = [
    ...(decision.action === 'block'
      ? [{ command: COMMANDS.chooseDestination, label: t('Choose Destination') } as const]
      : []),
    { command: COMMANDS.showLedger, label: t('Show Ledger') },
  ];
  return [
    { heading: [decisionTitle(decision, t)] },
    { text: [[localTime(at), surfaceText(last, t), shortened(name)].join(' · ')] },
    { text: [countedSummary(countsOf(last), t)] },
    ...reasonBlocks(decision, policy, t),
    { text: [{ strong: t('What to do:') }, ' ', wayOnSentence(decision, t)] },
    { text: joined(links, ' · ') },
  ];
}

function surfaceText({ surface, by }: Decided, t: Translate): string {
  switch (surface) {
    case 'panel':
      return t('the chat of Prompt Airlock');
    case 'chat':
      return t('the editor’s own Chat');
    case 'side-request':
      return t('a request that the Chat made beside yours');
    case 'other-extension':
      return by === undefined ? t('another extension') : t('the extension {0}', shortened(by));
  }
}

/** How much was found, by class: the reasons of a decision count it kind by kind. */
function countsOf({ decision }: Decided): ReadonlyMap<FindingClass, number> {
  const counts = new Map<FindingClass, number>();
  for (const reason of decision.reasons) {
    if (reason.because !== 'finding') continue;
    const of = kindOf(reason.kind).class;
    counts.set(of, (counts.get(of) ?? 0) + reason.count);
  }
  return counts;
}
