import { hit, lineAfter, lineBefore, matchAt, NOTHING } from '../structures/reading.ts';
import type { Structure } from '../structures/structure.ts';
import { lastingThrift } from './thrift.ts';

const AMOUNT =
  "(?:(?:US|CA|AU)?[$€£] ?\\d{1,3}(?:[., ’']?\\d{3}){0,2}(?:\\.\\d{2})?k?|(?:EUR|USD|GBP|CHF) \\d{1,3}(?:[., ’']?\\d{3}){0,2}k?|\\d{1,3}(?:[., ’']?\\d{3}){1,2}(?:,\\d{2})? ?(?:€|EUR|Euro|CHF|Franken|Dollar|dollars|pounds|euros?)|\\d{2,3} ?[kK](?: ?(?:€|EUR|Euro))?)(?![\\d\\p{L}])";
const EARNS = new RegExp(
  `(?:(?:salary|wage|pay|gehalt|lohn|bonus)(?: (?:is|was|of|to|from|at|von|ist|beträgt|liegt bei|auf|currently|now|derzeit|aktuell)){1,3}|earns?|earning|makes|is paid|verdient|verdiene) (?:about |around |roughly |etwa |rund |ca\\. )?(${AMOUNT})`,
  'iuy',
);
/** Whose it is: without a person near it is what is usual somewhere. */
const OF_PERSON =
  /(?:^|[^\p{L}])(?:he|she|his|her|my|their|our|i|employee|colleague|candidate|applicant|mr|mrs|ms|er|sie|ich|mein|meine?[rmns]?|seine?[rmns]?|ihre?[rmns]?|mitarbeiter(?:in|s)?|kolleg(?:e|in|en)|bewerber(?:in)?|herrn?|frau)(?![\p{L}])|\p{Lu}\p{Ll}{2,15}['’]s /iu;
const USUAL = /average|median|mean |typical|minimum|durchschnitt|mindest|üblich/i;

const thrift = lastingThrift(120);

/** What a person earns, said in a sentence: `her salary is $92,000`. */
export const earned: Structure = {
  id: 'earned',
  literals: [
    'salary ',
    'earns ',
    'earning ',
    'is paid ',
    'makes $',
    'makes £',
    'makes €',
    'gehalt ',
    'verdient ',
    'verdiene ',
  ],
  findAt(text, at) {
    if (/\p{L}/u.test(text.charAt(at - 1)) && !/gehalt/i.test(text.slice(at, at + 6))) return NOTHING;
    if (!thrift.allows(text, at)) return NOTHING;
    const match = matchAt(EARNS, text, at);
    const amount = match?.[1];
    if (!match || amount === undefined) return NOTHING;
    const left = lineBefore(text, at, 60);
    const end = at + match[0].length;
    if (USUAL.test(left) || !OF_PERSON.test(left + text.slice(at, end) + lineAfter(text, end, 30)))
      return NOTHING;
    return [hit('salary', { start: end - amount.length, end }, 'context')];
  },
};
