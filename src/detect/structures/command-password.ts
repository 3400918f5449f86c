import { excludedPassword } from '../exclusions/exclusions.ts';
import { unlessExcluded } from '../exclusions/unless-excluded.ts';
import { before, matchAt, NOTHING, type Piece, valueAt } from './reading.ts';
import type { Structure } from './structure.ts';

/** Between a command and its option: other arguments on the same line, none of which begins another command. */
const ARGUMENTS = String.raw`[ \t][^\r\n;|&]{0,160}?`;
const VALUE = String.raw`([^\s"'\\|;<>]{4,128})`;

/** A command with the option that takes a password: what stands before the value, and the value. */
const option = (command: string, options: string): RegExp =>
  new RegExp(String.raw`((?:${command})(?:\.exe)?(?:${ARGUMENTS})?[ \t](?:${options})["']?)${VALUE}`, 'iy');

/** Commands by what is looked for in the text; the manuals of the programs name the options. */
const COMMANDS: readonly (readonly [literal: string, pattern: RegExp])[] = [
  [
    'zip ',
    /(zip(?:[ \t][^\r\n;|&]{0,80}?)?[ \t]-P[ \t]{0,2}["']?)([^\s"'\\|;<>-][^\s"'\\|;<>]{3,127})(?=["']?[ \t]{1,3}["']?[\w-]{0,80}[./])/y,
  ],
  ['7z ', option('7z', '-p')],
  ['unrar ', option('unrar', '-p')],
  ['-passin', /(-pass(?:in|out)[ \t]{1,3}["']?pass:)([^\s"'\\]{4,128})/iy],
  ['-passout', /(-pass(?:in|out)[ \t]{1,3}["']?pass:)([^\s"'\\]{4,128})/iy],
  ['-pass pass:', /(-pass[ \t]pass:)([^\s"'\\]{4,128})/iy],
  ['-storepass', /(-storepass(?:wd)?[ \t=]["']?)([^\s"'\\:-][^\s"'\\]{3,127})/iy],
  ['-keypass', /(-keypass[ \t=]["']?)([^\s"'\\:-][^\s"'\\]{3,127})/iy],
  ['-setcookie', /(-setcookie[ \t]["']?)([^\s"'\\:-][^\s"'\\]{3,127})/iy],
  ['openssl enc', option('openssl enc', '-k[ \\t]')],
  [
    'net use',
    /(net use[ \t][^\r\n]{1,120}?[ \t]["']?)([^\s"'\\/*:][^\s"'\\/]{3,127})(?=["']?[ \t]{1,3}\/u)/iy,
  ],
  ['net use', /(net use[ \t][^\r\n]{1,120}?\/user:[^\s]{1,80}[ \t]["']?)([^\s"'\\/*:-][^\s"'\\/]{3,127})/iy],
  [
    'net user ',
    /(net user[ \t][^\s/]{1,64}[ \t]["']?)([^\s"'\\/*:][^\s"'\\/]{3,127})(?=["']?[ \t]{1,3}\/)/iy,
  ],
  ['ldapwhoami ', option('ldapwhoami', '-w[ \\t]?')],
  ['ldapdelete ', option('ldapdelete', '-w[ \\t]?')],
  ['ldappasswd ', option('ldappasswd', '-[was][ \\t]?')],
  [
    'rclone config',
    option('rclone config', '(?:pass|password|key|token|secret_access_key|client_secret)[ =]'),
  ],
  ['plink ', option('plink', '-pw[ \\t]')],
  ['pscp ', option('pscp', '-pw[ \\t]')],
  ['psexec', option('psexec(?:64)?', '-p[ \\t]')],
  ['ldapsearch ', option('ldap(?:search|modify|add|whoami|delete|passwd|compare)', '-w[ \\t]?')],
  ['ldapmodify ', option('ldapmodify', '-w[ \\t]?')],
  ['ldapadd ', option('ldapadd', '-w[ \\t]?')],
  [
    'kubectl create secret',
    /(kubectl create secret[^\r\n]{1,160}?--from-literal[= ]["']?[\w.-]{0,40}(?:pass|pwd|secret|token|key)[\w.-]{0,40}=["']?)([^\s"'\\]{4,256})/iy,
  ],
  ['smbclient ', /(smbclient[ \t][^\r\n]{0,120}?-U[ \t]?["']?[^\s%"']{1,64}%)([^\s"']{3,128})/y],
  ['rpcclient ', /(rpcclient[ \t][^\r\n]{0,120}?-U[ \t]?["']?[^\s%"']{1,64}%)([^\s"']{3,128})/y],
  ['xfreerdp', option('xfreerdp3?', '\\/p:')],
  ['cmdkey ', option('cmdkey', '\\/pass:')],
  ['sp_addlogin ', /(sp_addlogin[ \t]{1,4}N?'[^'\r\n]{1,64}',[ \t]{0,4}N?')([^'\r\n]{4,128})(?=')/iy],
  ['kinit ', /(kinit[ \t](?:-\w{1,3}[ \t]){0,3}[\w@./-]{1,80}[ \t]{0,2}<<<[ \t]?["']?)([^\s"'\\]{4,128})/y],
  [
    'htpasswd ',
    /(htpasswd[ \t]{1,3}-(?:[A-Za-z]{0,4}n[A-Za-z]{0,4}b|[A-Za-z]{0,4}b[A-Za-z]{0,4}n)[A-Za-z]{0,4}[ \t]{1,3}[^\s-][^\s]{0,63}[ \t]["']?)([^\s"'\\]{4,128})/y,
  ],
  [
    'htpasswd ',
    /(htpasswd(?:[ \t]{1,3}-[A-Za-z]{1,8}){0,3}?[ \t]{1,3}-[A-Za-z]{0,6}b[A-Za-z]{0,6}(?:[ \t]{1,3}-[A-Za-z]{1,8}){0,3}[ \t]{1,3}[^\s-][^\s]{0,80}[ \t]{1,3}[^\s]{1,64}[ \t]["']?)([^\s"'\\]{4,128})/y,
  ],
  ['mongo ', option('mongo', '-p[ \\t]?')],
  [
    'sqlplus ',
    /(sqlplus[ \t](?:-\w{1,4}[ \t]){0,3}["']?[\w$#.]{1,40}\/["']?)([^\s"'@/]{4,128})(?=["']?(?:@|[\s]|$))/iy,
  ],
  ['az login', option('az login', '-p[ \\t]')],
  ['az sql ', option('az sql', '-p[ \\t]')],
  ['az vm ', option('az vm', '-p[ \\t]')],
  ['mysqladmin ', option('mysqladmin', 'password[ \\t]')],
  ['lftp ', /(lftp[ \t](?:[^\r\n;|]{0,80}?[ \t])?-u[ \t]?["']?[\w.@-]{1,64},)([^\s"'\\]{4,128})/y],
  [
    'requirepass ',
    /(requirepass[ \t]{1,4}["']?)([^\s"'\\,]{4,256})(?=["',\]]{0,3}[ \t]{0,4}(?:[\r\n]|$| --))/iy,
  ],
  ['masterauth ', /(masterauth[ \t]{1,4}["']?)([^\s"'\\]{4,256})(?=["']?[ \t]{0,4}(?:[\r\n]|$))/iy],
  ['snmp', option('snmp(?:get|walk|set|bulkwalk)', '-[AX][ \\t]')],
  ['passwd --stdin', /(passwd --stdin[ \t][\w.-]{1,64}[ \t]{0,3}<<<[ \t]{0,3}["']?)([^\s"'\\]{4,128})/iy],
  ['rclone obscure', /(rclone obscure[ \t]["']?)([^\s"'\\]{4,128})/iy],
  ['nmcli ', option('nmcli', '(?:password|wifi-sec\\.psk)[ \\t]')],
  [
    'rabbitmqctl ',
    /(rabbitmqctl[ \t](?:add_user|change_password)[ \t][\w.@-]{1,64}[ \t]["']?)([^\s"'\\]{4,128})/iy,
  ],
  ['mosquitto_', /(mosquitto_(?:pub|sub|rr)[ \t](?:[^\r\n|;]{0,120}?[ \t])?-P[ \t]["']?)([^\s"'\\]{4,128})/y],
  [
    'mosquitto_passwd',
    /(mosquitto_passwd[ \t]-b[ \t][^\s]{1,80}[ \t][\w.@-]{1,64}[ \t]["']?)([^\s"'\\]{4,128})/y,
  ],
  ['useradd ', option('useradd', '-p[ \\t]|--password[ =]')],
  ['smbpasswd', option('smbpasswd', '-p[ \\t]')],
  ['wpa_passphrase ', /(wpa_passphrase[ \t](?:"[^"\n]{1,32}"|[^\s"]{1,32})[ \t]["']?)([^\s"'\\]{8,63})/iy],
];

const patternsOf = new Map<string, RegExp[]>();
for (const [literal, pattern] of COMMANDS) {
  const others = patternsOf.get(literal);
  if (others === undefined) patternsOf.set(literal, [pattern]);
  else others.push(pattern);
}

/** An option, a switch, a number of a port or what a shell puts in. */
const NO_PASSWORD = /^[-/$%]|^\d{1,5}$|^(?:env|file|fd|stdin|arg|prompt):/i;

/** Passwords among the arguments of programs: `zip -P …`, `net use … /user:`, `keytool -storepass`. */
export const commandPassword: Structure = {
  id: 'command-password',
  literals: [...patternsOf.keys()],
  findAt(text, at, onPassed) {
    // `unzip`, `gzip`: only the first takes one.
    const isUnzip = text.slice(at - 2, at + 4).toLowerCase() === 'unzip ';
    const isOption = text.charCodeAt(at) === 45 || text.startsWith('--', at - 2);
    if (!isOption && !isUnzip && /[\w-]/.test(text.charAt(at - 1))) return NOTHING;
    for (const [literal, patterns] of patternsOf) {
      if (text.slice(at, at + literal.length).toLowerCase() !== literal) continue;
      for (const pattern of patterns) {
        const value = valueAt(pattern, text, at);
        if (!value || NO_PASSWORD.test(value.value)) continue;
        return unlessExcluded(excludedPassword(value.value), 'login-password', value, 'context', onPassed);
      }
    }
    return NOTHING;
  },
};

/** What is written into a pipe: with a user before a colon for `chpasswd`. */
const ECHOED =
  /(?:echo|printf|Write-Output)[ \t](?:-[ne][ \t])?(["']?)((?:[^\s"'|]{1,64}:)?)([^\s"'|]{4,128}|(?<=["'])[^"'\r\n|]{4,128})\1[ \t]{0,3}\|[ \t]{0,3}([^\r\n|]{0,120})$/;

/** Passwords given to a program on its standard input: `echo user:… | chpasswd`, `echo … | sudo -S`. */
export const pipedPassword: Structure = {
  id: 'piped-password',
  literals: ['chpasswd', 'sudo -s', '--password-stdin', '--passphrase-fd 0', '--stdin'],
  findAt(text, at, onPassed) {
    const stretch = before(text, at, 340);
    const line = stretch.slice(stretch.lastIndexOf('\n') + 1);
    const pipe = line.lastIndexOf('|');
    if (pipe < 0) return NOTHING;
    const match = ECHOED.exec(line);
    const [, quote, user, password, program] = match ?? [];
    if (!match || user === undefined || password === undefined || program === undefined) return NOTHING;
    const users = /^chpasswd/i.test(text.slice(at, at + 8));
    if (users !== (user !== '')) {
      if (users) return NOTHING;
    }
    if (/^--stdin/i.test(text.slice(at, at + 7)) && !/passwd[ \t]{1,3}$/.test(program)) return NOTHING;
    const value = users ? password : user + password;
    const tail = match[0].lastIndexOf(value + (quote ?? ''), match[0].lastIndexOf('|'));
    const start = at - line.length + match.index + tail;
    const piece: Piece = { start, end: start + value.length, value };
    return unlessExcluded(excludedPassword(value), 'login-password', piece, 'context', onPassed);
  },
};

const SENT = /(send(?:_user|line)?[ \t](?:--[ \t])?")([^"\r\n\\$]{4,128})(?=\\[rn]|")/iy;

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
