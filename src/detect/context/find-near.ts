import type { Context } from '../exclusions/exclusion.ts';
import { excludedBy } from '../exclusions/exclusions.ts';
import { type OnPassed, TOO_WEAK } from '../exclusions/passed.ts';
import type { Format } from '../formats/format.ts';
import { NEAR_FORMATS } from '../formats/near.ts';
import { isCapital, isNameLike, isSmall, isWordly } from '../numbers/masks.ts';
import { NOTHING } from '../structures/reading.ts';
import type { StructureHit } from '../structures/structure.ts';
import type { Bounds } from '../survey/bounds.ts';
import { ORDINARY_WORDS } from './ordinary-words.ts';
import { classesOf, isVaried, isWalk } from './variety.ts';

/** A row with its pattern, and what its shape says about how much to ask for. */
interface Row {
  readonly format: Format;
  readonly pattern: RegExp;
  /** A value so short, or so common in shape, that the key's name has to say that it is a key. */
  readonly needsName: boolean;
}

/** A value starts at most this many UTF-16 code units after the word's name, and at most `LINES` lines below it. */
const WAY = 140;
const LINES = 4;
/** No shape is longer than this many UTF-16 code units. */
const LONGEST = 2200;

const SAYS_KEY =
  /key|token|secret|passw|pwd|auth|cred|\bapi|api\b|_api|access|bearer|\bsid\b|dsn|appid|\bpat\b|login/i;
const NAME_SAYS_KEY =
  /^[\s_.:-]{0,3}(?:[A-Za-z0-9]{1,16}[\s_.-]{0,2}){0,4}?(?:api|key|token|secret|passw|pwd|pat\b|cred|auth)/i;
const NOT_A_KEY =
  /(?:^|[a-z]|\b|_)(?:id|ids|Id|ID|name|Name|url|Url|URL|uri|host|hash|sha|version|commit|rev|region|index|org|project|workspace|account|user|username|email|tenant|digest|checksum|integrity|etag|uuid|guid|trace|branch|image|build|public)["'`\]]{0,2}\s{0,4}[:=(]{1,2}[>]?\s{0,4}["'`]?$/;
const CONNECTED =
  /(?:[=:,([|>]|=>|[`*])\s{0,12}["'`*]{0,3}$|["'`]$|\s(?:is|was|ist|es|est|be|to|use|using|with|via|->)\s{0,2}:?\s{1,2}["'`]?$|--?[\w-]{1,40}[ =]["']?$|\b(?:Bearer|Basic|Token|Key|GenieKey|SSWS|DSN)\s{1,2}$|\/v[0-9]{1,2}\/$/i;

const ROWS: ReadonlyMap<string, readonly Row[]> = byWord(NEAR_FORMATS.map(rowOf));

const ADDRESS = /^\.(?:com|io|org|net|dev|ai|app|co|js|ts|md)\b/;
/** Hosts that every document links to, and that carry no key in an address. */
const HOSTS_OF_ALL: ReadonlySet<string> = new Set(['github', 'gitlab', 'bitbucket', 'facebook', 'twitter']);
/** An address that goes on to a key: in its query, or right behind the version of the API. */
const KEYED_ADDRESS = /^[^\s"'`<>]{2,70}?(?:key|token|secret|auth|pat|\/v\d)/i;

/** The words `findNear` knows, in lower case. */
export const NEAR_WORDS: readonly string[] = [...ROWS.keys()];

/** What begins the rest of a name that an ordinary word may be glued to. */
const GLUED = ['api', 'key', 'token', 'secret', 'auth', 'access', 'pass', 'client', 'app', 'admin'];
const IS_GLUED = new RegExp(`(?:${GLUED.join('|')})`, 'iy');
const GLUED_LETTERS = GLUED.map((word) => word.charAt(0)).join('');

/** What has to stand around one of the words. */
export function boundsOfNear(word: string): Bounds {
  return {
    apart: true,
    ...(isOrdinary(word) ? { letters: GLUED_LETTERS } : {}),
    ...(HOSTS_OF_ALL.has(word) ? { noAddress: true } : {}),
  };
}

/** A word that stands for other things more often than for the vendor. */
const isOrdinary = (word: string): boolean => ORDINARY_WORDS.has(word) || word.length < 5;

/**
 * The credentials that follow the context word `word`, in lower case, which stands at `at` in any case.
 *
 * Offsets are UTF-16 code units into the text. The cost does not depend on the size of the text.
 *
 * @param onPassed is told of values that have the shape and the name of one and are none.
 */
export function findNear(
  text: string,
  at: number,
  word: string,
  onPassed?: OnPassed,
): readonly StructureHit[] {
  const rows = ROWS.get(word);
  if (rows === undefined || !startsName(text, at)) return NOTHING;
  const end = at + word.length;
  // The vendor's own address is no name of a key.
  if (text.charCodeAt(end) === 46 && ADDRESS.test(text.slice(end, end + 5))) {
    if (HOSTS_OF_ALL.has(word) || !KEYED_ADDRESS.test(text.slice(end, end + 80))) return NOTHING;
  }
  const ordinary = isOrdinary(word);
  const glued = continues(text, end);
  if (glued && ordinary && !stands(IS_GLUED, text, end)) return NOTHING;
  const window = windowAfter(text, end, word);
  if (window.length < 8) return NOTHING;
  const hits: StructureHit[] = [];
  for (const row of rows) {
    row.pattern.lastIndex = 0;
    for (let tries = 0; tries < 4; tries++) {
      const match = row.pattern.exec(window);
      if (match === null || match.index > WAY + lengthOfName(text, end)) break;
      const start = end + match.index;
      if (hits.some((hit) => hit.start < start + match[0].length && start < hit.end)) continue;
      const gap = window.slice(0, match.index);
      if (!fits(row, word, ordinary, text.slice(Math.max(0, at - 60), at), gap, match[0])) continue;
      const why = whyNot(match[0], word, gap);
      if (why !== undefined) {
        onPassed?.(start, start + match[0].length, why);
        continue;
      }
      hits.push({ kind: row.format.id, start, end: start + match[0].length, evidence: 'context' });
      break;
    }
  }
  return hits;
}

/** How long the rest of a name is that goes on at a place, at most 48 UTF-16 code units. */
function lengthOfName(text: string, at: number): number {
  let end = at;
  while (end < at + 48 && isNameLike(text.charCodeAt(end))) end += 1;
  return end - at;
}

function stands(pattern: RegExp, text: string, at: number): boolean {
  pattern.lastIndex = at;
  return pattern.test(text);
}

/** Whether what stands between the word and a value, and before the word, makes it the name of a key. */
function fits(
  row: Row,
  word: string,
  ordinary: boolean,
  before: string,
  gap: string,
  value: string,
): boolean {
  if ((NOT_A_KEY.test(gap) && !/\bappid=$/i.test(gap)) || !CONNECTED.test(gap)) return false;
  if (/[;}]/.test(gap) || /\n[ \t]*\n[\s\S]*\n/.test(gap)) return false;
  const field = /[A-Za-z][\w -]{0,40}["'`\]]{0,2}\s{0,4}[:=(]{1,2}[^:=(]{0,4}$/.exec(gap)?.[0] ?? '';
  const nested = gap.includes('\n');
  const named =
    /key|token|secret|pat$/.test(word) ||
    NAME_SAYS_KEY.test(gap) ||
    / -[tk] ["']?$/.test(gap) ||
    (nested && SAYS_KEY.test(field)) ||
    /(?:key|token|secret|password|auth|clave|clé|schlüssel)[_. -]?(?:(?:for|of|de|für|from|to) ?)?$/i.test(
      before,
    );
  if (!named && isGivenAlone(gap, value, ordinary)) return true;
  if ((ordinary || row.needsName) && !named) return false;
  if (nested && !SAYS_KEY.test(gap)) return false;
  return named || SAYS_KEY.test(gap) || /\(.{0,80}["'`]$|\/v[0-9]{1,2}\/$/.test(gap);
}

const ALONE = /^(?:[ \t]{0,2}["']?[:=][ \t]{0,3}["'`]?| (?:with|using|via) ["'`]?)$/;
const CONSTRUCTOR = /^(?:client|api|sdk|service)\([ \t]{0,2}["'`]$/i;

/**
 * Whether a value that is long and of every sort of characters is all that is given to a vendor: `mockaroo: …`,
 * `we call mockaroo with …`, `lineClient("…")`. Digests are not of every sort.
 */
function isGivenAlone(gap: string, value: string, ordinary: boolean): boolean {
  if (value.length < 16 || !isVaried(value)) return false;
  if (CONSTRUCTOR.test(gap)) return true;
  return !ordinary && ALONE.test(gap) && !/^[0-9a-f-]{40}$|^[0-9a-f]{64}$|^[0-9a-f]{7,12}$/i.test(value);
}

/** Why a value of the row's shape is no secret: the name of an exclusion, or `too-weak`; undefined when it is one. */
function whyNot(value: string, word: string, gap: string): string | undefined {
  const context: Context = {
    place: 'near',
    key: `${word} key`,
    before: gap,
    after: '',
    quoted: true,
    literal: false,
  };
  return excludedBy(value, context) ?? (isLikely(value) ? undefined : TOO_WEAK);
}

function isLikely(value: string): boolean {
  if (/^[A-Za-z]{20}$/.test(value)) return classesOf(value) === 2;
  if (value.length < 14) return !isWalk(value) && /\d/.test(value) && /[A-Za-z]/.test(value);
  return isVaried(value);
}

/** The end of a line behind which a value may stand on the next. */
const GOES_ON = /[:={([,\]>|\\][ \t\r]*$/;
const ENDS_IN_VALUE = /[^\s"']{24}$/;

/** What follows the word, up to the next time it occurs, so that words in a row cost no more than their number. */
function windowAfter(text: string, end: number, word: string): string {
  const near = text.slice(end, end + WAY + 60);
  let stop = near.toLowerCase().indexOf(word);
  if (stop < 0) stop = near.length;
  let lines = 0;
  for (let i = near.indexOf('\n'); i >= 0 && i < stop; i = near.indexOf('\n', i + 1)) {
    lines += 1;
    if (lines > LINES || (lines === 1 && !GOES_ON.test(near.slice(0, i)))) {
      stop = i;
      break;
    }
  }
  // A window that was not cut short may begin a value that is longer than it.
  if (stop < near.length || !ENDS_IN_VALUE.test(near)) return near.slice(0, stop);
  return (
    near +
    (/^[^\s"'<>]*/.exec(text.slice(end + near.length, end + near.length + LONGEST))?.[0] ?? '') +
    (text[end + near.length] === undefined ? '' : '\n')
  );
}

function startsName(text: string, at: number): boolean {
  const before = text.charCodeAt(at - 1);
  return isSmall(before) ? isCapital(text.charCodeAt(at)) : !isCapital(before);
}

function continues(text: string, end: number): boolean {
  const last = text.charCodeAt(end - 1);
  const next = text.charCodeAt(end);
  if (!isWordly(last) || !(isSmall(next) || isCapital(next))) return false;
  return isCapital(last) || !isCapital(next);
}

function rowOf(format: Format): Row {
  return {
    format,
    pattern: new RegExp(
      `(?<![A-Za-z0-9_+%.-])(?:${format.shape})(?![A-Za-z0-9_+=-]|[./:%][A-Za-z0-9])`,
      format.ignoreCase === true ? 'gi' : 'g',
    ),
    needsName:
      /^\[[^\]]{1,24}\]\{(?:\d|1\d)(?:,\d+)?\}$/.test(format.shape) ||
      /\{8\}-\[0-9A-Fa-f\]\{4\}-/.test(format.shape) ||
      format.shape.startsWith('[^'),
  };
}

function byWord(rows: readonly Row[]): ReadonlyMap<string, readonly Row[]> {
  const map = new Map<string, Row[]>();
  for (const row of rows)
    for (const word of row.format.near ?? []) {
      const others = map.get(word);
      if (others === undefined) map.set(word, [row]);
      else others.push(row);
    }
  return map;
}
