import type { AnswerEvent } from './answer-event.ts';
import type { ClearedRequest } from './cleared.ts';

/** What an adapter makes the body of. */
export type AdapterRequest = Pick<
  ClearedRequest,
  'target' | 'messages' | 'tools' | 'mustCall' | 'fields' | 'bodies'
>;

/** A `fetch` that has looked at what it sends. */
export type Gate = (input: string | URL | Request, init?: RequestInit) => Promise<Response>;

/** One of the wire formats. */
export interface Adapter {
  /**
   * Asks a host and streams the answer, by the official client of the format.
   *
   * Every option of the client is explicit, since it would read the missing ones from environment variables. Throws
   * what the gate threw, an `AbortError` when stopped, a `WireFault` for an answer in another form, and whatever the
   * client makes of one it cannot read.
   */
  ask(request: AdapterRequest, gate: Gate, signal: AbortSignal): AsyncGenerator<AnswerEvent>;
  /**
   * Reads the answer of a host that does not stream although it was asked to, as parsed JSON.
   * @throws WireFault `not-an-answer`, or `error-in-answer`.
   */
  readWhole(answer: unknown, request: AdapterRequest): Iterable<AnswerEvent>;
}
