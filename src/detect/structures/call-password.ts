import type { Context } from '../exclusions/exclusion.ts';
import {
  AS_PASSWORD,
  excludedBy,
  excludedIssued,
  excludedLogin,
  excludedPassword,
} from '../exclusions/exclusions.ts';
import { unlessExcluded } from '../exclusions/unless-excluded.ts';
import { passwordAmong } from './call-arguments.ts';
import { matchAt, NOTHING, lineBefore } from './reading.ts';
import type { Structure } from './structure.ts';

/** A string as an argument, the closing quote left out; its content is the last group. */
const STRING = String.raw`["'\`]([^"'\`\r\n\\$]{4,256})(?=["'\`])`;
const USER = String.raw`["'\`]([^"'\`\r\n]{1,80})["'\`],\s{0,8}(?:Some\()?`;

/** Calls whose arguments are so many others, a user and a password, as their manuals give them. */
const ARGUMENT = String.raw`(?:[^"'\`,()\r\n]{0,60}(?:\([^()\r\n]{0,60}\))?|["'\`][^"'\`\r\n]{0,160}["'\`])\s{0,4},\s{0,8}`;
const connects = (others: number, names: string): RegExp =>
  new RegExp(String.raw`((?:${names})\(\s{0,8}(?:${ARGUMENT}){${others}})${USER}${STRING}`, 'iy');
const CONNECTS: readonly RegExp[] = [
  connects(
    0,
    'login|auth\\.basic|authtokens\\.basic|wifi\\.begin|(?:wifi|wlan|sta)\\.connect|username_pw_set',
  ),
  connects(
    1,
    'login|mysqli_connect|new mysqli|mysql_connect|ftp_login|ssh2_auth_password|new pdo|imap_open|new sequelize|getconnection|dbi->connect|ftp(?:_tls)?|minio',
  ),
  connects(2, 'mysqli_real_connect|\\.connect|newdialer'),
  // The name of the network may be a variable.
  new RegExp(
    String.raw`((?:wifi\.begin|(?:wifi|wlan)\.connect)\(\s{0,8})([A-Za-z_][\w.()]{0,40}),\s{0,8}${STRING}`,
    'iy',
  ),
];

const LOGINS = new RegExp(
  String.raw`((?:setbasicauth|set_basic_auth|basic_auth|basicauth|httpbasicauth|httpdigestauth|digestauth|networkcredential|usernamepasswordcredentials|passwordcredentials|passwordauthentication(?:token)?|auth|credentials|basic|httpauth|login)(?:=\(|\s?=>?\s?[([]|:\s?[([]|\()\s{0,4})${USER}${STRING}`,
  'iy',
);

/** The password that a call takes after its user: `SetBasicAuth("svc", "…")`, `auth=("mira", "…")`. */
export const callPassword: Structure = {
  id: 'call-password',
  literals: [
    'mysqli_connect(',
    'new mysqli(',
    'mysqli_real_connect(',
    'mysql_connect(',
    'new sequelize(',
    'getconnection(',
    'dbi->connect(',
    'imap_open(',
    'new pdo(',
    'ftp_login(',
    'ssh2_auth_password(',
    'login(',
    '.connect(',
    'auth.basic(',
    'authtokens.basic(',
    'username_pw_set(',
    'newdialer(',
    'ftp(',
    'minio(',
    'ftp_tls(',
    'wifi.begin(',
    'wifi.connect(',
    'wlan.connect(',
    'basicauth(',
    'basic_auth(',
    'basic_auth=(',
    'digestauth(',
    'networkcredential(',
    'passwordcredentials(',
    'passwordauthentication(',
    'passwordauthenticationtoken(',
    ':connect(',
    '>connect(',
    '.connection(',
    '.plainauth(',
    'andpassword(',
    '>credentials(',
    '.auth(',
    '>auth(',
    'auth=(',
    'auth = (',
    'credentials(',
  ],
  findAt(text, at, onPassed) {
    // A literal may stand in the middle of the name: `SetBasicAuth(`, `UsernamePasswordCredentials(`.
    const from =
      /[.>]/.test(text.charAt(at)) && text.slice(at + 1, at + 5).toLowerCase() === 'auth' ? at + 1 : at;
    const match = firstAt(CONNECTS, text, from) ?? matchAt(LOGINS, text, from);
    const [all, , user, password] = match ?? [];
    const among = passwordAmong(text, text.indexOf('(', at), user, password);
    if (among)
      return unlessExcluded(excludedPassword(among.value), 'login-password', among, 'context', onPassed);
    if (all === undefined || user === undefined || password === undefined) return NOTHING;
    const start = from + all.length - password.length;
    const piece = { start, end: start + password.length };
    return unlessExcluded(excludedLogin(user, password), 'login-password', piece, 'context', onPassed);
  },
};

function firstAt(patterns: readonly RegExp[], text: string, at: number): RegExpExecArray | undefined {
  for (const pattern of patterns) {
    const match = matchAt(pattern, text, at);
    if (match) return match;
  }
  return undefined;
}

const CLAIMS = String.raw`(?:\{[^{}\r\n]{0,160}\}|[^"'\`,(){}\r\n]{1,80}(?:\([^()\r\n]{0,80}\))?[^"'\`,(){}\r\n]{0,40}|["'][\w-]{1,40}["'])\s{0,4},\s{0,8}`;
const SIGNS = new RegExp(
  String.raw`((?:(?:jwt\.(?:sign|verify|encode|decode)|createhmac|aes[._](?:en|de)crypt|create(?:de)?cipheriv|pgp_sym_(?:en|de)crypt)\(\s{0,8}${CLAIMS}|(?:hmac\.new|fernet|aes\.new|secretkeyspec|secretbox)\(\s{0,8})b?)${STRING}`,
  'iy',
);

/** Examples call theirs what they call a value given to a name. */
const AS_ARGUMENT: Context = { ...AS_PASSWORD, place: 'named', key: 'key' };

/** The key that a call signs or encrypts with: `jwt.sign(claims, "…")`, `createHmac('sha256', "…")`. */
export const signingKey: Structure = {
  id: 'signing-key',
  literals: [
    'jwt.sign(',
    'jwt.verify(',
    'jwt.encode(',
    'jwt.decode(',
    'createhmac(',
    'hmac.new(',
    'fernet(',
    'aes.new(',
    'secretkeyspec(',
    'secretbox(',
    'createcipheriv(',
    'createdecipheriv(',
    'aes.encrypt(',
    'aes.decrypt(',
    'aes_encrypt(',
    'aes_decrypt(',
    'pgp_sym_encrypt(',
    'pgp_sym_decrypt(',
  ],
  findAt(text, at, onPassed) {
    const [all, , key] = matchAt(SIGNS, text, at) ?? [];
    if (
      all === undefined ||
      key === undefined ||
      key.length < 8 ||
      /^\w{1,8}\d{3}$|^[a-z]+$|^[A-Z]+$|\s/.test(key)
    )
      return NOTHING;
    const start = at + all.length - key.length;
    const piece = { start, end: start + key.length };
    return unlessExcluded(excludedBy(key, AS_ARGUMENT), 'secret-value', piece, 'context', onPassed);
  },
};

const SECURE = new RegExp(
  String.raw`(convertto-securestring\s{1,4}(?:-(?:string|asplaintext|force)\s{1,4}){0,3})${STRING}`,
  'iy',
);
const HEADER = new RegExp(
  String.raw`(authenticationheadervalue\(\s{0,4}["']bearer["'],\s{0,4})${STRING}`,
  'iy',
);

/** `ConvertTo-SecureString "…"`, `new AuthenticationHeaderValue("Bearer", "…")`. */
export const callSecret: Structure = {
  id: 'call-secret',
  literals: ['convertto-securestring', 'authenticationheadervalue('],
  findAt(text, at, onPassed) {
    const secure = matchAt(SECURE, text, at);
    const value = (secure ?? matchAt(HEADER, text, at))?.[2];
    const all = (secure ?? matchAt(HEADER, text, at))?.[0];
    if (value === undefined || all === undefined) return NOTHING;
    const start = at + all.length - value.length;
    const why = secure ? excludedPassword(value) : excludedIssued(value);
    return unlessExcluded(why, 'login-password', { start, end: start + value.length }, 'context', onPassed);
  },
};

const TYPED = new RegExp(
  String.raw`((?:fill|fill_in|type|send_keys|sendkeys|settext|typetext|setvalue|entertext|input_text)[( ]\s{0,4}(?:["'\`]([^\r\n]{1,100}?)["'\`],\s{0,4}(?:with:\s{0,2})?)?)${STRING}(?=.\s{0,4}(?:[,)\r\n]|$))`,
  'iy',
);
const PASSWORD_FIELD = /passw|pwd|kennwort|contrase|passphrase|\bpin\b/i;
/** What is said about the field or pressed in it. */
const NO_PASSWORD = /^\{|[{}]|^(?:Key|Enter|Tab)|passw|wrong|invalid|incorrect|^(?:short|weak|bad|long|too)/i;

/** What a browser test types into the field of a password: `page.fill('#password', '…')`. */
export const typedPassword: Structure = {
  id: 'typed-password',
  literals: [
    'fill_in ',
    '.fill(',
    '.type(',
    '.send_keys(',
    '.sendkeys(',
    '.setvalue(',
    '.typetext(',
    '.settext(',
  ],
  findAt(text, at, onPassed) {
    const line = lineBefore(text, at, 160);
    const from = text[at] === '.' ? at + 1 : at;
    const match = matchAt(TYPED, text, from);
    const [all, , field, value] = match ?? [];
    if (all === undefined || value === undefined || NO_PASSWORD.test(value)) return NOTHING;
    if (!PASSWORD_FIELD.test(field ?? line.slice(line.lastIndexOf(';') + 1))) return NOTHING;
    if (!/[\d!#$%&*+@-]/.test(value) || /\s/.test(value)) return NOTHING;
    const start = from + all.length - value.length;
    const piece = { start, end: start + value.length };
    return unlessExcluded(excludedPassword(value), 'login-password', piece, 'context', onPassed);
  },
};

const INSERT =
  /insert\s{1,4}(?:ignore\s{1,4})?into\s{1,4}[\w."`[\]]{1,80}\s{0,4}\(([\w\s,."`[\]]{1,300})\)\s{0,8}values\s{0,4}\(/iy;
const ITEM =
  /\s{0,8}(?:N?'((?:[^'\r\n\\]|''|\\.){0,256})'|([^\s,'()]{1,80}(?:\([^()'\r\n]{0,80}\))?))\s{0,4}(,|\))/y;

/** The value of a password's column: `INSERT INTO users (name, password) VALUES ('mira', '…')`. */
export const insertedPassword: Structure = {
  id: 'inserted-password',
  literals: ['insert into', 'insert ignore into'],
  findAt(text, at, onPassed) {
    const match = matchAt(INSERT, text, at);
    const columns = match?.[1];
    if (!match || columns === undefined) return NOTHING;
    const wanted = columns
      .split(',')
      .findIndex((name) =>
        /^[\s"`[]*(?:\w{1,20}_)?(?:password|passwd|pwd|pass|passwort)[\s"`\]]*$/i.test(name),
      );
    let next = at + match[0].length;
    for (let column = 0; wanted >= 0 && column <= wanted; column++) {
      const item = matchAt(ITEM, text, next);
      if (!item) return NOTHING;
      if (column === wanted) {
        const value = item[1];
        if (value === undefined || value.length < 4 || /^(?:\$|[0-9a-f]{32,128}$)/i.test(value))
          return NOTHING;
        const start = next + item[0].indexOf("'") + 1;
        const piece = { start, end: start + value.length };
        return unlessExcluded(excludedPassword(value), 'login-password', piece, 'context', onPassed);
      }
      next += item[0].length;
    }
    return NOTHING;
  },
};
