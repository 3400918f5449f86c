import { gradeOf, type Grade } from '../policy/grade.ts';
import type { DataPolicy } from '../policy/resolve.ts';
import type { DestinationView, NoticeView, PanelLabels, PanelState } from '../protocol.ts';
import type { Action, Tone } from '../protocol/atoms.ts';
import { faultText, scanFailureSentence } from '../sentences/fault.ts';
import { asOfText, gradeSentence, policyLine } from '../sentences/policy.ts';
import type { Translate } from '../sentences/translate.ts';
import { answerLabels, turnView } from './answer-view.ts';
import type { Problem } from './chat-options.ts';
import type { Chat } from './chat.ts';
import { reviewLabels, reviewView } from './review-view.ts';

/** What is shown of the destination chosen, or why there is none. */
export type Chosen =
  | { readonly ok: true; readonly name: string; readonly policy: DataPolicy }
  /** `title` says in a word or two what is wrong, where that is not the destination. */
  | { readonly ok: false; readonly text: string; readonly title?: string };

/** The whole of what the panel shows. */
export function panelState(chat: Chat, chosen: Chosen, t: Translate): PanelState {
  return {
    destination: destinationView(chosen, t),
    turns: chat.turns.map((turn) => turnView(turn, chosen, t)),
    draft: chat.draft,
    draftRevision: chat.draftRevision,
    busy: chat.busy,
    review: chat.pending ? reviewView(chat.pending, t) : null,
    notice: noticeView(chat.problem, chosen, t),
    labels: labels(t),
  };
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

function noticeView(problem: Problem | undefined, chosen: Chosen, t: Translate): NoticeView | null {
  const dismiss: Action = { id: 'dismiss', label: t('Close'), primary: false };
  const change: Action = { id: 'change-destination', label: t('Change destination'), primary: true };
  if (!problem) return null;
  switch (problem.kind) {
    case 'settings':
      return { tone: 'bad', title: t('Nothing was sent'), text: problem.text, actions: [change, dismiss] };
    case 'scan':
      return {
        tone: 'bad',
        title: t('Nothing was sent'),
        text: scanFailureSentence(problem.failure, t),
        actions: problem.failure.reason === 'too-large' ? [dismiss] : [retry(t), dismiss],
      };
    case 'internal':
      return {
        tone: 'bad',
        title: t('Something went wrong inside'),
        text: t(
          'Nothing was let through that had not been reviewed; your text is in the composer. Try again.',
        ),
        actions: [retry(t), dismiss],
      };
    case 'fault': {
      const { reason } = problem.fault;
      const key = reason === 'no-key' || reason === 'key-refused';
      const first: Action[] = key
        ? [{ id: 'set-key', label: t('Set API key'), primary: true }]
        : reason === 'not-found' || reason === 'malformed-address' || reason === 'no-tls'
          ? [change]
          : [retry(t)];
      return {
        tone: 'bad',
        ...faultText(problem.fault, problem.host || (chosen.ok ? chosen.name : ''), t),
        actions: [...first, dismiss],
      };
    }
  }
}

function retry(t: Translate): Action {
  return { id: 'retry', label: t('Try again'), primary: true };
}

function labels(t: Translate): PanelLabels {
  return {
    composer: t('Prompt'),
    composerHint: t('Ask about your code. Enter reviews first.'),
    send: t('Review and send'),
    stop: t('Stop'),
    emptyTitle: t('Nothing leaves unexamined'),
    emptyText: t(
      'Ask about your code. Everything you send is checked here first, and you see where it goes before it goes.',
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
