import { isChosen } from '../context/chosen.ts';
import { excludedPassword } from '../exclusions/exclusions.ts';
import type { OnPassed } from '../exclusions/passed.ts';
import { unlessExcluded } from '../exclusions/unless-excluded.ts';
import { lineBefore, NOTHING, valueAt } from './reading.ts';
import type { Structure, StructureHit } from './structure.ts';

const ALONE = String.raw`([^"'\`\r\n\\$]{4,256})(?=["'\`]\s{0,4}\))`;
const AUTH = new RegExp(String.raw`(auth\(\s{0,4}["'\`])${ALONE}`, 'iy');

/** What is given alone to the command of Redis and its like, `client.auth("…")`; methods and services are words. */
export const authPassword: Structure = {
  id: 'auth-password',
  literals: ['.auth(', ':auth(', '>auth('],
  findAt(text, found, onPassed) {
    const at = found + 1;
    const value = valueAt(AUTH, text, at);
    if (!value || !(/\d/.test(value.value) || isChosen(value.value))) return NOTHING;
    return unlessExcluded(excludedPassword(value.value), 'login-password', value, 'context', onPassed);
  },
};

const HASHES = new RegExp(
  String.raw`((?:bcrypt\.(?:compare|hash|hashpw|checkpw|verify)(?:sync)?|password_(?:hash|verify)|(?:check|generate)_password_hash|argon2\.(?:hash|verify))\(\s{0,4}b?["'\`])([^"'\`\r\n\\$]{6,128})(?=["'\`])`,
  'iy',
);

/** The password that is hashed or compared with a hash: `bcrypt.compare("…", hash)`. */
export const hashedPassword: Structure = {
  id: 'hashed-password',
  literals: ['bcrypt.', 'password_hash(', 'password_verify(', 'argon2.'],
  findAt(text, found, onPassed) {
    const lead = /(?:check_|generate_)$/.exec(text.slice(Math.max(0, found - 9), found))?.[0] ?? '';
    const value = valueAt(HASHES, text, found - lead.length);
    if (
      !value ||
      !/[\d!#$%&*+=@^~-]/.test(value.value) ||
      /\s|^(?:sha|md5|bcrypt|argon|pbkdf|scrypt)/i.test(value.value)
    )
      return filtered(text, found, onPassed);
    return unlessExcluded(excludedPassword(value.value), 'login-password', value, 'context', onPassed);
  },
};

const FILTERED = /["']([^"'\r\n\\$]{6,128})["'][ \t]?\|[ \t]?$/;

/** What a template's filter hashes: `'…' | password_hash('sha512')`. */
function filtered(text: string, at: number, onPassed: OnPassed | undefined): readonly StructureHit[] {
  const line = lineBefore(text, at, 140);
  const match = FILTERED.exec(line);
  const value = match?.[1];
  if (!match || value === undefined || !/[\d!#$%&*+=@^~-]/.test(value)) return NOTHING;
  const start = at - line.length + match.index + 1;
  const piece = { start, end: start + value.length };
  return unlessExcluded(excludedPassword(value), 'login-password', piece, 'context', onPassed);
}

const UNLOCKS =
  /((?:\.load|\.init|\.setEntry|\.setKeyEntry|\.getKey|KeySpec|PasswordProtection|\.store|\.unlock|PasswordAuthentication|\.getEntry|\.setPassword|\.password)\([^\r\n"]{0,80}(?:"[^"\r\n]{0,80}"[^\r\n"]{0,40})?")([^"\r\n\\]{5,128})$/;

/** The characters of a key store's password: `ks.load(in, "…".toCharArray())`. */
export const unlockingPassword: Structure = {
  id: 'unlocking-password',
  literals: ['".tochararray('],
  findAt(text, at, onPassed) {
    const line = lineBefore(text, at, 300);
    const value = UNLOCKS.exec(line)?.[2];
    if (value === undefined) return NOTHING;
    const piece = { start: at - value.length, end: at };
    return unlessExcluded(excludedPassword(value), 'login-password', piece, 'context', onPassed);
  },
};
