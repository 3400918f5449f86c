import { isStandIn } from '../../contact/nobodys-address.ts';
import { LIKELY, MAYBE, NO, type Verdict } from './verdict.ts';

const PHONE = /^(?:\(?\+\s?)?[\d(][\d\s()./\-–·]{5,24}\d(?:\s?(?:x|ext\.?|доб\.?)\s?\d{1,6})?$/i;

/** Numbers and hosts that are kept free for examples. */
const EXAMPLE_PHONE = /555[ .-]?01\d\d$/;
const MAIL = /^([^\s@<>"',;${}]{1,64})@([^\s@<>"',;]{1,80}\.[\p{L}]{2,20})$/u;
const EXAMPLE_MAIL = /@(?:[\w-]{1,40}\.)?(?:example|test|invalid|localhost)(?:\.|$)/i;

/** How much a value looks like a number of a telephone. */
export function judgePhone(value: string): Verdict {
  if (!PHONE.test(value) || EXAMPLE_PHONE.test(value)) return NO;
  const digits = value.replaceAll(/\D/g, '');
  if (digits.length < 6 || digits.length > 17 || /^(\d)\1+$/.test(digits)) return NO;
  return /^\d{4}-\d{2}-\d{2}/.test(value) || /^\d+\.\d+$/.test(value) ? NO : LIKELY;
}

/** How much a value looks like a mail address. */
export function judgeMail(value: string): Verdict {
  const [, local, domain] = MAIL.exec(value) ?? [];
  if (local === undefined || domain === undefined || EXAMPLE_MAIL.test(value)) return NO;
  return isStandIn(local, domain) ? NO : LIKELY;
}

/** How much a value looks like a number an office gives to somebody. */
export function judgeNumber(value: string): Verdict {
  if (!/^[A-Z]{0,5}[-/ .#]?(?=[A-Z\d]{0,8}\d)[A-Z\d]{2,16}(?:[-/.][A-Z\d]{1,10}){0,3}$/i.test(value))
    return NO;
  const digits = value.replaceAll(/\D/g, '');
  if (digits.length < 3 || digits.length > 16 || /^(\d)\1+$/.test(digits) || value.length > 24) return NO;
  // Hexadecimal ids of a program.
  if (/^[0-9a-f]{8,}$/.test(value) && /[a-f]/.test(value)) return NO;
  if (/^(?:19|20)\d{2}-\d{2}-\d{2}$/.test(value) || '0123456789'.includes(digits)) return NO;
  return digits.length > 3 ? LIKELY : MAYBE;
}

/** How much a value looks like the number of an insurance. */
export function judgeInsurance(value: string): Verdict {
  const digits = value.replaceAll(/\D/g, '');
  if (digits.length < 5 || digits.length > 18 || !/^[A-Z\d][A-Z\d\s./・-]{4,26}$/i.test(value)) return NO;
  return /^(\d)\1+$/.test(digits) || /\p{Ll}{4}/u.test(value) ? NO : LIKELY;
}

/** How much a value looks like what somebody earns. */
export function judgeSalary(value: string): Verdict {
  const match =
    /^(?:(?:EUR|USD|GBP|CHF|JPY|CNY|RMB|R\$|US\$|[€$£¥￥])\s?)?(\d{1,3}(?:[.,'’ \u00a0\u202f]\d{3}){1,3}|\d{3,8}|\d{1,3}(?:[.,]\d{1,2})?(?=\s?(?:k|K|万|萬)))(?:[.,]\d{2}|,-)?\s?(?:k|K|万|萬)?\s?(?:EUR|USD|GBP|CHF|JPY|euros?|Euro|yen|reais|€|\$|£|¥|円|元|人民币)?(?:\s?(?:\/|per|pro|par|al|por|p\.)\s?(?:\p{L}{1,8}\.?))?(?:\s?(?:brutto|netto|brut|net|bruto|neto|lordi|netti|gross|税前|税后))?$/u.exec(
      value,
    );
  if (!match) return NO;
  const amount = (match[1] ?? '').replaceAll(/\D/g, '');
  return Number(amount) < 10 ? NO : /[^\d.,\s]/.test(value) ? LIKELY : MAYBE;
}

/** How much a value looks like the plate of a vehicle. */
export function judgePlate(value: string): Verdict {
  if (
    /^[\u4e00-\u9fff]{1,4}[\s]?[A-Z]?[\s·・-]?(?=[A-Z\d\s]{0,8}\d)[A-Z\d]{2,6}(?:\s?[\u3041-\u309f]\s?[\d・·-]{1,6})?$/.test(
      value,
    )
  )
    return LIKELY;
  if (!/^[A-ZÄÖÜ\d]{1,4}(?:[\s·:-]{0,3}[A-Z\d]{1,4}){1,3}$/.test(value)) return NO;
  const plain = value.replaceAll(/[^A-ZÄÖÜ\d]/g, '');
  return plain.length >= 4 && plain.length <= 9 && /\d{2}/.test(plain) && /[A-Z]/.test(plain) ? LIKELY : NO;
}

/** How much a value looks like what somebody logs in as. */
export function judgeUsername(value: string): Verdict {
  if (
    !/^[a-z][a-z\d._-]{2,30}$/i.test(value) ||
    /^(?:admin|root|user|guest|test|default|null|undefined|string|true|false|none)\w{0,3}$/i.test(value)
  )
    return NO;
  return /\d|[._-]|^[a-z]{3,12}$/i.test(value) ? MAYBE : NO;
}
