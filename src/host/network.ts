import { askFetch } from '../wire/ask-fetch.ts';
import type { Transport } from '../wire/gate.ts';
import { networkTransport } from '../wire/transport.ts';
import { createLoopbackFetch } from './loopback-fetch.ts';

/** The ways out of this machine, and to itself. */
export interface Network {
  /** Sends requests. */
  readonly transport: Transport;
  /** Asks what is no request of a prompt, by the same ways. */
  readonly fetch: typeof globalThis.fetch;
}

/**
 * Opens the network: what goes elsewhere goes by the `fetch` given, what stays here past every proxy, and nothing leaves
 * encrypted for nobody in particular while Node is told not to check certificates.
 */
export function openNetwork(fetch: typeof globalThis.fetch): Network {
  const ways = {
    loopback: createLoopbackFetch(),
    // Asked each time: anything in this process may set it.
    isTlsUnchecked: () => process.env['NODE_TLS_REJECT_UNAUTHORIZED'] === '0',
  };
  return { transport: networkTransport(fetch, ways), fetch: askFetch(fetch, ways) };
}
