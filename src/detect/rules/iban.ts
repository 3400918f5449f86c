import type { RuleDefinition } from '../rule.ts';

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

const HEAD = /(?<![A-Za-z0-9])[A-Z]{2}[0-9]{2}(?=[ -]?[A-Z0-9])/g;

/** IBANs, in blocks of four or written together: country, length and ISO 7064 mod 97-10 have to be right. */
export const iban: RuleDefinition = {
  id: 'iban',
  kinds: ['iban'],
  *find(content) {
    for (const { 0: head, index: start } of content.matchAll(HEAD)) {
      const length = LENGTHS[head.slice(0, 2)];
      if (length === undefined) continue;
      const end = endOfCharacters(content, start, length);
      if (end === undefined || /[A-Za-z0-9]/.test(content.charAt(end))) continue;
      if (passesMod97(content.slice(start, end).replace(/[ -]/g, ''))) {
        yield { kind: 'iban', start, end, evidence: 'check' };
      }
    }
  },
};

/** Where `count` letters and digits end that start at `start`, single spaces and hyphens between them skipped. */
function endOfCharacters(content: string, start: number, count: number): number | undefined {
  let at = start;
  for (let seen = 0; seen < count; at++) {
    const char = content.charAt(at);
    if (/[A-Z0-9]/.test(char)) seen += 1;
    else if (!/[ -]/.test(char) || /[ -]/.test(content.charAt(at - 1))) return undefined;
  }
  return at;
}

/** ISO 7064 mod 97-10 over an IBAN with its first four characters moved to the end, letters as 10 to 35. */
function passesMod97(characters: string): boolean {
  let remainder = 0;
  for (const char of characters.slice(4) + characters.slice(0, 4)) {
    const value = parseInt(char, 36);
    remainder = (remainder * (value > 9 ? 100 : 10) + value) % 97;
  }
  return remainder === 1;
}
