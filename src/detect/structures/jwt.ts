import { FAILED_CHECK } from '../exclusions/passed.ts';
import { decodeBase64 } from './base64.ts';
import { hit, matchAt, NOTHING } from './reading.ts';
import type { Structure } from './structure.ts';

const TOKEN =
  /eyJ[A-Za-z0-9_-]{9,4096}\.[A-Za-z0-9_-]{0,12288}={0,2}(?:\.[A-Za-z0-9_-]{0,12288}={0,2}){0,3}/y;

/** The payload every tutorial shows: subject 1234567890, John Doe. */
const SAMPLE = /"sub"\s?:\s?"1234567890"/;

function headerOf(part: string): Record<string, unknown> | undefined {
  try {
    const value: unknown = JSON.parse(decodeBase64(part) ?? '');
    return typeof value === 'object' && value !== null ? { ...value } : undefined;
  } catch {
    return undefined;
  }
}

/** Length of the token at the front of what looks like one: its parts are 2 (cut off), 3 (signed) or 5 (encrypted). */
function tokenLength(run: string, encrypted: boolean): number {
  const parts = run.split('.');
  const most = encrypted ? 5 : 3;
  let length = parts.slice(0, most).join('.').length;
  while (length > 0 && run[length - 1] === '.') length--;
  return length;
}

/** JSON web tokens, signed or encrypted, whole or cut off behind the payload. */
export const jwt: Structure = {
  id: 'jwt',
  literals: ['eyj'],
  findAt(text, at, onPassed) {
    if (
      /[A-Za-z0-9+/=_]/.test(text[at - 1] ?? '') &&
      !/(?:%20|%3D|[=/_])$/i.test(text.slice(Math.max(0, at - 3), at))
    )
      return NOTHING;
    const run = matchAt(TOKEN, text, at)?.[0];
    if (!run) return NOTHING;
    const [head = '', payload = '', third = ''] = run.split('.');
    const header = headerOf(head);
    const algorithm = header?.['alg'];
    if (!header || typeof algorithm !== 'string') {
      // Three parts are a token whose first was changed, two may be anything.
      if (third.length >= 8) onPassed?.(at, at + run.length, FAILED_CHECK);
      return NOTHING;
    }
    if (/^none$/i.test(algorithm)) {
      onPassed?.(at, at + run.length, FAILED_CHECK);
      return NOTHING;
    }
    const encrypted = typeof header['enc'] === 'string';
    const length = tokenLength(run, encrypted);
    if (encrypted ? run.split('.').length < 4 : payload.length < 12) return NOTHING;
    if (!encrypted && third.length < 8) {
      // Cut off: then the payload has to look like one, and dots behind a short one are an illustration.
      if (!payload.startsWith('ey')) return NOTHING;
      if (payload.length < 24 && /^(?:\.{1,3}|…)/.test(text.slice(at + length, at + length + 3)))
        return NOTHING;
    }
    if (SAMPLE.test(decodeBase64(payload) ?? '')) {
      onPassed?.(at, at + length, 'documentation-sample');
      return NOTHING;
    }
    return [hit('jwt', { start: at, end: at + length }, 'check')];
  },
};

/** `eyJ` in base64, by where in a group of three bytes it begins; a letter follows it in every header. */
const WRAPPED = /(?:ZXlK|V5S[mn]|leUp)[A-Za-z0-9+/_-]{48}/y;
const RUN = /[A-Za-z0-9+/_-]{60,24576}={0,2}/y;
/** What stands before a token that is wrapped with it: `Bearer `, `{"token":"`; in UTF-16 code units of base64. */
const LEAD = 48;

/** Letters, digits and the four other characters of base64 and base64url, by their codes. */
const isBase64 = (code: number): boolean =>
  (code >= 97 && code <= 122) ||
  (code >= 65 && code <= 90) ||
  (code >= 47 && code <= 57) ||
  code === 43 ||
  code === 45 ||
  code === 95;

/** Tokens once more in base64, by themselves or with a few words around: the whole is one hit. */
export const wrappedJwt: Structure = {
  id: 'base64-jwt',
  literals: ['zxlk', 'v5sm', 'v5sn', 'leup'],
  findAt(text, at) {
    if (!matchAt(WRAPPED, text, at)) return NOTHING;
    let start = at;
    while (at - start <= LEAD && isBase64(text.charCodeAt(start - 1))) start--;
    if (at - start > LEAD) return NOTHING;
    const run = matchAt(RUN, text, start)?.[0];
    const decoded = run === undefined ? undefined : decodeBase64(run);
    const token = decoded?.indexOf('eyJ') ?? -1;
    // Bytes that happen to hold those letters are no text.
    if (run === undefined || decoded === undefined || token < 0 || !/^[\t\r\n\x20-\x7e]*$/.test(decoded))
      return NOTHING;
    return jwt.findAt(decoded, token).length === 0
      ? NOTHING
      : [hit('jwt', { start, end: start + run.length }, 'check')];
  },
};
