/** So many of its last characters give a secret away, or prove whose it is. */
export const TAIL = 8;

const BLANK = /\s/;
/** The end of a line that closes a block of key material. */
const CLOSING = /\s*(?:\\n)?-----END [A-Z0-9 ]{1,40}-----\s*(?:\\n)?\s*$/;

/**
 * The last characters of a secret, by which logs and dashboards name it. Undefined where the secret is as short itself,
 * and where it ends in something that is none: the address behind a password, the marks around a key.
 */
export function tailOf(secret: string): string | undefined {
  const end = (secret.includes('-----END ') ? secret.replace(CLOSING, '') : secret).trimEnd();
  if (end.length <= TAIL) return undefined;
  const tail = end.slice(-TAIL);
  if (secret.includes('://')) return isToken(tail) ? tail : undefined;
  return BLANK.test(tail) ? undefined : tail;
}

/** Whether characters are no word, no name and no part of an address. */
function isToken(tail: string): boolean {
  return /^[A-Za-z0-9_-]+$/.test(tail) && /\d/.test(tail) && /[A-Za-z]/.test(tail);
}
