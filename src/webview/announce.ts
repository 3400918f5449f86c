import type { PanelState } from '../protocol.ts';

/**
 * What a change is worth saying to someone who does not see it; empty for nothing. Alerts (a block, a notice) speak
 * for themselves.
 */
export function announcement(before: PanelState | undefined, after: PanelState): string {
  if (after.review && after.review.id !== before?.review?.id) {
    const { summary, decision, verdict } = after.review;
    return sentences(decision === 'block' ? [summary] : [summary, verdict.title]);
  }
  if (!before) return '';
  if (after.review && after.review.summary !== before.review?.summary) return after.review.summary;
  if (after.busy === 'sending' && before.busy !== 'sending') return after.labels.waiting;
  if (after.busy === 'idle' && before.busy === 'sending') return whatBecameOfIt(after);
  return '';
}

function whatBecameOfIt({ turns }: PanelState): string {
  const last = turns.at(-1);
  return last?.role === 'assistant' ? sentences([last.author, last.receipt.join(', ')]) : '';
}

function sentences(parts: readonly string[]): string {
  return parts.filter((part) => part !== '').join('. ');
}
