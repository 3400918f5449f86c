import { folded } from '../labels/fold.ts';
import { isLabel } from '../labels/labels.ts';
import { isThing } from './things.ts';
import { type Form, LIKELY, MAYBE, NO, SURE, type Verdict } from './verdict.ts';

/** Words that streets are called by, before or behind their name; folded, with a word's end where they may be joined. */
const STREET =
  /(?:^|[\s\d.,])(?:street|st|road|rd|avenue|ave|lane|ln|drive|dr|court|ct|close|crescent|place|pl|terrace|square|sq|gardens|grove|way|boulevard|blvd|highway|hwy|parkway|pkwy|circle|cir|row|mews|hill|mill|walk|rise|trail|loop|alley|wharf|quay|view|drove|green|p\.?\s?o\.? box|rue|av|bd|boulevard|allee|allees|chemin|impasse|place|quai|route|cours|passage|square|villa|sentier|faubourg|calle|c\/|avda|avenida|plaza|plza|paseo|pso|camino|carrera|cra|calzada|ronda|travesia|carretera|ctra|glorieta|urbanizacion|urb|pasaje|via|viale|v\.le|corso|piazza|p\.za|piazzale|vicolo|largo|strada|contrada|lungomare|salita|rua|r\.|travessa|trav|praca|alameda|largo|estrada|rodovia|beco|quinta|postfach|am|an der|auf der|im|in der|zum|zur|unter den|hinter)(?=$|[\s.,'’])|(?:strasse|str|weg|gasse|platz|allee|ring|damm|ufer|chaussee|steig|stieg|pfad|markt|berg|hof|winkel|kamp|straat|laan|gracht|plein|kade|dijk|singel|dreef|hof|pad|steeg|park|baan|weide|plantsoen|dwarsstraat)(?=$|[\s.,\d])/;
const CJK = /[\u3040-\u30ff\u3400-\u9fff\u3005]/;
const CJK_PLACE = /[省市区區县縣都道府町村路街巷弄号號栋棟室楼樓丁目郡镇鎮乡鄉里村番地条]/;
/** What is no address of a house: of a machine, a file, a program. */
const OF_PROGRAMS =
  /^(?:0x|https?:|[a-z]+:\/\/|\/|\.|@|#|\$|<|\{|\[)|[<>{}[\]=|\\^~`$*@]|::|[\w$]\(| [+&?] |[a-z_]{2}\.[a-z_]{2}|\)[^)(]*\)|^[^(]*\)|\.(?:com|net|org|io|dev|js|ts|json|local)\b|^\d{1,3}(?:\.\d{1,3}){3}/;
const LONGEST = 140;
const NAME = /^[\p{L}\p{M}][\p{L}\p{M}'’´. \-/()]{0,48}$/u;
const JOINTS: ReadonlySet<string> = new Set(
  'of on upon the in an am der die das bei ob la le les de du des el los las del di da do dos das aan den bij sur sous en op ob und and y e i vor zu'.split(
    ' ',
  ),
);

/** How much a value looks like a street, with or without the number of a house. */
export function judgeStreet(value: string): Verdict {
  if (isNoPlace(value)) return NO;
  if (CJK.test(value)) return CJK_PLACE.test(value) || /\d/.test(value) ? LIKELY : NO;
  const small = folded(value);
  const street = STREET.test(small);
  const number = /(?:^|[\s,.])\d{1,5}\s?[a-z]?(?=$|[\s,./-])|\d/.test(small);
  if (street) return number ? SURE : startsLarge(value) ? MAYBE : NO;
  if (number && /\p{L}{3}/u.test(value) && value.includes(' ')) return /\p{Lu}/u.test(value) ? LIKELY : MAYBE;
  return !number && startsLarge(value) && NAME.test(value) ? MAYBE : NO;
}

/** How much a value looks like an address that a letter would reach. */
export function judgeAddress(value: string): Verdict {
  if (isNoPlace(value)) return NO;
  if (CJK.test(value)) {
    if (value.length < 4) return NO;
    return CJK_PLACE.test(value) ? (/[\d０-９一二三四五六七八九十]/.test(value) ? SURE : LIKELY) : NO;
  }
  const small = folded(value);
  if (!/\d/.test(value))
    return startsLarge(value) && (STREET.test(small) || value.includes(',')) ? MAYBE : NO;
  if (!/\p{L}{3}/u.test(value) || !/[ ,]/.test(value)) return NO;
  if (/[a-z]\(|[!?;]|=>|: \d/.test(value)) return NO;
  if (STREET.test(small)) return SURE;
  return /\p{Lu}\p{Ll}/u.test(value) && /(?:^|[\s,])\d{1,6}[a-z]?(?=$|[\s,./-])/i.test(value) ? LIKELY : NO;
}

/** How much a value looks like the name of a town, a district or a country. */
export function judgeCity(value: string): Verdict {
  if (value.length < 2 || value.length > 48 || isLabel(value)) return NO;
  // A postcode before it tells a town from all else that is written with a capital.
  if (/^(?:[A-Z]{1,2}[- ])?\d{4,5} \p{Lu}/u.test(value)) return judgePostcodeCity(value);
  if (CJK.test(value))
    return value.length <= 14 && !/[。、：！？]/.test(value) && !isThing(value) ? MAYBE : NO;
  if (!NAME.test(value.replaceAll(',', '')) || (!startsLarge(value) && !/^['’]s-?\s?\p{Lu}/u.test(value)))
    return NO;
  const words = value.split(/[\s,/]+/).filter((word) => word !== '');
  if (words.length > 5 || words.some(isThing)) return NO;
  return words.every((word) => /^[\p{Lu}'’(]/u.test(word) || JOINTS.has(word)) ? MAYBE : NO;
}

const POSTCODE =
  /^(?:(?:[A-Z]{1,2}-)?\d{4,6}|\d{5}-\d{3,4}|\d{4}-\d{3}|〒?\s?\d{3}-\d{4}|\d{4}\s?[A-Z]{2}|[A-Z]{1,2}\d[A-Z\d]?\s?\d[A-Z]{2}|[A-Z]\d[A-Z]\s?\d[A-Z]\d|\d{2}-\d{3}|\d{3}\s\d{2}|\d{2}\.?\d{3}-\d{3})$/i;

/** How much a value looks like a postcode. */
export function judgePostcode(value: string): Verdict {
  return POSTCODE.test(value) && !/^(\d)\1+$/.test(value) && !/^(?:1234|12345|123456)$/.test(value)
    ? LIKELY
    : NO;
}

/** How much a value looks like a postcode and a town, in either order, with a state or without. */
export function judgePostcodeCity(value: string): Verdict {
  const match = /^(?:〒?[\dA-Z][\dA-Z\- ]{2,9}?)[\s,/]{1,3}(\p{L}.{1,40})$/u.exec(value);
  if (match && /\d{3}|\d[A-Z]{2}/.test(value))
    return judgeCity((match[1] ?? '').replace(/\s\([A-Z]{2}\)$/, '')) === NO ? NO : LIKELY;
  const behind = /^(\p{L}[^\d]{1,40}?)[\s,/]{1,3}[\dA-Z][\dA-Z\- ]{2,9}$/u.exec(value);
  if (behind)
    return judgeCity((behind[1] ?? '').replaceAll(',', ' ').replaceAll(/\s{2,}/g, ' ')) === NO ? NO : LIKELY;
  return NO;
}

/** How much a value looks like a place somebody comes from; a form has its country as well. */
export function judgePlace(value: string, form: Form): Verdict {
  return judgeCity(form === 'bare' ? value : value.replace(/\s\([\p{L} ]{2,20}\)$/u, ''));
}

function isNoPlace(value: string): boolean {
  return value.length < 3 || value.length > LONGEST || OF_PROGRAMS.test(value) || isLabel(value);
}

function startsLarge(value: string): boolean {
  return /^[\p{Lu}]|^['’]/u.test(value);
}
