import { WireFault } from './fault.ts';

/**
 * Reads an address as it is written: no user information, no query, no fragment, and a host that is read as it is written.
 * An address in octal (`0177.0.0.1`), a dot at the end, letters of other scripts and backslashes are read as another host
 * than a person sees; tabs and newlines are passed over by the parser.
 *
 * @returns undefined for what is none of these, or is no http address.
 */
export function readAddress(text: string): URL | undefined {
  const [, written] = /^https?:\/\/([\w.-]+|\[[\d:a-f]+\])(?::\d{1,5})?(?:\/[!-~]*)?$/i.exec(text) ?? [];
  if (written === undefined || /[\\?#]/.test(text) || !URL.canParse(text)) return undefined;
  const url = new URL(text);
  return url.hostname === written.toLowerCase() && !written.endsWith('.') ? url : undefined;
}

/**
 * Reads an address something may be sent to: as `readAddress`, and with TLS unless the host is loopback.
 * @throws WireFault `malformed-address` or `no-tls`; nothing was sent.
 */
export function parseAddress(text: string): URL {
  const url = readAddress(text);
  if (!url) throw new WireFault('malformed-address', 'no');
  if (url.protocol === 'http:' && !isLoopbackName(url.hostname)) throw new WireFault('no-tls', 'no');
  return url;
}

/** Whether a host name, as a parsed URL has it, can only be this machine. */
export function isLoopbackName(hostname: string): boolean {
  return hostname === 'localhost' || hostname === '[::1]' || /^127(?:\.\d{1,3}){3}$/.test(hostname);
}
