import { after, before, hit, lineAfter, lineBefore, matchAt, NOTHING } from '../../structures/reading.ts';
import type { Structure } from '../../structures/structure.ts';
import { createThrift } from '../thrift.ts';
import { ACCOUNT, isNobodys, isOfPerson } from './account-name.ts';

/** What services write right before who it was; an account follows whatever it is called. */
const SAID_BY_SERVICES = [
  'accepted publickey for ',
  'accepted password for ',
  'accepted keyboard-interactive/pam for ',
  'failed password for invalid user ',
  'failed password for ',
  'invalid user ',
  'session opened for user ',
  'session closed for user ',
  'authentication failure for ',
  'password changed for ',
  'password check failed for user ',
];
/** Words and keys behind which a name of a machine stands as often. */
const KEYS = [
  'user=',
  'username=',
  'username: ',
  'user: ',
  'login=',
  'login: ',
  'account=',
  'actor=',
  'principal=',
  'login by ',
  'logged in as ',
  'login of ',
  'logon by ',
  'changed by ',
  'approved by ',
  'triggered by ',
  'deployed by ',
  'anmeldung von ',
  'angemeldet als ',
  'benutzer ',
  'user ',
  '/home/',
  '/users/',
  '\\users\\',
];
/** What follows somebody who came and went. */
const CAME =
  /^["']? (?:logged (?:in|out|on|off)|signed (?:in|out)|authenticated|hat sich (?:an|ab)gemeldet|angemeldet)(?![a-z])/i;
/** How far a phrase reaches, in UTF-16 code units. */
const LONGEST = 40;

const thrift = createThrift(120);

/** A line of a log about somebody who came, went or was kept out. */
const LOG_LINE =
  /^[ \t>|"'{]{0,4}(?:\[?\d{4}-\d\d-\d\d[T ]\d\d:\d\d|\p{Lu}\p{Ll}{2} {1,2}\d{1,2} \d\d:\d\d|time[=:])/u;
const ABOUT_LOGIN =
  /log(?:ged|in|out|on|off)|auth|session|password|sign(?:ed)?[ _-]?(?:in|out|on)|anmeld|abgemeldet/i;
const KEY_OF_LOG = /^(?:user|username|login|account|actor|principal)[=:]/;
/** Somebody did something: an account made of an initial and a word is a person's there. */
const DONE_BY = / (?:by|as|of|von|als) $/;

function isWhoCame(text: string, at: number, phrase: string, end: number): boolean {
  if (DONE_BY.test(phrase)) return /^[a-z]{1,2}[._][a-z]{4,}$/i.test(text.slice(at + phrase.length, end));
  if (!KEY_OF_LOG.test(phrase)) return false;
  const line = lineBefore(text, at, 160);
  return LOG_LINE.test(line) && ABOUT_LOGIN.test(line + lineAfter(text, end, 60));
}

/** An account that reads like a word or a name: neither a service's nor somebody's that is known by no name. */
function isPlainAccount(account: string): boolean {
  return !isNobodys(account) && /^[a-z]{1,14}[._]?[a-z]{4,14}\d{0,3}$/i.test(account);
}

/** Whether a place is in the middle of a word: `superuser=`. */
function inWord(text: string, at: number): boolean {
  const code = text.charCodeAt(at - 1);
  return (code > 96 && code < 123) || (code > 64 && code < 91) || code > 191;
}

/** Accounts of people in logs and in the paths of their home folders. */
export const login: Structure = {
  id: 'login-in-log',
  literals: [...SAID_BY_SERVICES, ...KEYS],
  findAt(text, at) {
    const first = text.charCodeAt(at);
    if (first !== 47 && first !== 92 && inWord(text, at)) return NOTHING;
    const here = text.slice(at, at + LONGEST).toLowerCase();
    const said = SAID_BY_SERVICES.find((phrase) => here.startsWith(phrase));
    const phrase = said ?? KEYS.find((key) => here.startsWith(key));
    if (phrase === undefined) return NOTHING;
    const quote = /^["']/.test(text.slice(at + phrase.length, at + phrase.length + 1)) ? 1 : 0;
    const start = at + phrase.length + quote;
    const account = matchAt(ACCOUNT, text, start)?.[0];
    if (account === undefined || account.length < 3 || !thrift.allows(text, at)) return NOTHING;
    const end = start + account.length;
    // A call, a path, a variable or an address is something else.
    if (/^[\w(@$%{[<-]/.test(after(text, end, 1))) return NOTHING;
    const sure =
      (said !== undefined && / (?:from|by)|^[\s.;,)]|^$/.test(after(text, end, 6)) && !isNobodys(account)) ||
      (/^(?:user|benutzer) $/.test(phrase) && CAME.test(after(text, end, 30)) && !isNobodys(account)) ||
      (said === undefined && isWhoCame(text, at, phrase, end) && isPlainAccount(account)) ||
      isOfPerson(account);
    if (!sure) return NOTHING;
    thrift.worthIt(text, start, end);
    return [hit('username', { start, end }, 'context')];
  },
};

const SUDO = /(?:sudo(?:\[\d{1,8}\])?: {1,8})([a-z][a-z\d._-]{2,30}) : $/i;

/** Who ran a command as somebody else, in the log of `sudo`. */
export const sudoer: Structure = {
  id: 'sudoer',
  literals: ['tty=', 'command not allowed ;'],
  findAt(text, at) {
    const account = SUDO.exec(before(text, at, 60))?.[1];
    if (account === undefined || isNobodys(account)) return NOTHING;
    const start = at - 3 - account.length;
    return [hit('username', { start, end: start + account.length }, 'context')];
  },
};
