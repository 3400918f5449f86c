import type { Context } from '../exclusions/exclusion.ts';
import { excludedHere, excludedPassword } from '../exclusions/exclusions.ts';
import { type OnPassed, TOO_WEAK } from '../exclusions/passed.ts';
import { NOTHING, valueAt } from '../structures/reading.ts';
import type { Structure, StructureHit } from '../structures/structure.ts';
import {
  hasCompanion,
  hasLogin,
  isChosen,
  isLongPhrase,
  isMixed,
  isPhrase,
  isSignedPhrase,
  isName,
  isOneWord,
  isWalkedPassword,
  namesService,
} from './chosen.ts';
import { isSecret } from './judge.ts';
import { type Lately, rememberLately } from './lately.ts';
import { KEY_WORDS, type KeyKind, type KeyName, keyNameAt } from './key-names.ts';
import { isGivenInProse, isSettingsLine } from './settings-line.ts';
import { classesOf, isOfAllSigns } from './variety.ts';
import { bearerAfter, type Given, valueAfter } from './value-after.ts';

/** Words that say it without an operator: what follows in quotes is the password. */
const IDENTIFIED = ['identified by', 'identified with'];
const MYSQL = ['mysql', 'mariadb', 'mysqldump', 'sshpass'];

const PASS = /(?:^|\.)pass$/i;
const SHORT_NAME = /^pwd?$/i;
const WRITTEN_OUT = /^(?:[a-z.-]{1,40}\.)?password$/;
const CONSTANT = /^[A-Z][A-Z0-9_]+$/;

/** Values that are known by the name they are given to: `password=…`, `"apiKey": "…"`, `the token is …`. */
export const ASSIGNMENTS: Structure = {
  id: 'assignments',
  literals: [...KEY_WORDS, ...IDENTIFIED, ...MYSQL],
  findAt(text, at, onPassed, isKnown) {
    const first = text.charCodeAt(at) | 0x20;
    if (first === 0x69 && isOneAt(IDENTIFIED, text, at))
      return inQuotesAfter(text, at + 'identified'.length, onPassed);
    if ((first === 0x6d || first === 0x73) && isOneAt(MYSQL, text, at)) return ofCommand(text, at, onPassed);
    if (beginsPairs(text, at)) return NOTHING;
    const key = keyNameAt(text, at);
    if (key === undefined) return NOTHING;
    const given = isBearer(key) ? bearerAfter(text, key.end) : valueAfter(text, key.start, key.end);
    if (given === undefined) return NOTHING;
    if (isKnown?.(text, given.start, given.end) === true) return [hitOf(key, given)];
    return judged(text, key, given, onPassed);
  },
};

const EQUALS = 61;
const COLON = 58;

/**
 * Whether keys and values stand in a row without anything between, `password=1password=2…`, of which none can be told
 * from the next: within 64 characters more than two signs, and nothing that ends a value.
 */
function beginsPairs(text: string, at: number): boolean {
  let from = at;
  while (from < at + 16 && (text.charCodeAt(from) | 0x20) >= 0x61) from += 1;
  if (text.charCodeAt(from) !== EQUALS) return false;
  let pairs = 0;
  for (let i = from + 1; i <= from + 64; i++) {
    const unit = text.charCodeAt(i);
    if (unit === EQUALS || unit === COLON) pairs += 1;
    else if (!(unit > 63 || (unit >= 48 && unit <= 57) || (unit >= 43 && unit <= 46)) || unit === 96)
      return false;
  }
  return pairs > 2;
}

/** The value as a hit, unless something speaks against it. */
function judged(
  text: string,
  key: KeyName,
  given: Given,
  onPassed: OnPassed | undefined,
): readonly StructureHit[] {
  // Nobody asks why: what is plainly too weak needs no reason looked for.
  if (onPassed === undefined && isPlainlyWeak(text, key, given)) return NOTHING;
  const why = whyNot(text, key, given);
  if (why === undefined) return [hitOf(key, given)];
  onPassed?.(given.start, given.end, why, key.start);
  return [];
}

const SECRET_LATELY: Readonly<Record<KeyKind, Lately<boolean>>> = {
  password: rememberLately(),
  'api-key': rememberLately(),
  'access-token': rememberLately(),
  'secret-value': rememberLately(),
};

/** Whether a value is too weak whatever speaks against it: most of what code gives to a token. */
function isPlainlyWeak(text: string, key: KeyName, { start, end, form }: Given): boolean {
  if (end - start < (key.kind === 'password' ? 4 : 8)) return true;
  if (key.kind === 'password' || end - start > 64) return false;
  const value = text.slice(start, end);
  // The least that is asked of any.
  if (value.includes(' ')) return !/secret/i.test(key.name) && !isOfAllSigns(value);
  if (value.length < 10 && classesOf(value) < 3) return true;
  const lately = SECRET_LATELY[key.kind];
  const before = lately.given(value, key.name, form);
  return !(before ?? lately.give(isSecret(value, key.kind, form, key.name), value, key.name, form));
}

/** Why a value is no secret: the name of an exclusion, or `too-weak`; undefined when it is one. */
function whyNot(text: string, key: KeyName, given: Given): string | undefined {
  const value = text.slice(given.start, given.end);
  if (value.length < 4) return TOO_WEAK;
  const isSetting =
    isSettingsLine(text, key, given) ||
    isGivenInProse(text, key, given) ||
    isSaidBesideLogin(text, key, given, value) ||
    isNoted(text, key, given);
  const excluded = excludedHere(value, contextOf(text, key, given, isSetting));
  if (excluded === 'keyboard-walk' && key.kind === 'password' && isWalkedPassword(value))
    return excludedPassword(value);
  if (excluded === 'code-reference' && isSetting && isChosen(value)) return undefined;
  if (excluded === 'sentence' && (isPhraseOf(value, key, given) || isOfAllSigns(value))) return undefined;
  if (excluded !== undefined) return excluded;
  const isPass = PASS.test(key.name) && (given.form === 'code' || given.form === 'prose');
  if (
    isPass &&
    !(
      isMixed(value) ||
      (given.quoted && /[A-Za-z]{4}.*\d|[A-Za-z]\d[A-Za-z]/.test(value) && value.length >= 8) ||
      namesService(key.name) ||
      namesService(PATH_TO.exec(text.slice(Math.max(0, key.start - 40), key.start))?.[1] ?? '') ||
      hasCompanion(text, key.start, given.end)
    )
  )
    return TOO_WEAK;
  if (isSecret(value, key.kind, given.form, key.name)) return undefined;
  if (key.kind !== 'password') return TOO_WEAK;
  if (isSetting && (isName(value) || isOneWord(value) || isChosen(value))) return undefined;
  if (given.form === 'prose') return TOO_WEAK;
  // Nothing but a password is set so.
  if ((given.form === 'setter' || isFlag(key, given) || isServiceElement(key, given)) && isName(value))
    return undefined;
  if (given.quoted && isName(value)) {
    // Labels are given with a colon: `password: "Kennwort"`.
    const operator = text.slice(key.end, given.start);
    if (/^[ \t]{0,8}:?=[ \t]{0,8}["']$/.test(operator) || hasLogin(text, key.start, given.end))
      return undefined;
  }
  const chosen = isChosen(value) || isOneWord(value);
  return chosen &&
    (NAMED_FORMS.has(given.form) ||
      given.quoted ||
      isLongPhrase(value, text.slice(given.end, given.end + 2)) ||
      SHORT_NAME.test(key.name) ||
      namesService(key.name) ||
      hasCompanion(text, key.start, given.end))
    ? undefined
    : TOO_WEAK;
}

/** What a name is a member of: `$config['db']['pass']`. */
const PATH_TO = /\[["'](\w{1,24})["']\]\[["']$/;

const SAID_LOGIN =
  /(?:user(?:name)?|login|account|benutzer(?:name)?|usuario|usuário|utilisateur|identifiant|utente|gebruiker)[ \t]{0,2}[:= ][ \t]{0,2}["'`]?[\w.@+-]{2,64}["'`]?[ \t]{0,2}[,;/|]?[ \t]{1,2}(?:(?:and|und|et|y|e|en)[ \t])?\*{0,2}$/i;

/** `user mara, pw: kastanie`: words that end a clause, right behind the user they belong to. */
function isSaidBesideLogin(text: string, key: KeyName, given: Given, value: string): boolean {
  const unit = text.charCodeAt(key.end);
  if ((unit !== 58 && unit !== 61) || key.kind !== 'password' || given.quoted) return false;
  if (!isOneWord(value) && !isName(value) && !isChosen(value)) return false;
  if (!/^[.,;!?)"']{0,2}(?:\s|$)/.test(text.slice(given.end, given.end + 3))) return false;
  return SAID_LOGIN.test(text.slice(Math.max(0, key.start - 100), key.start));
}

/** `--password carrotCake`: the option itself, not one that says more. */
function isFlag({ name }: KeyName, { form }: Given): boolean {
  return form === 'cli' && /^(?:pass|password|passwd|passphrase)$/.test(name);
}

/** `<property name="hibernate.connection.password">HummingBird</property>`. */
function isServiceElement({ name }: KeyName, { form }: Given): boolean {
  return form === 'xml' && namesService(name);
}

/**
 * What fills a line: `pw: Dumpling_House`, as nobody calls a label, and `password: Murray_River`, as nobody writes
 * a label's words.
 */
function isNoted(text: string, { name, start, end }: KeyName, given: Given): boolean {
  const isShort = SHORT_NAME.test(name);
  if (given.quoted || !(isShort || WRITTEN_OUT.test(name))) return false;
  if (text.charCodeAt(end) !== COLON || text.charCodeAt(end + 1) !== 32) return false;
  if (!/^\s{0,2}(?:[\r\n]|$)/.test(text.slice(given.end, given.end + 3))) return false;
  return (
    isShort ||
    (/(?:^|\n)[ \t]{0,24}$/.test(text.slice(Math.max(0, start - 26), start)) &&
      /^\p{Lu}\p{Ll}+(?:[-_.]\p{Lu}\p{Ll}+){1,3}$/u.test(text.slice(given.start, given.end)))
  );
}

/** A passphrase with blanks where nothing but one can stand: `EMAIL_PASSWORD = 'chalk & sponge'`, `--passphrase '…'`. */
function isPhraseOf(value: string, key: KeyName, { quoted, form }: Given): boolean {
  if (!quoted || value.length > 40 || !(isPhrase(value) || isSignedPhrase(value, key.name))) return false;
  if (key.kind !== 'password') return /secret/i.test(key.name) && /\d/.test(value) && /\s\S+\s/.test(value);
  return form === 'cli' || form === 'sql' || /^[A-Z][A-Z0-9_]*$/.test(key.name);
}

/** What stands around a value, on its line and within a bound. */
function contextOf(text: string, key: KeyName, given: Given, isSetting: boolean): Context {
  const { name } = key;
  const { start, end, quoted, form } = given;
  const before = text.slice(Math.max(0, start - 100), start);
  return {
    place: 'named',
    key: name,
    before: before.slice(before.lastIndexOf('\n') + 1),
    after: text.slice(end, end + 24),
    quoted,
    literal:
      form === 'prose' ||
      form === 'connection' ||
      form === 'fallback' ||
      ((form === 'url' || form === 'cli') && key.kind === 'password') ||
      (form === 'env' && CONSTANT.test(name)) ||
      isSetting,
  };
}

/** Where nothing but a password can stand, and no user has to stand beside it. */
const NAMED_FORMS: ReadonlySet<Given['form']> = new Set([
  'sql',
  'env',
  'url',
  'cli',
  'connection',
  'fallback',
  'setter',
]);

function hitOf(key: KeyName, given: Given): StructureHit {
  return { kind: key.kind, start: given.start, end: given.end, evidence: 'context' };
}

function isOneAt(words: readonly string[], text: string, at: number): boolean {
  return words.some((word) => text.slice(at, at + word.length).toLowerCase() === word);
}

function isBearer({ start, end, name }: KeyName): boolean {
  return end - start === 'bearer'.length && name.toLowerCase() === 'bearer';
}

function inQuotesAfter(text: string, at: number, onPassed: OnPassed | undefined): readonly StructureHit[] {
  const found =
    /^\s{1,8}(?:BY(?:\s{1,8}(?:PASSWORD|VALUES))?|WITH \w{1,40} (?:BY|AS))\s{1,8}('|"(?=[^"\n]{0,40}\d))((?:(?!\1)[^\n]|''(?=\w)){1,256})\1/i.exec(
      text.slice(at, at + 340),
    );
  const value = found?.[2];
  if (!found || value === undefined) return bareAfterBy(text, at, onPassed);
  const start = at + found[0].length - 1 - value.length;
  return judgedPassword(text, { start, end: start + value.length, quoted: true, form: 'sql' }, onPassed);
}

/** Oracle takes a password without quotes: `IDENTIFIED BY Tiger_2018`. */
function bareAfterBy(text: string, at: number, onPassed: OnPassed | undefined): readonly StructureHit[] {
  const [all, value] =
    /^\s{1,8}BY\s{1,8}(?=[A-Za-z]\w{0,40}\d)([\w#$]{6,64})(?![\w.(])/i.exec(text.slice(at, at + 96)) ?? [];
  if (all === undefined || value === undefined) return [];
  // ASN.1 has the same words for what it calls a type by.
  if (!/\b(?:user|role|alter|create|grant)\b/i.test(text.slice(Math.max(0, at - 160), at))) return [];
  const start = at + all.length - value.length;
  return judgedPassword(text, { start, end: start + value.length, quoted: true, form: 'sql' }, onPassed);
}

/** Commands whose one option has its value standing against it: `mysql -u root -psecret`. */
const COMMAND =
  /((?:(?:mysql|mariadb)\w{0,10}[ \t](?:[^\n|;]{0,120}?[ \t])?-p(?=[^\s-])|sshpass[ \t]-p[ \t]?)["']?)((?<=["'])[^\s"']{4,128}(?=["'])|(?<!["'])[^\s"']{4,128})/iy;

function ofCommand(text: string, at: number, onPassed: OnPassed | undefined): readonly StructureHit[] {
  const value = valueAt(COMMAND, text, at);
  return value ? judgedPassword(text, { ...value, quoted: false, form: 'cli' }, onPassed) : [];
}

function judgedPassword(text: string, given: Given, onPassed: OnPassed | undefined): readonly StructureHit[] {
  const key: KeyName = { kind: 'password', name: 'password', start: given.start, end: given.start };
  return judged(text, key, given, onPassed);
}
