import { isLoopbackName } from './address.ts';
import { WireFault } from './fault.ts';
import { formatOf, type WireFormat } from './format.ts';
import type { OutgoingRequest, Transport } from './gate.ts';
import { type Patience, patienceWith, REAL_TIMERS, type Timers } from './patience.ts';
import { patientBody } from './patient-body.ts';
import { Stopped } from './stopped.ts';
import { faultOfFetch } from './unsent.ts';

/** What a transport goes by besides its `fetch`. */
export interface NetworkOptions {
  /** Sends what stays on this machine, past every proxy. */
  readonly loopback?: typeof globalThis.fetch;
  /** Whether certificates go unchecked (`NODE_TLS_REJECT_UNAUTHORIZED=0`); asked for at each request. */
  readonly isTlsUnchecked?: () => boolean;
  readonly patience?: (loopback: boolean) => Patience;
  readonly timers?: Timers;
}

/**
 * Sends by the given `fetch`; redirects come back as they are and are not followed. It waits and reads as far as
 * patience goes, and closes the connection when it ends, or at once when stopped. Rejects with a `WireFault`, or a
 * `Stopped`; so does the body of its answer.
 */
export function networkTransport(
  fetch: typeof globalThis.fetch,
  {
    loopback,
    isTlsUnchecked = () => false,
    patience: patienceFor = patienceWith,
    timers = REAL_TIMERS,
  }: NetworkOptions = {},
): Transport {
  return async ({ url, method, headers, body }, signal) => {
    const { protocol, hostname } = new URL(url);
    if (protocol === 'https:' && isTlsUnchecked()) throw new WireFault('tls-unchecked', 'no');
    if (signal?.aborted) throw new Stopped('no');
    const here = isLoopbackName(hostname);
    const patience = patienceFor(here);
    const connection = new AbortController();
    const close = (): void => connection.abort();
    signal?.addEventListener('abort', close, { once: true });

    let callOff: () => void = () => undefined;
    const late = new Promise<never>((_, reject) => {
      callOff = timers.after(patience.firstByte, () => reject(new WireFault('no-first-byte', 'unknown')));
      signal?.addEventListener('abort', () => reject(new Stopped('unknown')), { once: true });
    });
    // It may be stopped long after there is an answer.
    late.catch(() => undefined);
    const send = here && loopback ? loopback : fetch;
    const options = {
      method,
      headers,
      body: body.text,
      redirect: 'manual',
      signal: connection.signal,
    } as const;
    try {
      const response = await Promise.race([send(url, options), late]);
      return response.body === null
        ? response
        : withBody(
            response,
            patientBody(response.body, {
              patience,
              timers,
              close,
              errorOf: (error) => (signal?.aborted ? new Stopped('yes') : brokenOff(error)),
            }),
          );
    } catch (error) {
      close();
      if (signal?.aborted) throw new Stopped('unknown');
      throw error instanceof WireFault ? error : faultOfFetch(error);
    } finally {
      callOff();
    }
  };
}

function withBody({ status, statusText, headers }: Response, body: ReadableStream<Uint8Array>): Response {
  return new Response(body, { status, statusText, headers });
}

/** An answer had begun. */
function brokenOff(error: unknown): WireFault {
  return new WireFault(faultOfFetch(error).reason === 'stalled' ? 'stalled' : 'cut-off', 'yes');
}

const EMPTY_ANSWERS: Readonly<Record<WireFormat, string>> = {
  'chat-completions': 'data: {"choices":[{"index":0,"delta":{},"finish_reason":"stop"}]}\n\ndata: [DONE]\n\n',
  responses: 'data: {"type":"response.completed","response":{"object":"response","status":"completed"}}\n\n',
  messages: 'event: message_stop\ndata: {"type":"message_stop"}\n\n',
};

/** Sends nothing: hands the request to the listener and answers with an empty stream. */
export function rehearsalTransport(onRequest: (request: OutgoingRequest) => void): Transport {
  return (request) => {
    onRequest(request);
    const answer = EMPTY_ANSWERS[formatOf(new URL(request.url).pathname)];
    return Promise.resolve(new Response(answer, { headers: { 'content-type': 'text/event-stream' } }));
  };
}
