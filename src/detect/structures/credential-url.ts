import { isIssued } from '../context/unlike-words.ts';
import { excludedIssued, excludedLogin } from '../exclusions/exclusions.ts';
import { unlessExcluded } from '../exclusions/unless-excluded.ts';
import { lengthOfEscaped } from './escaped-line.ts';
import { after, before, endOfMatch, matchAt, NOTHING } from './reading.ts';
import type { Structure, StructureHit } from './structure.ts';

const DATABASES =
  /^(?:postgres(?:ql)?|postgis|pgx?|mysqlx?|mysql2|mariadb|mongodb|rediss?|valkeys?|amqps?|mssql|sqlserver|oracle|oracledb|db2|clickhouses?|cockroach(?:db)?|crdb|snowflake|redshift|trino|presto|vertica|teradata|sqlite|cassandra|scylla|couchdbs?|couchbases?|neo4j|bolt|influxdb|elasticsearch|opensearch|nats|kafka|stomps?|memcached|libsql|turso|databricks|bigquery|hive|firebird|sybase|ldaps?|arangodb|questdb|timescale(?:db)?)(?:\+[a-z0-9_+-]{1,30})?$/;

const OF_JDBC = /^jdbc:/i;
const COLON = 58;

const SCHEME = /(?<![A-Za-z0-9+.])(?:jdbc:)?[A-Za-z][A-Za-z0-9+.-]{1,40}$/;

/** The user of a login: up to the first colon, may be empty (Redis). */
const USER = /[^\s:/?#@"'`<>\\]{0,256}/y;
const USER_BY_REFERENCE = /(?:\$\{[^{}\s]{1,80}\}|\{\{[^{}]{1,80}\}\}|<[^<>\s]{1,80}>)/y;
/** The longest URL looked at from its user on, in UTF-16 code units. */
const LONGEST = 2048;
/** The rest of a URL in quotes, and of one that stands free in a text. */
const REST = /[^\s"`<>\\]{1,2048}/y;
const QUOTED = { '"': /[^\s"\\]{1,2048}/y, "'": /[^\s'\\]{1,2048}/y, '`': /[^\s`]{1,2048}/y } as const;

/** A host behind the last `@`, or what stands in for one. */
const HOST =
  /(?:[A-Za-z0-9_\u0080-\uffff][\w.\u0080-\uffff-]{0,252}|\[[0-9A-Fa-f:.%]{2,60}\]|[$#]?\{{1,2}[^{}]{1,80}\}{1,2}|\$[A-Za-z_]\w{0,60}|%\w|<[^<>]{1,80}>|(?:tcp|unix)\()/y;

const OPENING: Readonly<Record<string, string>> = { ')': '(', ']': '[', '}': '{' };

/** Where a URL that began at some place ends: without the punctuation and brackets of the sentence around it. */
function trimmed(url: string): number {
  let end = url.length;
  for (; end > 0; end--) {
    const last = url[end - 1] ?? '';
    if (".,;:!?*_|'".includes(last)) continue;
    const opening = OPENING[last];
    if (opening === undefined) break;
    const inside = url.slice(0, end);
    if (inside.split(opening).length >= inside.split(last).length) break;
  }
  return end;
}

/**
 * Offset of the `@` before the host in what follows a user's colon; -1 where there is none. Passwords hold `@` and,
 * in what people paste, `/`, `?` and `#`; the last `@` of the authority is the one, and only where the authority
 * has none, one behind a slash.
 * @param strict whether a slash ends the authority in any case
 */
function atOf(rest: string, strict: boolean): number {
  const authority = rest.search(BEHIND_AUTHORITY);
  const within = authority < 0 ? rest : rest.slice(0, authority);
  const plain = within.lastIndexOf('@');
  if (plain >= 0) return endOfMatch(HOST, rest, plain + 1) === undefined ? -1 : plain;
  if (strict || /^\d{1,5}$/.test(within)) return -1;
  const loose = rest.lastIndexOf('@', 512);
  return loose >= 0 && endOfMatch(HOST, rest, loose + 1) !== undefined ? loose : -1;
}

const BEHIND_AUTHORITY = /[/?#]/;

/** Password among the parameters of a URL: `?user=u&password=p`, `;password=p`. */
const PARAMETER =
  /[?&;](?:password|pwd|passwd|secret|accessToken|private_key_pwd|sslpassword)=([^&;\s]{1,256})/i;
const USER_PARAMETER = /[?&;](?:user|username|uid)=([^&;\s]{1,256})/i;

/** A scheme, without the letter of an escape that stands before it: `\npostgres://…`. */
function schemeOf(text: string, at: number, word: string): string {
  const escaped = lengthOfEscaped(text, at - word.length, word);
  if (escaped === 0) return word;
  const behind = word.slice(escaped);
  // There are such that begin with one of those letters: `\rediss://` is no line that begins with `ediss`.
  return DATABASES.test(word.toLowerCase()) && !DATABASES.test(behind.toLowerCase()) ? word : behind;
}

/** Whether a web address goes on to its path without a login: almost every URL does, so it is asked first. */
function isPlainWebAddress(text: string, at: number): boolean {
  if (!text.startsWith('http', at - 4) && !text.startsWith('https', at - 5)) return false;
  for (let i = at + 3; i < at + 67; i++) {
    const code = text.charCodeAt(i);
    // A colon, a sign or a reference may be part of a login.
    if (code === 58 || code === 64 || code === 36 || code === 123) return false;
    // The end of the text, white space and the slash end the host.
    if (Number.isNaN(code) || code === 47 || code <= 32) return true;
  }
  return false;
}

/** Whether what stands for a user is nobody's name but what a machine gave out: `https://8f2K…@git.corp.io`. */
function isToken(text: string, at: number, user: string): boolean {
  return user.length >= 20 && text[at + user.length] === '@' && isIssued(user);
}

/** The public key of an error report's address, which every page shows. */
const REPORTS = /^[0-9a-f]{32}@[^/\s]{1,200}\/\d{1,20}(?!\w)/;

/** A URL whose user is a token: whole, as those with a password. */
function tokenAsUser(text: string, at: number, scheme: string, user: string): readonly StructureHit[] {
  const from = at + 3;
  const url = matchAt(REST, text, from)?.[0] ?? '';
  if (REPORTS.test(url) || endOfMatch(HOST, url, user.length + 1) === undefined) return NOTHING;
  const piece = { start: at - scheme.length, end: from + trimmed(url.split(/['|]/, 1)[0] ?? '') };
  return unlessExcluded(excludedIssued(user), 'basic-auth-url', piece, 'shape', undefined);
}

/** URLs with a login in front of their host or a password among their parameters: the whole URL. */
export const credentialUrl: Structure = {
  id: 'credential-url',
  literals: ['://'],
  // Almost every URL is one.
  bounds: () => ({ noWebAddress: true }),
  findAt(text, at, onPassed) {
    if (isPlainWebAddress(text, at)) return NOTHING;
    const stretch = before(text, at, 48);
    const place = stretch.search(SCHEME);
    if (place < 0) return NOTHING;
    const scheme = schemeOf(text, at, stretch.slice(place));
    const database = OF_JDBC.test(scheme) || DATABASES.test(scheme.toLowerCase());
    const userAt = at + 3;
    const userEnd = endOfMatch(USER_BY_REFERENCE, text, userAt) ?? endOfMatch(USER, text, userAt) ?? userAt;
    const user = text.slice(userAt, userEnd);
    const login = text.charCodeAt(userEnd) === COLON;
    // The host of an ordinary address: almost every URL ends here.
    if (!login && !database)
      return isToken(text, userAt, user) ? tokenAsUser(text, at, scheme, user) : NOTHING;

    const ahead = after(text, userAt, LONGEST);
    if (!ahead.includes('@') && !(database && ahead.includes('='))) return NOTHING;

    const start = at - scheme.length;
    const quote = text[start - 1] ?? '';
    const pattern = quote === '"' || quote === "'" || quote === '`' ? QUOTED[quote] : REST;
    let all = matchAt(pattern, text, userAt)?.[0] ?? '';
    // A second address before any `@`: what follows is not this one's.
    const second = all.indexOf('://');
    const firstAt = all.indexOf('@');
    if (second >= 0 && (firstAt < 0 || second < firstAt)) {
      if (!database) return NOTHING;
      all = all.slice(0, second);
    }
    const end = userAt + trimmed(all);
    const whole = { start, end };
    const kind = database ? 'database-url' : 'basic-auth-url';

    if (login) {
      const rest = all.slice(user.length + 1);
      const sign = atOf(rest, !database);
      const password = rest.slice(0, Math.max(0, sign));
      if (sign > 0 && (database || !/['|]/.test(password) || quote === '"'))
        return unlessExcluded(excludedLogin(user, password), kind, whole, 'shape', onPassed);
    }
    if (!database) return NOTHING;
    const password = PARAMETER.exec(all)?.[1];
    const name = USER_PARAMETER.exec(all)?.[1] ?? '';
    if (password === undefined) return NOTHING;
    return unlessExcluded(excludedLogin(name, password), kind, whole, 'shape', onPassed);
  },
};

const ORACLE = /(jdbc:oracle:[a-z0-9]{2,8}:)([^\s/"'`@:]{1,128})\/([^\s"'`@]{1,128})@[^\s"'`<>\\]{1,512}/iy;
const JDBC = /jdbc:[a-z0-9]{1,20}:[^\s"'`<>\\]{1,1024}/iy;

/** JDBC addresses without slashes: Oracle's `user/password@`, H2's and others' `;PASSWORD=`. */
export const jdbcUrl: Structure = {
  id: 'jdbc-url',
  literals: ['jdbc:'],
  findAt(text, at, onPassed) {
    const oracle = matchAt(ORACLE, text, at);
    if (oracle) {
      const piece = { start: at, end: at + trimmed(oracle[0]) };
      const why = excludedLogin(oracle[2] ?? '', oracle[3] ?? '');
      return unlessExcluded(why, 'database-url', piece, 'shape', onPassed);
    }
    if (!after(text, at, 1024).includes('=')) return NOTHING;
    const url = matchAt(JDBC, text, at)?.[0];
    const password = url && PARAMETER.exec(url)?.[1];
    if (!url || !password) return NOTHING;
    const why = excludedLogin(USER_PARAMETER.exec(url)?.[1] ?? '', password);
    return unlessExcluded(why, 'database-url', { start: at, end: at + trimmed(url) }, 'shape', onPassed);
  },
};

const DSN_BEFORE = /(?:^|[\s"'`=(])([A-Za-z0-9_.$-]{1,64}):([^\s"'`]{1,128})$/;
const DSN_AFTER = /@(?:tcp|unix)\([^\s()"'`]{0,260}\)(?:\/[^\s"'`<>\\]{0,512})?/y;

/** The MySQL address of Go programs, which has no scheme: `user:password@tcp(host:3306)/name`. */
export const goDsn: Structure = {
  id: 'go-mysql-dsn',
  literals: ['@tcp(', '@unix('],
  findAt(text, at, onPassed) {
    const login = DSN_BEFORE.exec(before(text, at, 200));
    const [, user, password] = login ?? [];
    const tail = matchAt(DSN_AFTER, text, at)?.[0];
    if (user === undefined || password === undefined || !tail || password.includes('://')) return NOTHING;
    const piece = { start: at - user.length - 1 - password.length, end: at + trimmed(tail) };
    return unlessExcluded(excludedLogin(user, password), 'database-url', piece, 'shape', onPassed);
  },
};
