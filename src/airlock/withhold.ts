import { judge } from '../decide/decide.ts';
import type { OutgoingMessage } from './messages.ts';
import { placeOf, type Review } from './review.ts';

/** The messages of a review in which those of turns that are over and hold what is blocked have given way to a note. */
export interface Withheld {
  readonly messages: readonly OutgoingMessage[];
  /** How many there are; with none the messages are those of the review. */
  readonly count: number;
}

/**
 * Puts a note in place of each message of a turn that is over and holds what is blocked where the request goes: a prompt
 * that was refused stays in a history that is not ours, and would have every later one refused as well.
 */
export function withhold(review: Review, note: string): Withheld {
  const { messages, findings, terms, route } = review;
  const place = placeOf(route);
  let count = 0;
  const kept = messages.map((message, i) => {
    if (message.past !== true || message.settled?.at === place) return message;
    if (!(findings[i] ?? []).some((finding) => judge(finding, terms) === 'block')) return message;
    count += 1;
    return noteFor(message, note);
  });
  return { messages: count === 0 ? messages : kept, count };
}

function noteFor({ role, part, past }: OutgoingMessage, note: string): OutgoingMessage {
  const kept = { role, ...(past && { past }) };
  switch (part?.type) {
    case 'image':
      return { ...kept, text: note };
    // Its text has to stay JSON.
    case 'tool-call':
      return { ...kept, part, text: JSON.stringify({ note }) };
    case 'tool':
      return { ...kept, part, text: JSON.stringify({ description: note, parameters: {} }) };
    case 'tool-result':
    case 'attachment':
      return { ...kept, part, text: note };
    case undefined:
      return { ...kept, text: note };
  }
}
