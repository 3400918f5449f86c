import type { Context } from '../exclusions/exclusion.ts';
import { excludedBy, excludedPassword } from '../exclusions/exclusions.ts';
import { type OnPassed, TOO_WEAK } from '../exclusions/passed.ts';
import type { Structure, StructureHit } from '../structures/structure.ts';
import {
  hasCompanion,
  hasLogin,
  isChosen,
  isName,
  isOneWord,
  isWalkedPassword,
  namesService,
} from './chosen.ts';
import { isSecret } from './judge.ts';
import { rememberLately } from './lately.ts';
import { KEY_WORDS, type KeyName, keyNameAt } from './key-names.ts';
import { isSettingsLine } from './settings-line.ts';
import { bearerAfter, type Given, valueAfter } from './value-after.ts';

/** Words that say it without an operator: what follows in quotes is the password. */
const IDENTIFIED = ['identified by', 'identified with'];
const MYSQL = ['mysql', 'mariadb', 'mysqldump', 'sshpass'];

/** Values that are known by the name they are given to: `password=…`, `"apiKey": "…"`, `the token is …`. */
export const ASSIGNMENTS: Structure = {
  id: 'assignments',
  literals: [...KEY_WORDS, ...IDENTIFIED, ...MYSQL],
  findAt(text, at, onPassed) {
    const first = text.charCodeAt(at) | 0x20;
    if (first === 0x69 && IDENTIFIED.some((words) => matches(text, at, words)))
      return inQuotesAfter(text, at + 'identified'.length, onPassed);
    if ((first === 0x6d || first === 0x73) && MYSQL.some((command) => matches(text, at, command)))
      return ofCommand(text, at, onPassed);
    const key = keyNameAt(text, at);
    if (key === undefined) return [];
    const given =
      key.name.toLowerCase() === 'bearer' ? bearerAfter(text, key.end) : valueAfter(text, key.start, key.end);
    return given === undefined ? [] : judged(text, key, given, onPassed);
  },
};

/** The value as a hit, unless something speaks against it. */
function judged(
  text: string,
  key: KeyName,
  given: Given,
  onPassed: OnPassed | undefined,
): readonly StructureHit[] {
  // Nobody asks why: what is plainly too weak needs no reason looked for.
  if (onPassed === undefined && isPlainlyWeak(text, key, given)) return [];
  const why = whyNot(text, key, given);
  if (why === undefined) return [hitOf(key, given)];
  onPassed?.(given.start, given.end, why, key.start);
  return [];
}

const excludedLately = rememberLately<string>();
const NOT_EXCLUDED = '';

/** The exclusion that holds; where it does not depend on what stands around the value, each value is asked once. */
function excludedHere(value: string, context: Context): string | undefined {
  if (value.length > 64 || /^[0-9a-f]{32,}$/i.test(value) || /^\s{0,4}\(/.test(context.after))
    return excludedBy(value, context);
  const question = `${value}\n${context.key}\n${context.quoted ? 'quoted' : ''}${context.literal ? 'literal' : ''}`;
  const answer = excludedLately.ask(question, () => excludedBy(value, context) ?? NOT_EXCLUDED);
  return answer === NOT_EXCLUDED ? undefined : answer;
}

const secretLately = rememberLately<boolean>();

/** Whether a value is too weak whatever speaks against it: most of what code gives to a token. */
function isPlainlyWeak(text: string, key: KeyName, { start, end, form }: Given): boolean {
  if (end - start < (key.kind === 'password' ? 4 : 8)) return true;
  if (key.kind === 'password' || end - start > 64) return false;
  const value = text.slice(start, end);
  const question = `${value}\n${key.kind}\n${form}\n${key.name}`;
  return !secretLately.ask(question, () => isSecret(value, key.kind, form, key.name));
}

/** Why a value is no secret: the name of an exclusion, or `too-weak`; undefined when it is one. */
function whyNot(text: string, key: KeyName, given: Given): string | undefined {
  const value = text.slice(given.start, given.end);
  if (value.length < 4) return TOO_WEAK;
  const isSetting = isSettingsLine(text, key, given);
  const excluded = excludedHere(value, contextOf(text, key, given, isSetting));
  if (excluded === 'keyboard-walk' && key.kind === 'password' && isWalkedPassword(value))
    return excludedPassword(value);
  if (excluded !== undefined) return excluded;
  const isPass = /(?:^|\.)pass$/i.test(key.name) && (given.form === 'code' || given.form === 'prose');
  if (
    isPass &&
    !(
      isMixed(value) ||
      (given.quoted && /[A-Za-z]{4}.*\d/.test(value) && value.length >= 8) ||
      namesService(key.name) ||
      hasCompanion(text, key.start, given.end)
    )
  )
    return TOO_WEAK;
  if (isSecret(value, key.kind, given.form, key.name)) return undefined;
  if (key.kind !== 'password' || given.form === 'prose') return TOO_WEAK;
  if (isSetting && (isName(value) || isOneWord(value))) return undefined;
  if (given.quoted && isName(value)) {
    // Labels are given with a colon: `password: "Kennwort"`.
    const operator = text.slice(key.end, given.start);
    if (/^[ \t]{0,8}:?=[ \t]{0,8}["']$/.test(operator) || hasLogin(text, key.start, given.end))
      return undefined;
  }
  const chosen = isChosen(value) || isOneWord(value);
  return chosen &&
    (isNamedPassword(given) ||
      given.quoted ||
      isLongPhrase(value, text.slice(given.end, given.end + 2)) ||
      namesService(key.name) ||
      hasCompanion(text, key.start, given.end))
    ? undefined
    : TOO_WEAK;
}

/** Three words and more up to the end of a line: `Password: hot-air-balloon`. */
function isLongPhrase(value: string, after: string): boolean {
  return /^[a-z]+(?:-[a-z]+){2,}$/.test(value) && /^(?:[\r\n]|$)/.test(after);
}

/** A value that no word and no name of code looks like: `Qm7!xT2r`. */
function isMixed(value: string): boolean {
  return value.length >= 6 && /\d/.test(value) && /[A-Za-z]/.test(value) && /[^\w.-]/.test(value);
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
      (form === 'env' && /^[A-Z][A-Z0-9_]+$/.test(name)) ||
      isSetting,
  };
}

const NAMED_FORMS: ReadonlySet<Given['form']> = new Set([
  'sql',
  'env',
  'url',
  'cli',
  'connection',
  'fallback',
  'setter',
]);

/** Where nothing but a password can stand, and no user has to stand beside it. */
function isNamedPassword({ form }: Given): boolean {
  return NAMED_FORMS.has(form);
}

function hitOf(key: KeyName, given: Given): StructureHit {
  return { kind: key.kind, start: given.start, end: given.end, evidence: 'context' };
}

function matches(text: string, at: number, word: string): boolean {
  return text.slice(at, at + word.length).toLowerCase() === word;
}

function inQuotesAfter(text: string, at: number, onPassed: OnPassed | undefined): readonly StructureHit[] {
  const found =
    /^\s{1,8}(?:BY(?:\s{1,8}(?:PASSWORD|VALUES))?|WITH \w{1,40} (?:BY|AS))\s{1,8}('|"(?=[^"\n]{0,40}\d))((?:(?!\1)[^\n]){1,256})\1/i.exec(
      text.slice(at, at + 340),
    );
  const value = found?.[2];
  if (!found || value === undefined) return [];
  const start = at + found[0].length - 1 - value.length;
  return judgedPassword(text, { start, end: start + value.length, quoted: true, form: 'sql' }, onPassed);
}

/** `mysql -u root -psecret`: the one option whose value stands against it. */
function ofCommand(text: string, at: number, onPassed: OnPassed | undefined): readonly StructureHit[] {
  const found =
    /^(?:(?:mysql|mariadb)\w{0,10}[ \t](?:[^\n|;]{0,120}?[ \t])?-p(?=[^\s-])|sshpass[ \t]-p[ \t]?)(["']?)([^\s"']{4,128})\1/i.exec(
      text.slice(at, at + 280),
    );
  const value = found?.[2];
  if (!found || value === undefined) return [];
  const start = at + found[0].length - (found[1]?.length ?? 0) - value.length;
  return judgedPassword(text, { start, end: start + value.length, quoted: false, form: 'cli' }, onPassed);
}

function judgedPassword(text: string, given: Given, onPassed: OnPassed | undefined): readonly StructureHit[] {
  const key: KeyName = { kind: 'password', name: 'password', start: given.start, end: given.start };
  return judged(text, key, given, onPassed);
}
