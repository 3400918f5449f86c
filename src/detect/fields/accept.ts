import { isWordly } from '../numbers/masks.ts';
import { isNobodys } from '../people/account/account-name.ts';
import { surnameLikeness } from '../people/names/lists.ts';
import type { Field } from './field.ts';
import { folded } from './labels/fold.ts';
import { type Label, leads } from './read-label.ts';
import type { Value } from './read-value.ts';
import { judge } from './values/judge.ts';
import { isGivenName, judgeName } from './values/names.ts';
import { LIKELY, MAYBE, NO, SURE, type Verdict } from './values/verdict.ts';

/** A value that fits its label. */
export interface Accepted {
  readonly kind: string;
  readonly field: Field;
  readonly value: Value;
  /** Whether it is taken only where something beside it speaks of a person. */
  readonly needsCompany: boolean;
}

/** What counts of a value behind a word that programs use as well. */
const ENGLISH_WEAK: ReadonlySet<string> = new Set([
  'name',
  'address-en',
  'street-en',
  'company',
  'username',
  'city',
]);
/** Checks that hold nothing but digits and signs: no quotes tell them from code. */
const NUMERIC: ReadonlySet<string> = new Set([
  'date',
  'phone',
  'number',
  'postcode',
  'salary',
  'insurance',
  'plate',
  'mail',
  'blood',
]);

/** The first value that fits one of a label's fields. */
export function acceptedOf(label: Label, values: readonly Value[], text: string): Accepted | undefined {
  let weaker: Accepted | undefined;
  for (const value of values) {
    if (isEcho(label, value, text)) continue;
    for (const field of label.fields) {
      if (value.code && !NUMERIC.has(field.check)) continue;
      const verdict = judge(field.check, value.plain, value.form);
      if (verdict === NO) continue;
      const needsCompany = verdict < needed(field, label, value, text);
      const accepted = { kind: kindOf(field, value, verdict), field, value, needsCompany };
      if (!needsCompany) return accepted;
      weaker ??= accepted;
    }
  }
  return weaker;
}

function kindOf(field: Field, value: Value, verdict: Verdict): string {
  return field.check === 'person-or-company' && verdict > NO && judgeName(value.plain, value.form) === NO
    ? 'customer-organisation'
    : field.kind;
}

/** The least verdict a value has to have to be taken by itself. */
function needed({ strength, id, check }: Field, label: Label, value: Value, text: string): Verdict {
  // One letter says much or nothing; a sign of Chinese is a word.
  if (value.plain.length === 1 && value.plain < '\u3000' && (check === 'trait' || check === 'blood'))
    return SURE;
  if (strength === 'strong') return MAYBE;
  if (strength === 'role') return LIKELY;
  if (!ENGLISH_WEAK.has(id)) return LIKELY;
  const written = text.slice(label.start, label.end);
  // A line of a form is written for people; a key of a program is not.
  const isForm = !label.quoted && value.form !== 'quoted' && /^\p{Lu}/u.test(written) && leads(text, label);
  const isForeign = !/^[a-z_ ]{0,48}$/i.test(written) || FOREIGN.test(written);
  if (!isForm && !isForeign) return SURE;
  return isKnown(id, value.plain, isForeign) ? MAYBE : LIKELY;
}

/** A login made of a word and a number: no word that stands in a manual. */
const NUMBERED_LOGIN = /^[a-z]{4,20}\d{1,4}$/i;

/** Whether a single word is known as a name of somebody's, so that its label has to say no more than that it is one. */
function isKnown(id: string, value: string, isForeign: boolean): boolean {
  if (id === 'username') return !isNobodys(value) && (isForeign || NUMBERED_LOGIN.test(value));
  if (id !== 'name' || !/^\p{Lu}[\p{L}'’-]{2,24}$/u.test(value)) return false;
  return isGivenName(value) || (isForeign && surnameLikeness(folded(value)) > 0);
}

/** Words for a name, a login, an address and a town that programs written in English do not use. */
const FOREIGN =
  /(?:nom|nombre|nome|naam|usuario|utente|utilisateur|utilizador|benutzername|nutzername|benutzerkennung|anmeldename|adresse|direccion|indirizzo|morada|adres|ville|ciudad|citta|cidade|stad|plaats|strasse|firma|empresa|azienda|bedrijf)$/i;

/** What a name is joined with, when it is written in another way. */
const JOINTS = /[\s_-]/g;
function withoutSigns(name: string): string {
  return name.replace(JOINTS, '').toLowerCase();
}

/** `firstName: firstName`, `name = "name"`, `'home_street_2' => "Home Street 2"`. */
function isEcho(label: Label, value: Value, text: string): boolean {
  const first = value.plain.charCodeAt(0);
  const other = text.charCodeAt(label.start);
  // Two letters or digits that differ in more than their case, which is one bit.
  if (isWordly(first) && isWordly(other) && (first | 32) !== (other | 32)) return false;
  return withoutSigns(text.slice(label.start, label.end)) === withoutSigns(value.plain);
}
