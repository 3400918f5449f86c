/** The ways a value may be disguised, each as somebody would meet it. */
import { deflateSync, gzipSync } from 'node:zlib';

/** A text with a value in it, and the value as it stands there; what comes back is the text with the value disguised. */
export type Disguise = (text: string, value: string) => string;

const base64 = (data: string | Buffer): string => Buffer.from(data).toString('base64');
const hex = (text: string): string => Buffer.from(text).toString('hex');
const wrapped = (text: string, width: number, newline: string): string =>
  (text.match(new RegExp(`.{1,${width}}`, 'g')) ?? []).join(newline);
const eachByte = (write: (byte: number) => string): Disguise =>
  ofValue((value) => Array.from(Buffer.from(value), write).join(''));
const digits = (byte: number): string => byte.toString(16).padStart(2, '0');
const settings = (text: string): string =>
  `# production, do not share\nAPP_ENV=production\nLOG_LEVEL=info\n${text}\nREGION=eu-central-1\nFEATURES=search,export\n`;

/** Only the value is written in another way. */
function ofValue(write: (value: string) => string): Disguise {
  return (text, value) => text.replace(value, () => write(value));
}

/** Something in the middle of the value. */
function cut(by: string, at = 0.5): Disguise {
  return ofValue((value) => {
    const middle = Math.floor(value.length * at);
    return value.slice(0, middle) + by + value.slice(middle);
  });
}

/** The text is in a string literal of double quotes, which the disguise may end. */
function quoted(before: string, disguise: Disguise, after: string): Disguise {
  return (text, value) => before + disguise(text.replaceAll('"', "'"), value) + after;
}

const LOOK_ALIKE: Readonly<Record<string, string>> = Object.fromEntries(
  Array.from('acecopxysijhdkABEKMHOPCTXnl', (char, i) => [char, 'асесорхуѕіјһԁкАВЕКМНОРСТХոӏ'.charAt(i)]),
);
const fullWidth = (text: string): string =>
  text.replace(/[!-~]/g, (char) => String.fromCharCode(char.charCodeAt(0) + 0xfee0));
const mathematical = (char: string): string => String.fromCodePoint(0x1d41a + char.charCodeAt(0) - 97);
const ENTITY: Readonly<Record<string, string>> = {
  '@': '&commat;',
  _: '&lowbar;',
  '.': '&period;',
  ':': '&colon;',
  '/': '&sol;',
  '"': '&quot;',
  '-': '&#45;',
};

export const DISGUISES: Readonly<Record<string, Disguise>> = {
  'base64 of a file': (text) => `data:\n  config.env: ${base64(settings(text))}\n`,
  'base64 of the value': ofValue(base64),
  'base64 in a sentence': (text) => `Please decode "${base64(text)}" and tell me what it does`,
  base64url: (text) => `https://app.example.com/login?state=${Buffer.from(text).toString('base64url')}&x=1`,
  'base64 in lines of 76': (text) => `\n${wrapped(base64(settings(text) + settings('X=1')), 76, '\r\n')}\n`,
  'base64 in indented lines': (text) => `file: |\n    ${wrapped(base64(settings(text)), 64, '\n    ')}\n`,
  'base64 of UTF-16': (text) =>
    `powershell -NoProfile -enc ${Buffer.from(text, 'utf16le').toString('base64')}\n`,
  'base64 of the value in UTF-16': ofValue((value) => Buffer.from(value, 'utf16le').toString('base64')),
  'base64 twice': (text) => `value: ${base64(base64(settings(text)))}\n`,
  'base64 three times': (text) => `value: ${base64(base64(base64(settings(text))))}\n`,
  hex: (text) => `payload = bytes.fromhex("${hex(text)}")`,
  'hex of the value': ofValue(hex),
  'hex in capitals': (text) => `0x${hex(text).toUpperCase()}`,
  'hex with blanks': (text) => `bytes: ${wrapped(hex(text), 2, ' ')}`,
  'hex with colons': (text) => `dump ${wrapped(hex(text), 2, ':')} end`,
  'hex as an array': (text) =>
    `b = [${Array.from(Buffer.from(text), (byte) => `0x${digits(byte)}`).join(', ')}];`,
  'percent, all of it': eachByte((byte) => `%${digits(byte).toUpperCase()}`),
  'percent in a query': (text) => `GET /cb?next=${encodeURIComponent(text)}&ok=1 HTTP/1.1`,
  'percent twice': (text) => `u=${encodeURIComponent(encodeURIComponent(`a=${text}&b`))}`,
  'entities, decimal': eachByte((byte) => `&#${byte};`),
  'entities, hex': eachByte((byte) => `&#x${byte.toString(16)};`),
  'entities, named': (text) => `<td>${text.replace(/[@_.:/"-]/g, (char) => ENTITY[char] ?? char)}</td>`,
  'unicode escapes': eachByte((byte) => `\\u00${digits(byte)}`),
  'hex escapes': eachByte((byte) => `\\x${digits(byte)}`),
  'escapes in braces': eachByte((byte) => `\\u{${byte.toString(16)}}`),
  'octal escapes': eachByte((byte) => `\\${byte.toString(8).padStart(3, '0')}`),
  JSON: (text) => JSON.stringify({ role: 'user', content: `hello\n${text}\nbye` }),
  'JSON in JSON': (text) => JSON.stringify({ arguments: JSON.stringify({ text: `X=1\n${text}\nY=2` }) }),
  'JSON in JSON in JSON': (text) =>
    JSON.stringify({ a: JSON.stringify({ b: JSON.stringify({ text: `X\n${text}` }) }) }),
  'a string of JavaScript': (text) => `const s = 'first line\\n${text}\\tthen';`,
  'quoted-printable, a soft break': cut('=\n'),
  'quoted-printable, all of it': eachByte((byte) => `=${digits(byte).toUpperCase()}`),
  'quoted-printable': (text) =>
    wrapped(`Sehr geehrte Damen und Herren, key=3D${text} und mehr in dieser Zeile`, 70, '=\n'),
  gzip: (text) => `data: ${base64(gzipSync(settings(text)))}`,
  'gzip, twice base64': (text) => `release: ${base64(base64(gzipSync(settings(text))))}`,
  zlib: (text) => `blob = "${base64(deflateSync(settings(text)))}"`,
  'a zero-width space': cut('\u200b'),
  'an escaped zero-width space': cut('\\u200b'),
  'zero-width spaces': ofValue((value) => Array.from(value).join('\u200b')),
  'a soft hyphen': cut('\u00ad'),
  'bidi controls': (text, value) => cut('\u202e')(cut('\u202c', 0.7)(text, value), value.slice(0, 6)),
  tags: cut('\u{e0041}\u{e0042}', 0.3),
  'spelt in tags': (text) =>
    `hi ${Array.from(text, (char) => String.fromCodePoint(0xe0000 + char.charCodeAt(0))).join('')}`,
  'a variation selector': cut('\ufe0f'),
  'UTF-16 as bytes': (text) => Array.from(`x ${text} y`).join('\0'),
  'orders to a terminal': cut('\u001b[01;31m'),
  'a colour from the beginning of a line': (text) => `ok\n\u001b[32m${text}\u001b[0m\n`,
  'a colour written out': (text) => String.raw`\u001b[36;1m${text}\u001b[0m`,
  'full width': ofValue(fullWidth),
  'look-alikes, half': ofValue((value) =>
    Array.from(value, (char, i) => (i % 2 ? (LOOK_ALIKE[char] ?? char) : char)).join(''),
  ),
  'look-alikes': ofValue((value) => Array.from(value, (char) => LOOK_ALIKE[char] ?? char).join('')),
  'mathematical letters': ofValue((value) => value.replace(/[a-f]/g, mathematical)),
  "'+'": quoted('k = "', cut('" + "'), '";'),
  "'+' at the end of a line": quoted('k = "', cut('" +\n        "'), '";'),
  "'+' at the start of a line": quoted('k = "', cut('"\n        + "'), '";'),
  "'.'": quoted('<?php $k = "', cut('" . "'), '";'),
  'adjacent literals': quoted('KEY = "', cut('" "'), '"'),
  'adjacent literals in lines': quoted('KEY = ("', cut('"\n       f"'), '")'),
  'a backslash at the end of a line': quoted('export K="', cut('\\\n'), '"'),
  'a quotation': (text, value) =>
    `Ana wrote:\n> use this one for now\n> ${cut('\n> ', 0.6)(text, value)}\n> thanks\n`,
  'a diff': (text, value) => `@@ -1,2 +1,4 @@\n+# config\n+${cut('\n+', 0.6)(text, value)}\n+# end\n`,
  'a sum in a diff': (text, value) =>
    `@@ -1,2 +1,4 @@\n+const k =\n+  "${cut('" +\n+  "')(text.replaceAll('"', "'"), value)}";\n`,
  'right behind Chinese': (text) => `密钥是${text}，请检查`,
  'right behind Cyrillic': (text) => `ключ${text} проверь`,
  'right behind Arabic': (text) => `المفتاح${text}`,
  'right behind Thai': (text) => `คีย์${text}ครับ`,
};
