import type { PanelState } from '../../../src/protocol.ts';
import type { TurnView } from '../../../src/protocol/answer.ts';
import type { ChangeView, FoundView, ReviewView } from '../../../src/protocol/review.ts';

/** A panel with nothing in it, in words that can be told apart. */
export const emptyState: PanelState = {
  destination: {
    name: 'Dry run',
    detail: '',
    grade: '?',
    gradeTone: 'unknown',
    gradeSentence: '',
    policy: [],
    asOf: '',
  },
  turns: [],
  draft: '',
  draftRevision: 0,
  attachments: {
    chips: [],
    labels: {
      chips: 'attached',
      attach: 'attach',
      attachTitle: 'attach title',
      suggestions: 'suggestions',
      drop: 'drop',
      holdShift: 'hold shift',
    },
  },
  busy: 'idle',
  review: null,
  notice: null,
  interlude: null,
  starts: [],
  labels: {
    composer: 'composer',
    composerHint: 'hint',
    send: 'send',
    stop: 'stop',
    emptyTitle: 'empty title',
    emptyText: 'empty text',
    pickDestination: 'pick',
    conversation: 'conversation',
    copyRequest: 'copy',
    reviewing: 'reviewing',
    waiting: 'waiting',
    stopped: 'stopped',
    failed: 'failed',
    review: {
      found: 'found',
      whatLeaves: 'what leaves',
      inPlace: 'in place',
      sideBySide: 'side by side',
      asWritten: 'as written',
      asItLeaves: 'as it leaves',
      close: 'close',
      goesAsItIs: 'as it is',
      folded: '{0} folded',
      more: 'more',
      stepThrough: 'step through',
      actions: 'actions',
      leave: 'leave',
      leaveTitle: 'leave title',
      redact: 'redact',
      redactTitle: 'redact title',
      allowValue: 'allow value',
      allowValueTitle: 'allow value title',
      allowKind: 'allow kind',
      allowKindTitle: 'allow kind title',
      takeKeyOut: 'take key out',
      takeKeyOutTitle: 'take key out title',
      keepKey: 'keep key',
      keepKeyTitle: 'keep key title',
      passKeyOver: 'pass key over',
      passKeyOverTitle: 'pass key over title',
    },
    answer: {
      copy: 'copy',
      copyCode: 'copy code',
      insert: 'insert',
      apply: 'apply',
      newFile: 'new file',
      save: 'save',
      open: 'open',
      showSent: 'show sent',
      showValues: 'show values',
      restored: 'restored',
      thinking: 'thinking',
      thought: 'thought',
      toReceipt: 'receipt',
    },
  },
};

/** A review of `text` that holds it until it is redacted. */
export function reviewOf(text: string): ReviewView {
  return {
    id: 'review-1',
    text,
    held: true,
    parts: [{ attached: '', name: '', icon: '' }],
    decision: 'redact',
    summary: '1 found',
    found: [],
    bundles: [],
    keyOffers: [],
    changes: [],
    verdict: { title: 'Held', text: 'Because.', source: '' },
    actions: [
      { id: 'edit', label: 'Edit', primary: false },
      { id: 'send-redacted', label: 'Redact and send', primary: true },
    ],
  };
}

/** An answer that is done. */
export function answer(text: string): TurnView {
  return {
    id: 'turn-1',
    role: 'assistant',
    author: 'Model',
    attached: [],
    text,
    thought: '',
    standIns: [],
    unknown: [],
    state: 'done',
    receipt: ['1 KB sent'],
    actions: [],
    receipted: false,
    held: '',
  };
}

/** A finding of which nothing matters but its place and what is said of it. */
export function foundAt(start: number, end: number, more: Partial<FoundView> = {}): FoundView {
  return {
    part: 0,
    start,
    end,
    tone: 'bad',
    name: 'Name',
    className: 'Secret',
    reason: 'reason',
    rule: 'rule',
    fate: 'redacted',
    standIn: '',
    table: '',
    offers: [],
    refusal: '',
    ...more,
  };
}

/** A piece that is replaced. */
export function changeAt(start: number, end: number, standIn: string): ChangeView {
  return { start, end, standIn, tone: 'bad', name: 'Name', reason: '', found: [] };
}
