import { gradeOf, type Grade } from '../../policy/grade.ts';
import type { DataPolicy } from '../../policy/resolve.ts';
import type { DestinationView, PanelLabels, PanelState } from '../../protocol.ts';
import type { Tone } from '../../protocol/atoms.ts';
import { asOfText, gradeSentence, policyLine } from '../../sentences/policy.ts';
import type { Translate } from '../../sentences/translate.ts';
import { attachmentsView } from '../attachments/chip-view.ts';
import type { Item } from '../attachments/item.ts';
import { answerLabels, turnView } from './answer-view.ts';
import type { Chat } from './chat.ts';
import { interludeView } from './turns/turns-view.ts';
import { noticeView } from './notice-view.ts';
import { reopenedView, withSpent } from './reopened-view.ts';
import { startsOf } from './starts.ts';
import { reviewLabels, reviewView } from './review-view.ts';

/** What is shown of the destination chosen, or why there is none. */
export type Chosen =
  | { readonly ok: true; readonly name: string; readonly policy: DataPolicy }
  /** `title` says in a word or two what is wrong, where that is not the destination. */
  | { readonly ok: false; readonly text: string; readonly title?: string };

/**
 * The whole of what the panel shows.
 * @param passedOver API keys that are not to be offered to the secret storage
 * @param attached what is attached to the prompt in the composer
 * @param tour whether the walkthrough is still offered
 */
export function panelState(
  chat: Chat,
  chosen: Chosen,
  t: Translate,
  passedOver?: ReadonlySet<string>,
  attached: readonly Item[] = [],
  tour = false,
): PanelState {
  return {
    destination: destinationView(chosen, t),
    turns: chat.turns.map((turn) => withSpent(turnView(turn, chat.turns, chosen, t), turn, chat.spent, t)),
    reopened: reopenedView(chat.turns, chat.spent, t),
    draft: chat.draft,
    draftRevision: chat.composing.draftRevision,
    attachments: attachmentsView(attached, t),
    busy: chat.busy,
    review: reviewOf(chat, t, passedOver),
    starts:
      chat.turns.length === 0 ? startsOf({ sends: chosen.ok && !chosen.policy.rehearsal, tour }, t) : [],
    notice: noticeView(chat.problem, chosen.ok ? chosen.name : '', t),
    interlude: interludeView(chat.interlude, chat.turns, t),
    labels: labels(t),
  };
}

/** What was found in the prompt in the composer; null where there is nothing to look at. */
export function reviewOf(
  { pending }: Chat,
  t: Translate,
  passedOver?: ReadonlySet<string>,
): PanelState['review'] {
  return pending ? reviewView(pending, t, passedOver) : null;
}

/** How loud a grade is. */
export function gradeTone(grade: Grade): Tone {
  const tones: Record<Grade, Tone> = {
    A: 'good',
    B: 'good',
    C: 'caution',
    D: 'caution',
    E: 'bad',
    '?': 'unknown',
  };
  return tones[grade];
}

function destinationView(chosen: Chosen, t: Translate): DestinationView {
  if (!chosen.ok) {
    return {
      name: chosen.title ?? t('No destination'),
      detail: chosen.text,
      grade: '?',
      gradeTone: 'unknown',
      gradeSentence: t('Nothing can be sent.'),
      policy: [],
      asOf: '',
    };
  }
  const { policy, name } = chosen;
  const { grade } = gradeOf(policy);
  return {
    name,
    detail: '',
    grade,
    gradeTone: gradeTone(grade),
    gradeSentence: gradeSentence(policy, t),
    policy: policyLine(policy, t).map(({ tone, icon, text }) => ({ tone, icon, text })),
    asOf: t('All facts, {0}', asOfText(policy, t)),
  };
}

function labels(t: Translate): PanelLabels {
  return {
    composer: t('Prompt'),
    composerHint: t('Ask about your code. Enter reviews first.'),
    send: t('Review and send'),
    stop: t('Stop'),
    emptyTitle: t('Nothing leaves unexamined'),
    emptyText: t(
      'Paste or ask something and press Enter. It is checked here first, and you see where it goes before it goes.',
    ),
    pickDestination: t('Choose a destination'),
    conversation: t('Conversation'),
    copyRequest: t('Copy request'),
    reviewing: t('Looking through your prompt…'),
    waiting: t('Waiting for the answer…'),
    stopped: t('Stopped'),
    failed: t('Broken off'),
    review: reviewLabels(t),
    answer: answerLabels(t),
  };
}
