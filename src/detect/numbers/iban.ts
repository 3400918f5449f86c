import { modulo97 } from './arithmetic.ts';
import { isWordly } from './masks.ts';
import { bank, type NumberFormat } from './format.ts';

/** Length of an IBAN by country (SWIFT IBAN registry, release 99). */
const LENGTHS: Readonly<Record<string, number>> = {
  AD: 24, AE: 23, AL: 28, AT: 20, AZ: 28, BA: 20, BE: 16, BG: 22, BH: 22, BI: 27, BR: 29, BY: 28, CH: 21, CR: 22,
  CY: 28, CZ: 24, DE: 22, DJ: 27, DK: 18, DO: 28, EE: 20, EG: 29, ES: 24, FI: 18, FK: 18, FO: 18, FR: 27, GB: 22,
  GE: 22, GI: 23, GL: 18, GR: 27, GT: 28, HN: 28, HR: 21, HU: 28, IE: 22, IL: 23, IQ: 23, IS: 26, IT: 27, JO: 30,
  KW: 30, KZ: 20, LB: 28, LC: 32, LI: 21, LT: 20, LU: 20, LV: 21, LY: 25, MC: 27, MD: 24, ME: 22, MK: 19, MN: 20,
  MR: 27, MT: 31, MU: 30, NI: 28, NL: 18, NO: 15, OM: 23, PK: 24, PL: 28, PS: 29, PT: 25, QA: 29, RO: 24, RS: 22,
  RU: 33, SA: 24, SC: 31, SD: 18, SE: 24, SI: 19, SK: 24, SM: 27, SO: 23, ST: 25, SV: 28, TL: 23, TN: 24, TR: 26,
  UA: 29, VA: 22, VG: 24, XK: 20, YE: 30,
}; // prettier-ignore

/** Where an IBAN ends that begins at a place: as many letters and digits as its country has, blocks apart or not. */
function extent(text: string, at: number): number | undefined {
  const length = LENGTHS[text.slice(at, at + 2).toUpperCase()];
  if (length === undefined) return undefined;
  let end = at;
  for (let seen = 0; seen < length; end++) {
    if (isWordly(text.charCodeAt(end))) seen += 1;
    else if (!isSeparator(text.charCodeAt(end)) || isSeparator(text.charCodeAt(end - 1))) return undefined;
  }
  return end;
}

/** A space, a hyphen or a full stop. */
const isSeparator = (code: number): boolean => code === 32 || code === 45 || code === 46;

/** ISO 7064 mod 97-10 with the first four characters moved to the end, and the length of the country. */
function check(compact: string): boolean {
  return (
    LENGTHS[compact.slice(0, 2)] === compact.length &&
    !/0{12}/.test(compact) &&
    modulo97(compact.slice(4) + compact.slice(0, 4)) === 1
  );
}

const LENGTHS_SEEN = [...new Set(Object.values(LENGTHS))];

/** IBANs of all countries, in blocks of four or written together. */
export const IBAN: NumberFormat = bank({
  id: 'iban',
  name: 'IBAN',
  // Blocks are matched by `extent`; in small letters only the whole is.
  shape: String.raw`[A-Z]{2}\d{2}[A-Z0-9]{11,30}`,
  check,
  extent,
  alone: ['AA99 X', 'AA99-X', 'AA99.X', ...LENGTHS_SEEN.map((length) => `AA99${'X'.repeat(length - 4)}`)],
  near: ['iban', 'bank account', 'bankverbindung', 'kontonummer', 'konto nr', 'account number'],
});
