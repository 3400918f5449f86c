import type { RunReader } from '../contact/digit-runs.ts';
import { isCapital } from '../numbers/masks.ts';
import { hit, NOTHING } from '../structures/reading.ts';
import type { Structure } from '../structures/structure.ts';
import { labelledValue } from './labelled.ts';

// Country 1 to 5 or 7, check digit ninth, year tenth, a serial number of digits at the end (49 CFR part 565).
const AMERICAN = /^[1-57][A-HJ-NPR-Z0-9]{7}[0-9X][A-HJ-NPR-TV-Y1-9][A-HJ-NPR-Z0-9]{3}\d{4}$/;
const LENGTH = 17;
const VALUES: Readonly<Record<string, number>> = Object.fromEntries(
  'A1 B2 C3 D4 E5 F6 G7 H8 J1 K2 L3 M4 N5 P7 R9 S2 T3 U4 V5 W6 X7 Y8 Z9'
    .split(' ')
    .map((pair) => [pair.charAt(0), Number(pair.charAt(1))]),
);
const WEIGHTS = [8, 7, 6, 5, 4, 3, 2, 10, 0, 9, 8, 7, 6, 5, 4, 3, 2];

/** Vehicle identification numbers of North America, by their check digit. */
export function americanVin(): RunReader {
  return {
    readAt(text, run, end, floor) {
      const start = end - LENGTH;
      if (start < floor || !isCapital(text.charCodeAt(run - 1))) return undefined;
      if (/\w/.test(text.charAt(start - 1)) || /\w/.test(text.charAt(end))) return undefined;
      const vin = text.slice(start, end);
      if (!AMERICAN.test(vin) || !hasCheckDigit(vin) || !isVaried(vin)) return undefined;
      return { kind: 'vin', start, end, evidence: 'check' };
    },
  };
}

const WORDS = [
  'vin',
  'fin',
  'fahrgestell',
  'fahrzeug-ident',
  'fahrzeugident',
  'identifizierungsnummer',
  'vehicle identification',
  'chassis',
  'châssis',
  'bastidor',
  'telaio',
  'chassi',
];
const VALUE = labelledValue('[A-HJ-NPR-Z0-9]{17}');
const REST = /[a-z]{0,24}/iy;

/** Vehicle identification numbers (ISO 3779) behind a word for one. */
export const labelledVin: Structure = {
  id: 'labelled-vin',
  literals: WORDS,
  bounds: (word) => (word.length > 3 ? {} : { noSmallAfter: true }),
  findAt(text, at) {
    const word = WORDS.find((one) => text.slice(at, at + one.length).toLowerCase() === one) ?? '';
    let end = at + word.length;
    if (word.length > 3) {
      REST.lastIndex = end;
      if (REST.test(text)) end = REST.lastIndex;
    }
    const value = VALUE.behind(text, at, end);
    if (value === undefined || !isVaried(value.value.toUpperCase())) return NOTHING;
    return [hit('vin', value, hasCheckDigit(value.value.toUpperCase()) ? 'check' : 'context')];
  },
};

function hasCheckDigit(vin: string): boolean {
  let sum = 0;
  for (const [i, weight] of WEIGHTS.entries()) {
    const char = vin.charAt(i);
    sum += weight * (VALUES[char] ?? Number(char));
  }
  return (sum % 11 === 10 ? 'X' : String(sum % 11)) === vin.charAt(8);
}

/** Letters and digits as a manufacturer gives them, not a word and not a number. */
function isVaried(vin: string): boolean {
  return vin.replace(/\D/g, '').length >= 3 && vin.replace(/\d/g, '').length >= 2 && !/(.)\1{8}/.test(vin);
}
