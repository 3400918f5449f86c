import { COMMON_WORDS } from './common-words.ts';
import type { Entry } from './secret-file.ts';

/** A value shorter than this is part of too much else, in UTF-16 code units. */
export const SHORTEST_KNOWN = 8;

const SAYS_SECRET =
  /pass|pwd|secret|token|key|cred|auth|salt|pepper|dsn|conn|signature|private|cookie|session|(?:^|[_\W])pin(?:$|[_\W])/i;

/** References to a value that is kept elsewhere, placeholders, samples and addresses of this machine: no secret under any key. */
const NEVER: readonly RegExp[] = [
  /^(?:\$\{?\w|%\w+%|\{\{|<[\w -]+>$|process\.env|os\.environ|env\(|vault:|op:\/\/|arn:aws:|!\w)/,
  /^(?:your|my|some|an?|the|insert|enter|replace|add|put|change|todo|fixme|example|sample|dummy|test|fake)[\s_-].*(?:key|token|secret|passw|value|here|name|url|me\b)/i,
  /^x{3,}/i,
  /^(.)\1*$/,
  /^(?:localhost|127\.0\.0\.1|0\.0\.0\.0|\[?::1\]?)(?::\d+)?$/i,
];

/** What else a file of settings holds that keeps nothing secret, unless its key says that it does. */
const PLAIN: readonly RegExp[] = [
  // Numbers, dates, times, durations, sizes, versions, addresses of this machine.
  /^[\d\s.,:/+_%-]+$/,
  /^\d{4}-\d\d-\d\dT[\d:.]+(?:Z|[+-]\d\d:?\d\d)?$/,
  /^\d+(?:\.\d+)*\s?(?:[kmgt]i?b?|ms|s|m|h|d|min|sec|px|em|rem)$/i,
  /^[v^~<>= ]*\d+\.\d+(?:\.\d+)?[\w.+-]*$/,
  // Web and database addresses without a login, hosts, mail addresses, paths, media types, globs.
  /^(?:jdbc:)?[a-z][a-z0-9+.-]*:\/\/[^\s@?]*$/i,
  /^(?:[a-z0-9](?:[a-z0-9-]*[a-z0-9])?\.)+[a-z]{2,}(?::\d+)?(?:\/[\w./-]*)?$/i,
  /^[^\s@]+@[^\s@]+\.[a-z]{2,}$/i,
  /^(?:\.{0,2}|~|[A-Za-z]:)[/\\][\w .@/\\-]*$/,
  /^[\w.-]+(?:\/[\w.-]+)+\.\w{1,5}$/,
  /^(?:application|text|image|audio|video|multipart|font)\/[\w.+*-]+/i,
  /^[\w.*-]*\*[\w./*-]*$/,
  // Names in code: packages, classes, regions, locales, time zones, formats of dates and logs.
  /^[a-z_]\w*(?:\.[a-z_]\w*)+(?:\.[A-Z]\w*)?$/,
  /^(?:[A-Z][a-z]+){1,3}(?:\.(?:[A-Z]\w*))+$/,
  /^(?:us|eu|ap|sa|ca|me|af|asia|europe|northamerica|southamerica|australia)-[a-z]+-?\d?[a-z]?$/i,
  /^(?:Europe|America|Asia|Africa|Australia|Pacific|Atlantic|Indian|Etc)\/[\w/+-]+$/,
  /^[yMdHhmsSaZzTE:./ '-]+$/,
  /(?:^|\s)%[-\w({]+|\{[\w:,.]*\}/,
];

/**
 * Whether a value of a file of settings is worth finding again: long enough, and neither a number, an address, a path,
 * a name in code nor a word of a dictionary. One whose key says that it is a secret only must not be a common word, a
 * number or a reference.
 */
export function keepsSecret({ key, value }: Entry): boolean {
  if (value.length < SHORTEST_KNOWN) return false;
  const saysSecret =
    SAYS_SECRET.test(key) && !/(?:file|path|url|uri|host|name|id|type|header|ttl|expir\w*)$/i.test(key);
  if (NEVER.some((pattern) => pattern.test(value))) return false;
  const words = value.toLowerCase().split(/[\s_.,:;/|-]+/);
  if (words.every((word) => isCommon(word) || (!saysSecret && /^(?:[a-z]{0,3}|\d{0,3})$/.test(word))))
    return false;
  return saysSecret || !(PLAIN.some((pattern) => pattern.test(value)) || isProse(value));
}

function isCommon(word: string): boolean {
  return (
    COMMON_WORDS.has(word) ||
    /^(?:true|false|null|none|info|warn|debug|error|trace|local|default|auto|main|master|test|prod|stage|beta|alpha|latest|stable|http|https|json|yaml|utf-?8|admin|root|user|guest|public|private)$/.test(
      word,
    )
  );
}

/** A sentence or a title: words of letters with blanks between. */
function isProse(value: string): boolean {
  return /^\p{L}[\p{L}'’.,!?:()&-]*(?:\s+[\p{L}\d'’.,!?:()&-]+){2,}$/u.test(value);
}
