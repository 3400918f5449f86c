import type { RuleDefinition, RuleHit } from '../rule.ts';

const DEGREE = '°';
const ANGLE = (degrees: string, sides: string): string =>
  `${degrees}° ?[0-5]?\\d ?['′’] ?[0-5]?\\d(?:[.,]\\d{1,6})? ?(?:["″”]|'') ?[${sides}]`;
/** Degrees, minutes and seconds: a second is thirty metres. A latitude, then a longitude (ISO 6709, annex D). */
const PLACE = new RegExp(
  `(?<!\\d)${ANGLE('\\d{1,2}', 'NS')}[ ,;/]{1,3}${ANGLE('\\d{1,3}', 'EWO')}(?![A-Za-z])`,
  'y',
);
/** Digits before the sign of a latitude's degrees. */
const DIGITS = 2;

/** Places to within some metres, written in degrees, minutes and seconds; the sign is rare in any text. */
export const coordinatesInDegrees: RuleDefinition = {
  id: 'coordinates-in-degrees',
  kinds: ['coordinates'],
  find(content) {
    const hits: RuleHit[] = [];
    for (let at = content.indexOf(DEGREE, 1); at >= 0; at = content.indexOf(DEGREE, at + 1)) {
      for (let digits = DIGITS; digits > 0; digits--) {
        PLACE.lastIndex = Math.max(0, at - digits);
        const found = PLACE.exec(content);
        if (!found) continue;
        hits.push({ kind: 'coordinates', start: found.index, end: PLACE.lastIndex, evidence: 'shape' });
        break;
      }
    }
    return hits;
  },
};
