import type { Airlock, Conversation, Review } from '../../airlock.ts';
import type { Route } from '../../wire/route.ts';
import { type Attached, piecesOf } from './attached.ts';
import { pend, type PendingReview, promptOf } from './pending.ts';
import { historyOf, type Turn } from './turn.ts';

/** A prompt as it stands in the composer. */
export interface Prompt {
  readonly text: string;
  readonly attached: readonly Attached[];
}

/** A prompt that was looked through. */
export interface Looked {
  readonly text: string;
  readonly review: Review;
  /** What each of the last messages of the review is; undefined for the text that was typed. */
  readonly pieces: readonly (Attached | undefined)[];
}

/**
 * Looks through a prompt with the conversation before it.
 * @throws ScanFailure when a text could not be looked at in full; then nothing may be sent.
 */
export async function look(
  airlock: Airlock,
  conversation: Conversation,
  route: Route,
  turns: readonly Turn[],
  { text, attached }: Prompt,
): Promise<Looked> {
  const pieces = piecesOf(text, attached);
  const review = await airlock.review(conversation, route, [
    ...historyOf(turns),
    ...pieces.map(({ message }) => message),
  ]);
  return { text, review, pieces: pieces.map((piece) => piece.attached) };
}

/** What was looked through, with how it would leave. Throws as {@link look} does. */
export async function shown(
  airlock: Airlock,
  { text, review, pieces }: Looked,
  about: Pick<PendingReview, 'id' | 'held' | 'left'>,
): Promise<PendingReview> {
  return pend({ ...about, text, review }, pieces, await airlock.preview(review, about.left));
}

/** The same with other values left as they are. Throws as {@link look} does. */
export async function shownAnew(airlock: Airlock, pending: PendingReview): Promise<PendingReview> {
  const pieces = pending.parts.map(({ attached }) => attached);
  return pend(pending, pieces, await airlock.preview(pending.review, pending.left));
}

/** Whether two prompts are one and the same: the same text, with the same things attached. */
export function isSame(pending: PendingReview, prompt: Prompt): boolean {
  const { text, attached } = promptOf(pending);
  return (
    text === prompt.text &&
    attached.length === prompt.attached.length &&
    attached.every((one) => prompt.attached.includes(one))
  );
}
