import { isGivenName, judgeName } from '../../fields/values/names.ts';
import { NO } from '../../fields/values/verdict.ts';
import { after, before, hit, lineBefore, matchAt, NOTHING } from '../../structures/reading.ts';
import type { Structure } from '../../structures/structure.ts';
import { folded } from '../names/fold.ts';
import { surnameLikeness } from '../names/lists.ts';
import { lastingThrift } from '../thrift.ts';

/*
 * What is copied from a form or a page loses its columns: a blank stands between the label and the name. A line of that
 * shape may be a sentence or a heading too, so the name has to be known, or the line beside has to be one of a form.
 */

const LABELS = [
  'nachname ',
  'vorname ',
  'vornamen ',
  'familienname ',
  'geburtsname ',
  'surname ',
  'first name ',
  'last name ',
  'given name ',
  'given names ',
  'family name ',
  'forename ',
  'cognome ',
  'apellido ',
  'apellidos ',
  'prénom ',
  'prenom ',
  'achternaam ',
  'voornaam ',
  'sobrenome ',
];
const LABEL = new RegExp(`(?:${LABELS.join('|')})`, 'iy');
/** Nothing but the signs of a list or a quotation stand before it. */
const LEAD = /^[\s>*•·-]{0,12}$/;
const NAME = /[\p{Lu}][\p{L}’'.-]{1,24}(?: \p{L}[\p{L}’'.-]{1,24}){0,3}(?=[ \t]{0,8}(?:[\r\n]|$))/uy;
const BESIDE =
  '(?:first|last|given|family|full|middle) names?|surname|forename|vornamen?|nachname|familienname|geburts(?:name|datum|ort)|name|nome|cognome|nombre|apellidos?|pr[eé]nom|nom|naam|achternaam|voornaam|sobrenome|date of birth|dob|born|address|adresse|anschrift|stra(?:ß|ss)e|plz|ort|wohnort|town|city|postcode|zip|phone|telefon|telefono|teléfono|téléphone|tel|mobile?|handy|e-?mail|gender|geschlecht|nationality|nationalität|staatsangehörigkeit';
const NEXT = new RegExp(`^[ \\t]{0,8}\\r?\\n[\\s>*•·-]{0,12}(?:${BESIDE})(?![\\p{L}])`, 'iu');
const ABOVE = new RegExp(
  `(?:^|\\n)[ \\t>*•·-]{0,12}(?:${BESIDE})(?![\\p{L}])[^\\n]{1,60}\\n[\\s>*•·-]{0,12}$`,
  'iu',
);

const thrift = lastingThrift(60);

/** The name on a line of a form that lost what parted it from its label: `Nachname Rautenberg`. */
export const formLine: Structure = {
  id: 'form-line',
  literals: LABELS,
  bounds: () => ({ apart: true }),
  findAt(text, at) {
    const label = matchAt(LABEL, text, at)?.[0];
    if (label === undefined || !/^\p{Lu}/u.test(label) || !LEAD.test(lineBefore(text, at, 14)))
      return NOTHING;
    const start = at + label.length;
    const name = matchAt(NAME, text, start)?.[0];
    if (name === undefined || !thrift.allows(text, at) || judgeName(name, 'bare') === NO) return NOTHING;
    const end = start + name.length;
    const words = name.split(' ');
    const known = isGivenName(words[0] ?? '') || surnameLikeness(folded(words.at(-1) ?? '')) > 0;
    if (!known && !NEXT.test(after(text, end, 60)) && !ABOVE.test(before(text, at, 120))) return NOTHING;
    thrift.worthIt(text, start, end);
    return [hit('person-name', { start, end }, 'context')];
  },
};
