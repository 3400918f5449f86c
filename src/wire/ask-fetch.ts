import { isLoopbackName } from './address.ts';
import type { NetworkOptions } from './transport.ts';

/** A `fetch` for questions that hold nothing of a prompt, by the same ways that requests go. */
export function askFetch(
  fetch: typeof globalThis.fetch,
  { loopback = fetch, isTlsUnchecked = () => false }: NetworkOptions,
): typeof globalThis.fetch {
  return async (input, init) => {
    const { protocol, hostname } = new URL(input instanceof Request ? input.url : input);
    if (isLoopbackName(hostname)) return loopback(input, init);
    // A question may carry an API key.
    if (protocol === 'https:' && isTlsUnchecked()) throw new TypeError('certificates are not checked');
    return fetch(input, init);
  };
}
