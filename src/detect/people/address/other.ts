import { before, hit, lineBefore, matchAt, NOTHING } from '../../structures/reading.ts';
import type { Structure, StructureHit } from '../../structures/structure.ts';
import { isKnownAddress } from './known-places.ts';

const GAP = '(?:,? ?(?:\\r?\\n|\\\\n)[ \\t>|*]{0,8}|,? | - )';
const NAME = "(?:[dl]['’])?\\p{Lu}[\\p{L}.'’-]{0,24}";
const NAMES = `(?:(?:de la|de los|de las|de|des|du|da|do|dos|das|della|dei|del|di|la|le|les|el|van|van de|van der) ){0,2}${NAME}(?: (?:(?:de la|de|des|du|da|do|dos|di|del|della|e|y|et) )?${NAME}){0,3}`;
const CITY =
  "\\p{Lu}[\\p{L}'’-]{1,24}(?: (?:de|la|le|el|do|da|sur|en|di|del|den|aan|\\p{Lu}[\\p{L}'’-]{1,20})){0,3}?";
const PLACE = `(?:\\d{5}|\\d{4} ?[A-Z]{2}|\\d{4}-\\d{3}|\\d{4}) ${CITY}(?: Cedex(?: \\d{1,2})?)?(?: \\([A-Z]{2}\\))?(?:${GAP}(?:France|Belgique|España|Spain|Italia|Italy|Nederland|Netherlands|België|Portugal|Brasil|Brazil))?(?![\\p{L}\\d])`;
/** The place behind a French street in Canada: its postcode goes last. */
const CANADIAN = `${CITY},? \\(?(?:QC|Qc|Qu[eé]bec|ON|NB|Ontario|Manitoba|MB)\\)?,? [A-Z]\\d[A-Z] ?\\d[A-Z]\\d(?:${GAP}Canada)?(?![\\p{L}\\d])`;
const DOOR =
  '(?:,? (?:\\d{1,2}[ºª°]?\\.? ?(?:[A-Za-z]|izq(?:da)?\\.?|dcha\\.?|Esq|Dto|andar)?|apto?\\.? \\d{1,4}|int(?:erno)?\\.? \\d{1,3}|bât(?:iment)? [A-Z]|esc(?:alera)?\\.? \\w{1,2}))';

/** Kinds of streets that go before the name; with the number behind it or, in French, before it. */
const BEFORE_NAME = [
  'calle ',
  'c/ ',
  'avenida ',
  'avda. ',
  'paseo ',
  'plaza ',
  'via ',
  'viale ',
  'piazza ',
  'corso ',
  'rua ',
  'travessa ',
  'praça ',
  'largo ',
  'av. ',
];
const NUMBER_BEHIND = new RegExp(
  `(?:Calle|C/|Avenida|Avda\\.|Av\\.|Paseo|Plaza|Via|Viale|Piazza|Corso|Rua|Travessa|Praça|Largo|calle|via|viale|piazza|corso|rua|avenida|plaza|paseo) ${NAMES}(?:,? (?:n[.º°]{0,2} ?|núm\\. ?)?\\d{1,4}(?:[A-Za-z](?![\\p{L}]))?(?![\\d%.]\\d|\\d))(${DOOR}{0,2}${GAP}${PLACE}|${DOOR}{0,2}(?:${GAP}${CITY}(?: - [A-Z]{2})?)?${GAP}\\d{5}-\\d{3}(?!\\d))?`,
  'uy',
);
const LIVING =
  /direcci|domicili|vive|vivo|enviar|entreg|consegn|abit|resid|indirizzo|endere[cç]o|moro|mora\b|livr|habit|adress|address|entrega|envío|spedi/i;

/** Spanish, Italian and Portuguese addresses. */
export const southernAddress: Structure = {
  id: 'southern-address',
  literals: BEFORE_NAME,
  findAt(text, at) {
    if (/[\p{L}\p{N}_./-]/u.test(text.charAt(at - 1))) return NOTHING;
    const match = matchAt(NUMBER_BEHIND, text, at);
    if (!match) return NOTHING;
    if (match[1] === undefined && !LIVING.test(lineBefore(text, at, 60))) return NOTHING;
    return address(text, at, at + match[0].length);
  },
};

const FRENCH = new RegExp(
  `(?:rue|avenue|boulevard|bd|impasse|allée|place|chemin|quai|cours|route|square|faubourg) ${NAMES}(?: (?:[NSEO]|Est|Ouest|Nord|Sud)(?![\\p{L}.]))?((?:,? (?:app?(?:artement|t)?\\.?|bureau|unité|#) ?#?\\d{1,5}[A-Z]?)?${GAP}(?:${PLACE}|${CANADIAN}))?`,
  'uyi',
);
const NUMBER_BEFORE = /(?<![\d.,:/-])\d{1,4}(?: ?(?:bis|ter|quater|[A-Da-d]))?,? $/;

/** French addresses: the number goes before the kind of street. */
export const frenchAddress: Structure = {
  id: 'french-address',
  literals: [
    ' rue ',
    ' avenue ',
    ' boulevard ',
    ' bd ',
    ' impasse ',
    ' allée ',
    ' chemin ',
    ' quai ',
    ' place d',
    ' cours ',
  ],
  findAt(text, at) {
    const number = NUMBER_BEFORE.exec(before(text, at + 1, 12))?.[0];
    if (number === undefined) return NOTHING;
    const match = matchAt(FRENCH, text, at + 1);
    if (!match || !/^\p{Ll}|^\p{Lu}\p{Ll}/u.test(match[0])) return NOTHING;
    const sure = /^(?:rue|impasse|boulevard|allée|chemin|quai)/i.test(match[0]);
    if (match[1] === undefined && !(sure && / (?:d|[A-Z])/.test(match[0]))) return NOTHING;
    return address(text, at + 1 - number.length, at + 1 + match[0].length);
  },
};

const SWISS = new RegExp(
  `(?:[Cc]hemin|[Rr]oute|[Rr]ue|[Aa]venue|[Bb]oulevard|[Qq]uai|[Pp]lace) (?:(?:de la|de l['’]|des|du|de|d['’]) ?)${NAME}(?: (?:(?:de la|des|du|de|d['’]) ?)?${NAME}){0,2},? \\d{1,4}(?: ?(?:bis|ter|[A-Da-d]))?${GAP}(?:(?:CH|L|B)[- ]{1,2})?\\d{4} ${CITY}(?![\\p{L}\\d])`,
  'uy',
);

/** French addresses of Switzerland, Belgium and Luxembourg: the number goes behind the street, a postcode of four digits follows. */
export const swissFrenchAddress: Structure = {
  id: 'swiss-french-address',
  literals: [
    'chemin d',
    'route de',
    'route du',
    'rue de',
    'rue du',
    'avenue d',
    'boulevard d',
    'quai d',
    'place d',
  ],
  bounds: () => ({ apart: true }),
  findAt(text, at) {
    if (/[\p{L}\p{N}_./-]/u.test(text.charAt(at - 1))) return NOTHING;
    const match = matchAt(SWISS, text, at);
    return match ? address(text, at, at + match[0].length) : NOTHING;
  },
};

const DUTCH_ENDINGS = ['straat', 'laan', 'gracht', 'plein', 'kade', 'singel', 'dijk', 'steeg', 'weg'];
const DUTCH_TAIL = new RegExp(
  ` \\d{1,4}(?: ?[-/]? ?[A-Za-z\\d]{1,3}(?![\\p{L}\\d]))?(${GAP}\\d{4} ?[A-Z]{2} ${CITY})?(?![\\p{L}\\d])`,
  'uy',
);

/** Dutch addresses, by the ending of the street's name. */
export const dutchAddress: Structure = {
  id: 'dutch-address',
  literals: DUTCH_ENDINGS.flatMap((ending) => Array.from('123456789', (digit) => `${ending} ${digit}`)),
  findAt(text, at) {
    const ending = DUTCH_ENDINGS.find((word) => text.startsWith(word, at));
    if (ending === undefined) return NOTHING;
    const end = at + ending.length;
    const tail = matchAt(DUTCH_TAIL, text, end);
    const word = /(?:\p{Lu}[\p{L}'’.-]{1,24} ){0,2}\p{Lu}[\p{L}'’-]{1,30}$/u.exec(before(text, end, 60))?.[0];
    if (!tail || word === undefined) return NOTHING;
    if (tail[1] === undefined && !/^(?:straat|laan|gracht|singel)$/.test(ending)) return NOTHING;
    return address(text, end - word.length, end + tail[0].length);
  },
};

function address(text: string, start: number, end: number): readonly StructureHit[] {
  return isKnownAddress(text.slice(start, end))
    ? NOTHING
    : [hit('postal-address', { start, end }, 'context')];
}
