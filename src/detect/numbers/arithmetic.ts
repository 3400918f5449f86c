import type { NumberCheck } from './format.ts';

/** The digits of a text at their places; what is no digit counts as a letter from 10 (`A`) on. */
export function digitsOf(compact: string): number[] {
  return Array.from(compact, (character) => parseInt(character, 36));
}

/** The sum of digits, each times its weight; digits beyond the weights count nothing. */
export function weighted(compact: string, weights: readonly number[]): number {
  let sum = 0;
  weights.forEach((weight, at) => (sum += weight * (parseInt(compact.charAt(at), 36) || 0)));
  return sum;
}

/** A check by weights whose whole sum, the check digit included, has to be divisible. */
export function divisible(weights: readonly number[], by: number): NumberCheck {
  return (compact) => compact.length === weights.length && weighted(compact, weights) % by === 0;
}

/** The Luhn check (ISO/IEC 7812-1 annex B) over digits only. */
export function luhn(digits: string): boolean {
  let sum = 0;
  for (let back = 1; back <= digits.length; back++) {
    const digit = digits.charCodeAt(digits.length - back) - 48;
    const doubled = back % 2 === 1 ? digit : digit * 2;
    sum += doubled > 9 ? doubled - 9 : doubled;
  }
  return sum % 10 === 0;
}

/** The remainder of a long number in decimal writing. */
export function modulo(digits: string, by: number): number {
  let rest = 0;
  for (const digit of digits) rest = (rest * 10 + Number(digit)) % by;
  return rest;
}

/** ISO 7064 mod 97-10 over letters (10 to 35) and digits; 1 where the check digits are right. */
export function modulo97(characters: string): number {
  let rest = 0;
  for (const character of characters) {
    const value = parseInt(character, 36);
    rest = (rest * (value > 9 ? 100 : 10) + value) % 97;
  }
  return rest;
}

/** ISO 7064 mod 11,10: one check digit after the digits. */
export function modulo11And10(digits: string): boolean {
  let product = 10;
  for (const digit of digits.slice(0, -1)) {
    const sum = (Number(digit) + product) % 10 || 10;
    product = (sum * 2) % 11;
  }
  return (11 - product) % 10 === Number(digits.at(-1));
}

/** The permutation of Verhoeff's check and the table of the dihedral group D5 (J. Verhoeff, 1969). */
const VERHOEFF_STEP = [1, 5, 7, 6, 2, 8, 3, 0, 9, 4];
const VERHOEFF_PLACES: readonly (readonly number[])[] = Array.from({ length: 8 }).reduce<number[][]>(
  (rows) => [...rows, (rows.at(-1) ?? []).map((digit) => VERHOEFF_STEP[digit] ?? 0)],
  [Array.from({ length: 10 }, (_, digit) => digit)],
);

function inDihedral(one: number, other: number): number {
  if (one < 5) return other < 5 ? (one + other) % 5 : 5 + ((one + other) % 5);
  return other < 5 ? 5 + ((one - other) % 5) : (one - other + 5) % 5;
}

/** Verhoeff's check. */
export function verhoeff(digits: string): boolean {
  let sum = 0;
  for (let back = 0; back < digits.length; back++) {
    const digit = digits.charCodeAt(digits.length - 1 - back) - 48;
    sum = inDihedral(sum, VERHOEFF_PLACES[back % 8]?.[digit] ?? 0);
  }
  return sum === 0;
}

/** Whether two digits each are a month and a day there is in some year. */
export function isDay(month: number, day: number): boolean {
  const last = month === 2 ? 29 : [4, 6, 9, 11].includes(month) ? 30 : 31;
  return month >= 1 && month <= 12 && day >= 1 && day <= last;
}

/** Whether six digits at a place are a day, as year, month, day. */
export function isYearMonthDay(compact: string, at = 0): boolean {
  return isDay(Number(compact.slice(at + 2, at + 4)), Number(compact.slice(at + 4, at + 6)));
}

/** Whether six digits at a place are a day, as day, month, year. */
export function isDayMonthYear(compact: string, at = 0): boolean {
  return isDay(Number(compact.slice(at + 2, at + 4)), Number(compact.slice(at, at + 2)));
}

/** Whether one digit is all there is: no issued number, but a form filled in by somebody in a hurry. */
export function isOneDigit(compact: string): boolean {
  return /^(.)\1{0,40}$/.test(compact);
}
