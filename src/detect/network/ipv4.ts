import { isDrawn } from './drawing.ts';
import type { RuleDefinition, RuleHit } from '../rule.ts';

const DOT = 46;
const ZERO = 48;

const OCTET = '(?:25[0-5]|2[0-4]\\d|1\\d\\d|[1-9]?\\d)';
// Four numbers after a `v`, or as part of a longer dotted or dashed name, are a version.
const CANDIDATE = new RegExp(`(?<![\\w.-])(?:${OCTET}\\.){3}${OCTET}(?![\\w-]|\\.\\d|\\.in-addr)`, 'g');

/** Blocks that name nobody on the Internet (IANA IPv4 special-purpose registry, RFC 6890, RFC 5737). */
const SPECIAL: readonly { readonly network: string; readonly bits: number }[] = [
  { network: '0.0.0.0', bits: 8 },
  { network: '10.0.0.0', bits: 8 },
  { network: '100.64.0.0', bits: 10 },
  { network: '127.0.0.0', bits: 8 },
  { network: '169.254.0.0', bits: 16 },
  { network: '172.16.0.0', bits: 12 },
  { network: '192.0.0.0', bits: 24 },
  { network: '192.0.2.0', bits: 24 },
  { network: '192.31.196.0', bits: 24 },
  { network: '192.52.193.0', bits: 24 },
  { network: '192.88.99.0', bits: 24 },
  { network: '192.168.0.0', bits: 16 },
  { network: '192.175.48.0', bits: 24 },
  { network: '198.18.0.0', bits: 15 },
  { network: '198.51.100.0', bits: 24 },
  { network: '203.0.113.0', bits: 24 },
  { network: '224.0.0.0', bits: 3 },
];

/** Resolvers everybody uses, and what people type for want of an address. */
const WELL_KNOWN: ReadonlySet<string> = new Set(
  (
    '8.8.8.8 8.8.4.4 1.1.1.1 1.0.0.1 1.1.1.2 1.0.0.2 1.1.1.3 1.0.0.3 9.9.9.9 149.112.112.112 208.67.222.222 ' +
    '208.67.220.220 4.2.2.1 4.2.2.2 64.6.64.6 94.140.14.14 94.140.15.15 76.76.2.0 185.228.168.9 ' +
    '114.114.114.114 223.5.5.5 223.6.6.6 119.29.29.29 168.63.129.16 ' +
    '1.2.3.4 2.3.4.5 4.3.2.1 5.6.7.8 9.8.7.6 11.22.33.44 12.34.56.78 ' +
    // Object identifiers of X.509: the curves of RFC 8410, the extensions of RFC 5280.
    '1.3.101.110 1.3.101.111 1.3.101.112 1.3.101.113 2.5.29.32 2.5.29.33 2.5.29.35 2.5.29.36 2.5.29.37 2.5.29.46 2.5.29.54'
  ).split(' '),
);

const RANGES = SPECIAL.map(({ network, bits }) => {
  const first = toNumber(network);
  return { first, last: first + 2 ** (32 - bits) - 1 };
});

/** What four numbers are that stand behind it: a version, a section; `Chrome/120.0.6099.109`. */
const VERSION =
  /(?:version|ver\.?|release|build|section|chapter|clause|firmware|revision|rev\.?|§|oid)\W{0,5}$|[A-Za-z]\/$/i;
/** Before what is pinned to a version: `opencv-python==4.8.1.78`; a filter of addresses asks for one so. */
const PINNED = /[\w\]](?:===?|~=|>=|<=)$/;
const FILTERED = /(?:ip|addr|address|host|src|dst|net)\w{0,8}[=~<>]{2,3}$/i;
/** Another entry of a list of versions, in which most have two or three numbers. */
const VERSION_BEFORE = /(?:^|[^\d.])\d{1,4}\.\d{1,5}(?:\.\d{1,5})?(?:[a-z]{1,5}\d{0,3})?,\s{0,2}$/;
const VERSION_AFTER = /^,\s{0,2}\d{1,4}\.\d{1,5}(?:\.\d{1,5})?(?![.\d])/;
/** A line of a table of packages, each with its version behind a gap: `opencv-python      4.8.0.79`. */
const PACKAGE = /(?:^|\n)[ \t]{0,4}[A-Za-z][\w.@/-]{1,60}[ \t]{1,60}$/;
const PACKAGE_ABOVE =
  /[A-Za-z][\w.@/-]{1,60}[ \t]{1,60}\d{1,4}\.\d{1,5}(?:\.\d{1,5})?(?:[a-z]{1,5}\d{0,3})?[ \t]{0,20}\r?\n[^\n]{0,122}$/;
const PACKAGE_BELOW =
  /^[ \t]{0,20}\r?\n[ \t]{0,4}[A-Za-z][\w.@/-]{1,60}[ \t]{1,60}\d{1,4}\.\d{1,5}(?:\.\d{1,5})?(?![.\d])/;

/** The number of a heading: alone before its title, with a dot behind it. */
const HEADING = /^\d{1,2}(?:\.(?:[12]?\d|3[01])){3}$/;
const HEADING_BEFORE = /(?:^|[\n>]|title=")[ \t#*]{0,6}$/;
const HEADING_AFTER = /^\.\s{1,2}(?:<|\p{Lu})/u;
/** What says that small numbers are an address after all. */
const ADDRESS =
  /(?:\/\/|@|\[|\b(?:ip|ips|ipv4|host|addr|address|client|remote|peer|from|server|src|dst|ssh|ping|connect|connection|nameserver|gateway|forwarded-for)["'`\]]{0,2}\s{0,2}[:=]?\s{0,2}(?:to\s)?["'`(]?)$/i;

/** IPv4 addresses of the public Internet. */
export const ipv4: RuleDefinition = {
  id: 'ip-address',
  kinds: ['ip-address'],
  find(content) {
    const hits: RuleHit[] = [];
    CANDIDATE.lastIndex = 0;
    for (let match = CANDIDATE.exec(content); match; match = CANDIDATE.exec(content)) {
      const { 0: address, index: start } = match;
      const end = start + address.length;
      const number = toNumber(address);
      if (isPublicIpv4(address, number) && isAddress(content, start, end, number))
        hits.push({ kind: 'ip-address', start, end, evidence: 'shape' });
    }
    return hits;
  },
};

/** Whether an address in four decimals, and as a number, is one of the public Internet, and not one that all know. */
function isPublicIpv4(address: string, number: number): boolean {
  if (isMadeUp(number) || WELL_KNOWN.has(address)) return false;
  for (const { first, last } of RANGES) if (number >= first && number <= last) return false;
  return true;
}

/** Four times the same, or counted up by one: `40.40.40.40`, `101.102.103.104`. */
function isMadeUp(number: number): boolean {
  const step = octetOf(number, 1) - octetOf(number, 0);
  return (
    (step === 0 || step === 1) &&
    octetOf(number, 2) - octetOf(number, 1) === step &&
    octetOf(number, 3) - octetOf(number, 2) === step
  );
}

/** Whether four numbers stand where a version, a heading's number or a point of a drawing stands. */
function isOtherNumber(text: string, start: number, end: number, before: string): boolean {
  const after = text.slice(end, end + 24);
  if (VERSION_BEFORE.test(before) || VERSION_AFTER.test(after)) return true;
  const line = text.slice(Math.max(0, start - 130), start);
  if (PACKAGE.test(line) && (PACKAGE_ABOVE.test(line) || PACKAGE_BELOW.test(text.slice(end, end + 130))))
    return true;
  if (PINNED.test(before) && !FILTERED.test(before)) return true;
  if (HEADING_AFTER.test(after) && HEADING_BEFORE.test(before) && HEADING.test(text.slice(start, end)))
    return true;
  return isDrawn(text, start, end);
}

function isAddress(text: string, start: number, end: number, number: number): boolean {
  const before = text.slice(Math.max(0, start - 24), start);
  if (VERSION.test(before) && !before.endsWith('://')) return false;
  if (isOtherNumber(text, start, end, before)) return false;
  // Versions and sections have small numbers; addresses that have, a word or a port beside them.
  if ((number & HAS_LARGE) !== 0) return true;
  return ADDRESS.test(before) || /^(?::\d{2,5}|\/\d\d)(?!\d)/.test(text.slice(end, end + 6));
}

/** The bits of an address of which one is set where one of its numbers is 32 or more. */
const HAS_LARGE = 0xe0e0e0e0;

/** An address in four decimals as a number. */
function toNumber(address: string): number {
  let number = 0;
  let octet = 0;
  for (let at = 0; at < address.length; at++) {
    const code = address.charCodeAt(at);
    if (code === DOT) {
      number = number * 256 + octet;
      octet = 0;
    } else octet = octet * 10 + code - ZERO;
  }
  return number * 256 + octet;
}

/** One of the four numbers of an address, from 0 on. */
function octetOf(number: number, place: number): number {
  return (number >>> (24 - 8 * place)) & 255;
}
