import type { RuleDefinition, RuleHit } from '../rule.ts';
import { isComputed } from './computed-mailbox.ts';
import { isMailDomain, isNobody } from './email-names.ts';
import { isMessageId, isStandIn } from './nobodys-address.ts';

/** RFC 5321 4.5.3.1: at most 64 octets before the sign. */
const MAX_LOCAL = 64;
/** A domain name has at most 253 characters. */
const MAX_DOMAIN = 253;
const SIGN = 64;

/** What a character of ASCII may be: part of a mailbox, the last of one. */
const LOCAL = 1;
const LAST = 2;
const CLASSES = Uint8Array.from({ length: 128 }, (_, code) => {
  const char = String.fromCharCode(code);
  return (
    (/[A-Za-z0-9.!#$%&'*+/=?^_`{|}~-]/.test(char) ? LOCAL : 0) | (/[A-Za-z0-9_+~=-]/.test(char) ? LAST : 0)
  );
});
const OF_A_WORD = /[\p{L}\p{N}\p{M}]/u;

const NAME = '[\\p{L}\\p{N}](?:[\\p{L}\\p{N}\\p{M}-]{0,61}[\\p{L}\\p{N}\\p{M}])?';
// The last label is of one script, so that a word of another language right behind the address is no part of it.
const TOP =
  '(?:xn--[a-z0-9-]{2,59}|(?:[a-z]{2,24}|[A-Z][A-Za-z]{1,23})(?![A-Za-z0-9]|-[A-Za-z0-9])|(?:(?![A-Za-z])[\\p{L}\\p{M}]){2,24})';
const DOMAIN = new RegExp(`(?:${NAME}\\.){1,8}${TOP}`, 'uy');
/** Writing without blanks between words: what stands right before an address is no part of it. */
const UNSPACED = /^[\p{sc=Han}\p{sc=Hira}\p{sc=Kana}\p{sc=Hang}\p{sc=Thai}\u30fc]{1,64}(?=[A-Za-z0-9])/u;

/** E-mail addresses, found from their sign outwards (RFC 5322 dot-atoms, internationalised ones too). */
export const email: RuleDefinition = {
  id: 'email',
  kinds: ['email'],
  *find(content) {
    let from = 0;
    const credits: Credits = { last: -Infinity };
    for (let at = nextSign(content, 0); at >= 0; at = nextSign(content, at + 1)) {
      const hit = addressAround(content, at, from, credits);
      if (!hit) continue;
      from = hit.end;
      yield hit;
    }
  },
};

/** The next sign from a place on, -1 where there is none. Where signs stand close, looking is cheaper than a search. */
function nextSign(content: string, from: number): number {
  for (let at = from; at < from + 8; at++) if (content.charCodeAt(at) === SIGN) return at;
  return content.indexOf('@', from + 8);
}

function addressAround(content: string, at: number, from: number, credits: Credits): RuleHit | undefined {
  if (
    at === from ||
    !(mayEndLocal(content, at - 1) || content[at - 1] === '"') ||
    !mayBeginDomain(content, at + 1)
  )
    return undefined;
  const domain = domainAt(content, at + 1);
  if (domain === undefined) return undefined;
  let end = at + 1 + domain.length;
  const start = localPartStart(content, at, from, end);
  if (start === at || !isMailDomain(domain)) return undefined;
  // Most of what stands at a sign and is no mailbox.
  if (isLogin(content, start, end)) return undefined;
  const local = content.slice(start, at);
  if (isNobody(local) || isStandIn(local, domain) || isComputed(content, start, at)) return undefined;
  if (isMessageId(content, start, at) || isPublic(content, start, credits)) return undefined;
  // Addresses written together without a gap cannot be told apart; none of them may stay behind.
  while (content[end] === '@') {
    const next = domainAt(content, end + 1);
    if (next === undefined) break;
    end += 1 + next.length;
  }
  return { kind: 'email', start, end, evidence: 'shape' };
}

/** What stands before the address of somebody who signed published work with it. */
const SIGNED = /copyright|\(c\) ?\d|©|@(?:author|maintainer)\b|"(?:author|maintainers|contributors)" ?:/i;
/** How far before an address its line is looked at, in UTF-16 code units. */
const LINE = 200;

/** A line of those who made a package, and the lines that stand above it where licences of packages are listed. */
const CREDITED = /^[>\s]{0,4}(?:(?:authors?|maintainers?|contributors?)[:\s]|- \S)/i;
/** Asked first, since it is cheap: it is hardly ever there. */
const LICENCE = /licen[cs]e:[ \t]/i;
const PACKAGE_HEAD = /^[>\s]{0,4}licen[cs]e:[ \t]\S/im;
const PACKAGE_NAME = /^[>\s]{0,4}(?:repository|homepage|url|version):[ \t]\S|^#{0,4} ?[\w@/.-]{1,100}@v?\d/im;
/** How far above the first of them these are looked for, and how far one is from the next; in UTF-16 code units. */
const HEAD = 800;
const NEXT = 400;

/** Where the last address began that a list of packages credits somebody with. */
interface Credits {
  last: number;
}

/** Whether the address is published with the work: on a line of a copyright, or of a package's author. */
function isPublic(content: string, start: number, credits: Credits): boolean {
  const before = content.slice(Math.max(0, start - LINE), start);
  const line = before.slice(before.lastIndexOf('\n') + 1);
  if (SIGNED.test(line)) return true;
  if (!CREDITED.test(line) || !(goesOn(content, start, credits) || isBelowHead(content, start))) return false;
  credits.last = start;
  return true;
}

/** Whether nothing but lines of the same list stand between the last that was credited and this one. */
function goesOn(content: string, start: number, { last }: Credits): boolean {
  return start - last < NEXT && !/\n\s{0,8}\n/.test(content.slice(last, start));
}

function isBelowHead(content: string, start: number): boolean {
  const above = content.slice(Math.max(0, start - HEAD), start);
  return LICENCE.test(above) && PACKAGE_HEAD.test(above) && PACKAGE_NAME.test(above);
}

function isLocal(content: string, at: number): boolean {
  const code = content.charCodeAt(at);
  return code < 128 ? ((CLASSES[code] ?? 0) & LOCAL) !== 0 : OF_A_WORD.test(content.charAt(at));
}

/** Whether a mailbox may end there: with a letter, a digit or one of the signs people have at the end of a name. */
function mayEndLocal(content: string, at: number): boolean {
  const code = content.charCodeAt(at);
  return code < 128 ? ((CLASSES[code] ?? 0) & LAST) !== 0 : OF_A_WORD.test(content.charAt(at));
}

/** The beginning of any domain: a label, a dot, two characters. Most signs in code are let go by this. */
const BEGINNING = /[a-z0-9-]{0,63}(?:\.[a-z0-9][a-z0-9.-]|\.?[a-z0-9]?[\u0080-\uffff])/iy;

function mayBeginDomain(content: string, from: number): boolean {
  BEGINNING.lastIndex = from;
  return BEGINNING.test(content);
}

/** The domain name that begins at a place, in UTF-16 code units; undefined where none does. */
export function domainAt(content: string, at: number): string | undefined {
  DOMAIN.lastIndex = at;
  if (!DOMAIN.test(content) || DOMAIN.lastIndex - at > MAX_DOMAIN) return undefined;
  return content.slice(at, DOMAIN.lastIndex);
}

function localPartStart(content: string, at: number, from: number, end: number): number {
  const floor = Math.max(from, at - MAX_LOCAL);
  if (content[at - 1] === '"') return quotedStart(content, at, floor);
  let start = at;
  while (start > floor && isLocal(content, start - 1)) start -= 1;
  start = behindHead(content, start, at, content.charAt(end) !== "'");
  // The letter of an escape (`\nname@host`, `\u003cname@host`) belongs to the escape.
  if (content.charAt(start - 1) === '\\') {
    const escape = /^(?:u[0-9a-f]{4}|x[0-9a-f]{2}|[nrtbfv])/i.exec(content.slice(start, at))?.[0];
    start += escape?.length ?? 0;
  }
  if (content.charCodeAt(start) > 127) start += UNSPACED.exec(content.slice(start, at))?.[0].length ?? 0;
  while (start < at && '.-'.includes(content.charAt(start))) start += 1;
  return content.charAt(at - 1) === '.' ? at : start;
}

/** A local part in quotes (RFC 5322 3.2.4): words with blanks or signs between quotes that nothing stands before. */
const QUOTED = /(?:^|[\s<(,;:[])("[\w.+-]{1,30}(?:[ ,@:;()[\]\\]{1,2}[\w.+-]{1,30}){1,4}")$/;

function quotedStart(content: string, at: number, floor: number): number {
  return at - (QUOTED.exec(content.slice(floor, at))?.[1]?.length ?? 0);
}

/** `bounces+12-ab=host.tld`: senders write the address of whom they write to into their own, behind a plus. */
const RETURN_PATH = /^(?:[^"'`=/{}|!#$%&*?^~]{0,40}[^\w"'`=/{}|!#$%&*?^~])?\w[\w.-]{0,30}\+[\w.+=-]{0,40}$/;

/** Where what opens a quotation, a path or a key=value pair ends in [start, sign), which is no part of the mailbox. */
function behindHead(content: string, start: number, sign: number, apostrophe: boolean): number {
  for (let at = sign - 1; at >= start; at--) {
    const char = content.charAt(at);
    if (!'"\'`=/{}|!#$%&*?^~'.includes(char)) continue;
    // O'Brien; but not N'text' and not a word in quotes.
    if (char === "'" && apostrophe && at > start && /[A-Za-z]/.test(content.charAt(at - 1)) && at + 1 < sign)
      continue;
    if (char === '=' && at + 1 < sign && RETURN_PATH.test(content.slice(start, at))) continue;
    const encoded = char === '%' && /^[0-9a-f]{2}/i.test(content.slice(at + 1, Math.min(at + 3, sign)));
    return Math.min(sign, encoded ? at + 3 : at + 1);
  }
  return start;
}

const COLON = 58;
const BLANK = 32;
/** What stands right behind a user at a host: the path for scp, the prompt of a shell. */
const BEHIND_LOGIN = /^:[/~]|^ [~/][^\s\]]{0,80}\][#$]/;
const COMMAND = /(?:^|[^\w-])(?:ssh|scp|sftp|rsync|mosh|ssh-copy-id)[ \t](?:-[^\n]{1,60}[ \t])?$/;
const SCHEME = /[a-z][a-z0-9+.-]{1,20}$/i;
const USER_OF_URL = /^(?:[^\s/@"'`]{0,50}:)?$/;

/** Whether it is a user at a host rather than a mailbox: in a URL, a path for scp, the prompt of a shell. */
function isLogin(content: string, start: number, end: number): boolean {
  const next = content.charCodeAt(end);
  if ((next === COLON || next === BLANK) && BEHIND_LOGIN.test(content.slice(end, end + 90))) return true;
  const before = content.slice(Math.max(0, start - 80), start);
  if (before.endsWith(' ') || before.endsWith('\t')) return COMMAND.test(before);
  // The user of a URL has none, or one with a password behind its colon.
  const from = before.lastIndexOf('://');
  if (from < 0 || !USER_OF_URL.test(before.slice(from + 3))) return false;
  const scheme = before.slice(0, from);
  return SCHEME.test(scheme) && !(from + 3 === before.length && /mailto$/i.test(scheme));
}
