import type { RunReader } from '../contact/digit-runs.ts';
import { passesLuhn } from './luhn.ts';
import { hit, matchAt, NOTHING } from '../structures/reading.ts';
import type { Structure } from '../structures/structure.ts';
import { labelledValue } from './labelled.ts';

/** The writing of an IMEI that is nothing else's: type allocation code, serial number, check digit (3GPP TS 23.003). */
const LAYOUT = /\d{2}([- ])\d{6}\1\d{6}\1\d(?![\w-]|[. ]\d)/y;

/** IMEIs in their own layout. */
export function imeiLayout(): RunReader {
  return {
    readAt(text, run, end, floor) {
      const start = run - 3;
      if (end - run !== 6 || start < floor || /[\w-]/.test(text.charAt(start - 1))) return undefined;
      const written = matchAt(LAYOUT, text, start)?.[0];
      if (written === undefined || !isImei(written)) return undefined;
      return { kind: 'imei', start, end: start + written.length, evidence: 'check' };
    },
  };
}

const IMEI = labelledValue('\\d{2}[- ]?\\d{6}[- ]?\\d{6}[- ]?\\d{1,2}');
const IMSI = labelledValue('\\d{3}[- ]?\\d{2,3}[- ]?\\d{9,10}');
const ICCID = labelledValue('89(?:[ -]?\\d){16,18}');

/** Numbers of handsets behind their name. */
export const imei: Structure = {
  id: 'imei',
  literals: ['imei'],
  findAt(text, at) {
    const end = at + (/^sv/i.test(text.slice(at + 4, at + 6)) ? 6 : 4);
    const value = IMEI.behind(text, at, end);
    return value && isImei(value.value) ? [hit('imei', value, 'check')] : NOTHING;
  },
};

/** Numbers of subscribers behind their name: a country's code of three digits first (ITU-T E.212). */
export const imsi: Structure = {
  id: 'imsi',
  literals: ['imsi'],
  findAt(text, at) {
    const value = IMSI.behind(text, at, at + 4);
    const digits = value?.value.replace(/\D/g, '') ?? '';
    return value && /^[2-7]\d{13,14}$/.test(digits) && !/^(\d)\1+$/.test(digits)
      ? [hit('imsi', value, 'context')]
      : NOTHING;
  },
};

/** Numbers of SIM cards behind a name: 89, then the country (ITU-T E.118). */
export const iccid: Structure = {
  id: 'iccid',
  literals: ['iccid', 'sim'],
  findAt(text, at) {
    const value = ICCID.behind(text, at, at + (/^i/i.test(text.charAt(at)) ? 5 : 3));
    return value && !/(\d)\1{9}/.test(value.value) ? [hit('iccid', value, 'context')] : NOTHING;
  },
};

/** Fifteen digits with their check digit, or sixteen of which the last two are a version of software. */
function isImei(written: string): boolean {
  const digits = written.replace(/\D/g, '');
  if (/^(\d)\1{7}/.test(digits) || '1234567890123456'.includes(digits)) return false;
  return digits.length === 16 || (digits.length === 15 && passesLuhn(digits, 0, 15));
}
