import { namesService } from './chosen.ts';
import type { KeyName } from './key-names.ts';
import type { Given } from './value-after.ts';

/** The line of a user, a host or a network beside one of a password, with no code in it. */
const BESIDE =
  /(?:^|\n)[ \t]{0,24}(?:[-*] )?\*{0,2}[\w.-]{0,40}(?:user(?:[ _-]?name)?|login|uid|host(?:name)?|server|ssid|email|port|database|usuario|usuário|benutzer(?:name)?|identifiant|utilisateur|utente|gebruiker)\*{0,2}[ \t]?(?::\*{0,2} |=)[^\s(){}[\];,]{1,80}[ \t]{0,4}(?:\r?\n|$)/i;

/** The first line of an item of YAML, which says whose the rest is. */
const LISTED = /(?:^|\n)[ \t]{0,24}- (?:user)?name: [\w.@-]{1,64}[ \t]{0,4}\r?\n[ \t]{1,24}$/;

/** A section of an INI file, and the lines in it before a key. */
const SECTION = /(?:^|\n)\[[\w .:-]{1,40}\]\r?\n(?:[^\n[]{0,80}\n){0,6}$/;

/** Members of what programs have, not of what they are set up with. */
const OF_CODE =
  /^(?:this|self|cls|options|opts|config|settings|params|args|props|state|process|module|window|app|req|res|ctx|data|user)\./;

/** What opens a string in which a key stands, and one of which a line stands before it. */
const OPENS = /(?<=[:=(,[{]\s?)\\{0,7}["'](?=[^"']{0,160}$)/;
const OPENS_LINES = /(?<=[:=(,[{]\s?)\\{0,7}["'](?=[^"']{0,160}(?:\n|\\[rn])[^"']{0,160}$)/;
/** What may end a line: its end, an escape, or a quote. */
const MAY_END = /^[ \t]{0,4}(?:[\r\n\\"']|$)/;
/** What closes a string, and all behind it. */
const CLOSES = /\\{0,8}["'][\s\S]*$/;
/** The end of a line as it is escaped in a string. */
const ESCAPED_END = /\\{1,8}[rn]/g;

/**
 * What stands before a key and behind its value, as lines also where they are those of a string, as in JSON. One line
 * alone in quotes is none: it may be any words of a program.
 */
function linesAround(text: string, start: number, end: number): { before: string; after: string } {
  const before = text.slice(Math.max(0, start - 160), start);
  const after = text.slice(end, end + 120);
  const opens = /^\\{1,8}[rn]/.test(after) ? OPENS : OPENS_LINES;
  return {
    before: before.replace(opens, '\n').replace(ESCAPED_END, '\n'),
    after: after.replace(CLOSES, '').replace(ESCAPED_END, '\n'),
  };
}

/**
 * Whether a bare password fills a line of a settings file or of a note: with the user or the host in a line beside
 * it, or under the name of what it opens (`jdbc.password=…`, `POSTGRES_PASSWORD: …`).
 */
export function isSettingsLine(text: string, key: KeyName, { start, end, quoted, form }: Given): boolean {
  if (quoted || key.kind !== 'password' || (form !== 'code' && form !== 'env')) return false;
  if (!MAY_END.test(text.slice(end, end + 6))) return false;
  const operator = text.slice(key.end, start);
  const block = BLOCK.exec(operator)?.[1];
  if (block !== undefined) return isAloneInBlock(text, key, start, end, block);
  if (!/^(?:\*{0,2}:\*{0,2} {1,3}|=| = )$/.test(operator)) return false;
  const { before, after } = linesAround(text, key.start, end);
  if (!/^[ \t]{0,4}(?:[\r\n]|$)/.test(after)) return false;
  if (!/(?:^|\n)[ \t]{0,24}(?:[-*] )?\*{0,2}$/.test(before)) return false;
  if (operator !== ' = ' && /^[A-Z][A-Z0-9]*(?:_[A-Z0-9]+)+$/.test(key.name)) return true;
  if (operator === '=' && /(?:^|\n)$/.test(before) && /^[a-z]{2,16}Password$/.test(key.name)) return true;
  if (/^[a-z]/.test(key.name) && namesService(key.name)) {
    if (key.name.includes('.') && !operator.includes(':'))
      return operator === '=' ? !/^(?:this|self)\./.test(key.name) : !OF_CODE.test(key.name);
    if (key.name.includes('_') && operator !== ' = ' && (operator !== '=' || /(?:^|\n)$/.test(before)))
      return true;
  }
  if (!operator.includes(':') && SECTION.test(before)) return true;
  if (operator === ' = ') return false;
  return LISTED.test(before) || BESIDE.test(before) || BESIDE.test(after);
}

/** In YAML, the sign that a text stands below, and how far that is indented. */
const BLOCK = /^: {1,3}[|>][-+\d]{0,2}[ \t]{0,4}(?:\r?\n|(?:\\{1,4}r)?\\{1,4}n)([ \t]{1,40})$/;
/** The line behind a value, and how far it is indented. */
const NEXT_LINE = /^[ \t]{0,4}\r?\n([ \t]{0,40})\S/;

/**
 * Whether a value is all of a block of YAML, which is text and no name of code. A word alone may be what a form calls the
 * field, so it has to hold a digit.
 */
function isAloneInBlock(
  text: string,
  key: KeyName,
  start: number,
  end: number,
  indentation: string,
): boolean {
  const { before, after } = linesAround(text, key.start, end);
  if (!/(?:^|\n)[ \t]{0,24}(?:- )?$/.test(before) || !/\d/.test(text.slice(start, end))) return false;
  const next = NEXT_LINE.exec(after)?.[1] ?? '';
  return /^[ \t]{0,4}(?:[\r\n]|$)/.test(after) && next.length < indentation.length;
}

/** How a sentence goes on behind a value, and no program: `pw = grillen4Alle for now`. */
const GOES_ON =
  /^[,;]?[ \t](?:for (?:now|the|this|my|our)|but|und|aber|pero|mais|which|because|so|when|trotzdem|noch|and (?:i|it|then|now)|y (?:no|me)|et)\b/i;

/** Whether a password is given to a name in the middle of a sentence, where no value is a name of code. */
export function isGivenInProse(text: string, key: KeyName, { start, end, quoted }: Given): boolean {
  if (quoted || key.kind !== 'password' || text.charCodeAt(end) > 0x3b) return false;
  return /^ ?[:=] ?$/.test(text.slice(key.end, start)) && GOES_ON.test(text.slice(end, end + 12));
}
