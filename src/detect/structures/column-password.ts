import { excludedIssued, excludedPassword } from '../exclusions/exclusions.ts';
import type { OnPassed } from '../exclusions/passed.ts';
import { unlessExcluded } from '../exclusions/unless-excluded.ts';
import { tableAt } from '../fields/tables/rows.ts';
import { isVaried } from '../context/variety.ts';
import { after, before, NOTHING } from './reading.ts';
import type { Structure, StructureHit } from './structure.ts';

const PASSWORDS =
  /^(?:[\p{L}-]{1,20}[ _-])?(?:password|passwd|passwort|kennwort|passphrase|contraseña|mot de passe|senha|wachtwoord|pwd)(?: ?\(.{1,20}\))?$/iu;
const ISSUED =
  /^(?:[\p{L}-]{1,20}[ _-])?(?:api[ _-]?key|(?:api|access|auth)[ _-]?token|token|client[ _-]?secret)$/iu;
/** What stands in a row of titles before one and behind it. */
const BEFORE = /(?:^|([|,;\t\n]))[ \t]{0,12}["*`]{0,3}(?:[\p{L}-]{1,20}[ _-])?$/u;
const AFTER = /^[\p{L} _-]{0,24}(?:\([^()\r\n]{1,20}\))?["*`]{0,3}[ ]{0,24}(?:([|,;\t])|\r?\n)/u;

/** Whether the line before the one of a place has none of a sign: a table begins there, and is read only once. */
function beginsTable(text: string, at: number, sign: string): boolean {
  const start = text.lastIndexOf('\n', at - 1);
  if (start < 0) return true;
  const above = before(text, start, 2_000);
  return !above.slice(above.lastIndexOf('\n') + 1).includes(sign);
}

/** The sign that the titles of a row stand apart by, where a place may be in one. */
function signAround(text: string, at: number): string | undefined {
  // In code nearly every one is a piece of a name, a member or an argument.
  if ('.(:=$'.includes(text.charAt(at - 1)) && at > 0) return undefined;
  const next = AFTER.exec(after(text, at, 80));
  if (!next) return undefined;
  const last = BEFORE.exec(before(text, at, 40));
  const lead = last?.[1] === '\n' ? undefined : last?.[1];
  const sign = next[1] ?? lead;
  return !last || (lead !== undefined && lead !== sign) ? undefined : sign;
}

/** The cells of a table's columns that are headed as passwords or keys: exports of a password store, lists of logins. */
export const columnPassword: Structure = {
  id: 'column-password',
  literals: [
    'password',
    'passwd',
    'passwort',
    'kennwort',
    'passphrase',
    'contraseña',
    'mot de passe',
    'senha',
    'wachtwoord',
    'api key',
    'api_key',
    'apikey',
    'api token',
    'api_token',
    'access token',
    'access_token',
    'client_secret',
    'client secret',
  ],
  findAt(text, at, onPassed) {
    const sign = signAround(text, at);
    if (sign === undefined || !beginsTable(text, at, sign)) return NOTHING;
    const table = tableAt(text, at, sign.charCodeAt(0));
    if (!table) return NOTHING;
    const { titles, cells } = table;
    return titles.flatMap((title, column) => {
      const isIssued = ISSUED.test(title);
      if (!isIssued && !PASSWORDS.test(title)) return NOTHING;
      const hits: StructureHit[] = [];
      for (let cell = column * 2; cell < cells.length; cell += titles.length * 2)
        hits.push(...hitsOfCell(text, cells[cell] ?? 0, cells[cell + 1] ?? 0, isIssued, onPassed));
      return hits;
    });
  },
};

function hitsOfCell(
  text: string,
  from: number,
  to: number,
  isIssued: boolean,
  onPassed: OnPassed | undefined,
): readonly StructureHit[] {
  const cell = text.slice(from, to);
  const lead = /^[*`]{0,3}/.exec(cell)?.[0].length ?? 0;
  const value = cell.slice(lead).replace(/[*`]{1,3}$/, '');
  if (value.length < 6 || value.length > 256 || /\s/.test(value) || !/\p{L}/u.test(value)) return NOTHING;
  const piece = { start: from + lead, end: from + lead + value.length };
  if (isIssued)
    return value.length < 12 || !/\d/.test(value) || !isVaried(value)
      ? NOTHING
      : unlessExcluded(excludedIssued(value), 'access-token', piece, 'context', onPassed);
  if (!/[\d!#$%&*+=?@^~]/.test(value) || /[()<>]/.test(value)) return NOTHING;
  return unlessExcluded(excludedPassword(value), 'login-password', piece, 'context', onPassed);
}
