/**
 * Decodes base64 or base64url, with or without padding, to one character a byte; undefined where it is neither.
 * A rest that no byte fits in is dropped, so that a value that was cut off still decodes.
 */
export function decodeBase64(value: string): string | undefined {
  let end = value.length;
  while (end > 0 && value[end - 1] === '=') end--;
  const plain = value.slice(0, end).replace(/-/g, '+').replace(/_/g, '/');
  if (!/^[A-Za-z0-9+/]*$/.test(plain)) return undefined;
  const whole = plain.length % 4 === 1 ? plain.slice(0, -1) : plain;
  return atob(whole);
}

/** A login as HTTP's Basic scheme and Docker write it, decoded; undefined where it is none. */
export function decodeLogin(value: string): { readonly user: string; readonly password: string } | undefined {
  if (value.length > 4096) return undefined;
  const decoded = decodeBase64(value);
  const colon = decoded?.indexOf(':') ?? -1;
  // Printable or UTF-8; anything else was bytes that happen to hold a colon.
  if (!decoded || colon < 0 || !/^[\x20-\x7e\x80-\xff]+$/.test(decoded)) return undefined;
  return { user: decoded.slice(0, colon), password: decoded.slice(colon + 1) };
}
