import type { PanelState } from '../protocol.ts';
import type { ActionId } from '../protocol/atoms.ts';
import type { ReviewView } from '../protocol/review.ts';

/** What pressing Enter in the composer does. */
export type Enter =
  | { readonly does: 'submit' }
  | { readonly does: 'act'; readonly action: ActionId; readonly review: string }
  /** Says once more why the text is held. */
  | { readonly does: 'repeat' }
  | { readonly does: 'nothing' };

/**
 * Enter reviews; where the same text has been reviewed it takes the safe way on, and that one alone: nothing goes
 * as it is, and nothing goes elsewhere, by a key that was pressed twice.
 */
export function enter(text: string, busy: PanelState['busy'], review: ReviewView | null): Enter {
  if (busy !== 'idle' || text.trim() === '') return { does: 'nothing' };
  if (review?.text !== text || !review.held) return { does: 'submit' };
  return enterRedacts(review)
    ? { does: 'act', action: 'send-redacted', review: review.id }
    : { does: 'repeat' };
}

/** Whether Enter sends the redacted text, so that its button can say so. */
export function enterRedacts(review: ReviewView): boolean {
  return review.actions.some(({ id, primary }) => primary && id === 'send-redacted');
}
