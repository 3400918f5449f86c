import metadata from 'libphonenumber-js/max/metadata';
import type { CountryCode } from 'libphonenumber-js';

/** A country as ISO 3166-1 alpha-2. */
export type Region = CountryCode;

/**
 * Numbering plans of the world, from the full metadata of libphonenumber-js (version 4 of its form). The library's
 * own parser compiles its patterns anew at every call and takes some 10 microseconds for one; here each is compiled
 * once. A test holds the verdicts to the library's.
 */
const PLANS: Readonly<Record<string, readonly unknown[] | undefined>> = metadata.countries;
const BEYOND_COUNTRIES: Readonly<Record<string, readonly unknown[] | undefined>> = metadata.nonGeographic;
const COUNTRIES_OF: Readonly<Record<string, readonly string[] | undefined>> = metadata.country_calling_codes;

/** Where the parts of a plan stand in its row. */
const GENERAL = 2;
const NATIONAL_PREFIX = 5;
const PREFIX_FOR_PARSING = 7;
const TRANSFORM = 8;
const TYPES = 11;

interface National {
  readonly numbers: RegExp;
  readonly prefix: RegExp | undefined;
  readonly transform: string | undefined;
}

const nationals = new Map<string, National>();
const internationals = new Map<string, RegExp>();

/** Every region that has a plan. */
export const REGIONS: readonly string[] = Object.keys(PLANS);

/** Whether digits (7 to 15 of them, country code first, without plus) are a number somebody can have. */
export function isInternational(digits: string): boolean {
  const code = callingCodeOf(digits);
  return code !== undefined && numbersOf(code).test(digits.slice(code.length));
}

/**
 * As `isInternational`, of digits in which people may have left what does not belong there: the zero of calls within
 * the country, the 1 of Mexican mobiles until 2019.
 */
export function isInternationalLoosely(digits: string): boolean {
  if (isInternational(digits)) return true;
  const code = callingCodeOf(digits);
  if (code === undefined) return false;
  const prefix = code === '52' ? '1' : '0';
  return digits.startsWith(prefix, code.length) && isInternational(code + digits.slice(code.length + 1));
}

/** The country code that digits begin with: no code is the beginning of another. */
export function callingCodeOf(digits: string): string | undefined {
  for (let length = 1; length <= 3; length++) {
    const code = digits.slice(0, length);
    if (COUNTRIES_OF[code] !== undefined || BEYOND_COUNTRIES[code] !== undefined) return code;
  }
  return undefined;
}

/** Whether digits as people of that region write them, with the prefix of a call within it or without, are a number. */
export function isNational(digits: string, region: string): boolean {
  const plan = nationalOf(region);
  if (plan === undefined) return false;
  if (plan.numbers.test(digits)) return true;
  const match = plan.prefix?.exec(digits);
  if (!match || !plan.prefix) return false;
  const captured = match.length > 1 && match.at(-1) !== undefined;
  const rest =
    plan.transform !== undefined && captured
      ? digits.replace(plan.prefix, plan.transform)
      : digits.slice(match[0].length);
  return plan.numbers.test(rest);
}

function nationalOf(region: string): National | undefined {
  const known = nationals.get(region);
  if (known) return known;
  const row = PLANS[region];
  if (row === undefined) return undefined;
  const prefix = textAt(row, PREFIX_FOR_PARSING) ?? textAt(row, NATIONAL_PREFIX);
  const national = {
    numbers: anyOf(patternsOf(row)),
    prefix: prefix === undefined ? undefined : new RegExp(`^(?:${prefix})`),
    transform: textAt(row, TRANSFORM),
  };
  nationals.set(region, national);
  return national;
}

/** What may stand behind a country code; several countries may share one. */
function numbersOf(code: string): RegExp {
  const known = internationals.get(code);
  if (known) return known;
  const rows = [...(COUNTRIES_OF[code] ?? []).map((country) => PLANS[country]), BEYOND_COUNTRIES[code]];
  const numbers = anyOf(rows.flatMap((row) => (row === undefined ? [] : patternsOf(row))));
  internationals.set(code, numbers);
  return numbers;
}

/** The patterns of all sorts of numbers a plan has; of the plan itself, where it names no sorts. */
function patternsOf(row: readonly unknown[]): string[] {
  const types = row[TYPES];
  const sorts = Array.isArray(types)
    ? types.flatMap((type: unknown) => {
        const pattern = Array.isArray(type) ? textAt(type, 0) : undefined;
        return pattern === undefined ? [] : [pattern];
      })
    : [];
  return sorts.length > 0 ? sorts : [textAt(row, GENERAL) ?? '(?!)'];
}

function textAt(row: readonly unknown[], index: number): string | undefined {
  const value = row[index];
  return typeof value === 'string' && value !== '' ? value : undefined;
}

function anyOf(patterns: readonly string[]): RegExp {
  return new RegExp(`^(?:${patterns.join('|')})$`);
}
