import { givenLikeness } from '../../people/names/lists.ts';
import { isLabel } from '../labels/labels.ts';
import { folded } from '../labels/fold.ts';
import { isEastAsian, eastAsianName } from './east-asian-names.ts';
import { GIVEN_NAMES } from './given-names.ts';
import { isCompany, isThing } from './things.ts';
import { type Form, LIKELY, MAYBE, NO, SURE, type Verdict } from './verdict.ts';

const LONGEST = 60;
/** What a name is written in: letters, and a few signs inside. */
const WRITTEN = /^[\p{Script=Latin}\p{M}][\p{Script=Latin}\p{M}'’´`.,\- ]{1,60}$/u;
const TITLE =
  /^(?:(?:dr|prof|mr|mrs|ms|miss|mx|sir|dame|rev|herr|hr|frau|fr|dipl|ing|mag|med|phil|m|mme|mlle|monsieur|madame|me|maître|sr|sra|srta|señor|señora|don|doña|d|dª|sig|sigra|signor|signora|dott|dottssa|avv|geom|sr|srª|dra|eng|senhor|senhora|dhr|mw|mevr|drs|ir|mevrouw|meneer|dhr)\.?(?:-ing\.?)?\s){1,3}/iu;
const PARTICLES: ReadonlySet<string> = new Set(
  "van von vom zu zur der den de het 't ter ten te da das do dos del della dello di du des la le les los las el al bin ibn y e und et i d' d’ l' af av of san mac".split(
    ' ',
  ),
);
const CAPITAL = /^(?:[dDlL]['’])?\p{Lu}/u;
const INITIAL = /^\p{Lu}\.?$/u;
/** A word with a hump that is no name: `McKenzie`, `O'Brien`, `LeBlanc` and `DiCaprio` are some. */
const HUMP = /\p{Ll}\p{Lu}/u;
const HUMPED = /^(?:Mc|Mac|Fitz|De|Di|Le|La|Van|Du|O)\p{Lu}\p{Ll}/u;

/** How much a value looks like the name of a person, or a part of one. */
export function judgeName(value: string, form: Form): Verdict {
  if (value.length < 2 && !isEastAsian(value)) return NO;
  // `R.trim`: a member of something.
  if (value.length > LONGEST || /^\p{L}\.\p{Ll}/u.test(value)) return NO;
  if (isEastAsian(value)) return isLabel(value) ? NO : eastAsianName(value);
  if (!WRITTEN.test(value) || (value.includes(' ') && isCompany(value)) || isLabel(value)) return NO;
  const bare = value.replace(TITLE, '');
  const titled = bare.length < value.length;
  return judgeWords(bare, form, titled);
}

function judgeWords(bare: string, form: Form, titled: boolean): Verdict {
  const parts = bare.split(',');
  const [family = '', given = ''] = parts.map((part) => part.trim());
  if (
    given !== '' &&
    (given.split(' ').length > 3 ||
      (family.includes(' ') && GIVEN_NAMES.has(folded(family.split(' ')[0] ?? ''))))
  )
    return NO;
  if (parts.length > 2 || parts.some((part) => part.trim() === '')) return NO;
  const words = bare.split(/[\s,]+/).filter((word) => word !== '');
  if (words.length === 0 || words.length > 6) return NO;
  // A sentence, or a step of one.
  if (/[a-zà-ÿ]{4}\.$/.test(bare)) return NO;
  let capitals = 0;
  let small = 0;
  let known = false;
  let leads = false;
  for (const [at, word] of words.entries()) {
    if (word.length > 24 || (isThing(word) && !GIVEN_NAMES.has(folded(word)))) return NO;
    if (HUMP.test(word) && !HUMPED.test(word)) return NO;
    if (PARTICLES.has(word) && words.length > 1) continue;
    if (word.split('-').some(isGivenName)) {
      known = true;
      if (at === 0 || parts.length > 1) leads = true;
    }
    if (CAPITAL.test(word)) capitals += 1;
    else small += 1;
  }
  if (capitals + small === 0) return NO;
  if (small > 0) return judgeSmall(words, capitals, known, form);
  if (words.every((word) => INITIAL.test(word))) return NO;
  if (titled && !isLoud(words.at(-1) ?? '')) return SURE;
  if (words.length === 1) return isLoud(words[0] ?? '') && !known ? (form === 'bare' ? NO : MAYBE) : MAYBE;
  if (leads) return SURE;
  return words.length > 4 || bare === bare.toUpperCase() ? MAYBE : LIKELY;
}

/** Whether a word is a given name of either list: the one of the nine languages, and that of people in prose. */
export function isGivenName(word: string): boolean {
  const small = folded(word);
  return GIVEN_NAMES.has(small) || givenLikeness(small) === 2;
}

/** `anna keller`: what people type into forms. */
function judgeSmall(words: readonly string[], capitals: number, known: boolean, form: Form): Verdict {
  if (words.length > 3 || capitals > 1) return NO;
  if (!words.every((word) => /^[\p{L}'’.-]{2,20}$/u.test(word) || INITIAL.test(word))) return NO;
  if (form === 'bare') return known && words.length < 4 ? MAYBE : NO;
  return known && words.length > 1 ? LIKELY : MAYBE;
}

function isLoud(word: string): boolean {
  return word.length > 1 && word === word.toUpperCase();
}
