/** The other writings of a value that are looked through. */

import { deflateSync, gzipSync } from 'node:zlib';

type Shapes = Readonly<Record<string, (text: string) => string>>;

/** A text in base64. */
export function base64(text: string): string {
  return Buffer.from(text).toString('base64');
}

function bytes(text: string): number[] {
  return [...Buffer.from(text)];
}

function hex(byte: number): string {
  return byte.toString(16).padStart(2, '0');
}

/** Each byte of a text written in the same way. */
function escapedAs(write: (byte: number) => string): (text: string) => string {
  return (text) => bytes(text).map(write).join('');
}

const fullWidth = (text: string): string =>
  text.replaceAll(/[!-~]/g, (char) => String.fromCharCode(char.charCodeAt(0) + 0xfee0));
const inPercent = escapedAs((byte) => `%${hex(byte)}`);
const inHex = escapedAs(hex);
const cut = (text: string, between: string): string => text.slice(0, 5) + between + text.slice(5);

/** Ways to write a whole value. */
export const SHAPES = {
  'in percent': inPercent,
  'in percent, twice': (text) => encodeURIComponent(inPercent(text)),
  'with one character in percent': (text) => `${text.slice(0, 3)}%${hex(text.charCodeAt(3))}${text.slice(4)}`,
  'in base64': base64,
  'in base64 for addresses': (text) => Buffer.from(text).toString('base64url'),
  'in base64 of UTF-16': (text) => Buffer.from(`x ${text}`, 'utf16le').toString('base64'),
  'in base64, twice': (text) => base64(base64(text)),
  'in base64 over lines': (text) =>
    base64(`some text before it so that it takes several lines: ${text} and after`).replaceAll(
      /.{24}/g,
      '$&\n',
    ) + '\n',
  'in hex': inHex,
  'in hex, twice': (text) => inHex(inHex(text)),
  'in hex with colons': (text) => bytes(text).map(hex).join(':'),
  'in hex with blanks': (text) => bytes(text).map(hex).join(' '),
  'as bytes of a program': (text) =>
    bytes(text)
      .map((byte) => `0x${hex(byte)}`)
      .join(', '),
  'in hex in base64': (text) => base64(bytes(text).map(hex).join('')),
  'in entities': (text) => [...text].map((char) => `&#${char.codePointAt(0) ?? 0};`).join(''),
  'in entities in hex': (text) =>
    [...text].map((char) => `&#x${(char.codePointAt(0) ?? 0).toString(16)};`).join(''),
  'with one entity': (text) => `${text.slice(0, 3)}&#${text.charCodeAt(3)};${text.slice(4)}`,
  'in escapes of JSON': (text) => [...text].map((char) => `\\u00${hex(char.charCodeAt(0))}`).join(''),
  'in escapes of JavaScript': escapedAs((byte) => `\\x${hex(byte)}`),
  'in quoted-printable': escapedAs((byte) => `=${hex(byte).toUpperCase()}`),
  'with characters without width': (text) => [...text].join('\u200b'),
  'with soft hyphens': (text) => cut(text, '\u00ad'),
  'with variation selectors': (text) => [...text].join('\ufe0f'),
  'with tag characters': (text) => cut(text, '\u{e0041}'),
  'with orders to a terminal': (text) => cut(text, '\u001b[0m'),
  'in full width': fullWidth,
  'put together': (text) => `"${cut(text, '" + "')}"`,
  'put together over lines': (text) => `("${cut(text, '"\n    "')}")`,
  'continued with a backslash': (text) => cut(text, '\\\n'),
} as const satisfies Shapes;

/** Ways to write the end of a secret. */
export const TAILS = {
  'as it is': (text) => text,
  'behind stars': (text) => `****${text}`,
  'in percent': SHAPES['in percent'],
  'in base64': base64,
  'in base64 of UTF-16': (text) => Buffer.from(text, 'utf16le').toString('base64'),
  'in hex': SHAPES['in hex'],
  'with characters without width': SHAPES['with characters without width'],
  'in full width': fullWidth,
} as const satisfies Shapes;

/** Ways in which text is packed. */
export const PACKED = {
  'by gzip in base64': (text) => gzipSync(text).toString('base64'),
  'by gzip in hex': (text) => gzipSync(text).toString('hex'),
  'by zlib in base64': (text) => deflateSync(text).toString('base64'),
  'by gzip in base64 in base64': (text) => base64(gzipSync(text).toString('base64')),
  'by gzip in base64 in percent': (text) => encodeURIComponent(gzipSync(text).toString('base64')),
} satisfies Shapes;
