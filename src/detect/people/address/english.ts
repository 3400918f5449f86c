import { before, hit, lineBefore, matchAt, NOTHING } from '../../structures/reading.ts';
import type { Structure, StructureHit } from '../../structures/structure.ts';
import { lastingThrift } from '../thrift.ts';
import { isKnownAddress } from './known-places.ts';

/** Kinds of streets that hardly anything else is called by. */
const SURE = [
  'street',
  'avenue',
  'ave',
  'road',
  'rd',
  'lane',
  'ln',
  'boulevard',
  'blvd',
  'terrace',
  'crescent',
  'parkway',
  'pkwy',
];
/** Kinds of streets that are words of their own: a postcode, a unit or a word about living there goes with them. */
const WITH_MORE = [
  'st',
  'dr',
  'ct',
  'pl',
  'sq',
  'drive',
  'court',
  'place',
  'way',
  'close',
  'square',
  'circle',
  'cir',
  'trail',
  'gardens',
  'grove',
  'row',
  'walk',
  'hill',
  'highway',
  'hwy',
  'mews',
  'quay',
  'rise',
  'rectory',
  'loop',
  'plaza',
  'wharf',
  'alley',
  'estate',
  'park',
  'trl',
  'ter',
  'cv',
  'xing',
  'pass',
  'view',
  'vista',
  'green',
  'parade',
  'esplanade',
  'route',
  'gate',
  'path',
  'bend',
  'point',
  'heights',
  'meadows',
  'common',
  'yard',
  'broadway',
];
const ENDING = /([A-Z][A-Za-z]{1,9})\.?(?: \d{1,4}(?=,|$))?(?![A-Za-z\d_(]|\.[A-Za-z(])/y;

const GAP = '(?:,? ?(?:\\r?\\n|\\\\n|<br ?/?>)[ \\t>|*]{0,8}|,? )';
const WAY = '(?:NW|NE|SW|SE|N|S|E|W|North|South|East|West)';
const UNIT =
  '(?:(?:Apartment|Apt|Suite|Ste|Unit|Floor|Fl|Flat|Room|Rm|Bldg|Building|Lot|Office|Level)\\.? ?#?[A-Z\\d][A-Za-z\\d-]{0,4}|#[A-Z\\d][A-Za-z\\d-]{0,4}|\\d{1,2}(?:st|nd|rd|th) [Ff]loor)(?![A-Za-z\\d])';
const STATE =
  '(?:A[KLRZ]|C[AOT]|D[CE]|FL|GA|HI|I[ADLN]|K[SY]|LA|M[ADEINOST]|N[CDEHJMVY]|O[HKR]|P[AR]|RI|S[CD]|T[NX]|UT|V[AT]|W[AIVY]|Alabama|Arizona|California|Colorado|Connecticut|Florida|Georgia|Illinois|Indiana|Kansas|Maryland|Massachusetts|Michigan|Minnesota|Missouri|Nevada|New Jersey|New Mexico|New York|North Carolina|Ohio|Oklahoma|Oregon|Pennsylvania|South Carolina|Tennessee|Texas|Utah|Virginia|Washington|Wisconsin)';
const PROVINCE = '(?:ON|QC|BC|AB|MB|SK|N[SBLTU]|PE|YT|Ontario|Quebec|British Columbia|Alberta)';
const AUSTRALIAN = '(?:NSW|VIC|QLD|WA|SA|TAS|ACT|NT|Victoria|Queensland)';
const POSTCODE = `(?:(?:${STATE},? )?\\d{5}(?:-\\d{4})?|${PROVINCE},? [A-Z]\\d[A-Z] ?\\d[A-Z]\\d|${AUSTRALIAN},? \\d{4}|[A-Z]{1,2}\\d[A-Z\\d]? ?\\d[A-Z]{2}|[A-Z]\\d[\\dW] ?[A-Z\\d]{4})(?![A-Za-z\\d])`;
const CITY =
  "[A-Z][A-Za-z.'’-]{1,20}(?: (?:[A-Z][A-Za-z.'’-]{1,20}|upon|on|of|the|in|le|by|under|and)){0,4}?(?: \\d{1,2})?";
const COUNTRY =
  '(?:USA|U\\.S\\.A\\.|United States(?: of America)?|UK|United Kingdom|England|Scotland|Wales|Ireland|Canada|Australia|New Zealand)(?![A-Za-z])';
/** The place behind a street: units, places, then a postcode. */
const FOUR = ', [A-Z][a-z]{2,15}(?: [A-Z][a-z]{2,15})? (?!19|20)\\d{4}(?![A-Za-z\\d])';
const PLACE = new RegExp(
  `(?: ${WAY}(?![A-Za-z]))?(?:${GAP}${UNIT}){0,2}(?:${GAP}(?!${UNIT})${CITY}){0,3}?(?:${GAP}${POSTCODE}|${FOUR})(?:${GAP}${COUNTRY})?`,
  'y',
);
/** What of a place follows where no postcode does. */
const UNITS = new RegExp(
  `(?: ${WAY}(?![A-Za-z]))?((?:${GAP}${UNIT}){1,2})?((?:, [A-Z][a-z]{2,20}(?: [A-Z][a-z]{2,20})?){1,2}(?: \\d{1,2})?(?:,? ${STATE}(?![A-Za-z]))?(?=["'\`.,;)\\n]| - | \\p{Ll}|$))?`,
  'uy',
);

/** A house number and the words between it and the kind of street. */
const NUMBERED = new RegExp(
  `(?:(?:${UNIT}|\\d{1,2}/\\d{1,2}(?=, )|(?:The )?[A-Z][a-z]{2,15} (?:House|Cottage|Court|Building|Lodge|Farm|Hall|Mill|Barn)|The [A-Z][a-z]{3,15})${GAP}){0,2}(?:(?:No\\. ?)?\\d{1,5}(?:[A-Za-z]|-\\d{1,5}|/\\d{1,4}| ½)?|Unit \\d{1,3}[A-Z]?),? (?:${WAY}\\.? )?(?:(?:[A-Z][A-Za-z.'’-]{1,20}|\\d{1,3}(?:st|nd|rd|th)|of|the|de|la) ){1,4}$`,
);
/** A house that has a name and no number: `Rose Cottage, Mill Lane`. A place with a postcode has to follow. */
const NAMED_HOUSE = new RegExp(
  `(?:(?:The )?(?:[A-Z][a-z’']{2,15} ){1,2}(?:House|Cottage|Lodge|Farm|Farmhouse|Barn|Rectory|Vicarage|Manor|Hall|Mill|Villa|Bungalow|Croft|Grange)|The (?:Old )?[A-Z][a-z]{3,15})${GAP}(?:(?:[A-Z][A-Za-z.'’-]{1,20}|of|the) ){1,3}$`,
);
/** Words that stand between a number and a kind of street where no street is meant. */
const NO_STREET =
  /^(?:19|20)\d\d-(?:19|20)\d\d,? |^\D{0,20}[\d-]{1,5}[A-Za-z]? (?:Google|Easy|Top|New|More|Different|Possible|Major|Main Road|Way|Test|Unit)\b/;
const LIVING =
  /address|deliver|ship(?:ped|ping)? to|\bliv(?:es?|ed|ing) (?:at|in|on)|resid|located at|\bat$|send (?:it|them|this|flowers)? ?to|visit|\bhome\b|house|moved? (?:to|from)|street["']?\s?[:=]|\bfrom \d{0,5}$|venue|mail(?:ed)? to|invoice to|bill(?:ing)? to|parcel|courier|property|tenant|lease|rent/i;

const thrift = lastingThrift(60);

/** American, British, Irish, Canadian and Australian addresses, from the kind of street on. */
export const englishAddress: Structure = {
  id: 'english-address',
  literals: [
    ...[...SURE, ...WITH_MORE].filter((word) => word.length > 3).map((word) => ` ${word}`),
    ...[...SURE, ...WITH_MORE]
      .filter((word) => word.length < 4)
      .flatMap((word) => [',', '.', ' ', '\n', '"', "'"].map((sign) => ` ${word}${sign}`)),
  ],
  findAt(text, at) {
    const first = text.charCodeAt(at + 1);
    if (first < 65 || first > 90) return NOTHING;
    const ending = matchAt(ENDING, text, at + 1);
    const word = ending?.[1]?.toLowerCase();
    if (!ending || word === undefined) return NOTHING;
    const sure = SURE.includes(word);
    if (!sure && !WITH_MORE.includes(word)) return NOTHING;
    if (!thrift.allows(text, at)) return NOTHING;
    const stretch = before(text, at + 1, 80);
    const numbered = /\d/.test(stretch) ? NUMBERED.exec(stretch) : null;
    const house = numbered ?? (sure ? NAMED_HOUSE.exec(stretch) : null);
    if (!house || NO_STREET.test(house[0])) return NOTHING;
    const start = at + 1 - stretch.length + house.index;
    if (/[\p{L}\p{N}_$#.:/-]/u.test(text.charAt(start - 1))) return NOTHING;
    const end = at + 1 + ending[0].length;
    const place = numbered ? undefined : matchAt(PLACE, text, end)?.[0];
    if (!numbered && place === undefined) return NOTHING;
    const found = placed(text, start, end, sure);
    for (const hit of found) thrift.worthIt(text, hit.start, hit.end);
    return found;
  },
};

function placed(text: string, start: number, end: number, sure: boolean): readonly StructureHit[] {
  const tail = end;
  const place = matchAt(PLACE, text, tail)?.[0];
  if (place !== undefined) return address(text, start, tail + place.length);
  const units = matchAt(UNITS, text, tail);
  const living = LIVING.test(lineBefore(text, start, 60).trimEnd());
  const quoted = /["'`]/.test(text.charAt(start - 1)) && text[end] === text[start - 1];
  const shown = units?.[1] !== undefined || units?.[2] !== undefined || living || quoted;
  if (!sure && !shown) return NOTHING;
  const stop = units?.[0] === '' || units === undefined ? withoutDot(text, end) : tail + units[0].length;
  return address(text, start, stop);
}

/** The end of a street at the end of a sentence: the dot is the sentence's. */
function withoutDot(text: string, end: number): number {
  return text[end - 1] === '.' ? end - 1 : end;
}

function address(text: string, start: number, end: number): readonly StructureHit[] {
  return isKnownAddress(text.slice(start, end))
    ? NOTHING
    : [hit('postal-address', { start, end }, 'context')];
}

const BOX = new RegExp(
  `(?:P\\.? ?O\\.? ?|Post Office |GPO )Box #?\\d{1,6}(?:(?:${GAP}${CITY}){0,2}?${GAP}(?:${POSTCODE}|\\d{4}(?!\\d))(?:${GAP}${COUNTRY})?)?`,
  'iy',
);

/** A box at a post office. */
export const postBox: Structure = {
  id: 'post-box',
  literals: ['po box ', 'p.o. box ', 'p.o.box ', 'p. o. box '],
  findAt(text, at) {
    if (/[A-Za-z]/.test(text.charAt(at - 1))) return NOTHING;
    const box = matchAt(BOX, text, at)?.[0];
    return box === undefined || /Box 1866\b/i.test(box) ? NOTHING : address(text, at, at + box.length);
  },
};
