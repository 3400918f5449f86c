import type { PanelState, ReviewView, TurnView } from '../../../src/protocol.ts';

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
  busy: 'idle',
  review: null,
  notice: null,
  labels: {
    composer: 'composer',
    composerHint: 'hint',
    send: 'send',
    stop: 'stop',
    emptyTitle: 'empty title',
    emptyText: 'empty text',
    pickDestination: 'pick',
    found: 'found',
    conversation: 'conversation',
    restored: 'restored',
    copyRequest: 'copy',
    reviewing: 'reviewing',
    waiting: 'waiting',
    stopped: 'stopped',
    failed: 'failed',
  },
};

/** A review of `text` that holds it until it is redacted. */
export function reviewOf(text: string): ReviewView {
  return {
    id: 'review-1',
    text,
    decision: 'redact',
    summary: '1 found',
    found: [],
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
    text,
    standIns: [],
    state: 'done',
    receipt: ['1 KB sent'],
  };
}
