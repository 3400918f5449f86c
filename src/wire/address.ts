import { WireFault } from './fault.ts';

/**
 * Parses an address something may be sent to: TLS unless the host is loopback, no user information, no query, no
 * fragment.
 * @throws WireFault `malformed-address` or `no-tls`; nothing was sent.
 */
export function parseAddress(text: string): URL {
  const url = URL.canParse(text) ? new URL(text) : undefined;
  if (!url || url.username !== '' || url.password !== '' || url.search !== '' || url.hash !== '') {
    throw new WireFault('malformed-address', 'no');
  }
  if (url.protocol === 'https:') return url;
  if (url.protocol !== 'http:') throw new WireFault('malformed-address', 'no');
  if (!isLoopbackName(url.hostname)) throw new WireFault('no-tls', 'no');
  return url;
}

/** Whether a host name, as a parsed URL has it, can only be this machine. */
function isLoopbackName(hostname: string): boolean {
  return hostname === 'localhost' || hostname === '[::1]' || /^127(?:\.\d{1,3}){3}$/.test(hostname);
}
