import { digitsOf, isDay, isYearMonthDay, luhn, verhoeff, weighted } from './arithmetic.ts';

/** US Social Security numbers never issued: area 000, 666, 900 and up, group 00, serial 0000 (SSA, POMS RM 10201). */
export function ssn(compact: string): boolean {
  return (
    /^(?!000|666|9)\d{3}(?!00)\d{2}(?!0000)\d{4}$/.test(compact) &&
    !SSN_DUMMIES.has(compact) &&
    !/^(\d)\1{8}$/.test(compact)
  );
}
/** Printed on specimen cards or in advertisements, and so nobody's. */
const SSN_DUMMIES = new Set([
  '078051120',
  '219099999',
  '123456789',
  '457555462',
  '987654321',
  '111223333',
  '123121234',
]);

/** US individual taxpayer numbers: 9, then groups the IRS gives out. */
export function itin(compact: string): boolean {
  return /^9\d{2}(?:5\d|6[0-5]|7\d|8[0-8]|9[0-24-9])\d{4}$/.test(compact) && compact !== '999999999';
}

/** US provider id: Luhn with the prefix 80840. */
export function npi(compact: string): boolean {
  return /^[12]/.test(compact) && luhn(`80840${compact}`);
}

/** US Medicare number: its places are digits and letters by turns, without S, L, O, I, B and Z (CMS). */
export function mbi(compact: string): boolean {
  return /^[1-9][AC-HJKMNP-RT-Y][AC-HJKMNP-RT-Y\d]\d[AC-HJKMNP-RT-Y][AC-HJKMNP-RT-Y\d]\d[AC-HJKMNP-RT-Y]{2}\d{2}$/.test(
    compact,
  );
}

/** US DEA number: a letter for the registrant, then digits of which every second counts twice. */
export function dea(compact: string): boolean {
  const digits = compact.slice(2);
  return weighted(digits, [1, 2, 1, 2, 1, 2]) % 10 === Number(digits.at(-1));
}

const ROUTING = [3, 7, 1, 3, 7, 1, 3, 7, 1];

/** US routing number: prefixes of the Federal Reserve, weights 3, 7, 1. */
export function routing(compact: string): boolean {
  return (
    /^(?:0\d|1[0-2]|2[1-9]|3[0-2]|6[1-9]|7[0-2]|80)/.test(compact) && weighted(compact, ROUTING) % 10 === 0
  );
}

/** Canadian social insurance number: Luhn, nobody's begins with 0 or 8. */
export function sin(compact: string): boolean {
  return /^[1-79]/.test(compact) && luhn(compact);
}

/** Australian Medicare number: weights 1, 3, 7, 9. */
export function medicare(compact: string): boolean {
  return (
    /^[2-6]/.test(compact) && weighted(compact, [1, 3, 7, 9, 1, 3, 7, 9]) % 10 === Number(compact.charAt(8))
  );
}

/** New Zealand health index: letters without I and O by their order, mod 11; the newer form ends in a letter. */
export function nhi(compact: string): boolean {
  const alphabet = 'ABCDEFGHJKLMNPQRSTUVWXYZ';
  const values = Array.from(compact, (sign) => (/\d/.test(sign) ? Number(sign) : alphabet.indexOf(sign) + 1));
  if (values.includes(0) && /[IO]/.test(compact)) return false;
  const sum = [7, 6, 5, 4, 3, 2].reduce((all, weight, at) => all + weight * (values[at] ?? 0), 0);
  if (/[A-Z]$/.test(compact)) return alphabet.charAt(22 - (sum % 23)) === compact.at(-1);
  return sum % 11 !== 0 && (11 - (sum % 11)) % 10 === values[6];
}

/** Indian Aadhaar: Verhoeff, first digit 2 to 9, not the same from behind. */
export function aadhaar(compact: string): boolean {
  return /^[2-9]/.test(compact) && compact !== [...compact].reverse().join('') && verhoeff(compact);
}

/** Indian tax number: its fourth letter is the sort of its holder. */
export function pan(compact: string): boolean {
  return /^[A-Z]{3}[ABCFGHJLPT][A-Z](?!0000)\d{4}[A-Z]$/.test(compact);
}

/** Chinese resident id: an area, a day of birth, ISO 7064 mod 11-2. */
export function chineseResident(compact: string): boolean {
  if (!/^[1-8]\d{5}(?:19|20)\d{9}[\dX]$/.test(compact)) return false;
  const sum = weighted(compact, [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2]);
  return isYearMonthDay(compact, 8) && '10X98765432'.charAt(sum % 11) === compact.at(-1);
}

/** Values of the letters of Taiwan's identity numbers, A first. */
const TAIWAN = [
  10, 11, 12, 13, 14, 15, 16, 17, 34, 18, 19, 20, 21, 22, 35, 23, 24, 25, 26, 27, 28, 29, 32, 30, 31, 33,
];

/** Taiwanese identity number and residence permit: the letter as two digits, weights 1, 9, 8 to 1, 1. */
export function taiwanese(compact: string): boolean {
  const letter = TAIWAN[compact.charCodeAt(0) - 65] ?? 0;
  const sum =
    Math.floor(letter / 10) + (letter % 10) * 9 + weighted(compact.slice(1), [8, 7, 6, 5, 4, 3, 2, 1, 1]);
  return sum % 10 === 0;
}

/** Hong Kong identity card: letters from 10 on, 36 for a missing one, weights 9 to 1, mod 11. */
export function hongKong(compact: string): boolean {
  const padded = compact.length === 8 ? [36, ...digitsOf(compact)] : digitsOf(compact);
  const sum = padded.slice(0, 8).reduce((all, digit, at) => all + digit * (9 - at), 0);
  const check = compact.endsWith('A') ? 10 : Number(compact.at(-1));
  return (sum + check) % 11 === 0;
}

/** Japanese individual number: weights 6 to 2 and 7 to 2, mod 11. */
export function myNumber(compact: string): boolean {
  const rest = weighted(compact, [6, 5, 4, 3, 2, 7, 6, 5, 4, 3, 2]) % 11;
  return (rest <= 1 ? 0 : 11 - rest) === Number(compact.at(-1));
}

/** Korean resident or foreigner number: a day of birth and a digit for sex and century; the check digit ended in 2020. */
export function korean(compact: string): boolean {
  return isYearMonthDay(compact) && /^\d{6}[1-8]/.test(compact);
}

/** Korean business number: weights 1, 3, 7, the ninth digit times five with its tens. */
export function koreanBusiness(compact: string): boolean {
  const sum =
    weighted(compact, [1, 3, 7, 1, 3, 7, 1, 3, 5]) + Math.floor((Number(compact.charAt(8)) * 5) / 10);
  return (10 - (sum % 10)) % 10 === Number(compact.at(-1));
}

/** The last letters of Singapore's series, by the rest of the sum. */
const SINGAPORE: Readonly<Record<string, string>> = {
  S: 'JZIHGFEDCBA', T: 'JZIHGFEDCBA', F: 'XWUTRQPNMLK', G: 'XWUTRQPNMLK', M: 'XWUTRQPNJLK',
}; // prettier-ignore

/** Singapore NRIC and FIN: weights 2, 7, 6 to 2, a letter by its series. */
export function singaporean(compact: string): boolean {
  const series = compact.charAt(0);
  const added = series === 'M' ? 3 : 'TG'.includes(series) ? 4 : 0;
  const rest = (weighted(compact.slice(1), [2, 7, 6, 5, 4, 3, 2]) + added) % 11;
  return SINGAPORE[series]?.charAt(rest) === compact.at(-1);
}

/** Thai citizen number: weights 13 to 2, 11 less the rest. */
export function thai(compact: string): boolean {
  const sum = weighted(compact, [13, 12, 11, 10, 9, 8, 7, 6, 5, 4, 3, 2]);
  return /^[1-9]/.test(compact) && (11 - (sum % 11)) % 10 === Number(compact.at(-1));
}

/** Malaysian NRIC: a day of birth, and a place of birth that was given out. */
export function malaysian(compact: string): boolean {
  return isYearMonthDay(compact) && !/^(?:00|1[7-9]|[28]0|69|70|73|8[01]|9[4-7])$/.test(compact.slice(6, 8));
}

/** Indonesian NIK: a province, a day of birth (40 more for women), no serial of zeros. */
export function indonesian(compact: string): boolean {
  const day = Number(compact.slice(6, 8));
  return (
    /^(?:1[1-9]|2[1]|3[1-6]|5[1-3]|6[1-5]|7[1-6]|8[12]|9[1-7])/.test(compact) &&
    isDay(Number(compact.slice(8, 10)), day > 40 ? day - 40 : day) &&
    !compact.endsWith('0000')
  );
}

/** Vietnamese citizen number: a province, then a digit for century and sex. */
export function vietnamese(compact: string): boolean {
  return /^0(?:0[1-9]|[1-8]\d|9[0-6])[0-3]/.test(compact);
}

/** South African id: a day of birth, citizenship, Luhn. Those that begin as milliseconds of our days do are left. */
export function southAfrican(compact: string): boolean {
  return isYearMonthDay(compact) && /[0-2]\d\d$/.test(compact) && luhn(compact);
}

/** Egyptian national number: a century, a day of birth, a governorate. */
export function egyptian(compact: string): boolean {
  return (
    /^[23]/.test(compact) &&
    isYearMonthDay(compact, 1) &&
    /^(?:0[1-4]|1[1-9]|2[1-9]|3[1-5]|88)$/.test(compact.slice(7, 9))
  );
}

/** Israeli identity number: nine digits, Luhn from the left. */
export function israeli(compact: string): boolean {
  return luhn(compact.padStart(9, '0'));
}

/** Emirates id: 784, then the year of birth. (Samples of its authority do not keep to one check digit.) */
export function emirates(compact: string): boolean {
  return /^784(?:19|20)\d{10}$/.test(compact);
}

/** Saudi identity number and residence permit: Luhn, 1 or 2 first. */
export function saudi(compact: string): boolean {
  return /^[12]/.test(compact) && luhn(compact);
}

/** Pakistani identity card: a province from 1 to 7. */
export function pakistani(compact: string): boolean {
  return /^[1-7]/.test(compact);
}

/** Brazilian social number (PIS, NIS): weights 3, 2, 9 to 2, mod 11. */
export function pis(compact: string): boolean {
  const rest = weighted(compact, [3, 2, 9, 8, 7, 6, 5, 4, 3, 2]) % 11;
  return (rest < 2 ? 0 : 11 - rest) === Number(compact.at(-1));
}

/** Brazilian voter number: two check digits over serial and state. */
export function voter(compact: string): boolean {
  const serial = compact.slice(0, -4);
  const first = (weighted(serial.slice(-8), [2, 3, 4, 5, 6, 7, 8, 9]) % 11) % 10;
  const second = ((weighted(compact.slice(-4, -2), [7, 8]) + first * 9) % 11) % 10;
  return `${first}${second}` === compact.slice(-2);
}

/** Mexican bank account (CLABE): weights 3, 7, 1, digits of products. */
export function clabe(compact: string): boolean {
  const weights = [3, 7, 1];
  const sum = digitsOf(compact.slice(0, 17)).reduce(
    (all, digit, at) => all + ((digit * (weights[at % 3] ?? 0)) % 10),
    0,
  );
  return (10 - (sum % 10)) % 10 === Number(compact.at(-1));
}
