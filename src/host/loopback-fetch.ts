/**
 * A `fetch` for this machine alone, which no proxy can come between: not that of the environment (Node's global `fetch`
 * and its agents follow `HTTP_PROXY` with `NODE_USE_ENV_PROXY`, loopback included), and not that of the editor, which
 * takes the place of `globalThis.fetch` and of `request` in `node:http`. So the request is made by its class, over an
 * agent of its own; nothing else in it depends on settings or on the environment.
 */
import { Agent as HttpAgent, ClientRequest, type IncomingMessage } from 'node:http';
import { Agent as HttpsAgent } from 'node:https';
import type { LookupFunction } from 'node:net';
import { Readable } from 'node:stream';
import { getCACertificates } from 'node:tls';
import { isLoopbackName } from '../wire/address.ts';

/** How long a connection may take; what is on this machine is there at once, or not at all. */
const CONNECT = 5_000;

/** What can be asked of it. */
export interface LoopbackOptions {
  /** Milliseconds until a connection has to be there. */
  readonly connect?: number;
}

/**
 * Makes one. It takes an address with a string for a body, follows no redirect, keeps no connection, and rejects as
 * `fetch` does: with a `TypeError` caused by what went wrong, or the signal's reason.
 */
export function createLoopbackFetch({ connect = CONNECT }: LoopbackOptions = {}): typeof globalThis.fetch {
  return async (input, init = {}) => {
    // A `Request` is not read: its method and headers would be lost.
    if (input instanceof Request) throw new TypeError('not for loopback');
    const url = new URL(input);
    const { body, signal } = init;
    if (!isLoopbackName(url.hostname) || (body !== undefined && body !== null && typeof body !== 'string'))
      throw new TypeError('not for loopback');
    signal?.throwIfAborted();
    try {
      const headers = Object.fromEntries(new Headers(init.headers));
      return await ask(url, { method: init.method ?? 'GET', headers, body: body ?? '', signal, connect });
    } catch (cause) {
      signal?.throwIfAborted();
      throw new TypeError('fetch failed', { cause });
    }
  };
}

interface Question {
  readonly method: string;
  readonly headers: Record<string, string>;
  readonly body: string;
  readonly signal: AbortSignal | null | undefined;
  readonly connect: number;
}

function ask(url: URL, { method, headers, body, signal, connect }: Question): Promise<Response> {
  return new Promise((resolve, reject) => {
    const request = new ClientRequest({
      agent: agentFor(url),
      protocol: url.protocol,
      hostname: url.hostname.replace(/^\[|\]$/g, ''),
      port: url.port === '' ? (url.protocol === 'https:' ? 443 : 80) : url.port,
      path: url.pathname + url.search,
      method,
      headers: { ...headers, ...(body !== '' && { 'content-length': Buffer.byteLength(body) }) },
      lookup: thisMachine,
    });
    const stop = (): void => void request.destroy(new Error('stopped'));
    const slow = setTimeout(() => request.destroy(new ConnectTimeout()), connect);
    signal?.addEventListener('abort', stop, { once: true });
    request.once('socket', (socket) => {
      socket.once('connect', () => clearTimeout(slow));
    });
    request.once('close', () => {
      clearTimeout(slow);
      signal?.removeEventListener('abort', stop);
    });
    request.on('error', reject);
    request.once('response', (answer: IncomingMessage) => {
      try {
        resolve(responseOf(answer));
      } catch (error) {
        // A status that is none.
        request.destroy();
        reject(error);
      }
    });
    request.end(body);
  });
}

/** A connection for one request: none can have been opened by somebody else, or gone stale. */
function agentFor({ protocol }: URL): HttpAgent {
  const one = { keepAlive: false, autoSelectFamily: true };
  if (protocol === 'http:') return new HttpAgent(one);
  return new HttpsAgent({ ...one, rejectUnauthorized: true, ca: authorities() });
}

/** Those of the machine's own store as well: there one's own authority stands. Not every Node can read it. */
function authorities(): string[] | undefined {
  try {
    return [...getCACertificates('default'), ...getCACertificates('system')];
  } catch {
    return undefined;
  }
}

/** `localhost` is this machine, whatever a file or a server says of it (RFC 6761 6.3). */
const thisMachine: LookupFunction = (_name, { all }, found) => {
  if (all === true) {
    found(null, [
      { address: '127.0.0.1', family: 4 },
      { address: '::1', family: 6 },
    ]);
  } else found(null, '127.0.0.1', 4);
};

function responseOf(answer: IncomingMessage): Response {
  const { statusCode: status = 0, headersDistinct } = answer;
  const headers = new Headers();
  for (const [name, values = []] of Object.entries(headersDistinct))
    for (const value of values) headers.append(name, value);
  const bare = status === 204 || status === 205 || status === 304;
  if (bare) answer.resume();
  return new Response(bare ? null : (Readable.toWeb(answer) as ReadableStream<Uint8Array>), {
    status,
    headers,
  });
}

/** Named as the system names it. */
class ConnectTimeout extends Error {
  readonly code = 'ETIMEDOUT';
  readonly syscall = 'connect';

  constructor() {
    super('connect ETIMEDOUT');
  }
}
