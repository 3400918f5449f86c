import { before, hit, matchAt, NOTHING } from '../../structures/reading.ts';
import type { Structure } from '../../structures/structure.ts';
import { lastingThrift } from '../thrift.ts';
import { isKnownAddress } from './known-places.ts';

/*
 * Addresses of India often name no street that one could tell by its ending: a house, a building, a quarter, a town, and
 * the six digits of the PIN code. What begins them says that the number is a house's; the PIN code that it is an address.
 */

const HOUSE =
  '(?:[Ff]lat|FLAT|[Pp]lot|PLOT|[Hh]ouse|HOUSE|[Dd]oor|DOOR|[Ss]hop|SHOP|[Vv]illa|[HhDd]\\.|[Hh][Nn]o|HNO)[. ]{0,2}(?:[Nn]os?\\b|NO\\b|[Nn]umber)?[.:#]{0,2} ?#?';
const NUMBER = '[A-Z]{0,2}[- ]?\\d{1,4}(?:[A-Z]|[-/]\\d{1,5}){0,4}';
/** A part between two commas: a building, a quarter, a town. */
const PART = "(?:[A-Z\\d][A-Za-z\\d.'’()&/-]{0,24})(?: (?:[A-Za-z\\d][A-Za-z\\d.'’()&/-]{0,24})){0,4}";
const GAP = '(?:,? ?\\r?\\n[ \\t>|*]{0,8}|, ?)';
const PIN =
  '(?:,? ?[-–] ?|,? |,? ?\\r?\\n[ \\t>|*]{0,8})(?:PIN:? ?)?[1-9]\\d{2} ?\\d{3}(?![\\d.,]?\\d|[A-Za-z])';
const ADDRESS = new RegExp(`${HOUSE}(?<=[. :#])${NUMBER}(?:${GAP}${PART}){1,7}?${PIN}(?:,? India\\b)?`, 'y');

/** The towns most letters go to, before whose PIN code an address may begin with a number alone. */
const TOWNS = [
  'new delhi',
  'mumbai',
  'bengaluru',
  'bangalore',
  'hyderabad',
  'chennai',
  'kolkata',
  'ahmedabad',
  'gurugram',
  'gurgaon',
  'noida',
  'jaipur',
  'lucknow',
  'thane',
  'nagpur',
  'indore',
  'coimbatore',
  'kochi',
  'chandigarh',
  'pune',
];
const UP_TO_TOWN = new RegExp(
  `(?:^|[\\n"'\`:>|(=]|(?<![A-Za-z])(?:at|in|to|from|address|is)) ?((?:#|[Nn]o\\.? ?)?[A-Z]{0,2}[- /]{0,2}\\d{1,4}(?:[A-Z]|[-/]\\d{1,5}){0,3}(?:${GAP}${PART}){1,6}${GAP})$`,
);
const FROM_TOWN = new RegExp(`[A-Za-z ]{4,10}?${PIN}(?:,? India\\b)?`, 'y');

const towns = lastingThrift(120);

/** Indian addresses that begin with nothing but a number, from the town and its PIN code backwards. */
export const indianTown: Structure = {
  id: 'indian-town',
  literals: TOWNS,
  bounds: () => ({ apart: true }),
  findAt(text, at) {
    const place = matchAt(FROM_TOWN, text, at)?.[0];
    if (place === undefined || !towns.allows(text, at)) return NOTHING;
    const stretch = UP_TO_TOWN.exec(before(text, at, 110))?.[1];
    if (stretch === undefined) return NOTHING;
    towns.worthIt(text, at - stretch.length, at + place.length);
    return [hit('postal-address', { start: at - stretch.length, end: at + place.length }, 'context')];
  },
};

/** A part of an address has a name; numbers in a row are counted. */
const NAMED = /[,\n] ?[A-Z][a-z]{2}/;

const thrift = lastingThrift(60);

/** Indian addresses from the word for a flat, a plot or a house up to the PIN code. */
export const indianAddress: Structure = {
  id: 'indian-address',
  literals: [
    'flat no',
    'plot no',
    'house no',
    'door no',
    'shop no',
    'h.no',
    'h. no',
    'd.no',
    'd. no',
    'hno ',
    'flat ',
    'villa no',
  ],
  bounds: () => ({ apart: true }),
  findAt(text, at) {
    if (!thrift.allows(text, at)) return NOTHING;
    const match = matchAt(ADDRESS, text, at);
    if (!match || !NAMED.test(match[0]) || isKnownAddress(match[0])) return NOTHING;
    thrift.worthIt(text, at, at + match[0].length);
    return [hit('postal-address', { start: at, end: at + match[0].length }, 'context')];
  },
};
