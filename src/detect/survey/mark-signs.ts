/** The sorts of signs that something is written with in another way, as bits: each needs something behind it. */
export const PERCENT = 1;
export const ENTITY = 2;
export const QUOTED_PRINTABLE = 4;
export const QUOTE = 8;
export const LINE = 16;
export const BACKSLASH = 32;
export const CONTROL = 64;

/**
 * Besides `LINE`, of a quotation: no value is in the line or was broken before it, and the next line is one of it too.
 */
export const PLAIN = 128;
export const REPEATS = 256;

const HEX_DIGITS = '0123456789abcdefABCDEF';
const LETTERS = 'abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ';
/** All controls but blanks. */
const CONTROLS = Array.from({ length: 32 }, (_, code) => String.fromCharCode(code))
  .filter((char) => !/\s/.test(char))
  .concat('\x7f')
  .join('');

/** The signs, and what may follow them: almost all of the others are passed over by that. */
const ROWS: readonly (readonly [sort: number, signs: string, after: string | undefined])[] = [
  [PERCENT, '%', `${HEX_DIGITS}uU`],
  [ENTITY, '&', `${LETTERS}#`],
  [QUOTED_PRINTABLE, '=', `${HEX_DIGITS.toUpperCase()}\r\n`],
  // What may stand between a quote and the next literal.
  [QUOTE, '"\'', ' \t\r\n+.&|~<"\'`'],
  // What begins each line of a quotation or a diff.
  [LINE, '\n', '>+-'],
  [BACKSLASH, '\\', undefined],
  [CONTROL, CONTROLS, undefined],
];

/** For each byte the sorts it is a sign of, and 256 further on those it may follow, for `kernel/marks.as.ts`. */
export const MARK_SIGNS = new Uint8Array(512);
for (const [sort, signs, after] of ROWS) {
  for (const sign of signs) mark(sign.charCodeAt(0), sort);
  if (after === undefined) for (let code = 0; code < 256; code++) mark(256 + code, sort);
  else for (const next of after) mark(256 + next.charCodeAt(0), sort);
}

function mark(at: number, sort: number): void {
  MARK_SIGNS[at] = (MARK_SIGNS[at] ?? 0) | sort;
}
