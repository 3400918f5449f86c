/**
 * Whether a text can be sent as a key: printable ASCII without blanks. A line break in it would begin a header of
 * somebody else's making, and no host makes keys of anything else.
 */
export function isUsableKey(key: string): boolean {
  return /^[\x21-\x7e]{1,4096}$/.test(key);
}
