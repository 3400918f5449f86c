import {
  type Cleared,
  type Left,
  type OutgoingMessage,
  placeOf,
  type Settled,
  type Way,
} from '../airlock.ts';
import type { Segment } from '../redact/restore.ts';
import type { StandIn } from '../redact/vault.ts';
import type { EndReason } from '../wire/answer-event.ts';
import type { Sent } from '../wire/fault.ts';
import type { OutgoingRequest } from '../wire/gate.ts';
import type { Receipt } from '../wire/receipt.ts';

/** One turn of the conversation, as it is kept in memory. */
export interface Turn {
  readonly id: string;
  readonly role: 'user' | 'assistant';
  /** Name of who said it: empty for the user, the destination's for an answer. */
  readonly author: string;
  /** What the user typed; for an answer the same as `wire`. */
  readonly original: string;
  /** The text as it went over the wire, with stand-ins. */
  wire: string;
  /** What the model thought aloud before it answered, in the same way; no part of the conversation that goes on. */
  thought: string;
  standIns: readonly StandIn[];
  /** What looks like a stand-in in it and stands for nothing; known once the turn is over. */
  unknown: readonly string[];
  state: 'streaming' | 'done' | 'stopped' | 'failed';
  /** Where its request was when it was stopped. */
  stopped?: Sent | undefined;
  /** Why the host ended the answer. */
  ended?: EndReason;
  readonly settled: Settled;
  /** How many findings were replaced, and how many kinds of value went as they are. */
  readonly redacted: number;
  readonly letThrough: number;
  receipt?: Receipt;
  rehearsal?: OutgoingRequest;
}

/** What is new in an answer that streams, as it went over the wire. */
export interface Delta {
  readonly text: string;
  readonly thought: string;
}

/** A prompt that is sent. */
export interface Sending {
  readonly text: string;
  readonly way: Way;
  /** The values that go as they are. */
  readonly left: Left;
  /** Name of the destination. */
  readonly author: string;
}

/** The turns that a cleared prompt begins: the user's, as it leaves, and an answer that is still empty. */
export function turnsOf(
  { route, texts, letThrough }: Cleared,
  { way, left, text, author }: Sending,
  newId: () => string,
): { readonly question: Turn; readonly answer: Turn } {
  const at = placeOf(route);
  const { text: wire, replacements } = texts.at(-1) ?? { text: '', replacements: [] };
  const question: Turn = {
    id: newId(),
    role: 'user',
    author: '',
    original: text,
    wire,
    thought: '',
    standIns: [...new Map(replacements.map(({ standIn }) => [standIn.name, standIn])).values()],
    unknown: [],
    state: 'done',
    settled: { at, as: way === 'as-is' ? 'as-is' : 'redacted', left },
    redacted: replacements.length,
    letThrough,
  };
  const answer: Turn = {
    id: newId(),
    role: 'assistant',
    author,
    original: '',
    wire: '',
    thought: '',
    standIns: [],
    unknown: [],
    state: 'streaming',
    settled: { at, as: 'redacted' },
    redacted: 0,
    letThrough: 0,
  };
  return { question, answer };
}

/** A piece of an answer as it came over the wire, and the stand-ins in it. */
export function wireOf(segments: readonly Segment[]): {
  readonly piece: string;
  readonly standIns: readonly StandIn[];
} {
  return {
    piece: segments.map((segment) => ('standIn' in segment ? segment.standIn.name : segment.text)).join(''),
    standIns: segments.flatMap((segment) => ('standIn' in segment ? [segment.standIn] : [])),
  };
}

/** The conversation so far as it goes with the next prompt; what failed or was only rehearsed is no part of it. */
export function historyOf(turns: readonly Turn[]): OutgoingMessage[] {
  return turns.flatMap((turn, i) => {
    const partner = turn.role === 'user' ? turns[i + 1] : turn;
    if (turn.state === 'failed' || partner?.state === 'failed' || partner?.rehearsal) return [];
    if (turn.role === 'assistant' && turn.wire === '') return [];
    return [
      { role: turn.role, text: turn.role === 'user' ? turn.original : turn.wire, settled: turn.settled },
    ];
  });
}
