import { hit, matchAt, NOTHING } from './reading.ts';
import type { Structure } from './structure.ts';

const END = /-----END (?:[A-Z0-9]{1,12} ){0,3}PRIVATE KEY(?: BLOCK)?-----/y;
/** A line of a key, with what quoting and numbering may stand before it. */
const LINE =
  /(?:^|\n|\\n)[ \t>|+#*"'`]{0,12}(?:\d{1,4}[ \t:|]{1,4})?(?<body>[A-Za-z0-9+/]{4,128}={0,2})[ \t"'`,+\\]{0,4}$/;
/** So much of a key says that it is one; its last line is short. In base64 characters. */
const LEAST = 48;
/** The longest key looked at, in UTF-16 code units, and its longest line. */
const LONGEST = 16_384;
const LONGEST_LINE = 160;

/** The end of a key whose beginning was left out: its last lines before the END line. */
export const pemTail: Structure = {
  id: 'pem-private-key-tail',
  literals: ['-----end '],
  findAt(text, at) {
    const end = matchAt(END, text, at);
    if (!end) return NOTHING;
    let start = at;
    let size = 0;
    for (let edge = at; edge > at - LONGEST;) {
      // The line break before what was taken last.
      const lineEnd =
        edge -
        (/(?:\r?\n|\\n)[ \t>|+#*"'`]{0,12}(?:\d{1,4}[ \t:|]{1,4})?$/.exec(
          text.slice(Math.max(0, edge - 32), edge),
        )?.[0].length ?? 0);
      if (lineEnd === edge) break;
      const from = Math.max(0, lineEnd - LONGEST_LINE);
      const line = LINE.exec((from === 0 ? '\n' : '') + text.slice(from, lineEnd).replace(/\r$/, ''));
      const body = line?.groups?.['body'];
      if (!line || body === undefined) {
        // With its beginning it is a whole key, and looked at as one.
        if (/-----BEGIN [A-Z ]{0,40}-----[ \t]{0,4}$/.test(text.slice(from, lineEnd))) return NOTHING;
        break;
      }
      size += body.length;
      start = lineEnd - (line[0].length - line[0].lastIndexOf(body));
      edge = start;
    }
    if (
      size < LEAST ||
      !/\d/.test(text.slice(start, at)) ||
      /[xX]{8}|EXAMPLE|YOUR/.test(text.slice(start, at))
    )
      return NOTHING;
    return [hit('private-key', { start, end: at + end[0].length }, 'shape')];
  },
};
