import type { Gate } from '../adapter.ts';
import { WireFault } from '../fault.ts';

/** What a client cannot be asked afterwards. */
export interface WatchedGate {
  readonly gate: Gate;
  /** Whether the stream of the answer came to its `[DONE]`: the client ends the same without it. */
  sawDone(): boolean;
  /**
   * What the client failed with, as it really was: what the gate threw, an `AbortError` when stopped, or a `WireFault`
   * `cut-off` where it tried to read the beginning of a line.
   */
  reasonOf(error: unknown, signal: AbortSignal): unknown;
}

/** After the end of a line, since text of an answer may hold the same between its quotes. */
const DONE = /[\r\n]data: ?\[DONE\]/;
/** As long as the longest that matches, without its last character. */
const KEPT = 13;

/** Watches what goes through a gate. */
export function watchGate(gate: Gate): WatchedGate {
  let done = false;
  let endedInLine = false;
  let thrown: { readonly error: unknown } | undefined;
  return {
    async gate(input, init) {
      let response: Response;
      try {
        response = await gate(input, init);
      } catch (error) {
        thrown = { error };
        throw error;
      }
      if (response.body === null) return response;
      const decoder = new TextDecoder();
      let before = '\n';
      const watched = new TransformStream<Uint8Array, Uint8Array>({
        transform(chunk, controller) {
          const text = before + decoder.decode(chunk, { stream: true });
          done ||= DONE.test(text);
          before = text.slice(-KEPT);
          controller.enqueue(chunk);
        },
        flush() {
          endedInLine = !/[\r\n]$/.test(before);
        },
      });
      return new Response(response.body.pipeThrough(watched), {
        status: response.status,
        headers: response.headers,
      });
    },
    sawDone: () => done,
    reasonOf(error, signal) {
      if (signal.aborted) return new DOMException('stopped', 'AbortError');
      if (thrown !== undefined) return thrown.error;
      return endedInLine && error instanceof SyntaxError ? new WireFault('cut-off', 'yes') : error;
    },
  };
}
