import { KEY_WORDS_BY_KIND, type KeyKind } from './key-words.ts';
import { type Lately, rememberLately } from './lately.ts';

export type { KeyKind } from './key-words.ts';

/** The name a value is given to; offsets are UTF-16 code units into the text. */
export interface KeyName {
  readonly kind: KeyKind;
  readonly start: number;
  readonly end: number;
  readonly name: string;
}

const KIND_OF = new Map(
  KEY_WORDS_BY_KIND.flatMap(([kind, words]) => words.map((word) => [word, kind] as const)),
);

/** The words of keys that hold secrets, as they are looked for, in lower case. */
export const KEY_WORDS: readonly string[] = [...KIND_OF.keys()];

/** A name is never longer than this to either side of its word. */
const SIDE = 48;

/** What may be glued to the word in the same case: `secretkey`, `TOKENVALUE`. */
const GLUED = /^(?:key|token|secret|value|val|string|str|base|s?$|\d{1,4}$)/i;

/** Parts after the word by which the value is something about the secret. */
const ABOUT =
  /^(?:args?|argument|field|label|placeholder|hint|help|length|len|min|max|size|type|types|url|urls|uri|endpoint|path|paths|file|files|filename|dir|name|names|id|ids|policy|reset|expiry|expires|expired|expiration|exp|ttl|age|count|limit|limits|header|headers|prefix|suffix|regex|regexp|pattern|error|errors|message|messages|msg|title|description|desc|required|algorithm|alg|algo|provider|version|kind|class|ref|arn|store|manager|input|visible|visibility|enabled|disabled|strength|format|encoder|encoding|hasher|generator|validator|handler|callback|fn|func|function|index|idx|position|pos|start|end|line|lines|column|offset|range|budget|usage|usages|rate|cost|price|balance|supply|symbol|address|contract|list|set|map|stream|iterator|iter|parser|lexer|kinds|source|sources|status|state|changed|updated|created|at|date|time|timestamp|button|link|page|form|view|screen|modal|dialog|icon|text|tooltip|event|action|method|strategy|scheme|flow|grant|scope|scopes|audience|issuer|realm|domain|host|hostname|port|server|service|client|user|username|email|rotation|mount|env|environment|variable|var|template|sample|example|only|first|last|next|prev|previous|not|is|are|was|cannot|must|should|has|can|and|or|in|for|with|by|from|selector|attr|attribute|attributes|css|style|color|count|total|mode|option|options|schema|property|properties|hash|hashed|hashes|digest|salt|checksum|fingerprint|meta|metadata|config|configs|settings|module|modules|package|plugin|spec|test|tests|ptr|len|mask|masked|rule|rules|plus|public|pub|cache|cached|storage|lookup|table|column|detector|scanner|finder|matcher|counter|less|signature|nonce|encryption|decryption|err|blob|mgr|encode|decode|ization|izer|ize|ized|izing)$/;

/** Whether a word after the name of a secret makes it something about the secret: `password policy`. */
export function isAbout(word: string): boolean {
  return ABOUT.test(word.toLowerCase());
}

/** Parts before the word by which it is no secret at all. */
const NO_SECRET =
  /^(?:csrf|xsrf|next|page|prev|previous|continuation|continue|cursor|cancel|cancellation|cancelation|abort|design|syntax|lexer|parser|css|html|markdown|is|has|show|hide|toggle|no|without|invalid|missing|wrong|expired|forgot|forgotten|validate|check|verify|max|min|num|total|prompt|completion|input|output|public|publishable|current|peek|eat|expect|keyword|operator|punctuation|comment|eof|stop|start|end|begin|close|open|left|right|last|first|math|inline|cached|per|non|the|sync|resume|text|image|audio|reasoning|special|bos|eos|pad|unk|mask|sep|cls|injection|inject|di|provider)$/;

/**
 * The name that the word found at `at` stands in, when such a name promises a secret.
 *
 * Looks at most 48 UTF-16 code units to either side of the word.
 */
export function keyNameAt(text: string, at: number): KeyName | undefined {
  const word = longestWordAt(text, at);
  if (word === undefined) return undefined;
  const from = at + word.lead;
  const to = from + word.length;
  let begin = from;
  while (begin > 0 && from - begin < SIDE && isOfName(text.charCodeAt(begin - 1))) begin -= 1;
  if (from - begin >= SIDE) return undefined;
  const close = endOfSuffix(text, to);
  if (close - to >= SIDE) return undefined;
  if (word.isShort && !isShortPassword(text, from, to)) return undefined;
  if ((begin !== from || close !== to) && !isSuitable(text, word, begin, from, close)) return undefined;
  let start = begin;
  while (start < from && LEADS.includes(text.charAt(start))) start += 1;
  return { kind: word.kind, start, end: close, name: text.slice(start, close) };
}

/** What a name does not begin with. */
const LEADS = '.$-';

/** Where what belongs to a name behind its word ends. */
function endOfSuffix(text: string, to: number): number {
  RIGHT.lastIndex = to;
  if (!RIGHT.test(text)) return to;
  let end = RIGHT.lastIndex;
  // A property may be set or compared by a method of its own: `storePassword.set("…")`, `pwd.equals("…")`.
  if (text.charCodeAt(end) === 0x28) return end - (METHOD.exec(text.slice(to, end))?.[0].length ?? 0);
  while (end > to && JOINTS.includes(text.charAt(end - 1))) end -= 1;
  return end;
}

const METHOD = /\.(?:set|equals(?:IgnoreCase)?)$/;
/** What a name does not end with. */
const JOINTS = '-_.';

/** Whether what stands around a word of keys leaves it the name of a secret; a word by itself always is. */
function isSuitable(text: string, word: KeyWord, begin: number, from: number, close: number): boolean {
  const to = from + word.length;
  const left = text.slice(begin, from);
  // Its case counts only where something stands behind it.
  const name = close === to && !word.isSpecial ? left : text.slice(begin, close);
  return (
    word.lately.given(name, '', left.length) ??
    word.lately.give(
      suits(left, text.slice(from, to), text.slice(to, close), word.text),
      name,
      '',
      left.length,
    )
  );
}

const RIGHT = /[A-Za-z0-9_-]{0,48}(?:\.[A-Za-z][A-Za-z0-9_-]{0,24}){0,2}/y;

/** A word of keys; what of it stands before the name itself, and how long that is, in UTF-16 code units. */
interface KeyWord {
  readonly text: string;
  readonly kind: KeyKind;
  readonly lead: number;
  readonly length: number;
  readonly isShort: boolean;
  /** Its own case counts, or what stands around it. */
  readonly isSpecial: boolean;
  /** What was found lately of names that have it. */
  readonly lately: Lately<boolean>;
}

/** Words of which less or more may stand around them than around others. */
const SPECIAL =
  /^(?:pw[ :=]|pwd|["' ]auth|senha|oauth|_pat|_pass|["'.]pass|<pass>|pass(?:| ?:)=|pass =|pass:|psk|--pass|_pw|_auth)$/;

/** By their first two characters, the longest first. */
const BY_START = new Map<number, KeyWord[]>();
for (const [text, kind] of [...KIND_OF].sort(([one], [other]) => other.length - one.length)) {
  const trimmed = text.replace(/["':=>\s]{1,3}$/, '');
  const lead = /^["'\s.<?&-]*/.exec(trimmed)?.[0].length ?? 0;
  const isShort = text.startsWith('pw') && text !== 'pwd';
  const isSpecial = SPECIAL.test(text) || text.startsWith('_key');
  const length = trimmed.length - lead;
  const word: KeyWord = { text, kind, lead, length, isShort, isSpecial, lately: rememberLately() };
  const others = BY_START.get(startAt(text, 0));
  if (others === undefined) BY_START.set(startAt(text, 0), [word]);
  else others.push(word);
}

function longestWordAt(text: string, at: number): KeyWord | undefined {
  const words = BY_START.get(startAt(text, at));
  if (words === undefined) return undefined;
  for (const word of words) if (standsAt(text, at, word.text)) return word;
  return undefined;
}

/** Two characters, in lower case, as a number. */
function startAt(text: string, at: number): number {
  return (smallAt(text, at) << 16) | smallAt(text, at + 1);
}

/** Whether a word in lower case stands at a place, in any case. */
function standsAt(text: string, at: number, word: string): boolean {
  for (let i = 0; i < word.length; i++) if (smallAt(text, at + i) !== word.charCodeAt(i)) return false;
  return true;
}

/** A character in lower case. */
function smallAt(text: string, at: number): number {
  const unit = text.charCodeAt(at);
  if (unit < 0x80) return unit >= 0x41 && unit <= 0x5a ? unit | 0x20 : unit;
  return text.charAt(at).toLowerCase().charCodeAt(0);
}

/** Letters and digits of ASCII, `_`, `$`, `.` and `-`. */
function isOfName(unit: number): boolean {
  if (unit > 0x7a || unit < 0x24) return false;
  if (unit >= 0x61 || (unit >= 0x41 && unit <= 0x5a) || (unit >= 0x30 && unit <= 0x39)) return true;
  return unit === 0x5f || unit === 0x24 || unit === 0x2e || unit === 0x2d;
}

function suits(left: string, word: string, suffix: string, literal: string): boolean {
  const glued = /^[A-Za-z0-9]/.test(suffix) && sameCase(word, suffix);
  if (glued && !GLUED.test(suffix)) return false;
  if (SPECIAL.test(literal)) {
    if (glued) return false;
    if (/^(?:_pw|pw)/.test(literal) && suffix !== '') return false;
    if (literal === 'senha' && /[A-Za-z]$/.test(left)) return false;
    if (literal === 'pass:' && left !== '') return false;
    // In the middle of base64: `v5PSk2dG`.
    if (literal === 'psk' && (/[A-Za-z]$/.test(left) || !/^(?:psk|[Pp]sk|PSK)$/.test(word))) return false;
    if (/^pass(?::| ?:?=)$/.test(literal) && /[A-Za-z]$/.test(left) && !isPassOf(left, word)) return false;
    if (literal === 'pwd' ? !startsPart(left, word) : literal.startsWith('pw') && left !== '' && left !== '$')
      return false;
  }
  if (literal.startsWith('_key') && !isKeyOfEnvironment(left + word, literal === '_key=')) return false;
  const after = segments(suffix);
  if (after.some((part) => ABOUT.test(part))) return false;
  const before = segments(left);
  if (/token|bearer/i.test(word) && before.some((part) => NO_SECRET.test(part))) return false;
  return !before.some((part) =>
    /^(?:csrf|xsrf|is|has|show|hide|toggle|no|invalid|missing|wrong|forgot|check|validate|verify|max|min|public|publishable|without)$/.test(
      part,
    ),
  );
}

/** `YANDEX_TRANSLATE_KEY=`; not the keys of tables, caches, stores and files. */
function isKeyOfEnvironment(name: string, inCapitals: boolean): boolean {
  return (
    (inCapitals
      ? /^[A-Z][A-Z0-9]{1,30}(?:_[A-Z0-9]{1,30}){0,4}_KEY$/
      : /^[a-z][a-z0-9]{1,30}(?:_[a-z0-9]{1,30}){0,4}_key$/i
    ).test(name) &&
    !/(?:^|_)(?:PUBLIC|PUB|PRIMARY|FOREIGN|SORT|PARTITION|RANGE|CACHE|HOST|S3|OBJECT|IDEMPOTENCY|KNOWN|GPG|SSH|BUCKET|PROJECT|ROUTING|MAP|INDEX|ROW|REGISTRY|LOCAL|SITE|ISSUE|GROUP|LOOKUP|UNIQUE|HASH|DEDUPE?|TRANSLATION|I18N|SEARCH|CONFIG|VERIFY|VERIFICATION|OLD|NEW|ACCOUNT|MESSAGE|FILE|TABLE|TASK|JOB|LOCK|REDIS|QUERY|REQUEST|STATE|STORE|EVENT|USER|MODEL|DATA)_KEY$/i.test(
      name,
    )
  );
}

/** `pw` is two letters only: it has to stand like a word of its own with a value after it. */
function isShortPassword(text: string, from: number, to: number): boolean {
  return (
    /^$|[\s"'(*$]/.test(text.charAt(from - 1)) &&
    /^(?: ?[:=] | ?= ?| <- | is | ist )\S/.test(text.slice(to, to + 6))
  );
}

/** `PGPASS`, `VPNPASS`; not the words that end so. */
function isPassOf(left: string, word: string): boolean {
  return (
    word === 'PASS' && /(?:^|_)[A-Z]{2,8}$/.test(left) && !/(?:^|_)(?:BY|COM|TRES|SUR|OVER|UNDER)$/.test(left)
  );
}

/** `ADMIN_PWD`, `db.pwd`, `userPwd`, `userPWD`; not the shell's `PWD` of another time. */
function startsPart(left: string, word: string): boolean {
  if (/^(?:old_?|o|c)$/i.test(left)) return false;
  return left === '' || /[_.$-]$/.test(left) || (/[a-z]$/.test(left) && word.startsWith('P'));
}

function sameCase(word: string, suffix: string): boolean {
  const last = word.charAt(word.length - 1);
  const first = suffix.charAt(0);
  if (/[0-9]/.test(first)) return false;
  return !(/[a-z]/.test(last) && /[A-Z]/.test(first));
}

/** The parts of a name, in lower case: `DB_ROOT-passWord` has four. */
export function segments(name: string): readonly string[] {
  return (name.match(/[A-Z]+(?![a-z])|[A-Z]?[a-z]+|[0-9]+/g) ?? []).map((part) => part.toLowerCase());
}
