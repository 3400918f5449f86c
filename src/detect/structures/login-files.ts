import { excludedIssued, excludedLogin, excludedPassword } from '../exclusions/exclusions.ts';
import { unlessExcluded } from '../exclusions/unless-excluded.ts';
import { decodeBase64, decodeLogin } from './base64.ts';
import { lengthInLine } from './escaped-line.ts';
import { after, lineAfter, lineBefore, matchAt, NOTHING, valueAt } from './reading.ts';
import type { Structure } from './structure.ts';

const DOCKER_AUTH =
  /(\\{0,3}["']auth\\{0,3}["']\s{0,4}:\s{0,4}\\{0,3}["'])([A-Za-z0-9+/]{8,4096}={0,2})(?=\\{0,3}["'])/iy;
const IDENTITY_TOKEN =
  /(\\{0,3}["'](?:identity|registry)token\\{0,3}["']\s{0,4}:\s{0,4}\\{0,3}["'])([^\s"'\\]{8,4096})/iy;

/** Logins of a container registry as Docker keeps them: base64 of `user:password`. */
export const dockerAuth: Structure = {
  id: 'docker-auth',
  literals: ['"auth"', '\\"auth\\"', '"identitytoken"', '"registrytoken"'],
  findAt(text, at, onPassed) {
    const token = valueAt(IDENTITY_TOKEN, text, at);
    if (token) {
      const why = excludedIssued(token.value);
      return unlessExcluded(why, 'registry-login', token, 'context', onPassed);
    }
    const auth = valueAt(DOCKER_AUTH, text, at);
    const login = auth && decodeLogin(auth.value);
    if (!auth || !login) return NOTHING;
    const why = excludedLogin(login.user, login.password);
    return unlessExcluded(why, 'registry-login', auth, 'check', onPassed);
  },
};

const NPMRC = /((?:_authToken|_auth|_password)[ \t]{0,4}=[ \t]{0,4}["']?)([^\s"'\\;#]{6,4096})/iy;

/** Tokens and passwords of an npm registry in `.npmrc`. */
export const npmrc: Structure = {
  id: 'npmrc',
  literals: ['_authtoken', '_auth=', '_auth =', '_password=', '_password ='],
  findAt(text, at, onPassed) {
    if (!/(?:^|[\s"'`:])$/.test(text.slice(Math.max(0, at - 1), at))) return NOTHING;
    const value = valueAt(NPMRC, text, at);
    if (!value) return NOTHING;
    let why = excludedPassword(value.value);
    if (!/^_authToken/i.test(text.slice(at, at + 10))) {
      // Both are base64: of `user:password`, and of the password.
      const decoded = decodeBase64(value.value);
      if (decoded === undefined || !/^[\x20-\x7e]+$/.test(decoded)) return NOTHING;
      const colon = decoded.indexOf(':');
      why ??= excludedLogin(decoded.slice(0, Math.max(0, colon)), decoded.slice(colon + 1));
    }
    return unlessExcluded(why, 'npm-token', value, 'context', onPassed);
  },
};

const NETRC =
  /((?:machine[ \t]{1,8}[\w.:-]{1,255}|default)\s{1,40}(?:(?:login|user)\s{1,8}([^\s"']{1,255})\s{1,40})?(?:account\s{1,8}\S{1,255}\s{1,40})?password\s{1,8}["']?)([^\s"']{2,1024})/iy;

/** Passwords of a `.netrc` file, in one line a machine or over several. */
export const netrc: Structure = {
  id: 'netrc',
  literals: ['machine ', 'default login'],
  findAt(text, at, onPassed) {
    const match = matchAt(NETRC, text, at);
    const [, lead, user = '', password] = match ?? [];
    if (lead === undefined || password === undefined) return NOTHING;
    const start = at + lead.length;
    const value = password.slice(0, lengthInLine(text, start, password));
    const piece = { start, end: start + value.length };
    return unlessExcluded(excludedLogin(user, value), 'login-password', piece, 'context', onPassed);
  },
};

const PGPASS_HOST = /(?:^|[\s"'>])(?:[\w.-]{1,253}|\*|\/[\w./-]{1,120})$/;
const PGPASS =
  /(:(?:\d{4,5}|\*):(?:[\w-]{1,63}|\*):([\w.@-]{1,63}|\*):)((?:\\[:\\]|[^\s:"'\\]){2,256})(?=[\s"']|$)/y;

/** Passwords of a `.pgpass` file: `host:port:database:user:password`. */
export const pgpass: Structure = {
  id: 'pgpass',
  literals: [':5432:', ':5433:', ':5434:', ':5439:', ':6432:', ':6543:', ':26257:', ':*:'],
  findAt(text, at, onPassed) {
    const match = matchAt(PGPASS, text, at);
    const [, lead, user, password] = match ?? [];
    if (lead === undefined || user === undefined || password === undefined) return NOTHING;
    if (!PGPASS_HOST.test(lineBefore(text, at, 256))) return NOTHING;
    const start = at + lead.length;
    const piece = { start, end: start + password.length };
    return unlessExcluded(excludedLogin(user, password), 'login-password', piece, 'context', onPassed);
  },
};

const SECTION =
  /(\[[\w.-]{2,40}\][ \t]{0,8}(?:\r?\n[ \t]{0,8}(?!password)[A-Za-z_.-]{2,40}[ \t]{0,4}[=:][^\r\n]{0,200}|\r?\n){0,12}\r?\n[ \t]{0,8}password[ \t]{0,4}[=:][ \t]{0,4})([^\s"']{4,1024})/iy;

/** The password of an index in `.pypirc`. */
export const pypirc: Structure = {
  id: 'pypirc',
  literals: ['[pypi]', '[testpypi]', '[pypitest]', '[server-login]', '[private]', '[internal]'],
  findAt(text, at, onPassed) {
    const value = valueAt(SECTION, text, at);
    if (!value) return NOTHING;
    return unlessExcluded(excludedPassword(value.value), 'login-password', value, 'context', onPassed);
  },
};

const XML = /(<(password|passphrase|privatekeypassphrase)>\s{0,16})([^<>\r\n]{2,256}?)(?=\s{0,16}<\/\2>)/iy;

/** Passwords in Maven's `settings.xml` and other XML; what Maven encrypted, in braces, stays. */
export const xmlPassword: Structure = {
  id: 'xml-password',
  literals: ['<password>', '<passphrase>'],
  findAt(text, at, onPassed) {
    const match = matchAt(XML, text, at);
    const [, lead, , value] = match ?? [];
    if (lead === undefined || value === undefined) return NOTHING;
    const start = at + lead.length;
    const why = excludedPassword(value) ?? (/^\{.*\}$/.test(value) ? 'ciphertext' : undefined);
    return unlessExcluded(why, 'login-password', { start, end: start + value.length }, 'context', onPassed);
  },
};

const NUGET = /(ClearTextPassword["']\s{1,8}value=["'])([^"'\r\n]{2,512})/iy;

/** Clear text passwords of package sources in `nuget.config`. */
export const nugetPassword: Structure = {
  id: 'nuget-password',
  literals: ['cleartextpassword'],
  findAt(text, at, onPassed) {
    const value = valueAt(NUGET, text, at);
    if (!value) return NOTHING;
    return unlessExcluded(excludedPassword(value.value), 'login-password', value, 'context', onPassed);
  },
};

const GRADLE = /([\w.]{0,40}?password[ \t]{0,4}(?:=|:[ \t])[ \t]{0,4}["']?)([^\s"'()]{4,256})/iy;

/** Passwords of stores, signing keys and repositories in `gradle.properties` and build scripts. */
export const gradlePassword: Structure = {
  id: 'gradle-password',
  literals: [
    'signing.password',
    'ossrhpassword',
    'storepassword',
    'keypassword',
    'store_password',
    'key_password',
    'sonatypepassword',
    'nexuspassword',
    'mavenpassword',
    'artifactory_password',
    'artifactorypassword',
    'repopassword',
  ],
  findAt(text, at, onPassed) {
    const value = valueAt(GRADLE, text, at);
    if (!value) return NOTHING;
    // In code, a name or a call stands there; in properties the value ends its line.
    const quoted = /["']$/.test(text.slice(at, value.start));
    const rest = lineAfter(text, value.end, 40);
    if (!quoted && (rest.trim() !== '' || !/[0-9!@#$%^&*]/.test(value.value))) return NOTHING;
    if (/^[=:]/.test(after(text, value.end, 1))) return NOTHING;
    return unlessExcluded(excludedPassword(value.value), 'login-password', value, 'context', onPassed);
  },
};
