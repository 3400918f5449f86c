import { excludedPassword } from '../exclusions/exclusions.ts';
import { unlessExcluded } from '../exclusions/unless-excluded.ts';
import { NOTHING, valueAt } from './reading.ts';
import type { Structure } from './structure.ts';

/** A name in a directory as the first string, by which it is told from all else that is bound: events, keys, sockets. */
const BINDS =
  /((?:ldap_bind\(\s{0,4}[^"'(),\r\n]{1,60},|bind(?:_s)?\()\s{0,8}["'`](?:cn|uid|dc|ou|[a-z]{1,20})=[^"'`\r\n]{1,160}["'`],\s{0,8}["'`])([^"'`\r\n\\$]{4,256})(?=["'`])/iy;

/** The password a program binds to a directory with: `ldap_bind($ldap, "cn=…", "…")`, `simple_bind_s('uid=…', '…')`. */
export const directoryLogin: Structure = {
  id: 'directory-login',
  literals: ['ldap_bind(', 'bind_s(', 'bind("', "bind('"],
  findAt(text, at, onPassed) {
    const value = valueAt(BINDS, text, at);
    if (!value) return NOTHING;
    return unlessExcluded(excludedPassword(value.value), 'login-password', value, 'context', onPassed);
  },
};
