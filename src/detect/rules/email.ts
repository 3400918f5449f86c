import type { RuleDefinition, RuleHit } from '../rule.ts';

// RFC 5321 4.5.3.1: at most 64 octets before the sign; a domain name has at most 253 characters.
const MAX_LOCAL = 64;
const LOCAL = /[\p{L}\p{N}.!#$%&'*+/=?^_`{|}~-]/u;
const LABEL = '[\\p{L}\\p{N}](?:[\\p{L}\\p{N}-]{0,61}[\\p{L}\\p{N}])?';
// The last label is of one script, so that a word of another language right behind the address is no part of it.
const TOP = '(?:xn--[a-z0-9-]{2,59}|[A-Za-z]{2,24}(?![A-Za-z0-9])|(?:(?![A-Za-z])\\p{L}){2,24})';
const DOMAIN = new RegExp(`(?:${LABEL}\\.){1,8}${TOP}`, 'uy');
/** Writing without blanks between words: what stands right before an address is no part of it. */
const UNSPACED = /^[\p{sc=Han}\p{sc=Hira}\p{sc=Kana}\p{sc=Hang}\p{sc=Thai}\u30fc]+(?=[A-Za-z0-9])/u;

/** Senders nobody is behind; naming them tells nothing about a person. */
const NOBODY = /^(?:no-?reply|do-?not-?reply|mailer-daemon|postmaster)$/i;
/** Ends of names that look like a domain: systemd units, image densities, files with an author in their name. */
const NOT_A_DOMAIN =
  /(?:^\d+x\.|\.(?:service|socket|timer|target|mount|slice|scope|png|jpe?g|gif|webp|svg|js|mjs|cjs|ts|tsx|jsx|py|go|rs|java|rb|php|css|scss|html|md|json|ya?ml|toml|lock|txt|tgz|zip|gz|patch|so|dll|exe))$/i;

/** E-mail addresses, found from their sign outwards (RFC 5322 dot-atoms, internationalised ones too). */
export const email: RuleDefinition = {
  id: 'email',
  kinds: ['email'],
  *find(content) {
    let from = 0;
    for (let at = content.indexOf('@'); at >= 0; at = content.indexOf('@', at + 1)) {
      const hit = addressAround(content, at, from);
      if (!hit) continue;
      from = hit.end;
      yield hit;
    }
  },
};

function addressAround(content: string, at: number, from: number): RuleHit | undefined {
  if (at === from || !LOCAL.test(content.charAt(at - 1))) return undefined;
  const start = localPartStart(content, at, from);
  if (start === at) return undefined;
  const domain = domainAt(content, at + 1);
  if (!domain || NOT_A_DOMAIN.test(domain)) return undefined;
  const local = content.slice(start, at);
  if (NOBODY.test(local)) return undefined;
  let end = at + 1 + domain.length;
  // Addresses written together without a gap cannot be told apart; none of them may stay behind.
  for (
    let next = domainAt(content, end + 1);
    content[end] === '@' && next;
    next = domainAt(content, end + 1)
  ) {
    end += 1 + next.length;
  }
  if (isUserInfo(content, start) || (local === 'git' && content[end] === ':')) return undefined;
  return { kind: 'email', start, end, evidence: 'shape' };
}

function domainAt(content: string, at: number): string | undefined {
  DOMAIN.lastIndex = at;
  return DOMAIN.exec(content)?.[0];
}

function localPartStart(content: string, at: number, from: number): number {
  const floor = Math.max(from, at - MAX_LOCAL);
  let start = at;
  while (start > floor && LOCAL.test(content.charAt(start - 1))) start -= 1;
  // What opens a quotation, a path or a key=value pair is not part of the address that follows it.
  const head = /^.*["'`=/{|!#$%&*?^~](?=[^"'`=/{|!#$%&*?^~]*$)/u.exec(content.slice(start, at));
  if (head) start += head[0].length;
  // The letter of an escape (`\nname@host`) belongs to the escape.
  if (content.charAt(start - 1) === '\\' && 'nrtbfv'.includes(content.charAt(start))) start += 1;
  start += UNSPACED.exec(content.slice(start, at))?.[0].length ?? 0;
  while (start < at && '.-'.includes(content.charAt(start))) start += 1;
  return content.charAt(at - 1) === '.' ? at : start;
}

/** Whether what stands before the sign is the user part of a URL (`ssh://git@host`, `amqp://user:word@host`). */
function isUserInfo(content: string, start: number): boolean {
  const before = content.slice(Math.max(0, start - 80), start);
  return /[a-z][a-z0-9+.-]{1,20}:\/\/(?:[^\s/@"'`]{0,50}:)?$/i.test(before) && !/mailto:\/\/$/i.test(before);
}
