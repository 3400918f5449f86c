import { kindOf } from '../detect/kinds.ts';

const DOTS = '••••';
/** So many characters at the end may be shown, and only of what is so much longer. */
const SHOWN = 4;
const LEAST = 12;

/**
 * A value for the eyes of the one who has it: dots and its last four characters. Of what is short, of words and of
 * secrets in lines nothing but dots, since their end would say too much or nothing. For display only: there is no way back.
 */
export function maskOf(value: string, kind: string): string {
  const end = value.slice(-SHOWN);
  const tells = value.length >= LEAST && /^[\p{L}\p{N}]{4}$/u.test(end) && /\d/.test(value);
  const words = /\s/.test(value) && kindOf(kind).class === 'secret';
  return tells && !words && !value.includes('://') ? DOTS + end : DOTS;
}
