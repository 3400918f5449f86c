import { CHECKS } from '../../detect/checks/checks.ts';
import { TOKEN_FORMATS } from '../../detect/formats/tokens.ts';
import type { NumberFormat } from '../../detect/numbers/format.ts';
import { NUMBER_FORMATS } from '../../detect/numbers/numbers.ts';

const NUMBERS = new Map(NUMBER_FORMATS.map((format) => [format.id, format]));
const TOKENS = new Map(TOKEN_FORMATS.map((format) => [format.id, format]));

/** The numbers that need no word beside them to be taken for one, and the shape of each. */
let numbersAlone: readonly (readonly [format: NumberFormat, shape: RegExp])[] | undefined;

/**
 * Whether a made-up value could be a real one: its kind has check digits, and they are right; or it is a number that by
 * itself would be taken for somebody's, of whatever country.
 */
export function looksReal(value: string, kind: string): boolean {
  const number = NUMBERS.get(kind);
  if (number?.check && passes(number, value)) return true;
  const check = TOKENS.get(kind)?.check;
  if (check !== undefined) return CHECKS[check](value) === 'verified';
  if (value.length > LONGEST_NUMBER || !/\d/.test(value)) return false;
  numbersAlone ??= NUMBER_FORMATS.filter(({ alone: masks }) => masks.length > 0).map(
    (format) => [format, new RegExp(`^(?:${format.shape})$`, 'i')] as const,
  );
  return numbersAlone.some(([format, shape]) => shape.test(value) && passes(format, value));
}

/** No number of a person has as many characters, with all its signs. */
const LONGEST_NUMBER = 64;

function passes({ check }: NumberFormat, value: string): boolean {
  return check?.(value.toUpperCase().replaceAll(/[^0-9A-Z]/g, ''), value) ?? false;
}

/** A prefix by which people and programs tell tokens apart: `ghp_`, `sk-proj-`, `xoxb-`, `AKIA`. */
const PREFIX = /^(?:(?:[A-Za-z][A-Za-z0-9]{1,11}[-_.]){1,3}|AKIA|ASIA|AIza|ya29\.)/;

/** How long the part of a token is that says whose it is and opens nothing. */
export function prefixLength(token: string, kind: string): number {
  const starts = TOKENS.get(kind)?.starts?.filter((start) => token.startsWith(start)) ?? [];
  const known = Math.max(0, ...starts.map((start) => start.length));
  const length = known > 0 ? known : (PREFIX.exec(token)?.[0].length ?? 0);
  // Most of it stays unknown, whatever it begins with.
  return length <= token.length / 3 ? length : 0;
}
