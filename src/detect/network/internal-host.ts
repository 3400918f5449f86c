import { isWordly } from '../numbers/masks.ts';
import { before, endOfMatch, hit, lineBefore, matchAt, NOTHING } from '../structures/reading.ts';
import type { Structure } from '../structures/structure.ts';
import { COMMON_WORDS, INTERNAL_DOMAINS, isDefaultAddress, isEverybodys, readsAsHost } from './host-names.ts';

/** A whole name has at most 253 characters. */
const LONGEST = 253;
const LABELS =
  /^(?:[A-Za-z0-9_](?:[A-Za-z0-9_-]{0,61}[A-Za-z0-9_])?\.){0,8}[A-Za-z0-9_](?:[A-Za-z0-9_-]{0,61}[A-Za-z0-9_])?$/;

/** What stands before a host: the scheme or the user of a URL, a key that says so, a command that takes one. */
const OF_USER = /[\w.+-]@$/;
const URL_BEFORE = /(?:[a-z][a-z0-9+.-]{1,20}:\/\/(?:[^\s/@"'`<>]{1,80}@)?|@\/\/)$/i;
const KEY_BEFORE =
  /(?:host|hosts|hostname|server|servers|server_name|upstream|endpoint|address|addr|domain|fqdn|url|uri|dsn|brokers?|bootstrap|nodes?|peer|primary|replica|proxy|gateway|origin|nameserver|cname|dns|smtp|broker_list|ENOTFOUND|EAI_AGAIN|to|at|from|resolve)["'`\]]{0,2}\s{0,2}(?:[:=,]|=>|\s)\s{0,3}["'`[(]{0,2}$/i;
const COMMAND =
  /\b(?:ssh|scp|sftp|curl|wget|ping6?|dig|nslookup|host|telnet|nc|ncat|nmap|trace|mosh|rsync|openssl|psql|mysql|mongosh?|redis-cli|ldapsearch|kinit|mount|https?)[ \t]/;
const COMMAND_BEFORE =
  /(?:^|[\s;&|$`(])(?:ssh|scp|sftp|curl|wget|ping|ping6|dig|nslookup|host|telnet|nc|ncat|nmap|traceroute|tracepath|mosh|rsync|openssl|psql|mysql|mongosh?|redis-cli|ldapsearch|kinit|mount|http|https)[ \t](?:-{1,2}[\w-]{1,24}(?:[ =][\w./:@-]{1,30})?[ \t]){0,4}(?:-{1,2}[\w-]{1,24}[ =]?)?$/;
/** What stands behind: a port, a record of a zone. */
const AFTER =
  /^(?::\d{2,5}(?!\d)|\.?[ \t]{1,8}(?:\d{1,6}[ \t]{1,4})?(?:IN[ \t]{1,4})?(?:A|AAAA|CNAME|MX|SRV|PTR|TXT)[ \t])/;

/** A package of a program: `import sun.security.krb5.internal.*;`. */
const IMPORT = /^\s{0,8}(?:import|package|using|export|opens|exports)[ \t](?:static[ \t])?$/;

/** A path, a glob, a property of a call, an option. */
const GOES_ON = /[\w./\\$)\]}-]$/;
const CAMEL = /[a-z][A-Z]/;
/** What stands behind a name of code. */
const IN_CODE = /^[ \t]{0,2}(?:=(?!=)|\?|\[)|^;/;
const AT_END = /[/@]$/;
/** More of a word, a call, a member, a file's end. */
const MORE = /[\w(-]/;
const OF_MEMBER = /[\w$]/;

/** Names under domains that only a company's own network knows. */
export const internalHost: Structure = {
  id: 'internal-host',
  literals: INTERNAL_DOMAINS.filter((domain) => !/\./.test(domain) || domain === 'home.arpa').map(
    (domain) => `.${domain}`,
  ),
  findAt(text, at) {
    const domain = domainAt(text, at + 1);
    if (domain === undefined) return NOTHING;
    const end = at + 1 + domain.length;
    const start = nameStart(text, at);
    const name = text.slice(start, at);
    if (!LABELS.test(name)) return NOTHING;
    const host = text.slice(start, end);
    if (GOES_ON.test(text.charAt(start - 1)) && text.slice(start - 2, start) !== '//') return NOTHING;
    if (isEverybodys(host) || IMPORT.test(lineBefore(text, start, 40)) || text.startsWith('.*', end))
      return NOTHING;
    const given = lineBefore(text, start, 90);
    if (OF_USER.test(given) || (AT_END.test(given) && URL_BEFORE.test(given)))
      return [hit('internal-host', { start, end }, 'context')];
    const labels = name.split('.');
    const common = COMMON_WORDS.has(domain);
    const lead = text.slice(end, end + 24);
    if (common && labels.some((label) => CAMEL.test(label))) return NOTHING;
    if (AFTER.test(lead) || (COMMAND.test(given) && COMMAND_BEFORE.test(given)))
      return [hit('internal-host', { start, end }, 'context')];
    if (IN_CODE.test(lead) && common) return NOTHING;
    if (KEY_BEFORE.test(given.slice(-28)) && (labels.length > 1 || !common)) {
      return readsAsHost(labels.length > 1 ? labels : [...labels, ''], domain)
        ? [hit('internal-host', { start, end }, 'context')]
        : NOTHING;
    }
    return readsAsHost(labels, domain) && labels.length + domain.split('.').length >= 3
      ? [hit('internal-host', { start, end }, 'shape')]
      : NOTHING;
  },
};

/** Where the labels begin that end at a place. */
function nameStart(text: string, at: number): number {
  let start = at;
  while (start > at - LONGEST && isOfName(text.charCodeAt(start - 1))) start -= 1;
  return start;
}

const isOfName = (code: number): boolean => isWordly(code) || code === 45 || code === 46 || code === 95;

const DOMAIN = new RegExp(INTERNAL_DOMAINS.map((domain) => domain.replaceAll('.', '\\.')).join('|'), 'iy');

/** The internal domain that begins at a place and is the end of its name. */
function domainAt(text: string, at: number): string | undefined {
  const end = endOfMatch(DOMAIN, text, at);
  if (end === undefined) return undefined;
  const next = text.charAt(end);
  if (MORE.test(next) || (next === '.' && OF_MEMBER.test(text.charAt(end + 1)))) return undefined;
  return text.slice(at, end).toLowerCase();
}

const ADDRESS = /(?:10|172|192)(?:\.(?:25[0-5]|2[0-4]\d|1\d\d|[1-9]?\d)){3}(?![\w.]*\d|[\w-])/y;
const PRIVATE = /^(?:10\.|192\.168\.|172\.(?:1[6-9]|2\d|3[01])\.)/;

/** Private addresses in URLs and behind a user: a bare one says nothing of where it is. */
export const privateAddress: Structure = {
  id: 'private-address',
  literals: ['//10.', '//192.168.', '//172.', '@10.', '@192.168.', '@172.'],
  findAt(text, at) {
    const start = at + (text[at] === '@' ? 1 : 2);
    const address = matchAt(ADDRESS, text, start)?.[0];
    if (address === undefined || !PRIVATE.test(address) || isDefaultAddress(address)) return NOTHING;
    const given = before(text, start, 60);
    // A comment is no URL, a version behind a package's name no host.
    if (text[at] === '/' ? !/[a-z]:\/\/$/i.test(given) : !/[\w%}-]@$/.test(given)) return NOTHING;
    return [hit('internal-host', { start, end: start + address.length }, 'context')];
  },
};
