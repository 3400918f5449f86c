import * as v from 'valibot';
import type { Detector, Hit } from '../detector.ts';
import { createLiteralFinder } from '../survey/literals.ts';
import { OWN_SCOPE } from '../rule.ts';

/** A domain the user calls its own, such as `acme.com`; its hosts are internal. */
export const OwnDomain = v.pipe(
  v.string(),
  v.trim(),
  v.toLowerCase(),
  v.minLength(4),
  v.maxLength(253),
  v.regex(
    /^(?:[\p{L}\p{N}](?:[\p{L}\p{N}-]{0,61}[\p{L}\p{N}])?\.){1,8}[\p{L}][\p{L}\p{N}-]{1,62}$/u,
    'is no domain name',
  ),
);

/** How many domains a list can have. */
export const MOST_DOMAINS = 500;

export const OwnDomains = v.pipe(v.array(OwnDomain), v.maxLength(MOST_DOMAINS));

/** Labels before the domain. */
const LABELS = /(?:[\p{L}\p{N}_](?:[\p{L}\p{N}_-]{0,61}[\p{L}\p{N}_])?\.){1,8}$/u;
const REACH = 160;

/**
 * Finds the hosts of domains the user calls its own: the domain by itself and every name under it, in any case. An
 * e-mail address at the domain is left to the rule for those.
 */
export function hostsOf(ownDomains: readonly string[]): Detector {
  const rule = `${OWN_SCOPE}own-hosts`;
  const finder = createLiteralFinder(ownDomains.map((text) => ({ text, exact: false, value: text.length })));
  return {
    id: rule,
    find(content) {
      const hits: Hit[] = [];
      finder.find(content, (at, length) => {
        const end = at + length;
        if (/^(?:[\p{L}\p{N}_-]|\.[\p{L}\p{N}])/u.test(content.slice(end, end + 2))) return;
        const labels = LABELS.exec(content.slice(Math.max(0, at - REACH), at))?.[0] ?? '';
        const start = at - labels.length;
        const before = content.slice(Math.max(0, start - 80), start);
        if (/(?:[\p{L}\p{N}_-]|(?<!\*)\.)$/u.test(before) || isOfMail(before)) return;
        hits.push({ rule, kind: 'internal-host', start, end, evidence: 'context' });
      });
      return hits;
    },
  };
}

/** Whether a mailbox stands right before: `name@` that is no user of a URL or of ssh. */
function isOfMail(before: string): boolean {
  return (
    /[\p{L}\p{N}_+-]@$/u.test(before) &&
    !/:\/\/[^\s/]{1,78}@$|(?:ssh|scp|rsync)[ \t][^\n]{0,40}@$/.test(before)
  );
}
