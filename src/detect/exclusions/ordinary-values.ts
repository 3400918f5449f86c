import { isWalk, isWordlike } from '../context/variety.ts';
import { type Exclusion, NAMED } from './exclusion.ts';

const IDENTIFIER = /^[$A-Za-z_][\w$]*$/;
const DIGITS = '01234567890123456789012345678901234567890';
const LETTERS = 'abcdefghijklmnopqrstuvwxyz';

/** With another letter than the first. */
const BEGINS_LATER = /^[^a-z0-9]*[b-z]/i;

/** Counted up: the alphabet from its beginning, digits in order. */
function isCounted(value: string): boolean {
  if (BEGINS_LATER.test(value)) return false;
  const plain = value.toLowerCase().replace(/[^a-z0-9]/g, '');
  if (plain.length > 40) return false;
  const letters = /^[a-z]*/.exec(plain)?.[0] ?? '';
  return LETTERS.startsWith(letters) && DIGITS.includes(plain.slice(letters.length));
}

/** Letters alone are a word or a name, unless they are many and change their case where no word does. */
function isPlainWord(value: string): boolean {
  if (/[0-9]/.test(value)) return false;
  const changes = value.match(/[a-z][A-Z](?=[A-Z]|[a-z][A-Z])/g)?.length ?? 0;
  return value.length < 16 || changes < 2;
}

/** Several plain words that a passphrase may be made of: lower case, no punctuation, as diceware gives them. */
function isPhrase(value: string): boolean {
  return /^(?:[a-z]{3,9} ){3,11}[a-z]{3,9}$/.test(value);
}

function letters(value: string): string {
  return value.toLowerCase().replaceAll(/[^a-z]/g, '');
}

/** The last letter of ASCII, small, as its code; 0 where there is none. */
function lastLetter(value: string): number {
  for (let at = value.length - 1; at >= 0; at--) {
    const code = value.charCodeAt(at) | 0x20;
    if (code >= 0x61 && code <= 0x7a) return code;
  }
  return 0;
}

/** What other languages call a password. */
const PASSWORD_IN_WORDS =
  /^(?:adgangskode|пароль|парола|лозинка|პაროლი|κωδικός|סיסמה|סיסמא|गूढ़शब्द|कूटशब्द|รหัสผ่าน|パスワード|비밀번호|гасло|şifrə|lykilorð|aðgangsorð|fjalëkalimi|slaptažodis|contrasenya|pasahitza|contrasinal)$/iu;
/** Where the texts of a program are kept: `$labels['password'] = '…'`. */
const OF_TEXTS =
  /(?:^|[^A-Za-z])\$?(?:labels?|lang|messages?|msgs?|i18n|l10n|translations?|strings?|texts?|captions?)(?:\[["']|\.|->)[\w.-]{1,60}["']?\]?\s{0,2}=>?\s{0,2}["']$/i;

/** The directory a shell is in. */
const DIRECTORY_KEY = /^(?:OLD)?PWD$/;
const URL = /^(?:https?|ftp|file|ws|wss|git|ssh|mailto|urn|chrome|vscode|node|data|about|blob):/i;
const PATH = /^(?:\.{0,2}|~)\/[\w.@%-]+(?:\/|$)/;
const DRIVE = /^[A-Z]:\\/;
const SYSTEM_PATH =
  /^\/(?:etc|usr|var|home|opt|tmp|dev|proc|run|s?bin|lib|mnt|srv|root|sys|boot)\/[\w./-]{2,200}$/;
/** As an autoloader has it. */
const FOLDER =
  /^(?:(?:src|lib|tests?|app|packages|classes|includes?)\/|[A-Za-z_-]{2,40}\/[A-Za-z_-]{2,40}\/)(?:[A-Za-z_-]{1,40}\/){0,8}$/;
const FILE_OR_HOST =
  /^[\w.-]+\.(?:js|ts|tsx|jsx|json|md|pem|key|crt|cer|p12|pfx|txt|ya?ml|html?|css|png|svg|py|go|rb|php|java|com|net|org|io|dev|app|local)(?:[/:?#].*)?$/i;
const NUMBER_OF_CODE = /^0x[0-9a-f]{1,16}[UL,]/i;
const DATE = /^\d{4}-\d\d-\d\d/;
const FLAG = /^0x[0-9a-f]{1,8}[;)}\]]{0,2}$/i;
const NUMBER = /^[-+]?[\d_.,]+(?:px|em|rem|ms|s|m|h|d|%|k|kb|mb)?[,;]?$/i;
const BLANK_WITHIN = /\S\s+\S/;
const FORM_ATTRIBUTE =
  /^(?:current|new|confirm|forgot|reset|show|hide|toggle|update|change|repeat|verify)[-_ ]?(?:password|passwd|pwd|token|secret)/i;
const WORD = /^[\p{L}\p{M}]{4,24}$/u;
const MARKUP =
  /^<\/?\w|\/>$|&(?:quot\b|#?\w{2,8};)|^\\[nrtux]|^[#.][\w-]+(?:[ ,.:>[].*)?$|^--[\w-]+$|^\[[\w-]+[\]=]|^\\[0-9a-f]{3,6}$|^(?:before|after|hover|focus|active|checked|disabled|(?:first|last)-child)[{,:]/;
/** Signs of a regular expression. */
const PATTERN =
  /\[\^?[\w\\]-|\(\?[:=!<]|\\[dwsb][+*{]?|\.[*+]|\{\d+,\d*\}|\(\[.{1,40}\]\)|\$\/|^\^(?:.*\$$|[[(\\])/;

/** Values of everyday code and prose. */
export const ORDINARY_VALUES: readonly Exclusion[] = [
  { name: 'keyboard-walk', places: NAMED, holds: (value) => isWalk(value) },
  { name: 'too-short', places: ['issued'], holds: (value) => value.length < 8 },
  { name: 'counted', places: ['issued'], holds: (value) => isCounted(value) },
  {
    name: 'path-or-url',
    places: NAMED,
    holds: (value, { key }) =>
      (DIRECTORY_KEY.test(key) && /^[~/]/.test(value)) ||
      URL.test(value) ||
      (PATH.test(value) && !/[+=]/.test(value) && (/\.\w{1,5}$/.test(value) || isWordlike(value))) ||
      DRIVE.test(value) ||
      SYSTEM_PATH.test(value) ||
      FOLDER.test(value) ||
      FILE_OR_HOST.test(value),
  },
  {
    name: 'number-or-date',
    places: [...NAMED, 'issued'],
    holds: (value, { place, key, quoted, literal }) => {
      if (place === 'issued') return value.length < 16 && !/[A-Za-z]/.test(value);
      if (NUMBER_OF_CODE.test(value) || DATE.test(value)) return true;
      // A flag: `PASSWORD: 0x0002000`.
      if (!quoted && !literal && FLAG.test(value)) return true;
      if (value.length >= 20 || !NUMBER.test(value)) return false;
      const digitsForPassword =
        (quoted || literal) && /pass|pwd|pin|kennwort|clave/i.test(key) && /^\d{6,}$/.test(value);
      return !digitsForPassword;
    },
  },
  {
    name: 'sentence',
    places: NAMED,
    holds: (value) => BLANK_WITHIN.test(value) && !isPhrase(value),
  },
  {
    name: 'form-attribute',
    places: NAMED,
    holds: (value) => FORM_ATTRIBUTE.test(value),
  },
  {
    // What a form shows beside the field, in whatever language.
    name: 'translated-label',
    places: NAMED,
    looksAround: true,
    holds: (value, { before, quoted }) =>
      quoted && WORD.test(value) && (PASSWORD_IN_WORDS.test(value) || OF_TEXTS.test(before)),
  },
  {
    name: 'same-as-key',
    places: NAMED,
    holds: (value, { key, literal }) => {
      if (lastLetter(value) !== lastLetter(key)) return false;
      const own = letters(value);
      const name = letters(key);
      if (!literal && name.length > 7 && own.endsWith(name) && !/\d{3}/.test(value)) return true;
      return (own === name && name !== '') || (own.length > 3 && name.endsWith(own) && !/\d{3}/.test(value));
    },
  },
  {
    name: 'identifier',
    places: NAMED,
    holds: (value, { key, quoted, literal }) => {
      if (quoted || literal) return false;
      const bare = value.replace(/[,;)]+$/, '');
      // `password: Churros_9`: no name of code is written so.
      if (/^[A-Z][a-z]{4,}_\d{1,4}$/.test(bare) && /pass|pwd|contrase|senha|kennwort/i.test(key))
        return false;
      return (
        IDENTIFIER.test(bare) &&
        (!/\d/.test(bare) || (isWordlike(bare) && /[A-Z_]/.test(bare.slice(1)) && !/\d{2}/.test(bare)))
      );
    },
  },
  { name: 'plain-word', places: ['issued'], holds: (value) => isPlainWord(value) },
  {
    name: 'markup',
    places: NAMED,
    holds: (value) => MARKUP.test(value) && !/^[#.].*\d/.test(value),
  },
  {
    name: 'pattern',
    places: NAMED,
    holds: (value) => PATTERN.test(value),
  },
];
