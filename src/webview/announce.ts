import type { PanelState } from '../protocol.ts';

/**
 * What a change is worth saying to someone who does not see it; empty for nothing. Alerts (a block, a notice) speak
 * for themselves.
 */
export function announcement(before: PanelState | undefined, after: PanelState): string {
  // Whoever types is not talked to at every pause.
  const review = after.review?.held ? after.review : null;
  if (review && (review.id !== before?.review?.id || !before.review.held)) {
    const { summary, decision, verdict } = review;
    return sentences(decision === 'block' ? [summary] : [summary, verdict.title]);
  }
  if (!before) return '';
  if (review && review.summary !== before.review?.summary) return review.summary;
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
