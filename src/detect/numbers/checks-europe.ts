import {
  digitsOf,
  isDay,
  isDayMonthYear,
  isYearMonthDay,
  luhn,
  modulo,
  modulo11And10,
  weighted,
} from './arithmetic.ts';

/** German tax id (ISO 7064 mod 11,10); one digit of the first ten stands there two or three times, by § 139b AO. */
export function germanTax(compact: string): boolean {
  if (compact.startsWith('0') || !modulo11And10(compact)) return false;
  const counts = [...'0123456789'].map((digit) => compact.slice(0, 10).split(digit).length - 1);
  const repeated = counts.filter((count) => count > 1);
  return repeated.length === 1 && (repeated[0] ?? 0) <= 3;
}

/** German health insurance number: the letter as two digits, weights 1 and 2, digit sums (§ 290 SGB V). */
export function germanHealth(compact: string): boolean {
  const letter = String(compact.charCodeAt(0) - 64).padStart(2, '0');
  const sum = digitsOf(letter + compact.slice(1, 9)).reduce((all, digit, at) => {
    const product = digit * (at % 2 === 0 ? 1 : 2);
    return all + (product > 9 ? product - 9 : product);
  }, 0);
  return sum % 10 === Number(compact.at(-1));
}

/**
 * German identity card and passport: nine characters, then a check digit by weights 7, 3, 1 (ICAO 9303); without it
 * nothing is to be checked but that letters and digits are mixed.
 */
export function germanIdCard(compact: string): boolean {
  const serial = compact.slice(0, 9);
  if (!/^[CFGHJKLMNPRTVWXYZ]/.test(serial) || serial.replace(/\D/g, '').length < 3) return false;
  const check = compact.charAt(9);
  return check === '' || weighted(serial, [7, 3, 1, 7, 3, 1, 7, 3, 1]) % 10 === Number(check);
}

/** German physician number: weights 4 and 9 over six digits (KBV). */
export function lanr(compact: string): boolean {
  const sum = weighted(compact, [4, 9, 4, 9, 4, 9]) % 10;
  return (10 - sum) % 10 === Number(compact.charAt(6));
}

/** A Danish CPR number has a day of birth; its check digit has had exceptions since 2007. */
export function cprDate(compact: string): boolean {
  return isDayMonthYear(compact);
}

/** Spanish social security number: the rest by 97; a number under ten million counts with seven digits. */
export function spanishInsurance(compact: string): boolean {
  const province = compact.slice(0, 2);
  const body = compact.slice(2, -2);
  if (Number(province) < 1 || Number(province) > 66) return false;
  const counted = Number(body) < 10_000_000 ? body.padStart(7, '0').slice(-7) : body;
  return [body, counted].some((digits) => modulo(province + digits, 97) === Number(compact.slice(-2)));
}

const FINNISH = '0123456789ABCDEFHJKLMNPRSTUVWXY';

/** Finnish personal identity code: a day of birth, and the rest by 31 as a letter. */
export function finnish(compact: string, written: string): boolean {
  const digits = written.slice(0, 6) + written.slice(7, 10);
  return (
    isDayMonthYear(written) &&
    Number(written.slice(7, 10)) >= 2 &&
    FINNISH.charAt(modulo(digits, 31)) === compact.at(-1)
  );
}

/** Czech and Slovak birth number: a day (months of women are 50 more, since 2004 20 more as well), divisible by 11. */
export function birthNumber(compact: string): boolean {
  const month = (Number(compact.slice(2, 4)) % 50) % 20;
  if (!isDay(month, Number(compact.slice(4, 6)))) return false;
  if (compact.length === 9) return Number(compact.slice(0, 2)) < 54 && !compact.endsWith('000');
  const rest = modulo(compact.slice(0, 9), 11);
  return rest % 10 === Number(compact.at(-1));
}

/** Swedish personal and coordination numbers: a day (60 more for the latter) and Luhn over ten digits. */
export function personnummer(compact: string): boolean {
  const ten = compact.slice(-10);
  const day = Number(ten.slice(4, 6));
  return isDay(Number(ten.slice(2, 4)), day > 60 ? day - 60 : day) && luhn(ten);
}

/** UK NINO: pairs of letters that are never given out (HMRC, NIM39110). */
export function nino(compact: string): boolean {
  return /^(?!BG|GB|NK|KN|TN|NT|ZZ)[A-CEGHJ-PR-TW-Z][A-CEGHJ-NPR-TW-Z]\d{6}[A-D]?$/.test(compact);
}

/** UK NHS number: weights 10 to 2, 11 less the rest. */
export function nhs(compact: string): boolean {
  const rest = 11 - (weighted(compact, [10, 9, 8, 7, 6, 5, 4, 3, 2]) % 11);
  return rest !== 10 && rest % 11 === Number(compact.at(-1));
}

/** UK driving licence: surname, then the decade, month (50 more for women), day and year digit of birth. */
export function britishLicence(compact: string): boolean {
  const month = Number(compact.slice(6, 8)) % 50;
  return isDay(month, Number(compact.slice(8, 10))) && !/^9{5}/.test(compact);
}

/** Hungarian tax id: weights 1 to 9, mod 11. */
export function hungarianTax(compact: string): boolean {
  return weighted(compact, [1, 2, 3, 4, 5, 6, 7, 8, 9]) % 11 === Number(compact.at(-1));
}

/** Hungarian social security number (TAJ): weights 3 and 7, mod 10. */
export function taj(compact: string): boolean {
  return weighted(compact, [3, 7, 3, 7, 3, 7, 3, 7]) % 10 === Number(compact.at(-1));
}

/** Hungarian personal number: weights upwards, for those born since 1997 downwards, mod 11. */
export function hungarianPersonal(compact: string): boolean {
  const check = Number(compact.at(-1));
  return (
    isYearMonthDay(compact, 1) &&
    (weighted(compact, [1, 2, 3, 4, 5, 6, 7, 8, 9, 10]) % 11 === check ||
      weighted(compact, [10, 9, 8, 7, 6, 5, 4, 3, 2, 1]) % 11 === check)
  );
}

/** Latvian personal code: a day and weights; those that begin with 32 or more say nothing. */
export function latvian(compact: string): boolean {
  if (/^3[2-9]/.test(compact)) return true;
  const sum = weighted(compact, [1, 6, 3, 7, 9, 10, 5, 8, 4, 2]);
  return isDayMonthYear(compact) && ((1101 - sum) % 11) % 10 === Number(compact.at(-1));
}

/** Portuguese social security number (NISS): weights of primes. */
export function portugueseInsurance(compact: string): boolean {
  const sum = weighted(compact, [29, 23, 19, 17, 13, 11, 7, 5, 3, 2]);
  return /^[12]/.test(compact) && 9 - (sum % 10) === Number(compact.at(-1));
}

/** Polish identity card: three letters, a check digit, weights 7, 3, 1. */
export function polishIdCard(compact: string): boolean {
  return weighted(compact, [7, 3, 1, 9, 7, 3, 1, 7, 3]) % 10 === 0;
}

/** Unique master citizen number of former Yugoslavia: a day, a year of three digits, weights mod 11. */
export function jmbg(compact: string): boolean {
  if (!isDayMonthYear(compact) || !/^[90]/.test(compact.slice(4))) return false;
  const rest = weighted(compact, [7, 6, 5, 4, 3, 2, 7, 6, 5, 4, 3, 2]) % 11;
  return rest !== 1 && (11 - rest) % 11 === Number(compact.at(-1));
}

/** Russian insurance number (SNILS): weights 9 to 1, mod 101, 100 as 00. */
export function snils(compact: string): boolean {
  const sum = weighted(compact, [9, 8, 7, 6, 5, 4, 3, 2, 1]) % 101;
  return sum % 100 === Number(compact.slice(9)) && Number(compact.slice(0, 9)) > 1_001_998;
}

/** Russian register number (OGRN): the rest by 11 of twelve digits, its last digit. */
export function ogrn(compact: string): boolean {
  return modulo(compact.slice(0, -1), compact.length - 2) % 10 === Number(compact.at(-1));
}

/** Kazakh identification number: a day or month, weights 1 to 11, where that gives 10 weights from 3 on. */
export function kazakh(compact: string): boolean {
  const first = weighted(compact, [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11]) % 11;
  const rest = first === 10 ? weighted(compact, [3, 4, 5, 6, 7, 8, 9, 10, 11, 1, 2]) % 11 : first;
  return Number(compact.slice(2, 4)) <= 12 && rest === Number(compact.at(-1));
}

/** Luxembourg identification number: a day of birth, Luhn over eleven digits with the twelfth. */
export function luxembourgish(compact: string): boolean {
  return (
    isDay(Number(compact.slice(4, 6)), Number(compact.slice(6, 8))) &&
    /^(?:18|19|20)/.test(compact) &&
    luhn(compact.slice(0, 12))
  );
}
