import type { Kind } from '../detect/kind.ts';

/**
 * What two writings of one value have in common: `alice%40example.org` and `Alice@example.org`, a card with and without
 * its spaces. Of a secret every letter counts; of all else case does not, and of numbers neither do the signs between
 * their digits, where they do not tell one from another (of a kind of which they do, only that there is one counts). It decides
 * which name a value gets, never what is put back: each writing is kept by itself.
 */
export function sameValueKey(value: string, kind: Pick<Kind, 'class' | 'signsTell'>): string {
  const secret = kind.class === 'secret';
  const sorts = sortsOf(value);
  if ((sorts & TELLING) === 0) {
    if (secret) return value;
    // In ASCII there is one writing of a character.
    if ((sorts & LETTER) === 0) return (sorts & BETWEEN) === 0 ? value : digitsOf(value, kind);
    const folded = (sorts & CAPITAL) === 0 ? value : value.toLowerCase();
    return (sorts & BLANK) === 0 ? folded : folded.replaceAll(BLANKS, ' ');
  }
  const plain = undone(value);
  if (secret) return plain;
  const folded = plain.normalize('NFKC').toLowerCase();
  return ANY_LETTER.test(folded) ? folded.replaceAll(BLANKS, ' ') : digitsOf(folded, kind);
}

/** What counts of a value without letters. */
function digitsOf(value: string, { signsTell }: Pick<Kind, 'signsTell'>): string {
  if (signsTell !== true) return value.replaceAll(BETWEEN_DIGITS, '');
  return value.replaceAll(PARTING_DIGITS, '.').replaceAll(BLANKS, '');
}

/** Sorts of characters, as bits: what something may be written otherwise with, or beyond ASCII; and what the key depends on. */
const TELLING = 1;
const CAPITAL = 2;
const LETTER = 4;
const BLANK = 8;
const BETWEEN = 16;

const ROWS: readonly (readonly [sort: number, chars: RegExp])[] = [
  [TELLING, /[%\\&=]/],
  [CAPITAL, /[A-Z]/],
  [LETTER, /[A-Za-z]/],
  [BLANK, /\s/],
  [BETWEEN, /[\s().\-/+]/],
];
const SORTS = Uint8Array.from({ length: 128 }, (_, code) =>
  ROWS.reduce((sorts, [sort, chars]) => (chars.test(String.fromCharCode(code)) ? sorts | sort : sorts), 0),
);

/** The sorts of all characters of a value: asked of each, and faster than a pattern for each sort. */
function sortsOf(value: string): number {
  let sorts = 0;
  for (let at = 0; at < value.length; at++) {
    const code = value.charCodeAt(at);
    sorts |= code < 128 ? (SORTS[code] ?? 0) : TELLING;
  }
  return sorts;
}

// As constants: a pattern that is written where it is used is a new object each time.
const ANY_LETTER = /\p{L}/u;
const BLANKS = /\s+/g;
const WRITTEN_OTHERWISE = /[%\\&=\u00ad\u200b-\u200f\u2060\ufeff]/;
const BETWEEN_DIGITS = /[\s().\-/+]+/g;
const PARTING_DIGITS = /(?<=\d)[\s.\-/]+(?=\d)/g;

/** Longer values are not undone: nobody writes them in two ways. */
const LONGEST = 4_096;

function undone(value: string): string {
  if (value.length > LONGEST || !WRITTEN_OTHERWISE.test(value)) return value;
  return value
    .replaceAll(/(?:%[0-9A-Fa-f]{2})+/g, percentUndone)
    .replaceAll(/\\u([0-9A-Fa-f]{4})/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)))
    .replaceAll(/\\x([0-9A-Fa-f]{2})/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)))
    .replaceAll(/\\(["'\\/])/g, '$1')
    .replaceAll(/&#(?:x([0-9A-Fa-f]{1,6})|([0-9]{1,7}));/g, entityUndone)
    .replaceAll(/&(amp|lt|gt|quot|apos|commat|period|colon|sol|plus|equals|lowbar|nbsp);/g, named)
    .replaceAll(/=([0-9A-F]{2})/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)))
    .replaceAll(/[\u00ad\u200b-\u200f\u2060\ufeff]/g, '');
}

function percentUndone(run: string): string {
  try {
    return decodeURIComponent(run);
  } catch {
    return run;
  }
}

function entityUndone(written: string, hex: string | undefined, decimal: string | undefined): string {
  const code = hex === undefined ? Number(decimal) : Number.parseInt(hex, 16);
  return code <= 0x10ffff ? String.fromCodePoint(code) : written;
}

/** The names that a mail address or a password is likely to hold (WHATWG HTML, 13.5). */
const ENTITIES: ReadonlyMap<string, string> = new Map([
  ['amp', '&'],
  ['lt', '<'],
  ['gt', '>'],
  ['quot', '"'],
  ['apos', "'"],
  ['commat', '@'],
  ['period', '.'],
  ['colon', ':'],
  ['sol', '/'],
  ['plus', '+'],
  ['equals', '='],
  ['lowbar', '_'],
  ['nbsp', '\u00a0'],
]);

function named(written: string, name: string): string {
  return ENTITIES.get(name) ?? written;
}
