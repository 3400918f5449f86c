/**
 * What two writings of one value have in common: `alice%40example.org` and `Alice@example.org`, a card with and without
 * its spaces. Of a secret every letter counts; of all else case does not, and of numbers neither do the signs between
 * their digits. It decides which name a value gets, never what is put back: each writing is kept by itself.
 */
export function sameValueKey(value: string, secret: boolean): string {
  const plain = undone(value);
  if (secret) return plain;
  // In ASCII there is one writing of a character, and what that is costs less to tell.
  const ascii = ASCII.test(plain);
  const folded = ascii && !CAPITAL.test(plain) ? plain : plain.normalize('NFKC').toLowerCase();
  if (!(ascii ? SMALL : LETTER).test(folded)) return folded.replaceAll(BETWEEN_DIGITS, '');
  return BLANK.test(folded) ? folded.replaceAll(BLANKS, ' ') : folded;
}

// As constants: a pattern that is written where it is used is a new object each time.
const ASCII = /^[\0-\u007f]*$/;
const CAPITAL = /[A-Z]/;
const SMALL = /[a-z]/;
const LETTER = /\p{L}/u;
const BLANK = /\s/;
const BLANKS = /\s+/g;
const WRITTEN_OTHERWISE = /[%\\&=\u00ad\u200b-\u200f\u2060\ufeff]/;
const BETWEEN_DIGITS = /[\s().\-/+]+/g;

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
