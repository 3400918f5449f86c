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

/**
 * Whether a bare password fills a line of a settings file or of a note: with the user or the host in a line beside
 * it, or under the name of what it opens (`jdbc.password=…`, `POSTGRES_PASSWORD: …`).
 */
export function isSettingsLine(text: string, key: KeyName, { start, end, quoted, form }: Given): boolean {
  if (quoted || key.kind !== 'password' || (form !== 'code' && form !== 'env')) return false;
  if (!/^[ \t]{0,4}(?:[\r\n]|$)/.test(text.slice(end, end + 6))) return false;
  const operator = text.slice(key.end, start);
  if (!/^(?:\*{0,2}:\*{0,2} {1,3}|=| = )$/.test(operator)) return false;
  const before = text.slice(Math.max(0, key.start - 160), key.start);
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
  return LISTED.test(before) || BESIDE.test(before) || BESIDE.test(text.slice(end, end + 120));
}

/** How a sentence goes on behind a value, and no program: `pw = grillen4Alle for now`. */
const GOES_ON =
  /^[,;]?[ \t](?:for (?:now|the|this|my|our)|but|und|aber|pero|mais|which|because|so|when|trotzdem|noch|and (?:i|it|then|now)|y (?:no|me)|et)\b/i;

/** Whether a password is given to a name in the middle of a sentence, where no value is a name of code. */
export function isGivenInProse(text: string, key: KeyName, { start, end, quoted }: Given): boolean {
  if (quoted || key.kind !== 'password' || text.charCodeAt(end) > 0x3b) return false;
  return /^ ?[:=] ?$/.test(text.slice(key.end, start)) && GOES_ON.test(text.slice(end, end + 12));
}
