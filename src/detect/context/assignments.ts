import type { Context } from '../exclusions/exclusion.ts';
import { excludedBy } from '../exclusions/exclusions.ts';
import { type OnPassed, TOO_WEAK } from '../exclusions/passed.ts';
import type { Structure, StructureHit } from '../structures/structure.ts';
import { isSecret } from './judge.ts';
import { KEY_WORDS, type KeyName, keyNameAt } from './key-names.ts';
import { bearerAfter, type Given, valueAfter } from './value-after.ts';

/** Words that say it without an operator: what follows in quotes is the password. */
const IDENTIFIED_BY = 'identified by';
const MYSQL = ['mysql', 'mariadb', 'mysqldump', 'sshpass'];

/** Values that are known by the name they are given to: `password=…`, `"apiKey": "…"`, `the token is …`. */
export const ASSIGNMENTS: Structure = {
  id: 'assignments',
  literals: [...KEY_WORDS, IDENTIFIED_BY, ...MYSQL],
  findAt(text, at, onPassed) {
    if (matches(text, at, IDENTIFIED_BY)) return inQuotesAfter(text, at + IDENTIFIED_BY.length, onPassed);
    if (MYSQL.some((command) => matches(text, at, command))) return ofCommand(text, at, onPassed);
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
  const why = whyNot(text, key, given);
  if (why === undefined) return [hitOf(key, given)];
  onPassed?.(given.start, given.end, why, key.start);
  return [];
}

/** Why a value is no secret: the name of an exclusion, or `too-weak`; undefined when it is one. */
function whyNot(text: string, key: KeyName, given: Given): string | undefined {
  const value = text.slice(given.start, given.end);
  if (value.length < 4) return TOO_WEAK;
  const excluded = excludedBy(value, contextOf(text, key, given));
  if (excluded !== undefined) return excluded;
  return isSecret(value, key.kind, given.form, key.name) ? undefined : TOO_WEAK;
}

/** What stands around a value, on its line and within a bound. */
function contextOf(text: string, { name }: KeyName, { start, end, quoted, form }: Given): Context {
  const before = text.slice(Math.max(0, start - 100), start);
  return {
    place: 'named',
    key: name,
    before: before.slice(before.lastIndexOf('\n') + 1),
    after: text.slice(end, end + 24),
    quoted,
    literal: form === 'prose' || form === 'connection' || (form === 'env' && /^[A-Z][A-Z0-9_]+$/.test(name)),
  };
}

function hitOf(key: KeyName, given: Given): StructureHit {
  return { kind: key.kind, start: given.start, end: given.end, evidence: 'context' };
}

function matches(text: string, at: number, word: string): boolean {
  return text.slice(at, at + word.length).toLowerCase() === word;
}

function inQuotesAfter(text: string, at: number, onPassed: OnPassed | undefined): readonly StructureHit[] {
  const found =
    /^\s{1,8}(?:(?:PASSWORD|VALUES|WITH \w{1,40} (?:BY|AS))\s{1,8})?('|"(?=[^"\n]{0,40}\d))((?:(?!\1)[^\n]){1,256})\1/i.exec(
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
