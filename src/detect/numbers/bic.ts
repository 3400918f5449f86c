import type { Structure } from '../structures/structure.ts';
import { cellsBelow } from './columns.ts';
import { isWordly } from './masks.ts';

/** Countries with banks (ISO 3166-1 alpha-2 and XK). */
const COUNTRIES = new Set(
  `AD AE AF AG AI AL AM AO AR AS AT AU AW AZ BA BB BD BE BF BG BH BI BJ BM BN BO BR BS BT BW BY BZ CA CD CF CG CH CI CK CL
  CM CN CO CR CU CV CW CY CZ DE DJ DK DM DO DZ EC EE EG ER ES ET FI FJ FK FM FO FR GA GB GD GE GF GG GH GI GL GM GN GP GQ
  GR GT GU GW GY HK HN HR HT HU ID IE IL IM IN IQ IR IS IT JE JM JO JP KE KG KH KI KM KN KP KR KW KY KZ LA LB LC LI LK LR
  LS LT LU LV LY MA MC MD ME MG MH MK ML MM MN MO MQ MR MS MT MU MV MW MX MY MZ NA NC NE NG NI NL NO NP NR NZ OM PA PE PF
  PG PH PK PL PM PR PS PT PY QA RE RO RS RU RW SA SB SC SD SE SG SI SK SL SM SN SO SR SS ST SV SY SZ TC TD TG TH TJ TL TM
  TN TO TR TT TW TZ UA UG US UY UZ VA VC VE VG VN VU WF WS XK YE YT ZA ZM ZW`.split(/\s{1,4}/),
); // prettier-ignore

const LETTER = /[A-Z]/;
const CODE = /^[A-Z]{4}(?<country>[A-Z]{2})[A-Z\d]{2}(?:[A-Z\d]{3})?(?![A-Za-z\d_])/;
/** What may stand between the word and the code. */
const GAP =
  /(?:\/?-?(?:swift|bic))?(?:[ _-]?(?:code|nr|no|number|id|address)){0,2}\.?["'`]{0,2}(?:(?: \p{L}{1,12}){0,5} (?:is|ist|es|est|è) |[^\p{L}\p{N};{}]{0,10})["'`]?/iuy;

function isCode(written: string): boolean {
  return COUNTRIES.has(CODE.exec(written)?.groups?.['country'] ?? '');
}

/** BICs (ISO 9362) behind or below a word that says so; they are capitals, and many words are as well. */
export const bic: Structure = {
  id: 'bic',
  literals: ['bic', 'swift'],
  findAt(text, at) {
    const word = at + (/^bic/i.test(text.slice(at, at + 3)) ? 3 : 5);
    if (isWordly(text.charCodeAt(at - 1))) return [];
    GAP.lastIndex = word;
    const start = word + (GAP.exec(text)?.[0].length ?? 0);
    // `NS_SWIFT_UNAVAILABLE`: a constant of a program.
    if (text[start - 1] === '_' && text[at - 1] === '_') return [];
    const code = CODE.exec(text.slice(start, start + 12))?.[0];
    if (code !== undefined && isCode(code)) {
      return [{ kind: 'bic', start, end: start + code.length, evidence: 'context' }];
    }
    return cellsBelow(text, at, word, LETTER)
      .filter(({ start: from, end }) => end - from <= 11 && isCode(text.slice(from, end)))
      .map((cell) => ({ kind: 'bic', ...cell, evidence: 'context' as const }));
  },
};
