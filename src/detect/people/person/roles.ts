import { hit, matchAt, NOTHING } from '../../structures/reading.ts';
import type { Structure } from '../../structures/structure.ts';
import { readName } from '../names/read-name.ts';
import { lastingThrift } from '../thrift.ts';
import { doesSomething, isPublicPlace } from './surroundings.ts';
import { TITLES_AT } from './titles.ts';

/** Words behind which hardly anything but a person's name stands. */
const INTRODUCED = [
  'my name is ',
  'name is ',
  'spoke with ',
  'spoke to ',
  'ich heiße ',
  'ich heisse ',
  'mein name ist ',
  "je m'appelle ",
  'me llamo ',
  'mi chiamo ',
  'mijn naam is ',
  'meu nome é ',
  'gesprochen mit ',
  'telefonat mit ',
];
/** Words behind which a name stands as well as much else. */
const ROLES = [
  'customer ',
  'client ',
  'patient ',
  'patient,',
  'patientin ',
  'colleague ',
  'coworker ',
  'tenant ',
  'employee ',
  'claimant ',
  'applicant ',
  'candidate ',
  'boss ',
  'friend ',
  'son ',
  'brother ',
  'sister ',
  'mann ',
  'sohn ',
  'tochter ',
  'bruder ',
  'schwester ',
  'ehemann ',
  'ehefrau ',
  'passenger ',
  'reported by ',
  'placed by ',
  'ordered by ',
  'requested by ',
  'submitted by ',
  'approved by ',
  'bestellt von ',
  'genehmigt von ',
  'freigegeben von ',
  'gemeldet von ',
  'wife ',
  'husband ',
  'daughter ',
  'chefin ',
  'freundin ',
  'schüler ',
  'schülerin ',
  'assigned to ',
  'on behalf of ',
  'user ',
  'kunde ',
  'kundin ',
  'kunden ',
  'mandant ',
  'mandantin ',
  'mitarbeiter ',
  'mitarbeiterin ',
  'kollege ',
  'kollegin ',
  'kollegen ',
  'mieter ',
  'mieterin ',
  'bewerber ',
  'bewerberin ',
  'benutzer ',
  'nutzer ',
  'ansprechpartner ',
  'sachbearbeiter',
  'bearbeiter: ',
  'ich bin ',
  'vertretung: ',
  'signed: ',
  'signed by ',
  'witness: ',
  'witness ',
  'defendant ',
  'plaintiff ',
  'attn: ',
  'attn ',
  'zeuge ',
  'zeugin ',
  'unterschrift: ',
  'unterzeichner: ',
  'herrn ',
  'cliente ',
  'paciente ',
  'paziente ',
  'klant ',
];
const GAP = /(?:in)?[ :,]{0,2}["'«]?(?:(?:ist|is|named|called|namens) )?["'«]?(?=\p{Lu}\p{L})/uy;
/** Roles of people one works or lives with, who are called by a given name alone. */
const CLOSE =
  /^(?:boss|friend|wife|husband|daughter|son |brother|sister|mann|sohn|tochter|bruder|schwester|ehe|chefin|freundin|colleague|coworker|kolleg|employee|mitarbeiter|assigned|ich bin|my name|name is|spoke|ich hei|je m|me llamo|mi chiamo)/i;

const thrift = lastingThrift(120);

/** Names behind a role or an introduction, known by the lists or not. */
export const namedByRole: Structure = {
  id: 'named-by-role',
  literals: [...new Set([...INTRODUCED, ...ROLES])],
  findAt(text, at) {
    if (isLetter(text.charCodeAt(at - 1))) return NOTHING;
    const here = text.slice(at, at + 24).toLowerCase();
    const introduced = INTRODUCED.find((word) => here.startsWith(word));
    const word = introduced ?? ROLES.find((role) => here.startsWith(role));
    if (word === undefined) return NOTHING;
    const place = at + word.trimEnd().length;
    const gap = matchAt(GAP, text, place)?.[0];
    if (gap === undefined) return NOTHING;
    if (!thrift.allows(text, at)) return NOTHING;
    const from = place + gap.length;
    const titles = matchAt(TITLES_AT, text, from)?.[0].length ?? 0;
    const name = readName(text, from + titles);
    if (!name || isPublicPlace(text, name.start, name.end)) return NOTHING;
    const known = name.given + name.surname;
    if (name.words.length === 1) {
      const close = CLOSE.test(here) && (name.given === 2 || isOwn(text, at, name.end));
      return titles > 0 || close ? [hit('person-name', name, 'context')] : NOTHING;
    }
    const sure = introduced !== undefined || known > 0 || doesSomething(text, name.end);
    if (sure) thrift.worthIt(text, name.start, name.end);
    return sure ? [hit('person-name', name, 'context')] : NOTHING;
  },
};

/** `my colleague Tom`, `meine Kollegin Friedegard ist krank`: a word alone, of somebody near. */
function isOwn(text: string, at: number, end: number): boolean {
  return (
    /(?:^|[^a-z])(?:my|our|meine?[rmn]?|unsere?[rmn]?) $/i.test(text.slice(Math.max(0, at - 9), at)) &&
    /^(?:,| (?:is|was|has|wants|said|left|ist|hat|war|will)(?![a-z]))/.test(text.slice(end, end + 6))
  );
}

function isLetter(code: number): boolean {
  return (code > 96 && code < 123) || (code > 64 && code < 91) || code > 191;
}
