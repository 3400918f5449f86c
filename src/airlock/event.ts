import type { Segment } from '../redact/restore.ts';
import type { AnswerEvent, EndReason } from '../wire/answer-event.ts';
import type { OutgoingRequest } from '../wire/gate.ts';
import type { Receipt } from '../wire/receipt.ts';

/** What comes of a request that was sent, in the order it came. */
export type AirlockEvent =
  /** The request passed the last look and is handed to the network. */
  | { readonly type: 'leaving'; readonly receipt: Receipt }
  /** A rehearsal: the exact request that would have left. */
  | { readonly type: 'rehearsed'; readonly request: OutgoingRequest; readonly receipt: Receipt }
  /** A piece of the answer, or of what the model thought aloud before it, with stand-ins recognised. */
  | { readonly type: 'answer' | 'reasoning'; readonly segments: readonly Segment[] }
  /** What the model wants called, as it stood on the wire: its arguments hold stand-ins. */
  | Extract<AnswerEvent, { readonly type: 'tool-arguments' | 'tool-call' }>
  /** The host said that the answer is whole. */
  | { readonly type: 'ended'; readonly reason: EndReason };
