import { matchesGlob } from './globs.ts';

/** The host without its port; brackets of an IPv6 address are taken off. `''` when it is not well formed. */
export function hostName(host: string): string {
  const match = /^(?:\[([0-9a-f:.]+)\]|([^\s:/?#@[\]\\]+))(?::\d{1,5})?$/i.exec(host);
  return (match?.[1] ?? match?.[2] ?? '').toLowerCase();
}

/**
 * Whether the host, with or without a port, is this machine by its name: `localhost`, 127.0.0.0/8 or `::1`, each in
 * its usual spelling. Anything else, other spellings of the same address too, counts as somebody else's.
 */
export function isLoopback(host: string): boolean {
  const name = hostName(host);
  if (name === 'localhost' || name === '::1') return true;
  const parts = name.split('.');
  return (
    parts.length === 4 && parts[0] === '127' && parts.every((part) => /^\d{1,3}$/.test(part) && +part < 256)
  );
}

/** Whether a host matches one of a catalogue's patterns, with or without its port. */
export function matchesHost(patterns: readonly string[], host: string): boolean {
  return patterns.some((pattern) => {
    if (pattern === 'loopback') return isLoopback(host);
    if (pattern === '!loopback') return !isLoopback(host);
    return matchesGlob(pattern, host) || matchesGlob(pattern, hostName(host));
  });
}
