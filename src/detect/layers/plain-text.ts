/** One byte of another eight-bit encoding, such as an umlaut of Latin 1, among so many may stand in a text. */
const BYTES_FOR_ONE_STRAY = 10;

/** Whether a byte of ASCII is one of a text. */
export function isPrintable(byte: number): boolean {
  return (byte >= 32 && byte < 127) || (byte >= 9 && byte <= 13) || byte === 27;
}

/** Whether bytes are text in UTF-8, but for a few. A character that is cut off at their end counts as whole. */
export function isText(bytes: Uint8Array): boolean {
  let following = 0;
  let strays = 0;
  for (const byte of bytes) {
    if (following > 0 && (byte & 0xc0) === 0x80) {
      following -= 1;
      continue;
    }
    if (following > 0) strays += 1;
    following = 0;
    if (byte < 128) {
      if (!isPrintable(byte)) return false;
    } else if (byte < 0xc2 || byte > 0xf4) strays += 1;
    else following = byte < 0xe0 ? 1 : byte < 0xf0 ? 2 : 3;
  }
  return strays * BYTES_FOR_ONE_STRAY <= bytes.length;
}

const UTF_8 = new TextDecoder();

/** Bytes as text; what is no character of UTF-8 becomes U+FFFD. */
export function textOf(bytes: Uint8Array): string {
  return UTF_8.decode(bytes);
}

/** Orders to a machine and halves of characters; the escape of a terminal's orders may stand in a log. */
// oxlint-disable-next-line no-control-regex
const NO_TEXT = /[\0-\u0008\u000e-\u001a\u001c-\u001f\u007f\ufffd]/;

/** Whether what was decoded reads as text to its last character. */
export function isPlainText(text: string): boolean {
  return !NO_TEXT.test(text);
}
