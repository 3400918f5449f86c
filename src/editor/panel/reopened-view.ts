import type { Conversation } from '../../airlock.ts';
import type { TurnView } from '../../protocol/answer.ts';
import type { ReopenedView } from '../../protocol/conversations.ts';
import { byteSize } from '../../sentences/fault.ts';
import { kindName } from '../../sentences/finding.ts';
import type { Translate } from '../../sentences/translate.ts';
import { notKept } from '../conversations/export-markdown.ts';
import type { Turn } from './turn.ts';

/** The names of a conversation whose values are gone. */
type SpentNames = Conversation['vault']['spent'];

/** A turn with its stand-ins that stand for nothing any more shown as such; and one that was kept with what is known of it. */
export function withSpent(view: TurnView, turn: Turn, spent: SpentNames, t: Translate): TurnView {
  const { reopened } = turn;
  const names = turn.state === 'streaming' ? [] : spent.in(turn.wire);
  if (names.length === 0 && !reopened) return view;
  const gone = names.map(({ name, kind }) => ({
    name,
    value: name,
    what: t('{0}: its value is not known any more', kindName(kind, t)),
    gone: true as const,
  }));
  return {
    ...view,
    text: reopened?.lost ? notKept(t) : view.text,
    standIns: [...view.standIns, ...gone],
    unknown: [...new Set([...view.unknown, ...names.map(({ name }) => name)])],
    receipt: reopened ? [...view.receipt, ...factsOf(reopened, t)] : view.receipt,
  };
}

function factsOf({ rehearsed, receipt }: NonNullable<Turn['reopened']>, t: Translate): string[] {
  if (rehearsed) return [t('nothing left'), t('the request itself was not kept')];
  return receipt ? [t('{0} sent', byteSize(receipt.bytes, t))] : [];
}

/** What is said where the turns end that were kept; undefined where there are none. */
export function reopenedView(
  turns: readonly Turn[],
  spent: SpentNames,
  t: Translate,
): ReopenedView | undefined {
  const last = turns.findLast(({ reopened }) => reopened !== undefined);
  if (!last) return undefined;
  const text =
    spent.all().length === 0
      ? t('Reopened: this is how it was kept.')
      : t('Reopened: stand-ins show as they left. Their values were never stored, and cannot be put back.');
  return { after: last.id, text };
}
