/** A UTF-16 code unit as one byte: ASCII as it is, the rest told apart roughly, and halves of pairs not at all. */
export function byteOf(code: number): number {
  if (code < 128) return code;
  const unit = code >= 0xd800 && code < 0xe000 ? 0xfffd : code;
  return 128 | ((unit ^ (unit >> 6)) & 127);
}
