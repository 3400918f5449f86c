import type { Scan } from '../detect/finding.ts';
import type { Adapter } from './adapter.ts';
import type { AnswerEvent, EndReason } from './answer-event.ts';
import type { ClearedRequest } from './cleared.ts';
import { faultIn, type FaultReason, type Sent, WireFault } from './fault.ts';
import type { WireFormat } from './format.ts';
import { createGate, type OutgoingRequest, type Transport } from './gate.ts';
import { patienceWith, REAL_TIMERS, type Timers } from './patience.ts';
import { Stopped } from './stopped.ts';
import { wholeJson } from './whole-json.ts';
import { within } from './within.ts';

export type { AnswerEvent } from './answer-event.ts';

/** What sending needs from outside. */
export interface SendOptions {
  readonly scan: Scan;
  readonly transport: Transport;
  readonly key: string | undefined;
  readonly signal: AbortSignal;
  readonly onPassed?: (request: OutgoingRequest) => void;
  readonly timers?: Timers;
  /** Milliseconds that may go by without a part of an answer. */
  readonly betweenEvents?: number;
}

/** The clients are large, and none is needed before the first request. */
const ADAPTERS: Readonly<Record<WireFormat, () => Promise<Adapter>>> = {
  'chat-completions': async () => (await import('./adapters/openai.ts')).chatCompletions,
  responses: async () => (await import('./adapters/openai.ts')).responses,
  messages: async () => (await import('./adapters/messages.ts')).messages,
};

/** Those that were loaded: to import one again takes the time of writing a request. */
const loaded = new Map<WireFormat, Promise<Adapter>>();

function adapterOf(format: WireFormat): Promise<Adapter> {
  const known = loaded.get(format);
  if (known) return known;
  const adapter = ADAPTERS[format]();
  loaded.set(format, adapter);
  // A file that could not be read may be there the next time.
  adapter.catch(() => loaded.delete(format));
  return adapter;
}

/**
 * Sends a cleared request once and streams the answer. Ends after `end`, and otherwise rejects: with a `WireFault`
 * (`cut-off` when the stream broke off before the host said it was whole), or with a `Stopped`.
 */
export async function* sendCleared(
  cleared: ClearedRequest,
  options: SendOptions,
): AsyncGenerator<AnswerEvent> {
  const { signal, timers = REAL_TIMERS, betweenEvents = patienceWith(false).betweenEvents } = options;
  let whole: readonly AnswerEvent[] | undefined;
  const at: { sent: Sent } = { sent: 'no' };
  const adapter = await adapterOf(cleared.target.format);
  const connection = new AbortController();
  const gate = createGate(cleared, {
    ...options,
    async transport(request, stop) {
      at.sent = 'unknown';
      try {
        const response = await options.transport(request, stop);
        at.sent = 'yes';
        return response;
      } catch (error) {
        // The client ends in its own way when it is stopped, and says nothing of where the bytes were.
        if (error instanceof Stopped) at.sent = error.sent;
        throw error;
      }
    },
  });
  const readable: typeof gate = async (input, init) => {
    const response = await gate(input, init);
    const type = response.headers.get('content-type') ?? '';
    if (/^text\/event-stream\b/i.test(type)) return response;
    whole = [...adapter.readWhole(await wholeJson(response, type), cleared)];
    return new Response('data: [DONE]\n\n', { headers: { 'content-type': 'text/event-stream' } });
  };
  const events = adapter.ask(cleared, readable, AbortSignal.any([signal, connection.signal]));
  let ended: EndReason | undefined;
  try {
    for await (const event of within(events, betweenEvents, timers, () => standstill(at.sent))) {
      if (event.type === 'end') ended = event.reason;
      else yield event;
    }
  } catch (error) {
    if (signal.aborted) throw error instanceof Stopped ? error : new Stopped(at.sent);
    connection.abort();
    // What the client says of an answer may quote it.
    const fault =
      faultIn(error) ?? new WireFault(at.sent === 'yes' ? reasonOf(error) : 'unreachable', at.sent);
    // Once the host has said that the answer is whole, nothing of it can be missing.
    if (!ended) throw fault;
  }
  if (signal.aborted) throw new Stopped(at.sent);
  for (const event of whole ?? []) {
    if (event.type === 'end') ended = event.reason;
    else yield event;
  }
  if (!ended) throw new WireFault('cut-off', 'yes');
  yield { type: 'end', reason: ended };
}

function standstill(sent: Sent): WireFault {
  return sent === 'yes' ? new WireFault('stalled', 'yes') : new WireFault('no-first-byte', sent);
}

/** The client throws an error of its own with a status where the host put an error into the stream. */
function reasonOf(error: unknown): FaultReason {
  if (error instanceof SyntaxError) return 'broken-stream';
  if (error instanceof TypeError) return 'cut-off';
  return error instanceof Error && 'status' in error ? 'error-in-answer' : 'cut-off';
}
