import { sameShape, withDigits } from './same-shape.ts';

/** Numbers that are nobody's: so many digits, of which the last are counted. */
interface Range {
  /** Country code without the plus. */
  readonly country: string;
  /** National number without a leading zero, with `#` for what is counted. */
  readonly national: readonly string[];
}

const AREAS = [
  202, 206, 212, 213, 214, 215, 303, 305, 312, 313, 404, 408, 410, 412, 415, 503, 504, 512, 602, 612, 617,
  619, 702, 713,
];

/**
 * Ranges that regulators keep for films and books: North American numbering plan 555-0100 to 555-0199; Ofcom, "Numbers
 * for drama use"; Bundesnetzagentur, "Rufnummern für Medienproduktionen"; ARCEP, numéros fictifs; ACMA, numbers for use
 * in radio books, film and TV.
 */
const RANGES: readonly Range[] = [
  { country: '1', national: AREAS.map((area) => `${area}55501##`) },
  { country: '44', national: ['7700900###', '1632960###', '2079460###'] },
  {
    country: '49',
    national: ['3023125###', '6990009###', '4066969###', '22147109##', '8999998###', '17139200##'],
  },
  { country: '33', national: ['19900####', '26191####', '35301####', '46571####', '53649####', '63998####'] },
  { country: '61', national: ['270101###', '370101###', '255501###', '355501###'] },
];

/** A phone number that is nobody's, written as the value is. */
export function fictionalPhone(value: string, number: number): string | undefined {
  const digits = value.replaceAll(/\D/g, '');
  const written = /^\s*(?:\+|00|\(\+)/.exec(value)?.[0] ?? '';
  const international = written !== '';
  const code = international ? digits.replace(/^00/, '') : digits;
  const range = international
    ? RANGES.find(({ country }) => code.startsWith(country))
    : RANGES.find(({ country }) => country === (digits.startsWith('0') ? '49' : '1'));
  if (!range) return sameShape(value, number, international ? written.length + 2 : 0);
  const zeros = /^00/.exec(digits)?.[0] ?? '';
  let left = number - 1;
  for (const pattern of range.national) {
    const room = 10 ** (pattern.match(/#/g)?.length ?? 0);
    if (left >= room) {
      left -= room;
      continue;
    }
    const counted = String(left).padStart(String(room - 1).length, '0');
    const national = pattern.replace(/#+/, counted);
    const body = international
      ? zeros + range.country + (code.charAt(range.country.length) === '0' ? '0' : '') + national
      : (digits.startsWith('0') ? '0' : digits.length === 11 ? '1' : '') + national;
    return withDigits(value, body) ?? (international ? `+${range.country}${national}` : body);
  }
  return undefined;
}
