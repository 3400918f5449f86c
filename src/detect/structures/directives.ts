import type { Row } from './worded-row.ts';

/** A digit or a sign, by which a password is told from what a manual says about the directive. */
const MIXED = String.raw`(?=[^\s"']{0,64}[\d!#$%&*+=@^~-])`;
const END = String.raw`(?=["']?[ \t]{0,4}(?:[\r\n]|$))`;

const row = (id: string, literals: readonly string[], pattern: RegExp, kind = 'login-password'): Row => ({
  id,
  kind,
  literals,
  pattern,
  made: 'by-people',
});

/** Secrets in the files of servers and devices, where a blank stands between a directive and its value. */
export const DIRECTIVES: readonly Row[] = [
  row(
    'directory-password',
    ['bindpw ', 'rootpw ', 'rootpw: ', 'bind_pw ', 'authtok ', 'rootpwmod'],
    new RegExp(
      String.raw`((?:bind_?pw|(?:olc)?rootpw(?:mod\w{1,4})?:?|(?:ldap_default_)?authtok)[ \t]{1,16}(?:=[ \t]{0,4})?["']?)${MIXED}([^\s"'=:({][^\s"']{3,127})`,
      'iy',
    ),
  ),
  row(
    'statistics-login',
    ['stats auth '],
    new RegExp(String.raw`(stats auth[ \t]{1,4}[^\s:]{1,64}:)([^\s"']{4,128})${END}`, 'iy'),
  ),
  row(
    'cache-user',
    [' on >'],
    /( on >)([^\s"'<>]{6,128})(?=[ \t]{1,2}(?:[~%][^\s]|[+-]@?[a-z]|&\*|all(?:keys|commands|channels)))/iy,
  ),
  row(
    'relay-login',
    [']:587 ', ']:465 ', ']:25 ', ']:2525 '],
    new RegExp(String.raw`(\]:\d{2,4}[ \t]{1,16}[^\s:]{1,80}:)([^\s"']{4,128})${END}`, 'y'),
  ),
  row('plain-scheme', ['{plain}'], /(\{PLAIN\})([^\s"':{}]{4,128})(?=[\s"':]|$)/iy),
  row(
    'wireless-code',
    ['wifi:'],
    /(WIFI:(?:[A-OQ-Z]:(?:\\.|[^;\\\r\n]){0,64};){0,4}P:)((?:\\.|[^;\\\r\n]){8,63})(?=;)/iy,
    'password',
  ),
  row(
    'router-user',
    ['username '],
    new RegExp(
      String.raw`(username[ \t][\w.@-]{1,64}[ \t](?:(?:privilege[ \t]\d{1,2}|role[ \t][\w-]{1,32}|algorithm-type[ \t]\w{1,12})[ \t]){0,3}(?:secret|password)[ \t])${MIXED}([^\s"']{6,128})${END}`,
      'iy',
    ),
  ),
  row(
    'tunnel-peer-key',
    ['isakmp key '],
    new RegExp(
      String.raw`(isakmp key (?:[06] )?)${MIXED}([^\s"']{6,128})(?= (?:address|hostname|ipv6)\b)`,
      'iy',
    ),
  ),
  row(
    'tunnel-login',
    ['<auth-user-pass>'],
    /(<auth-user-pass>\s{1,8}[^\r\n<]{1,64}\r?\n[ \t]{0,8})([^\r\n<]{4,128})(?=\r?\n\s{0,8}<\/auth)/iy,
  ),
  {
    id: 'ansible-vault',
    kind: 'encryption-key',
    literals: ['$ansible_vault;'],
    pattern:
      /(\$ANSIBLE_VAULT;1\.[0-9];AES(?:256)?(?:;[\w.-]{1,64})?(?:\s{1,40}|\\n))((?:[0-9a-f]{16,80}(?:\s{1,40}|\\n)){0,2000}[0-9a-f]{4,80})(?![0-9a-f])/y,
    made: 'by-machine',
  },
];
