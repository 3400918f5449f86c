import { before, hit, lineBefore, matchAt, NOTHING } from '../../structures/reading.ts';
import type { Structure, StructureHit } from '../../structures/structure.ts';
import { lastingThrift } from '../thrift.ts';
import { isKnownAddress } from './known-places.ts';

const DIGITS = ['1', '2', '3', '4', '5', '6', '7', '8', '9'];
/** Endings of street names behind which a house number is enough. */
const SURE = [
  'straße',
  'strasse',
  'str.',
  'str',
  'weg',
  'platz',
  'gasse',
  'allee',
  'damm',
  'ring',
  'ufer',
  'chaussee',
  'stieg',
  'steige',
  'steig',
  'siedlung',
  'kai',
  'pfad',
  'promenade',
];
/** Endings that other words have as well: a postcode and a place have to follow. */
const WITH_PLACE = [
  'markt',
  'graben',
  'kamp',
  'wall',
  'brücke',
  'höhe',
  'twiete',
  'halde',
  'grund',
  'winkel',
  'garten',
  'hof',
  'berg',
  'feld',
  'bach',
  'rain',
  'park',
  'tor',
  'tal',
  'eck',
  'hang',
  'leite',
  'bogen',
  'reihe',
  'anger',
  'wiese',
  'acker',
  'au',
  'bruch',
  'brunnen',
  'warte',
  'blick',
  'busch',
  'heide',
  'holz',
  'kirche',
  'mühle',
  'see',
  'wiesen',
  'ried',
  'rode',
];

/** `14`, `27a`, `7-9`, `88a/2/14`, `90 A`. */
const NUMBER = '\\d{1,4}(?: ?[a-zA-Z](?![\\p{L}\\d]))?(?: ?[-–/+] ?\\d{1,4}[a-z]?(?![\\p{L}\\d])){0,3}';
const GAP = '(?:[ ]?,? ?(?:\\r?\\n|\\\\n|<br ?/?>)[ \\t>|*]{0,8}|[ ]?[,;|] ?| [-–·•|] | in | )';
const EXTRA = `(?:${GAP}(?:(?:\\d{1,2}\\. ?(?:OG|Stock|Etage|Stiege)|EG|DG|Whg\\.? ?\\d{1,4}|Wohnung \\d{1,4}|Top \\d{1,3}|Tür \\d{1,3}|Hinterhaus|Vorderhaus|Haus \\w{1,3})(?: (?:links|rechts|Mitte))?))?`;
const PLACE =
  '(?:(?:D|DE|A|AT|CH|L|FL)[- ]{1,2})?\\d{4,5} (?:(?:Bad|St\\.|Sankt|Markt|Alt|Neu|Gro(?:ß|ss)|Klein|Ober|Unter|Hohen|Burg|Schwäbisch) )?\\p{Lu}\\p{L}{1,24}(?:-\\p{L}{2,20}){0,3}(?: (?:am|an der|a\\. ?d\\.|a\\.|im|in der|in|ob der|vor der|bei|i\\. ?d\\.|auf|unter|am) \\p{Lu}\\p{L}{1,20}|/\\p{Lu}\\p{L}{1,20}| \\(\\p{Lu}[\\p{L}. ]{1,20}\\)|,? OT (?:Groß |Klein |Alt |Neu )?\\p{Lu}\\p{L}{1,20})?';
const COUNTRY = `(?:${GAP}(?:Deutschland|Germany|Österreich|Austria|Schweiz|Switzerland|Liechtenstein|Luxemburg)(?![\\p{L}]))?`;

/** From the end of the street's name on: a number, and with luck the place. */
const BEHIND = new RegExp(
  `( (?:des|der|vom|am) (?:17\\. )?\\p{Lu}\\p{L}{2,20})?(?:,? ?Nr\\.?)? ?(?<![\\d])${NUMBER}(?![\\p{L}\\d%]|[.,:]\\d|[-/]\\p{L})(${EXTRA}${GAP}${PLACE}(?![\\p{L}\\d])${COUNTRY})?`,
  'uy',
);
/** The words a street's name begins with, right before its last one. */
const LEADING =
  /(?:(?:An der|An den|Am|An|Auf der|Auf dem|Auf den|Im|In der|In den|Unter den|Unter der|Zum|Zur|Zu den|Hinter der|Hinter dem|Hinter den|Bei der|Beim|Vor dem|Vor der|Alte[rns]?|Neue[rns]?|Gro(?:ß|ss)e[rns]?|Kleine[rns]?|Hintere[rns]?|Vordere[rns]?|Obere[rns]?|Untere[rns]?|Mittlere[rns]?|Lange[rns]?|Hohe[rns]?|Breite[rns]?|Äußere[rns]?|Innere[rns]?|St\.|Sankt) ){1,2}$/u;
const OWN_WORD =
  /^(?:straße|strasse|str\.|str|platz|allee|weg|damm|ring|gasse|chaussee|ufer|markt|wall|hof|berg|graben|park|garten|brücke|steig|stieg|steige|pfad|promenade|kai|siedlung)$/i;
/** The word before a street that is a word of its own: `Mariahilfer Straße`, `Karl-Marx-Allee`. */
const ADJECTIVE = /(?:\p{Lu}[\p{L}ß.-]{1,30} )$/u;
/** Streets out of a place, named after where they lead: `Eppendorfer Landstraße`. */
const OUTWARD =
  /^(?:landstr|heerstr|chaussee|hauptstr|kirchstr|bahnhofstr|stadtring|postweg|kirchweg|landweg)/i;

/** Where the street's name begins whose ending stands at [at, end). */
function streetStart(text: string, at: number, end: number): number | undefined {
  const stretch = before(text, end, 60);
  const word = /[\p{L}\p{M}.'’-]{2,44}$/u.exec(stretch)?.[0];
  if (word === undefined || word.length < end - at || /^[-.'’]/.test(word)) return undefined;
  let start = end - word.length;
  if (OWN_WORD.test(word)) {
    const name = ADJECTIVE.exec(before(text, start, 34))?.[0];
    if (name !== undefined && !/^(?:Die|Der|Das|Eine?|Jede|Diese|Unsere|Seite|Neue) $/.test(name))
      start -= name.length;
    else if (!/^ (?:des|der|vom) /.test(text.slice(end, end + 5))) return undefined;
  } else if (OUTWARD.test(word)) {
    const name = ADJECTIVE.exec(before(text, start, 34))?.[0] ?? '';
    if (name.endsWith('er ') && !/^(?:Der|Unser|Oder|Aber|Hier) /.test(name)) start -= name.length;
  } else if (!/^\p{Lu}/u.test(word)) {
    // A street's name begins with a capital, in a log perhaps not: then a place has to follow.
    return undefined;
  }
  return start - (LEADING.exec(before(text, start, 24))?.[0].length ?? 0);
}

const thrift = lastingThrift(30);

/** German, Austrian and Swiss addresses, from the ending of the street's name on. */
export const germanAddress: Structure = {
  id: 'german-address',
  literals: [
    'straße',
    'strasse',
    'str. ',
    ...['str', 'str.', ...SURE.slice(4), ...WITH_PLACE].flatMap((ending) =>
      DIGITS.map((digit) => (ending === 'str.' ? ending + digit : `${ending} ${digit}`)),
    ),
  ],
  findAt(text, at) {
    const here = text.slice(at, at + 10).toLowerCase();
    const ending =
      SURE.find((word) => here.startsWith(word)) ?? WITH_PLACE.find((word) => here.startsWith(word));
    if (ending === undefined) return NOTHING;
    const end = at + ending.length;
    if (!thrift.allows(text, at)) return NOTHING;
    const behind = matchAt(BEHIND, text, end);
    if (!behind || (behind[0].charCodeAt(0) !== 32 && !/[ß.e]$/.test(ending))) return NOTHING;
    const place = behind[2];
    if (place === undefined && !isSure(ending, behind[0]) && !isHome(text, at, behind[0])) return NOTHING;
    const start = streetStart(text, at, end);
    // `CM_CACHE_STRING 3`: a constant of a program.
    if (start === undefined || text[start - 1] === '_') return NOTHING;
    thrift.worthIt(text, start, end + behind[0].length);
    return address(text, start, end + behind[0].length);
  },
};

/** What is said before the street somebody lives in or something is sent to. */
const LIVING =
  /wohn(?:t|haft|e|en|ung|sitz|ort|anschrift)|adress|anschrift|liefer|verschick|schicken?(?![\p{L}])|versand|umgezogen|umzug|zieht|zog |zuhause|zu hause|rechnung (?:geht )?an|str(?:a(?:ß|ss)e)?["']?\s?[:=]/iu;

/** Whether a street whose ending other words have too is one by what stands before it on its line. */
function isHome(text: string, at: number, behind: string): boolean {
  return !/\d{4}/.test(behind) && LIVING.test(lineBefore(text, at, 60));
}

function isSure(ending: string, behind: string): boolean {
  if (!SURE.includes(ending)) return false;
  // Where a blank is written before a long number, it counts something else.
  return !/\d{4}/.test(behind);
}

function address(text: string, start: number, end: number): readonly StructureHit[] {
  return isKnownAddress(text.slice(start, end))
    ? NOTHING
    : [hit('postal-address', { start, end }, 'context')];
}

/** `Am Alten Markt 3, 18055`: a street without a known ending, by its number and the postcode behind it. */
const BEFORE_PLACE = new RegExp(
  `((?:(?:An der|An den|Am|An|Auf der|Auf dem|Im|In der|In den|Unter den|Zum|Zur|Zu den|Hinter der|Hinter den|Hinter dem|Beim|Vor dem|Vor der|Bei der|Weg beim|Weg am|Weg im|Weg zum|Weg zur|Hof|Gehöft|Siedlung|Kolonie|Platz der|Platz des|Straße der|Straße des|Ring der|Allee der|Gewerbepark|Industriepark|Technologiepark|Gewerbegebiet|Businesspark|Gut|Schloss|Haus|Haus Nr\\.) )?(?:(?:Alte|Neue|Gro(?:ß|ss)e|Kleine|Hintere|Vordere|Obere|Untere|Mittlere|Lange|Hohe|Breite)[rnsm]? |\\p{Lu}[\\p{L}ß.-]{2,30} (?=(?:Stra|Str\\.|Platz|Allee|Weg|Ring|Damm|Ufer|Markt|Chaussee|Landstra)))?\\p{Lu}[\\p{L}ß.-]{1,30}) ${NUMBER}${EXTRA}${GAP}(?:(?:D|DE)[- ]{1,2})?$`,
  'u',
);
const NO_STREET =
  /^(?:Port|Line|Zeile|Seite|Page|Version|Test|Table|Tabelle|Figure|Step|Schritt|Error|Fehler|Code|Nummer|Number|Order|Bestellung|Ticket|Issue|Row|Total|Summe|Januar|Februar|März|April|Mai|Juni|Juli|August|September|Oktober|November|Dezember|January|February|March|May|June|July|October|December|Chapter|Kapitel|Level|Build|Item|Section|Postfach)\b/;
const AT_PLACE = new RegExp(`${PLACE}(?![\\p{L}\\d])${COUNTRY}`, 'uy');

/** An address before a postcode of five digits and a place; `at` is where the postcode begins. */
export function addressBeforePlace(text: string, at: number): { start: number; end: number } | undefined {
  const stretch = before(text, at, 110);
  const street = BEFORE_PLACE.exec(stretch);
  const name = street?.[1];
  const place = matchAt(AT_PLACE, text, at)?.[0];
  if (!street || name === undefined || place === undefined || NO_STREET.test(name)) return undefined;
  const start = at - stretch.length + street.index;
  const end = at + place.length;
  return isKnownAddress(text.slice(start, end)) ? undefined : { start, end };
}

const BOX = new RegExp(
  `(?:Postfach|PF)(?: |: ?)\\d(?:\\d| (?=\\d)){1,7}(?:${GAP}${PLACE}(?![\\p{L}\\d])${COUNTRY})?`,
  'uy',
);

/** A box at a German post office. */
export const postfach: Structure = {
  id: 'postfach',
  literals: ['postfach '],
  findAt(text, at) {
    const box = matchAt(BOX, text, at)?.[0];
    return box === undefined ? NOTHING : address(text, at, at + box.length);
  },
};
