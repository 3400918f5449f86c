import type { ToolCall } from './message.ts';

/** Why an answer ended, as the host says. */
export type EndReason =
  | 'complete'
  /** At the longest the host or the request allows. */
  | 'length'
  | 'tool-calls'
  /** The host held it back. */
  | 'filtered';

/** What comes back from a host, in the order it came. */
export type AnswerEvent =
  | { readonly type: 'text'; readonly text: string }
  /** What the model thought aloud before it answered. */
  | { readonly type: 'reasoning'; readonly text: string }
  /** A piece of the arguments of a call that is not whole yet. */
  | { readonly type: 'tool-arguments'; readonly id: string; readonly name: string; readonly text: string }
  /** A whole call. */
  | { readonly type: 'tool-call'; readonly call: ToolCall }
  /** The host said that the answer is whole, and why it ended. */
  | { readonly type: 'end'; readonly reason: EndReason };
