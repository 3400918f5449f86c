import { excludedPassword } from '../exclusions/exclusions.ts';
import { TOO_WEAK } from '../exclusions/passed.ts';
import { unlessExcluded } from '../exclusions/unless-excluded.ts';
import { before, hit, matchAt, NOTHING } from './reading.ts';
import type { Structure } from './structure.ts';

const B64 = '[A-Za-z0-9./]';

/** The grammars of `crypt` and of what frameworks write, each from its first character on. */
const GRAMMARS: readonly RegExp[] = [
  new RegExp(String.raw`\$2[abxy]\$\d\d\$${B64}{53}(?!${B64})`, 'y'),
  /\$argon2(?:id|i|d)\$(?:v=\d{1,3}\$)?m=\d{1,9},t=\d{1,6},p=\d{1,4}\$[A-Za-z0-9+/]{8,100}={0,2}\$[A-Za-z0-9+/]{16,200}={0,2}/y,
  new RegExp(String.raw`\$6\$(?:rounds=\d{1,9}\$)?${B64}{1,16}\$${B64}{86}(?!${B64})`, 'y'),
  new RegExp(String.raw`\$5\$(?:rounds=\d{1,9}\$)?${B64}{1,16}\$${B64}{43}(?!${B64})`, 'y'),
  new RegExp(String.raw`\$(?:1|apr1)\$${B64}{1,8}\$${B64}{22}(?!${B64})`, 'y'),
  new RegExp(String.raw`\$y\$${B64}{1,8}\$${B64}{8,86}\$${B64}{43}(?!${B64})`, 'y'),
  new RegExp(String.raw`\$7\$${B64}{11,120}\$${B64}{43}(?!${B64})`, 'y'),
  new RegExp(String.raw`\$[PH]\$${B64}{31}(?!${B64})`, 'y'),
  /\$scrypt\$ln=\d{1,2},r=\d{1,4},p=\d{1,4}\$[A-Za-z0-9+/]{8,100}={0,2}\$[A-Za-z0-9+/]{16,200}={0,2}/y,
  /\$pbkdf2(?:-sha(?:1|256|512))?\$\d{1,9}\$[A-Za-z0-9./+]{8,100}={0,2}\$[A-Za-z0-9./+]{20,200}={0,2}/y,
  /pbkdf2_sha(?:1|256|512)\$\d{1,9}\$[A-Za-z0-9+/=_-]{1,100}\$[A-Za-z0-9+/]{27,200}={0,2}/y,
  /pbkdf2:sha(?:1|256|512):\d{1,9}\$[A-Za-z0-9]{4,64}\$[0-9a-f]{40,128}(?![0-9a-f])/y,
  /scrypt:\d{1,9}:\d{1,4}:\d{1,4}\$[A-Za-z0-9]{4,64}\$[0-9a-f]{64,128}(?![0-9a-f])/y,
  /bcrypt_sha256\$\$2[abxy]\$\d\d\$[A-Za-z0-9./]{53}/y,
  /\{SSHA(?:256|384|512)?\}[A-Za-z0-9+/]{32,120}={0,2}/iy,
  /\{SHA(?:256|384|512)?\}[A-Za-z0-9+/]{27,90}={0,2}/iy,
  /\{SMD5\}[A-Za-z0-9+/]{24,40}={0,2}/iy,
  /\{PBKDF2(?:-SHA(?:1|256|512))?\}\d{1,9}\$[A-Za-z0-9./+]{8,100}\$[A-Za-z0-9./+]{20,120}={0,2}/iy,
  /SCRAM-SHA-256\$\d{1,7}:[A-Za-z0-9+/]{16,64}={0,2}\$[A-Za-z0-9+/]{43}=:[A-Za-z0-9+/]{43}=/y,
];

const NO_GRAMMARS: readonly RegExp[] = [];

/** The grammars by what may stand at their second character, in lower case. */
const BY_SECOND: ReadonlyMap<string, readonly RegExp[]> = new Map(
  [...'2a6517yphsbc'].map((second) => [
    second,
    GRAMMARS.filter(({ source }) => {
      const literal = source
        .replace(/\\(?=[${}])/g, '')
        .replace(/^\$\(\?:1\|apr1\)/, '$1a')
        .toLowerCase();
      return (
        literal[1] === second ||
        (literal.startsWith('$1a') && second === 'a') ||
        (literal.startsWith('$[ph]') && 'ph'.includes(second))
      );
    }),
  ]),
);

/** Hashes of passwords, as databases, `/etc/shadow` and `.htpasswd` hold them: the hash, without the name. */
export const passwordHash: Structure = {
  id: 'password-hash',
  literals: [
    '$2a$',
    '$2b$',
    '$2x$',
    '$2y$',
    '$argon2',
    '$6$',
    '$5$',
    '$1$',
    '$apr1$',
    '$y$',
    '$7$',
    '$p$',
    '$h$',
    '$scrypt$',
    '$pbkdf2',
    'pbkdf2_sha',
    'pbkdf2:sha',
    'scrypt:',
    'bcrypt_sha256$',
    '{ssha',
    '{sha',
    '{smd5}',
    '{pbkdf2',
    'scram-sha-256$',
  ],
  findAt(text, at, onPassed) {
    // By the second character alone all but a few are out; a text may be full of `$1$`.
    const second = text[at + 1]?.toLowerCase() ?? '';
    for (const grammar of BY_SECOND.get(second) ?? NO_GRAMMARS) {
      const hash = matchAt(grammar, text, at)?.[0];
      if (hash === undefined) continue;
      const rest = hash.slice(hash.lastIndexOf('$') + 1);
      const filledIn = new Set(rest).size < 8 || /^(.)\1{7}/.test(rest);
      const why = excludedPassword(hash) ?? (filledIn ? TOO_WEAK : undefined);
      return unlessExcluded(why, 'password-hash', { start: at, end: at + hash.length }, 'shape', onPassed);
    }
    return NOTHING;
  },
};

const PWDUMP = /[^\s:]{1,64}:\d{1,10}:([0-9a-f]{32}:[0-9a-f]{32})$/i;
/** Of the empty password. */
const EMPTY = /31d6cfe0d16ae931b73c59d7e0c089c0$/i;
const NT =
  /((?:ntlm|nthash|nt_hash|ntlm_hash|ntlmhash|nt-hash)(?:[ _-]?hash)?["']?[ \t]{0,4}[:=][ \t]{0,4}["']?)((?:[0-9a-f]{32}:)?[0-9a-f]{32})(?![0-9a-z])/iy;

/** NTLM hashes: a line of a dump of accounts, or one that is called so. */
export const ntlmHash: Structure = {
  id: 'ntlm-hash',
  literals: [':::', 'ntlm', 'nthash', 'nt_hash'],
  findAt(text, at) {
    if (text.startsWith(':::', at)) {
      const hashes = PWDUMP.exec(before(text, at, 160))?.[1];
      if (hashes === undefined || EMPTY.test(hashes)) return NOTHING;
      return [hit('password-hash', { start: at - hashes.length, end: at }, 'shape')];
    }
    const match = matchAt(NT, text, at);
    const hash = match?.[2];
    if (!match || hash === undefined || new Set(hash).size < 8) return NOTHING;
    const start = at + (match[1]?.length ?? 0);
    return [hit('password-hash', { start, end: start + hash.length }, 'context')];
  },
};
