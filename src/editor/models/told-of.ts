import type { Cleared, Review } from '../../airlock.ts';
import type { TakenApart } from './pieces.ts';
import type { Told } from './told.ts';

/** What there is to tell of a request: all of its newest turn, since of its answers only the last may be seen. */
export function toldOf(
  cleared: Cleared,
  review: Review,
  { newest, leftOut, opaque }: TakenApart,
  withheld: number,
): Told {
  return {
    redacted: newlyRedacted(cleared, newest),
    letThrough: notified(review),
    leftOut,
    opaque,
    withheld,
    kept: keptBack(cleared, review, newest),
  };
}

/** How many findings were replaced in the newest turn. */
function newlyRedacted({ texts }: Cleared, from: number): number {
  return texts.slice(from).reduce((sum, { replacements }) => sum + replacements.length, 0);
}

/** How many values of the newest turn go as they are and are told of. */
function notified({ decision }: Review): number {
  return decision.reasons.reduce(
    (sum, reason) => sum + (reason.because === 'finding' && reason.action === 'notify' ? reason.count : 0),
    0,
  );
}

/** The stand-ins in what tools were called with in the newest turn: where values were put back, these stand there. */
function keptBack({ conversation }: Cleared, { messages }: Review, from: number): readonly string[] {
  const called = messages.slice(from).filter(({ part }) => part?.type === 'tool-call');
  const names = called.flatMap(({ text }) =>
    Array.from(conversation.vault.standInsIn(text), ({ item }) => item.name),
  );
  return [...new Set(names)];
}
