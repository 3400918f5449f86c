/** Escapes and entities are spelling: what stands in for a value is spelled in the same way. */
const SPELLING =
  /\\u[0-9A-Fa-f]{4}|\\x[0-9A-Fa-f]{2}|\\.|%[0-9A-Fa-f]{2}|&#?[A-Za-z0-9]{1,8};|-----[A-Z0-9 ]{1,60}-----/gy;

/** How a character counts: so many of its sort, of which this is the first. */
interface Wheel {
  readonly first: number;
  readonly count: number;
}

const DIGITS: Wheel = { first: 48, count: 10 };
const CAPITALS: Wheel = { first: 65, count: 26 };
const SMALL: Wheel = { first: 97, count: 26 };
const HEX_CAPITALS: Wheel = { first: 65, count: 6 };
const HEX_SMALL: Wheel = { first: 97, count: 6 };

/** A text of hexadecimal digits and what separates them; at least one of the letters. */
const HEX = /^(?=.*[A-Fa-f])[0-9A-Fa-f:.\s-]+$/;

/**
 * A value of the same shape that is plainly made up: each digit a 0, each letter an A, and the number counted in from
 * the end as an odometer does. Signs, spaces, line ends and escapes stay. A number does not get a zero in front that it
 * did not have, since many languages would read it in base 8 or not at all.
 *
 * @param keep so many code units stay as they are, such as the prefix of a token.
 * @returns undefined where the shape has no room for the number.
 */
export function sameShape(value: string, number: number, keep = 0): string | undefined {
  const hex = HEX.test(value.slice(keep));
  const units = Array.from({ length: value.length }, (_, i) => value.charCodeAt(i));
  const fixed = spelled(value, keep);
  if (keep === 0 && value.charCodeAt(0) > 48 && value.charCodeAt(0) <= 57) {
    units[0] = 57;
    fixed[0] = 1;
  }
  let left = number;
  for (let i = units.length - 1; i >= keep; i--) {
    const wheel = fixed[i] === 1 ? undefined : wheelOf(units[i] ?? 0, hex);
    if (!wheel) continue;
    units[i] = wheel.first + (left % wheel.count);
    left = Math.floor(left / wheel.count);
  }
  return left > 0 ? undefined : fromUnits(units);
}

/** The code units that are spelling, and those that are kept. */
function spelled(value: string, keep: number): Uint8Array {
  const fixed = new Uint8Array(value.length).fill(1, 0, keep);
  for (let at = keep; at < value.length; at++) {
    const char = value.charAt(at);
    if (char !== '\\' && char !== '%' && char !== '&' && char !== '-') continue;
    SPELLING.lastIndex = at;
    const length = SPELLING.exec(value)?.[0].length ?? 0;
    fixed.fill(1, at, at + length);
    at += Math.max(0, length - 1);
  }
  return fixed;
}

function wheelOf(code: number, hex: boolean): Wheel | undefined {
  if (code >= 48 && code <= 57) return DIGITS;
  if (code >= 65 && code <= 90) return hex ? HEX_CAPITALS : CAPITALS;
  if (code >= 97 && code <= 122) return hex ? HEX_SMALL : SMALL;
  return undefined;
}

/** In pieces, since a function takes only so many arguments. */
function fromUnits(units: readonly number[]): string {
  const pieces: string[] = [];
  for (let at = 0; at < units.length; at += 4_096)
    pieces.push(String.fromCharCode(...units.slice(at, at + 4_096)));
  return pieces.join('');
}

/** The digits of a text, one after another, put in the places of those of another; undefined where they are not as many. */
export function withDigits(shape: string, digits: string): string | undefined {
  if ((shape.match(/\d/g)?.length ?? 0) !== digits.length) return undefined;
  let next = 0;
  return shape.replaceAll(/\d/g, () => digits.charAt(next++));
}
