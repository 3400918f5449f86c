import { WireFault } from './fault.ts';
import { formatOf, type WireFormat } from './format.ts';
import type { OutgoingRequest, Transport } from './gate.ts';

/** Codes of errors that are raised before anything could be written to the host. */
const NOTHING_LEFT: ReadonlySet<string> = new Set([
  'ECONNREFUSED',
  'ENOTFOUND',
  'EAI_AGAIN',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'UND_ERR_CONNECT_TIMEOUT',
  'CERT_HAS_EXPIRED',
  'DEPTH_ZERO_SELF_SIGNED_CERT',
  'ERR_TLS_CERT_ALTNAME_INVALID',
  'SELF_SIGNED_CERT_IN_CHAIN',
  'UNABLE_TO_VERIFY_LEAF_SIGNATURE',
]);

/** Sends by the given `fetch`; redirects come back as they are and are not followed. */
export function networkTransport(fetch: typeof globalThis.fetch): Transport {
  return async ({ url, method, headers, body }, signal) => {
    try {
      return await fetch(url, { method, headers, body, redirect: 'manual', ...(signal && { signal }) });
    } catch (error) {
      if (signal?.aborted) throw error;
      throw new WireFault('unreachable', NOTHING_LEFT.has(codeOf(error)) ? 'no' : 'unknown');
    }
  };
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

function codeOf(error: unknown): string {
  const cause = error instanceof Error ? error.cause : undefined;
  const code = typeof cause === 'object' && cause !== null && 'code' in cause ? cause.code : undefined;
  return typeof code === 'string' ? code : '';
}
