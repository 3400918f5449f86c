import type { AnswerEvent } from './answer-event.ts';
import type { ClearedRequest } from './cleared.ts';

/** What an adapter makes the body of. */
export type AdapterRequest = Pick<ClearedRequest, 'target' | 'messages' | 'tools' | 'fields'>;

/** A `fetch` that has looked at what it sends. */
export type Gate = (input: string | URL | Request, init?: RequestInit) => Promise<Response>;

/**
 * Asks a host in one of the wire formats and streams the answer, by the official client of that format.
 *
 * Every option of the client is explicit, since it would read the missing ones from environment variables. Throws what
 * the gate threw, an `AbortError` when stopped, and whatever the client makes of an answer it cannot read.
 */
export type Adapter = (
  request: AdapterRequest,
  gate: Gate,
  signal: AbortSignal,
) => AsyncGenerator<AnswerEvent>;
