import type { Scan } from '../detect/finding.ts';
import type { Adapter } from './adapter.ts';
import type { AnswerEvent, EndReason } from './answer-event.ts';
import type { ClearedRequest } from './cleared.ts';
import { WireFault } from './fault.ts';
import type { WireFormat } from './format.ts';
import { createGate, type OutgoingRequest, type Transport } from './gate.ts';

export type { AnswerEvent } from './answer-event.ts';

/** What sending needs from outside. */
export interface SendOptions {
  readonly scan: Scan;
  readonly transport: Transport;
  readonly key: string | undefined;
  readonly signal: AbortSignal;
  readonly onPassed?: (request: OutgoingRequest) => void;
}

/** The clients are large, and none is needed before the first request. */
const ADAPTERS: Readonly<Record<WireFormat, () => Promise<Adapter>>> = {
  'chat-completions': async () => (await import('./adapters/openai.ts')).chatCompletions,
  responses: async () => (await import('./adapters/openai.ts')).responses,
  messages: async () => (await import('./adapters/messages.ts')).messages,
};

/**
 * Sends a cleared request and streams the answer. Ends after `end`, and otherwise rejects: with a `WireFault`
 * (`cut-off` when the stream broke off before the host said it was whole) or an `AbortError` when stopped.
 */
export async function* sendCleared(
  cleared: ClearedRequest,
  options: SendOptions,
): AsyncGenerator<AnswerEvent> {
  let whole: readonly AnswerEvent[] | undefined;
  let answered = false;
  const adapter = await ADAPTERS[cleared.target.format]();
  const gate = createGate(cleared, options);
  const readable: typeof gate = async (input, init) => {
    const response = await gate(input, init);
    answered = true;
    const type = response.headers.get('content-type') ?? '';
    if (/^text\/event-stream\b/i.test(type)) return response;
    whole = [...adapter.readWhole(await wholeAnswer(response, type), cleared)];
    return new Response('data: [DONE]\n\n', { headers: { 'content-type': 'text/event-stream' } });
  };
  let ended: EndReason | undefined;
  try {
    for await (const event of adapter.ask(cleared, readable, options.signal)) {
      if (event.type === 'end') ended = event.reason;
      else yield event;
    }
  } catch (error) {
    if (error instanceof WireFault || options.signal.aborted) throw error;
    // What the client says of an answer may quote it.
    throw new WireFault(answered ? reasonOf(error) : 'unreachable', answered ? 'yes' : 'unknown');
  }
  if (options.signal.aborted) throw new DOMException('stopped', 'AbortError');
  for (const event of whole ?? []) {
    if (event.type === 'end') ended = event.reason;
    else yield event;
  }
  if (!ended) throw new WireFault('cut-off', 'yes');
  yield { type: 'end', reason: ended };
}

/** What a host that does not stream although it was asked to answers with: one JSON value. */
async function wholeAnswer(response: Response, type: string): Promise<unknown> {
  if (/^application\/json\b/i.test(type)) {
    try {
      return await response.json();
    } catch {
      // Not JSON after all.
    }
  } else {
    await response.body?.cancel();
  }
  throw new WireFault('not-an-answer', 'yes');
}

/** The client throws an error of its own with a status where the host put an error into the stream. */
function reasonOf(error: unknown): 'error-in-answer' | 'not-an-answer' | 'cut-off' {
  if (error instanceof SyntaxError) return 'not-an-answer';
  if (error instanceof TypeError) return 'cut-off';
  return error instanceof Error && 'status' in error ? 'error-in-answer' : 'cut-off';
}
