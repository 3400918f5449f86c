import type { Context } from '../exclusions/exclusion.ts';
import { excludedBy, excludedLogin } from '../exclusions/exclusions.ts';
import { TOO_WEAK } from '../exclusions/passed.ts';
import { unlessExcluded } from '../exclusions/unless-excluded.ts';
import { matchAt, NOTHING } from '../structures/reading.ts';
import type { Structure } from '../structures/structure.ts';
import { isChosen } from './chosen.ts';
import { withoutStops } from './unlike-words.ts';
import { classesOf } from './variety.ts';

const LOGIN = new RegExp(
  String.raw`(?:[ \t]{1,2}[\p{L}\w.'-]{1,24}){0,4}?(?:[ \t]{0,2}(?:are|is|ist|est|es|è|é|sind|son|sont|sono|=|:|：)[ \t]{0,2}|[ \t][([]?)(?:user(?:name)?[:=]?[ \t])?["'\x60]?([\w.@+\\-]{2,64})["'\x60]?(?:[ \t]{1,2}[/|][ \t]{1,2}|[ \t](?:with|mit|avec|con)[ \t]|,?[ \t](?:(?:and|und|et|y|e)[ \t])?(?:pass(?:word)?|pwd?|passwort|kennwort)[:=]?[ \t]|\/(?=[^/])|:(?=[^\s/]))["'\x60]?([!#-&(-;=?-_a-~À-ɏ]{6,128})`,
  'uy',
);
const WHO = /^(?:admin|administrator|root|sa|demo|guest|test\w{0,8}|user\w{0,4})$|[@\d]/i;
const WORDS: readonly string[] = [
  'log in with ',
  'login with ',
  'logging in with ',
  'logged in with ',
  'sign in with ',
  'login as ',
  'logging in as ',
  'logged in as ',
  'login: ',
  'login details',
  'login data',
  'access data',
  'anmeldung mit ',
  'anmelden mit ',
  'einloggen mit ',
  'logins: ',
  'login is ',
  'login ist ',
  'log in as ',
  'login attempt [',
  'login (',
  'account (',
  'zugang (',
  'creds',
  'credentials',
  'zugangsdaten',
  'anmeldedaten',
  'identifiants',
  'credenciales',
  'credenziali',
  'credenciais',
  'inloggegevens',
  'ログイン情報',
  '账号密码',
  '登录信息',
  'datos de acceso',
  'dados de acesso',
];
const SURROUNDINGS: Context = {
  place: 'named',
  key: 'password',
  before: '',
  after: '',
  quoted: true,
  literal: true,
};

/** A user and a password behind a word for both: `creds for staging: qa-user:…`, `Zugangsdaten: admin / …`. */
export const saidLogin: Structure = {
  id: 'said-login',
  literals: WORDS,
  findAt(text, at, onPassed) {
    if (/[\w$.-]/.test(text.charAt(at - 1))) return NOTHING;
    const here = text.slice(at, at + 16).toLowerCase();
    const word = WORDS.find((one) => here.startsWith(one));
    if (word === undefined) return NOTHING;
    const end = at + word.replace(/(?::? | [([])$/, '').replace(/ is(?:t)?$/, '').length;
    if (!/[\s:：=]/.test(text.charAt(end))) return NOTHING;
    const match = matchAt(LOGIN, text, end);
    const [all, user, run] = match ?? [];
    if (all === undefined || user === undefined || run === undefined) return NOTHING;
    const value = withoutStops(run);
    const start = end + all.length - run.length;
    const piece = { start, end: start + value.length };
    return unlessExcluded(notALogin(user, value), 'password', piece, 'context', onPassed);
  },
};

function notALogin(user: string, value: string): string | undefined {
  const why = excludedLogin(user, value) ?? excludedBy(value, SURROUNDINGS);
  if (why !== undefined) return why;
  if (value.length < 6 || !/[A-Za-z]/.test(value) || /[()]/.test(value) || value.startsWith(user))
    return TOO_WEAK;
  if (/\d/.test(value)) return undefined;
  if (/^[A-Za-z]{3,20}[!#$%&*+=^~][A-Za-z]{2,20}$|^[A-Z][a-z]{4,20}[!#$%&*+^~]$/.test(value))
    return undefined;
  return WHO.test(user) && (isChosen(value) || classesOf(value) >= 3) ? undefined : TOO_WEAK;
}
