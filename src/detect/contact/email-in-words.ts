import { after, before, hit, matchAt, NOTHING } from '../structures/reading.ts';
import type { Structure, StructureHit } from '../structures/structure.ts';
import { isComputed } from './computed-mailbox.ts';
import { domainAt } from './email.ts';
import { isMessageId, isStandIn } from './nobodys-address.ts';
import { isMailDomain, isNobody, isWellKnownTop } from './email-names.ts';

const SIGNS = ['[at]', '(at)', '{at}', '[ät]', '(ät)', '[ at ]', '( at )', '[@]', '(@)', '_at_'];
const DOTS = [' dot ', '[dot]', '(dot)'];

/** A mailbox right before a sign. */
const LOCAL = /(?:[A-Za-z0-9_~+-]|%2[Bb]){1,64}(?:\.(?:[A-Za-z0-9_~+-]|%2[Bb]){1,64}){0,6}$/;

/** Addresses in URLs, their sign written `%40`. */
export const encodedEmail: Structure = {
  id: 'encoded-email',
  literals: ['%40'],
  findAt(text, at) {
    if (!/[\p{L}\p{N}]/u.test(text.charAt(at + 3))) return NOTHING;
    const domain = domainAt(text, at + 3);
    if (domain === undefined || !isMailDomain(domain)) return NOTHING;
    let local = LOCAL.exec(before(text, at, 64))?.[0] ?? '';
    // What is left of an escape before it (`%3D`, `%22`) is no part of the mailbox.
    if (text[at - local.length - 1] === '%') local = local.replace(/^[0-9A-Fa-f]{2}/, '');
    if (local === '' || isNobody(local) || isComputed(text, at - local.length, at)) return NOTHING;
    if (isStandIn(local, domain) || isMessageId(text, at - local.length, at)) return NOTHING;
    return [hit('email', { start: at - local.length, end: at + 3 + domain.length }, 'shape')];
  },
};

/** A sign in words, or in brackets. */
const AT = /(?: {0,2}(?:\[ ?(?:at|ät|@) ?\]|\( ?(?:at|ät|@) ?\)|\{ ?at ?\}|_at_) {0,2}| at )/iuy;
const DOT =
  '(?: {0,2}(?:\\[ ?(?:dot|punkt|point|punto|\\.) ?\\]|\\( ?(?:dot|punkt|point|punto|\\.) ?\\)|\\{ ?dot ?\\}|_dot_) {0,2}| (?:dot|punkt) |\\.)';
const WORD = '[\\p{L}\\p{N}_+-]{1,40}';
const NAME = '[\\p{L}\\p{N}](?:[\\p{L}\\p{N}-]{0,40}[\\p{L}\\p{N}])?';
const SPELLED_LOCAL = new RegExp(`(?<![\\p{L}\\p{N}_+-])${WORD}(?:${DOT}${WORD}){0,3}$`, 'iu');
const SPELLED_DOMAIN = new RegExp(`${NAME}(?:${DOT}${NAME}){1,4}(?![\\p{L}\\p{N}])`, 'iuy');
const ANY_DOT = new RegExp(DOT, 'giu');
/** What stands before a dot that is meant as a dot. */
const ORDINARY = /(?:the|an?|this|that|each|every|our|my|your|his|her|its|one|any|no|to|from)(?![\w-])/iy;
/** How far before a dot in words its sign may stand, in UTF-16 code units. */
const REACH = 60;

/** Addresses that hide from machines: `name [at] host [dot] com`, `name at host dot com`. */
export const spelledEmail: Structure = {
  id: 'spelled-email',
  literals: [...SIGNS, ...DOTS],
  findAt(text, at) {
    if (!/^.dot/i.test(text.slice(at, at + 4))) return spelledAround(text, at);
    if (!/[\p{L}\p{N}]/u.test(text.charAt(at - 1)) && text[at - 1] !== ' ') return NOTHING;
    if (text[at] === ' ' && text[at - 1] === ' ') return NOTHING;
    const next = matchAt(NEXT, text, at)?.[1];
    if (next === undefined) return NOTHING;
    const sign = signBefore(text, at);
    return sign === undefined ? NOTHING : spelledAround(text, sign);
  },
};

/** A label of a domain right behind a dot in words. */
const NEXT = /.dot.[ ]?([a-z0-9][a-z0-9-]{1,40})(?![a-z0-9-])/iy;

/** A label says that an address follows, so that the sign alone may be a word: `e-mail: name at host.com`. */
export const labelledEmail: Structure = {
  id: 'labelled-email',
  literals: ['mail: ', 'mail is ', 'correo: '],
  findAt(text, at) {
    const label = matchAt(LABEL, text, at)?.[0] ?? '';
    const local = /^[\p{L}\p{N}._+-]{1,64}(?= at )/iu.exec(after(text, at + label.length, 70))?.[0];
    return local === undefined ? NOTHING : spelledAround(text, at + label.length + local.length);
  },
};
const LABEL = /[a-z]{4,6}(?:: | is )/iy;

/** The sign nearest before a dot in words. */
function signBefore(text: string, at: number): number | undefined {
  const floor = Math.max(0, at - REACH);
  const before = LAST_SIGN.exec(text.slice(floor, at))?.[0];
  return before === undefined ? undefined : floor + before.length;
}

/** All that stands before the last sign. */
const LAST_SIGN = /^[^]{0,60}(?= at |[[({_] ?(?:at|ät|@) ?[\])}_])/i;

function spelledAround(text: string, place: number): readonly StructureHit[] {
  const sign = text[place - 1] === ' ' && text[place] !== ' ' ? place - 1 : place;
  if (!/[\p{L}\p{N}]/u.test(text.charAt(sign - 1))) return NOTHING;
  const at = matchAt(AT, text, sign)?.[0];
  if (at === undefined) return NOTHING;
  if (matchAt(ORDINARY, text, sign + at.length)) return NOTHING;
  const written = matchAt(SPELLED_DOMAIN, text, sign + at.length)?.[0];
  if (written === undefined) return NOTHING;
  const domain = written.replace(ANY_DOT, '.');
  if (!isWellKnownTop(domain) || !isMailDomain(domain)) return NOTHING;
  const local = SPELLED_LOCAL.exec(before(text, sign, 80))?.[0] ?? '';
  if (local === '' || isNobody(local) || isStandIn(local, domain)) return NOTHING;
  return [hit('email', { start: sign - local.length, end: sign + at.length + written.length }, 'shape')];
}
