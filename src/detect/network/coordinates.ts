import { cellsBelow } from '../numbers/columns.ts';
import { after, hit, matchAt, NOTHING } from '../structures/reading.ts';
import type { Structure, StructureHit } from '../structures/structure.ts';
import { startsWord } from './labelled.ts';

/** Four decimals are eleven metres; fewer name a town. */
const LATITUDE = '[-−]?(?:90|[0-8]?\\d)\\.\\d{4,15}';
const LONGITUDE = '[-−]?(?:180|1[0-7]\\d|\\d{1,2})\\.\\d{4,15}';
const END = '(?![\\d.]?\\d|[A-Za-z_%])';
const PAIR = `${LATITUDE}°?(?: ?[NS])?[,; /|]{1,3}${LONGITUDE}°?(?: ?[EWO](?![A-Za-z]))?${END}`;
const TURNED = `${LONGITUDE}[, ]{1,2}${LATITUDE}${END}`;

const REST =
  '(?:itude|itud|itudine|engrad|gengrad|gengrade|engrade)?(?:s)?(?:[ _-]?(?:deg|degrees|value|dd|wgs84))?';
const TO_VALUE = '["\'`\\])]{0,3}\\s{0,3}(?:[:=,>]|=>|is|ist|\\s){0,3}\\s{0,3}["\'`(\\[]{0,2}';
const LAT = new RegExp(`(lat${REST}${TO_VALUE}|breitengrad${TO_VALUE})(${LATITUDE})${END}`, 'iy');
const LONG = new RegExp(
  `((?:lo?ng|lon)${REST}${TO_VALUE}|l(?:ä|ae)ngengrad${TO_VALUE})(${LONGITUDE})${END}`,
  'iy',
);
/** Both labels, then both values: `Lat/Long: 48.1…, 11.5…`, `LatLng(48.1…, 11.5…)`, `latitude,longitude\n48.1…,11.5…`. */
const BOTH = new RegExp(
  `(lat${REST}["'\`]?[ ,;/|_&-]{0,3}["'\`]?lo?n?g?${REST}[\\w)]{0,8}(?: of [\\w ]{1,20}?)?${TO_VALUE})(${PAIR})`,
  'iy',
);
const PLACE = new RegExp(
  `((?:gps|coord|koordinat|standort|position|location|geoloc|ubicaci|coordonn)[\\p{L}_]{0,12}(?:[ _-](?:position|coords?|coordinates|location|is|are|ist|at))?${TO_VALUE})(${PAIR})`,
  'iuy',
);
/** GeoJSON and WKT have the longitude first; three brackets open the outline of an area. */
const TURNED_PLACE = new RegExp(
  `(coordinates["'\`]?\\s{0,2}:\\s{0,2}\\[{1,2}(?!\\s{0,2}\\[)\\s{0,2}|point\\s?z?\\s?\\()(${TURNED})`,
  'iy',
);
const GEO = new RegExp(`(geo:)(${PAIR})`, 'iy');
const IN_URL = new RegExp(
  `(map=\\d{1,2}(?:\\.\\d{1,2})?/|maps?\\b[^\\s"'<>@]{0,60}?(?:@|[?&/](?:q|ll|sll|center|query|daddr|saddr|destination|origin|loc|cp)=(?:loc:)?|/dir/|/search/|#map=\\d{1,2}(?:\\.\\d{1,2})?/|#\\d{1,2}(?:\\.\\d{1,2})?/))(${LATITUDE}(?:,|%2C|\\+|/|~){1,2}${LONGITUDE})${END}`,
  'iy',
);

const READERS: readonly { readonly start: string; readonly patterns: readonly RegExp[] }[] = [
  { start: 'lat', patterns: [BOTH, LAT] },
  { start: 'bre', patterns: [LAT] },
  { start: 'lon', patterns: [LONG] },
  { start: 'lng', patterns: [LONG] },
  { start: 'län', patterns: [LONG] },
  { start: 'lae', patterns: [LONG] },
  { start: 'geo', patterns: [GEO, PLACE] },
  { start: 'map', patterns: [IN_URL] },
  { start: 'poi', patterns: [TURNED_PLACE] },
  { start: 'coo', patterns: [TURNED_PLACE, PLACE] },
];
const PLACES: readonly RegExp[] = [PLACE];

/** Places to within a few metres: behind the words for them, in `geo:` and in links to maps. */
export const coordinates: Structure = {
  id: 'coordinates',
  literals: [
    'lat',
    'lon',
    'lng',
    'breitengrad',
    'längengrad',
    'laengengrad',
    'geo:',
    'geoloc',
    'map/',
    'maps/',
    'maps.',
    'map=',
    'point(',
    'point (',
    'point z',
    'coord',
    'koordinat',
    'gps',
    'standort',
    'position',
    'location',
    'ubicaci',
  ],
  findAt(text, at) {
    // Nine of ten are pieces of other words.
    if (!startsWord(text, at)) return NOTHING;
    const near = after(text, at, 90);
    if (!/\.\d{4}/.test(near)) return NOTHING;
    const start = near.slice(0, 3).toLowerCase();
    for (const pattern of READERS.find((reader) => reader.start === start)?.patterns ?? PLACES) {
      const found = read(text, at, pattern);
      if (found) return [found];
    }
    return start.startsWith('l') ? cellsOf(text, at) : NOTHING;
  },
};

const TITLE = /l[a-z]{2,8}(?=["'`]?\s?[,;|\t\n])/iy;
const CELL = new RegExp(`^(?:${LONGITUDE})$`);

/** The cells below, where the word is the title of a column. */
function cellsOf(text: string, at: number): readonly StructureHit[] {
  const title = matchAt(TITLE, text, at)?.[0];
  if (title === undefined) return NOTHING;
  return cellsBelow(text, at, at + title.length)
    .filter(({ start, end }) => CELL.test(text.slice(start, end)))
    .map((cell) => hit('coordinates', cell, 'context'));
}

/**
 * What marks no place: zero, the edge of a map in Web Mercator, and whole minutes of degrees, which are a mile apart:
 * `47.33333333, 13.16666667`.
 */
const NOWHERE =
  /^\D{0,3}0\.0{4}|^\D?85\.051[0-9]|^\D?\d{1,3}\.\d{0,2}(\d)\1{2,}\d?[, ]{1,2}-?\d{1,3}\.\d{0,2}(\d)\2{2,}\d?$/;

function read(text: string, at: number, pattern: RegExp): StructureHit | undefined {
  const match = matchAt(pattern, text, at);
  const value = match?.[2];
  if (!match || value === undefined || NOWHERE.test(value)) return undefined;
  const start = at + (match[1]?.length ?? 0);
  return hit('coordinates', { start, end: start + value.length }, 'context');
}
