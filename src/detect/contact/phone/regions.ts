import { isInternational, isNational, REGIONS } from './plans.ts';

const list = (codes: string): readonly string[] => codes.split(' ');

/** Where people live who use a word for the telephone, by its language. */
export const SPOKEN = {
  en: list('US GB AU IN CA NZ ZA IE SG NG KE PH MY PK HK'),
  de: list('DE AT CH'),
  fr: list('FR BE CH CA MA DZ TN SN CI'),
  es: list('ES MX AR CO CL PE EC VE UY'),
  it: list('IT CH'),
  pt: list('PT BR AO MZ'),
  nl: list('NL BE'),
  north: list('SE NO DK FI IS'),
  east: list('PL CZ SK HU RO BG HR SI RS LT LV EE'),
  tr: list('TR'),
  ru: list('RU UA KZ BY'),
  ja: list('JP'),
  zh: list('CN TW HK SG'),
  ko: list('KR'),
} as const satisfies Record<string, readonly string[]>;

export type Language = keyof typeof SPOKEN;

/** Regions in the order in which a number without a country is tried. */
const LIKELY: readonly string[] = [
  ...new Set([...Object.values(SPOKEN).flat(), ...list('IL AE SA EG TH VN ID BD LK GR CY LU')]),
];
const ALL: readonly string[] = [...new Set([...LIKELY, ...REGIONS])];

/** Digits that were tried in vain, so that text that repeats one number is not looked at anew. */
const refused = new Set<string>();
const MOST_REFUSED = 1_000;

/**
 * Whether digits written without a plus are a number, in the regions of a language, then in those of the world.
 * @param anywhere whether regions count that few people of the world live in
 */
export function isNumberOf(digits: string, language: Language, anywhere: boolean): boolean {
  if (digits.length < 7 || digits.length > 15) return false;
  const key = `${language}${anywhere ? '+' : '-'}${digits}`;
  if (refused.has(key)) return false;
  if (isSomewhere(digits, language, anywhere)) return true;
  if (refused.size >= MOST_REFUSED) refused.clear();
  refused.add(key);
  return false;
}

function isSomewhere(digits: string, language: Language, anywhere: boolean): boolean {
  // A country's code without its plus, as links and exports have it.
  if (digits.length >= 10 && isInternational(digits)) return true;
  if (digits.startsWith('00') && isInternational(digits.slice(2))) return true;
  const valid = (region: string): boolean => isNational(digits, region);
  return SPOKEN[language].some(valid) || (anywhere ? ALL : LIKELY).some(valid);
}
