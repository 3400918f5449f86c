import {
  type Cleared,
  type Left,
  type OutgoingMessage,
  placeOf,
  type Settled,
  type Way,
} from '../../airlock.ts';
import { type Attached, piecesOf } from './attached.ts';
import type { Segment } from '../../redact/restore.ts';
import type { StandIn } from '../../redact/vault.ts';
import type { EndReason } from '../../wire/answer-event.ts';
import type { Sent } from '../../wire/fault.ts';
import type { OutgoingRequest } from '../../wire/gate.ts';
import { Stopped } from '../../wire/stopped.ts';
import type { Receipt } from '../../wire/receipt.ts';
import type { Reopened } from './conversation-state.ts';

/** One turn of the conversation, as it is kept in memory. */
export interface Turn {
  readonly id: string;
  readonly role: 'user' | 'assistant';
  /** Name of who said it: empty for the user, the destination's for an answer. */
  readonly author: string;
  /** What the user typed; for an answer the same as `wire`. */
  readonly original: string;
  /** What went with it. */
  readonly attached: readonly Attached[];
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
  /** It was broken off and is to go on: what came of it is part of the conversation. */
  goesOn?: boolean;
  settled: Settled;
  /** How many findings were replaced, and how many kinds of value went as they are. */
  readonly redacted: number;
  readonly letThrough: number;
  receipt?: Receipt;
  rehearsal?: OutgoingRequest;
  /** Of a turn that was kept and read again: `standIns` are none, since what they stood for is gone. */
  readonly reopened?: Reopened;
}

/** What is new in an answer that streams, as it went over the wire. */
export interface Delta {
  readonly text: string;
  readonly thought: string;
}

/** A prompt that is sent. */
export interface Sending {
  readonly text: string;
  readonly attached: readonly Attached[];
  readonly way: Way;
  /** The values that go as they are. */
  readonly left: Left;
  /** Name of the destination. */
  readonly author: string;
}

/** The turns that a cleared prompt begins: the user's, as it leaves, and an answer that is still empty. */
export function turnsOf(
  { route, texts, letThrough }: Cleared,
  { way, left, text, attached, author }: Sending,
  newId: () => string,
): { readonly question: Turn; readonly answer: Turn } {
  const at = placeOf(route);
  const own = texts.slice(-1 - attached.length);
  const { text: wire } = own[piecesOf(text, attached).findIndex((piece) => !piece.attached)] ?? { text: '' };
  const replacements = own.flatMap((one) => one.replacements);
  const question: Turn = {
    id: newId(),
    role: 'user',
    author: '',
    original: text,
    attached,
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
    attached: [],
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

/**
 * What was decided elsewhere went to this place as well, with what was sent now: redacted, but for what was left. It need
 * not be decided again for every prompt that follows.
 */
export function settle(turns: readonly Turn[], { at, left }: Settled): void {
  for (const turn of turns) {
    if (turn.settled.at !== at) turn.settled = { at, as: 'redacted', ...(left && { left }) };
  }
}

/** An answer is over before its end. @returns where its request was when it was stopped; undefined where it failed. */
export function breakOff(answer: Turn, error: unknown): Sent | undefined {
  const stopped = error instanceof Stopped ? error.sent : undefined;
  answer.state = stopped ? 'stopped' : 'failed';
  answer.stopped = stopped;
  return stopped;
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

/** The prompt so many back as it was typed, one that was sent twice in a row counted once; null where there is none. */
export function earlierPrompt(turns: readonly Turn[], back: number): string | null {
  const prompts = turns.filter(({ role }) => role === 'user').map(({ original }) => original);
  return prompts.filter((prompt, at) => prompt !== prompts[at + 1]).at(-1 - back) ?? null;
}

/** The conversation so far as it goes with the next prompt; what failed or was only rehearsed is no part of it. */
export function historyOf(turns: readonly Turn[]): OutgoingMessage[] {
  return turns.flatMap((turn, i) => {
    const partner = turn.role === 'user' ? turns[i + 1] : turn;
    if (hasFailed(turn) || hasFailed(partner) || partner?.rehearsal) return [];
    if (partner?.reopened?.rehearsed || turn.reopened?.lost) return [];
    if (turn.role === 'assistant' && turn.wire === '') return [];
    const { settled } = turn;
    const past = turn.reopened && { past: true };
    if (turn.role === 'assistant') return [{ role: turn.role, text: turn.wire, settled, ...past }];
    return piecesOf(turn.original, turn.attached).map(({ message }) => ({ ...message, settled, ...past }));
  });
}

function hasFailed(turn: Turn | undefined): boolean {
  return turn?.state === 'failed' && turn.goesOn !== true;
}
