import type { Context } from '../exclusions/exclusion.ts';
import { excludedBy, excludedPassword } from '../exclusions/exclusions.ts';
import { type OnPassed, TOO_WEAK } from '../exclusions/passed.ts';
import { unlessExcluded } from '../exclusions/unless-excluded.ts';
import { lineBefore, matchAt, NOTHING } from '../structures/reading.ts';
import type { Structure, StructureHit } from '../structures/structure.ts';
import { isChosen, isPhrase, isWalkedPassword } from './chosen.ts';
import { isAbout, KEY_WORDS, type KeyKind } from './key-names.ts';
import { isIssued, isUnlikeWords, UNLIKE_A_WORD, withoutStops } from './unlike-words.ts';
import { classesOf, isVaried } from './variety.ts';

/** What people call a credential when they write about it: English, German, French, Spanish, Italian and further. */
const WORDS: readonly (readonly [KeyKind, string])[] = [
  [
    'password',
    'pw |psk |wifi key|wi-fi key|wlan key|wlan-key|network key|password|passphrase|passcode|passwort|kennwort|kenncode|passwd|mot de passe|mdp|contraseña|clave|senha|palavra-passe|wachtwoord|lösenord|lösenordet|adgangskode|salasana|hasło|heslo|jelszó|parola|пароль|パスワード|暗証番号|密码|密碼|口令|비밀번호|şifre',
  ],
  [
    'api-key',
    'api key|api-key|apikey|my key|our key|this key|is the key|access key|secret key|private key|schlüssel|clé|llave|chiave|chave|sleutel|ключ|キー|密钥|密鑰|klucz',
  ],
  ['access-token', 'token |token“|jeton|トークン|令牌|токен'],
  ['secret-value', 'geheimnis|シークレット'],
];
const KIND_OF: ReadonlyMap<string, KeyKind> = new Map(
  WORDS.flatMap(([kind, words]) => words.split('|').map((word) => [word, kind] as const)),
);
/** The words by their first character, the longest first. */
const BY_FIRST = new Map<string, string[]>();
for (const word of [...KIND_OF.keys()].sort((one, other) => other.length - one.length)) {
  const others = BY_FIRST.get(word.charAt(0));
  if (others === undefined) BY_FIRST.set(word.charAt(0), [word]);
  else others.push(word);
}
/** What these are given to with an operator is read as an assignment. */
const ASSIGNED = new Set(KEY_WORDS);

const VALUE = String.raw`[*_]{0,2}["'\x60“„«»‘「『]?[ \u00a0]?([!#-&(-;=?-_a-~À-ɏ]{6,512})`;
const AFTER_WORDS = String.raw`(?:[ \t](?:\([^()\r\n]{1,40}\)|[\p{L}\w@.'’/-]{1,24})){0,8}?`;
const VERB = String.raw`[ \t](?:is|was|ist|c['’]est|war|lautet|hei(?:ß|ss)t|est|es|era|fue|foi|è|é|to|luidt|wordt|это|to jest|är|er|on)(?: now| still| jetzt)?[ \t]{0,2}:?[ \t]{1,2}`;
const COLON = String.raw`(?:[ \u00a0]{0,2}[:：＝]\*{0,2}[ \t\u00a0]{0,2}|[ ](?:[–—→-]|[-=]>)[ ])`;
/** What a colon may follow after the word: whose it is, not what happens to it. */
const FOR = String.raw`(?:[ \t](?:for|of|to|on|from|in|at|admin|root|para|del|de|für|zum|zur|pour|du|della|di|dell['’]\p{L}{1,20}|voor|van|do|da|dla|от|для|till|til)(?=[ \t:：])|(?=[ \t]\())`;
/** A sentence that goes on to the value: `… for the staging box is `, `… от сервера: `. */
const SAID = new RegExp(`(?:${AFTER_WORDS}${VERB}|(?:${FOR}${AFTER_WORDS})?${COLON})${VALUE}`, 'uy');
/** Logs are in English and of passwords and tokens; elsewhere more may be said in between: `the api key you asked for: `. */
const SAID_FREELY = new RegExp(`${AFTER_WORDS}(?:${VERB}|${COLON})${VALUE}`, 'uy');
const IN_CJK = new RegExp(
  String.raw`(?:[\p{L}]{0,12}?(?:は[、]?|が|是|为|為|는|은)[:：]?|[ ]{0,2}[:：=＝])[ \u3000]{0,2}${VALUE}`,
  'uy',
);
const DIRECT = new RegExp(String.raw`[ \t]{1,2}${VALUE}`, 'uy');
/** Before a word that its value follows without anything between. */
const LED_BY =
  /(?:^|[^\p{L}])(?:(?:use|uses|using|used|with|try|enter|type|mit|avec|con|com|met|nutze|verwende|utilise|usa|usando)(?: [\p{L}'-]{1,16}){0,3}|(?:user|username|login|benutzer|utilisateur|usuario|usuário|utente|gebruiker|用户名|用户|ユーザー名?|account)[ :：]{1,2}[\w.@-]{2,40}(?:,| and| und| et| y| e| en|，|、)?|^[ \t]{0,8}(?:[\w.()-]{1,24}[>#] ?)?(?:set|username|enable|ppp|neighbor|aaa|user|radius)(?: [\w.@/-]{1,40}){0,8}) $/iu;
/** Before a word whose value stands before it: `we use … as the admin password`. */
const AS_THE =
  /(?:^|[ "'`])([!#-&(-;=?-_a-~]{6,64})["'`]? (?:as|for|als|como|comme) (?:[a-zé]{1,12} ){0,3}$/iu;
const LETTER = /[A-Za-zÀ-ɏ]/;

const SAID_TO_BE: Context = {
  place: 'named',
  key: 'password',
  before: '',
  after: '',
  quoted: true,
  literal: true,
};
const SAID_TO_BE_KEY: Context = { ...SAID_TO_BE, key: 'api key' };
/** An address, a file, a word and a unit, a call. */
const OF_PROSE =
  /[()]|^\w{1,20}:|^[\w.+-]{1,64}@[\w-]{1,64}\.|^[\w.-]{0,40}\/[\w./-]{1,200}$|^\d{1,4}[-\s]?[a-z-]{1,20}$|^[a-z]{1,5}-?\d{1,3}$|^[a-z]{1,7}\d$/i;

/** What stands behind is somebody or something else: `the password for user: `. */
const OF_ANOTHER =
  /(?:user|name|login|host|mail|id|account|time|date|version|type|length|hash|email)\*{0,2}[ \t]?[:：][^:：]{0,6}$/i;

/** Whether what is said to be one reads like one: somebody's password, or what only a machine gives out. */
function whyNot(given: string, kind: KeyKind, lead: string): string | undefined {
  const value = /[^\0-\x7f]/.test(given) ? folded(given) : given;
  if (value.length < 6 || OF_ANOTHER.test(lead)) return TOO_WEAK;
  if (kind !== 'password') {
    if (!/^[\w+/=.~:-]+$/.test(value) || /\d:\d\d:\d/.test(value)) return TOO_WEAK;
    const why = excludedBy(value, SAID_TO_BE_KEY);
    return why ?? (value.length >= 12 && /\d/.test(value) && isVaried(value) ? undefined : TOO_WEAK);
  }
  if (/^(?:[a-z]{2,12} ){3,7}[a-z]{2,12}$/.test(value)) return isPhrase(value) ? undefined : TOO_WEAK;
  const why = excludedBy(value, SAID_TO_BE);
  if (why === 'keyboard-walk' && isWalkedPassword(value)) return excludedPassword(value);
  if (why !== undefined) return why;
  if (!/[A-Za-z]/.test(value)) return TOO_WEAK;
  if (/\d/.test(value))
    return OF_PROSE.test(value) && !(value.length >= 16 && isVaried(value)) ? TOO_WEAK : undefined;
  if (OF_PROSE.test(value)) return TOO_WEAK;
  if (classesOf(value.replace(/[-'’.]/g, '')) >= 3 || /^[a-z]{3,20}[!#$%&*+=@^~][a-z]{3,20}$/i.test(value))
    return undefined;
  // Adjectives have hyphens too: "the password is case-sensitive".
  return isChosen(value) && (!/[a-zé][ \t]{1,3}$/.test(lead) || isOfThree(value)) ? undefined : TOO_WEAK;
}

/** Three words and more, none of them one of those that adjectives are put together with. */
function isOfThree(value: string): boolean {
  return /^[a-z]{4,16}(?:-[a-z]{4,16}){2,5}$/.test(value);
}

/** Without the accents of its letters, which are no signs of punctuation. */
function folded(value: string): string {
  return value
    .normalize('NFD')
    .replace(/\p{M}+/gu, '')
    .replaceAll('ß', 'ss');
}

/** A capital that an engine which knows the cases of ASCII does not find for a small letter. */
function isCapitalCyrillic(unit: number): boolean {
  return unit >= 0x400 && unit < 0x430;
}

/**
 * An engine looks for three characters at least, so shorter words come with what they go on with; and it knows the
 * two cases of ASCII only, so a Cyrillic word is looked for without its first letter.
 */
function literalsOf(word: string): readonly string[] {
  if (word.length < 3) return [...'是为為はが：: ='].map((next) => word + next);
  return [isCyrillic(word.charCodeAt(0)) ? word.slice(1) : word];
}

function isCyrillic(unit: number): boolean {
  return unit >= 0x400 && unit < 0x530;
}

/** What a sentence says is a password or a key: `Der API-Schlüssel lautet …`, `パスワードは…です`, `use the passphrase …`. */
export const saidSecret: Structure = {
  id: 'said-secret',
  literals: [...KIND_OF.keys()].flatMap(literalsOf),
  findAt(text, found, onPassed) {
    const at =
      isCyrillic(text.charCodeAt(found)) && isCyrillic(text.charCodeAt(found - 1)) ? found - 1 : found;
    const here = text.slice(at, at + 16).toLowerCase();
    const word = BY_FIRST.get(here.charAt(0))?.find((one) => here.startsWith(one));
    const kind = word === undefined ? undefined : KIND_OF.get(word);
    if (word === undefined || kind === undefined) return NOTHING;
    const end = at + word.trimEnd().length;
    const next = text.charCodeAt(end);
    // Code has quotes, operators or letters here; a sentence goes on.
    const goesOn = next === 32 || next >= 0x80;
    if (isEnd(text.charAt(end))) {
      const named = apposed(text, end) ?? readBefore(lineBefore(text, at, 100), at);
      return named === undefined ? NOTHING : judged(named, kind, at, onPassed);
    }
    if (
      !goesOn &&
      ((ASSIGNED.has(word) && !isCapitalCyrillic(text.charCodeAt(at))) || (next !== 58 && next !== 61))
    )
      return NOTHING;
    if (LETTER.test(text.charAt(end))) return NOTHING;
    if (
      kind !== 'password' &&
      !word.startsWith('api') &&
      word.charCodeAt(0) < 0x80 &&
      LETTER.test(text.charAt(at - 1))
    )
      return NOTHING;
    if (/[$_.]/.test(text.charAt(at - 1))) return NOTHING;
    const gone = next === 32 && kind === 'password' ? exchanged(text, end) : NONE;
    if (gone.length > 0) return gone.flatMap((one) => judged(one, kind, at, onPassed));
    const read = said(text, end, linkOf(word)) ?? (next === 32 ? unsaid(text, at, end, kind) : undefined);
    return read === undefined ? NOTHING : judged(read, kind, at, onPassed);
  },
};

function judged(
  read: Read,
  kind: KeyKind,
  at: number,
  onPassed: OnPassed | undefined,
): readonly StructureHit[] {
  const why = whyNot(read.value, kind, read.lead);
  // Its place is that of the word, as where a value is given to a name.
  const passed: OnPassed | undefined = onPassed && ((from, to, reason) => onPassed(from, to, reason, at));
  const piece = { start: read.start, end: read.start + read.value.length };
  return unlessExcluded(why, kind, piece, 'context', passed);
}

/** Whether a sentence ends behind the word. */
function isEnd(next: string): boolean {
  return next === '' || '.,;?!\n\r'.includes(next);
}

function linkOf(word: string): RegExp {
  if (word.charCodeAt(0) >= 0x1100) return IN_CJK;
  return /^(?:passw(?:or)?d|passphrase|passcode|token )$/.test(word) ? SAID : SAID_FREELY;
}

/** Words that say something about a secret in a name of code, and lead on to its value in a sentence. */
const OF_SENTENCES =
  /^(?:for|in|is|are|was|at|on|of|to|by|with|from|and|or|first|last|next|previous|only|set|server|service|client|user|username|email|host|env|environment|example|test|service|updated|created|changed|has|can|must|should|not)$/i;

/** A value that a sentence seems to give; `lead` is what stands between the word and it. */
interface Read {
  readonly start: number;
  readonly value: string;
  readonly lead: string;
}

function said(text: string, end: number, link: RegExp): Read | undefined {
  const strict = matchAt(link, text, end);
  const match = strict ?? (link === SAID ? matchAt(SAID_FREELY, text, end) : undefined);
  const run = match?.[1];
  if (!match || run === undefined) return undefined;
  if (
    !strict &&
    !(
      /[a-z]{3}/i.test(run) &&
      /\d/.test(run) &&
      run.length >= 8 &&
      OF_SOMEBODY.test(match[0].slice(0, -run.length))
    )
  )
    return undefined;
  const lead = match[0].slice(0, match[0].length - run.length);
  const first = /^ ([A-Za-z]{2,24}) [^:]/.exec(lead)?.[1];
  if (first !== undefined && !OF_SENTENCES.test(first) && isAbout(first)) return undefined;
  return { start: end + lead.length, value: withoutStops(run), lead };
}

/** A value right behind the word or before it, without a verb; it has to look like one the more. */
function unsaid(text: string, at: number, end: number, kind: KeyKind): Read | undefined {
  const line = lineBefore(text, at, 100);
  const match = matchAt(DIRECT, text, end);
  const run = match?.[1];
  if (match && run !== undefined && kind !== 'password' && isIssued(withoutStops(run)))
    return { start: end + match[0].length - run.length, value: withoutStops(run), lead: '' };
  if (match && run !== undefined && (isUnlikeWords(run) || (UNLIKE_A_WORD.test(run) && LED_BY.test(line))))
    return { start: end + match[0].length - run.length, value: withoutStops(run), lead: '' };
  const quoted = kind === 'password' ? matchAt(QUOTED_VALUE, text, end)?.[1] : undefined;
  if (quoted !== undefined && classesOf(quoted.replace(/[-._]/g, '')) >= 3)
    return { start: end + 2, value: quoted, lead: '' };
  const aside = kind === 'password' ? matchAt(ASIDE, text, end)?.[1] : undefined;
  if (aside !== undefined && /\d/.test(aside) && classesOf(aside.replace(/[-'’.]/g, '')) >= 3)
    return { start: text.indexOf(aside, end), value: aside, lead: '' };
  const phrase = kind === 'password' ? matchAt(QUOTED_PHRASE, text, end)?.[1] : undefined;
  if (phrase !== undefined) return { start: end + 2, value: phrase, lead: '' };
  return readBefore(line, at);
}

/** A word in quotes right behind, with a sign or a digit that no word has: `is the password "Tiramisu!" too short`. */
const QUOTED_VALUE = / ["'`“„](?=[^\s"'`]{0,24}[\d!#$&*+=@^~])([A-Za-z][\w!#$&*+=@^~.-]{5,40})["'`”“]/y;
/** In brackets: `the password (…) has expired`. */
const ASIDE = / \(["'`]?([!#-&*+\--;=?-_a-~]{8,64})["'`]?\)/y;
const QUOTED_PHRASE = / ["“„]((?:[a-z]{2,12} ){3,7}[a-z]{2,12})["”“]/y;

const APPOSED = /, ["'`]?([!#-&(-+\--;=?-_a-~]{8,64})["'`]?,/y;

/** `my password, Dumbledore!7, has a sign in it`. */
function apposed(text: string, end: number): Read | undefined {
  if (text.charCodeAt(end) !== 44) return undefined;
  const value = matchAt(APPOSED, text, end)?.[1];
  if (value === undefined || classesOf(value.replace(/[-'’.]/g, '')) < 3) return undefined;
  return { start: text.indexOf(value, end), value, lead: '' };
}

const NONE: readonly Read[] = [];
const EXCHANGED = new RegExp(String.raw` (?:from|von|de) ${VALUE} (?:to|in|auf|zu|a|à) ${VALUE}`, 'uy');

/** Two in a row: `the password from … to …`. */
function exchanged(text: string, end: number): readonly Read[] {
  const match = matchAt(EXCHANGED, text, end);
  const [all, old, given] = match ?? [];
  if (all === undefined || old === undefined || given === undefined) return NONE;
  const values = [withoutStops(old), withoutStops(given)];
  if (!values.every((value) => UNLIKE_A_WORD.test(value))) return NONE;
  return [old, given].map((run, i) => ({
    start: end + (i === 0 ? all.indexOf(run) : all.length - run.length),
    value: withoutStops(run),
    lead: '',
  }));
}

/** Somebody gave it: `the temporary password they sent me: `. */
const OF_SOMEBODY =
  /[ ](?:i|me|my|we|us|our|you|he|she|they|ich|mir|wir|uns|er|sie|il|elle|nous|yo|nos)(?= )[^:]{0,60}: ?$/i;

/** A value before the word that ends its line: `"…" as my `. */
function readBefore(line: string, at: number): Read | undefined {
  const before = / (?:as|for|als|como|comme) /i.test(line) ? AS_THE.exec(line) : null;
  const value = before?.[1];
  if (!before || value === undefined || !/\d/.test(value)) return undefined;
  return { start: at - line.length + before.index + before[0].indexOf(value), value, lead: '' };
}
