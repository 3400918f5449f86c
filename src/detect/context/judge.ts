import type { KeyKind } from './key-names.ts';
import type { Form } from './value-after.ts';
import { classesOf, entropyOf, isOfAllSigns, isVaried, isWordlike, shareOfWords } from './variety.ts';

const DIGIT = /\d/;

/**
 * Whether a value that no exclusion holds for is a secret, by its length, its characters, the kind of its key and the
 * form it was written in.
 *
 * A password may be weak, a token may not: what stands behind `token` in code is mostly a word.
 */
export function isSecret(value: string, kind: KeyKind, form: Form, key: string): boolean {
  if (value.length > 4096) return false;
  if (kind === 'password') return isPassword(value, form);
  if (isOfAllSigns(value)) return true;
  if (kind === 'access-token' && /auth|cred/i.test(key) && isLogin(value)) return true;
  if (/\s|^v?\d{1,4}(?:\.\d{1,6}){1,3}(?:$|[-+])/.test(value)) return false;
  if (value.length < 8) return false;
  if (form === 'prose' || form === 'bearer')
    return value.length >= 12 && DIGIT.test(value) && isVaried(value);
  if (isVaried(value) || isScrambled(value)) return value.length >= 10 || classesOf(value) >= 3;
  return isWeakSecret(value, kind, form, key);
}

/** A user and a password, as basic authentication takes them: `BASIC_AUTH=admin:…`. */
function isLogin(value: string): boolean {
  const password = /^[a-z][\w.@-]{1,63}:([^\s:/]{6,64})$/i.exec(value)?.[1];
  if (password === undefined || !/[a-z]/i.test(password)) return false;
  return /[!#$%&*+^~]/.test(password) || (DIGIT.test(password) && /[A-Z]/.test(password));
}

/** Letters alone, whose case changes where no name's does: `MVugwrxyIBHxDTo`. */
function isScrambled(value: string): boolean {
  return (
    /^[A-Za-z]{12,}$/.test(value) &&
    /[a-z][A-Z]{2,}[a-z]|[A-Z]{2}[a-z][A-Z]/.test(value) &&
    !isWordlike(value)
  );
}

const PHRASE = /^(?:[a-z]{3,9} ){3,11}[a-z]{3,9}$/;
const SIGNS_ONLY = /^[^A-Za-z0-9]+$/;
const SIGN = /[^\p{L}\p{N}_.-]/u;
const NUMBERED = /^\d{1,4}-[a-z-]{1,20}$/i;
const JOINED_WORDS = /^[A-Za-z]+(?:[-_.][A-Za-z]+){3,}$/;
const DIGITS_ONLY = /^\d+$/;

function isPassword(value: string, form: Form): boolean {
  const least = form === 'prose' || form === 'call' || form === 'setter' ? 6 : 5;
  if (value.length < least) return false;
  if (/\s/.test(value)) return form !== 'prose' && PHRASE.test(value);
  if (SIGNS_ONLY.test(value)) return false;
  const digit = DIGIT.test(value);
  const special = SIGN.test(value);
  if (form === 'prose' && NUMBERED.test(value)) return false;
  if (DIGITS_ONLY.test(value)) return form !== 'prose' && value.length >= 6;
  if (digit || special) return form !== 'prose' || digit || classesOf(value) >= 3;
  // Letters only: a word in code and in prose, a password where nothing but a value can stand.
  if (form === 'env' || form === 'url' || form === 'sql' || form === 'connection' || form === 'fallback')
    return value.length >= 6;
  if (JOINED_WORDS.test(value) && value.length >= 16 && form !== 'prose')
    return /^[a-z.-]+$/.test(value) && form !== 'call';
  return value.length >= 10 && !isWordlike(value) && entropyOf(value) > 3;
}

/** What people type where a generated value belongs: `JWT_SECRET=blue-Elephant-2291`. */
function isWeakSecret(value: string, kind: KeyKind, form: Form, key: string): boolean {
  if (form === 'fallback') return /[\d!#$%&*@_.-]/.test(value) && value.length >= 10;
  if (kind === 'access-token' || form === 'call' || form === 'setter') return false;
  if (!DIGIT.test(value) || value.length < 10) {
    return (
      form === 'env' && /secret/i.test(key) && value.length >= 14 && /^[A-Za-z0-9!@#$%^&*_.-]+$/.test(value)
    );
  }
  const parts = form === 'env' ? /[/:]/ : /[/.:]/;
  return /secret/i.test(key) && classesOf(value) >= 2 && shareOfWords(value) < 0.95 && !parts.test(value);
}
