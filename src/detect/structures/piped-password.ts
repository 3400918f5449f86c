import { excludedPassword } from '../exclusions/exclusions.ts';
import { unlessExcluded } from '../exclusions/unless-excluded.ts';
import { isMixedByPeople } from './call-arguments.ts';
import { before, lineBefore, matchAt, NOTHING, type Piece, valueAt } from './reading.ts';
import type { Structure } from './structure.ts';

/** What is written into a pipe: with a user before a colon for `chpasswd`. */
const ECHOED =
  /(?:echo|printf|Write-Output)[ \t](?:-[ne][ \t])?(["']?)((?:[^\s"'|]{1,64}:)?)([^\s"'|]{4,128}|(?<=["'])[^"'\r\n|]{4,128})\1[ \t]{0,3}\|[ \t]{0,3}([^\r\n|]{0,120})$/;

/** Passwords given to a program on its standard input: `echo user:… | chpasswd`, `echo … | sudo -S`. */
export const pipedPassword: Structure = {
  id: 'piped-password',
  literals: [
    'chpasswd',
    'sudo -s',
    '--password-stdin',
    '--passphrase-fd 0',
    '--stdin',
    '-passwd-on-stdin',
    'secret create',
    'secret set',
    'secret put',
    'cryptsetup ',
    'kinit ',
    'vncpasswd',
    '| base64',
    '|base64',
  ],
  findAt(text, at, onPassed) {
    const stretch = before(text, at, 340);
    const line = stretch.slice(stretch.lastIndexOf('\n') + 1);
    const isBar = text.charCodeAt(at) === BAR;
    if (!isBar && !line.includes('|')) return NOTHING;
    const match = ECHOED.exec(isBar ? `${line}|` : line);
    const [, quote, user, password, program] = match ?? [];
    if (!match || user === undefined || password === undefined || program === undefined) return NOTHING;
    const users = /^chpasswd/i.test(text.slice(at, at + 8));
    if (users !== (user !== '')) {
      if (users) return NOTHING;
    }
    if (/^--stdin/i.test(text.slice(at, at + 7)) && !/passwd[ \t]{1,3}$/.test(program)) return NOTHING;
    const value = users ? password : user + password;
    // Whatever is encoded is no password yet.
    if (text.charCodeAt(at) === BAR && !isMixedByPeople(value)) return NOTHING;
    const tail = match[0].lastIndexOf(value + (quote ?? ''), match[0].lastIndexOf('|'));
    const start = at - line.length + match.index + tail;
    const piece: Piece = { start, end: start + value.length, value };
    return unlessExcluded(excludedPassword(value), 'login-password', piece, 'context', onPassed);
  },
};

const BAR = 124;

const HERE =
  /((?:<<<[ \t]{0,2}|<\(echo[ \t](?:-\w{1,2}[ \t])?)["']?)((?<=["'])[^"'\r\n$]{4,256}|[^\s"'$|;<>()]{4,256})/y;
/** Programs that read a password or a secret from their standard input. */
const READS =
  /(?:^|[\s;&|])(?:pass[ \t]insert|vncpasswd|keepassxc-cli|cryptsetup|kinit|sudo|gh[ \t]secret|wrangler[ \t]secret|(?:docker|podman)[ \t]secret|vercel[ \t]env[ \t]add|smbpasswd|passwd)[ \t]|--?pass(?:word|wd|phrase)?-(?:on-)?stdin|--stdin|--password-file[= ]/;

/** Passwords in a string that a shell hands over as a file: `gh secret set KEY <<< …`. */
export const herePassword: Structure = {
  id: 'here-password',
  literals: ['<<<', '<(echo '],
  findAt(text, at, onPassed) {
    if (!READS.test(lineBefore(text, at, 200))) return NOTHING;
    const value = valueAt(HERE, text, at);
    if (!value || !/[\d!#%&*+=@^~-]/.test(value.value)) return NOTHING;
    return unlessExcluded(excludedPassword(value.value), 'login-password', value, 'context', onPassed);
  },
};

const SENT =
  /(send(?:_user|line)?[ \t](?:--[ \t])?")((?:[^"\r\n\\$]|\$(?=[\d!]))(?:[^"\r\n\\$]|\\?\$(?=[\d!#])){3,127})(?=\\[rn]|")/iy;

/** What an `expect` script sends when it is asked for a password. */
export const expectPassword: Structure = {
  id: 'expect-password',
  literals: ['send "', 'send -- "'],
  findAt(text, at, onPassed) {
    if (
      !/(?:passw|passphrase|assword|kennwort)[^\r\n]{0,40}\r?\n[ \t]{0,12}$|assword[^\r\n]{0,20}[{;][ \t]{0,4}$/i.test(
        before(text, at, 100),
      )
    )
      return NOTHING;
    const value = matchAt(SENT, text, at);
    const [, lead, sent] = value ?? [];
    if (lead === undefined || sent === undefined) return NOTHING;
    const start = at + lead.length;
    const piece = { start, end: start + sent.length };
    return unlessExcluded(excludedPassword(sent), 'login-password', piece, 'context', onPassed);
  },
};

const WRITES =
  /((?:echo|printf)[ \t](?:-[ne]{1,2}[ \t])?["']?)([^\s"'$|;<>()]{8,256})(?=["']?[ \t]{0,3}>{1,2}[ \t]{0,3}["']?[^\s"';|&]{0,100}(?:passw|pwd|secret|token|\.key\b|_key\b|\.pw\b|credential))/y;

/** What a shell writes into a file that is named for a secret: `echo … > /etc/wireguard/private.key`. */
export const writtenSecret: Structure = {
  id: 'written-secret',
  literals: ['echo ', 'printf '],
  findAt(text, at, onPassed) {
    const value = valueAt(WRITES, text, at);
    if (!value || !/\d/.test(value.value) || !/[A-Za-z]/.test(value.value)) return NOTHING;
    return unlessExcluded(excludedPassword(value.value), 'secret-value', value, 'context', onPassed);
  },
};
