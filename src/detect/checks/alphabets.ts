/** Digits of GitHub's, npm's and other checksums, in their order. */
const BASE62 = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz';
const BASE32 = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567';
const BASE64 = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';

/** Whether the last so many characters of a text are a number in base 62, with zeros before it. */
export function endsInBase62(text: string, value: number, width: number): boolean {
  let rest = value;
  for (let at = text.length - 1; at >= text.length - width; at--) {
    if (text.charCodeAt(at) !== BASE62.charCodeAt(rest % 62)) return false;
    rest = Math.floor(rest / 62);
  }
  return rest === 0;
}

/** Bytes of a text in RFC 4648 base32 without padding; undefined where a character is not of it. */
export function fromBase32(text: string): Uint8Array | undefined {
  return fromBits(text, BASE32, 5);
}

/** Bytes of a text in base64 or base64url, padded or not; undefined where a character is not of it. */
export function fromBase64(text: string): Uint8Array | undefined {
  return fromBits(
    text
      .replace(/={1,3}$/, '')
      .replaceAll('-', '+')
      .replaceAll('_', '/'),
    BASE64,
    6,
  );
}

function fromBits(text: string, alphabet: string, width: number): Uint8Array | undefined {
  const bytes = new Uint8Array(Math.floor((text.length * width) / 8));
  let held = 0;
  let bits = 0;
  let at = 0;
  for (const character of text) {
    const digit = alphabet.indexOf(character);
    if (digit === -1) return undefined;
    // Never more than 13 bits are held, so that the shift stays within 32.
    held = ((held << width) | digit) & 0x1fff;
    bits += width;
    if (bits >= 8) {
      bits -= 8;
      bytes[at++] = (held >>> bits) & 0xff;
    }
  }
  return bytes;
}

/** Bytes read as one character each: enough for the JSON and the names that stand inside tokens. */
export function toLatin1(bytes: Uint8Array): string {
  let text = '';
  for (const byte of bytes) text += String.fromCharCode(byte);
  return text;
}
