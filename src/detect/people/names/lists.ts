import { unpacked, wordsOf } from './fold.ts';
import { GIVEN_NAMES, GIVEN_NAMES_AND_WORDS } from './given-names.ts';
import { SURNAMES } from './surnames.ts';

const CERTAIN = 2;
const POSSIBLE = 1;
const UNKNOWN = 0;

/** How sure a word is a name: 2 is a name and little else, 1 may be one, 0 is not known. */
export type Likeness = typeof CERTAIN | typeof POSSIBLE | typeof UNKNOWN;

const GIVEN: ReadonlySet<string> = new Set(unpacked(GIVEN_NAMES));
const GIVEN_AND_WORDS: ReadonlySet<string> = new Set(unpacked(GIVEN_NAMES_AND_WORDS));
const FAMILY: ReadonlySet<string> = new Set(unpacked(SURNAMES));

/** Endings that surnames of a language have and hardly any other capitalised word behind a given name has. */
const ENDINGS: ReadonlySet<string> = new Set(
  wordsOf(`
    acci acher adze akis aldi anova arez ava bach bauer berger bottom brecht bsen bson bury chuk chyk cka cki
    cky combe croft czak czki czky czuk czyk dini dki dky dsen dson dzki dzky egger elli enko enova erez escu
    etti eva evic feld feldt field gaard gsen gson hagen hausen hauser hofer hsen hson huber hurst ides ikis
    inger ingham inova irez kamp kev kotter kov ksen kson ldez lein lev lini loh lov lsen lson macher maier maki
    mann mayer meier meister meyer msen mson nathan ndez nen nev nini nov nsen nska nski nsky nson oglu okis
    onova opov orez ova ovic ovich poulos quist qvist rajan reuter rev rini rov rsen rson schmid schmidt shaw
    shvili ssen sson stadt stedt stein steiner strom swamy tev thaler thorne tov tsen tson ucci ukis unova urez
    wald walder wicz wilder witz worth wska wski wsky
  `),
);
const SHORTEST = 3;
const LONGEST = 7;
/** The last three letters of those endings, five bits each: nearly all words end otherwise. */
const LAST_THREE = new Uint8Array(1 << 15);

function lastThree(word: string): number {
  const at = word.length - SHORTEST;
  return (
    ((word.charCodeAt(at) & 31) << 10) |
    ((word.charCodeAt(at + 1) & 31) << 5) |
    (word.charCodeAt(at + 2) & 31)
  );
}

for (const ending of ENDINGS) LAST_THREE[lastThree(ending)] = 1;

function endsAsSurname(word: string): boolean {
  if (LAST_THREE[lastThree(word)] !== 1) return false;
  for (let length = SHORTEST; length <= LONGEST && length < word.length; length++) {
    if (ENDINGS.has(word.slice(-length))) return true;
  }
  return false;
}

const BEGINNING = /^(?:mc|mac(?=[bdfgklmnpqr])|o'|d'|fitz|al-|el-|abu-)[a-z]{3}/;
/** Words that end as surnames do. */
const NO_SURNAME = /^(?:json|person|reason|season|lesson|poison|chosen|frozen|canvas|finger|trigger|stein)$/;

/** How sure a folded word is a given name; of `Anna-Lena` the first part decides. */
export function givenLikeness(word: string): Likeness {
  if (isListed(word, GIVEN)) return CERTAIN;
  if (GIVEN_AND_WORDS.has(word)) return isGivenBefore(word, GIVEN) ? CERTAIN : POSSIBLE;
  if (!word.includes('-')) return UNKNOWN;
  if (isGivenBefore(word, GIVEN)) return CERTAIN;
  return isGivenBefore(word, GIVEN_AND_WORDS) ? POSSIBLE : UNKNOWN;
}

/** Whether a list has what stands before the first hyphen of a word. */
function isGivenBefore(word: string, list: ReadonlySet<string>): boolean {
  const hyphen = word.indexOf('-');
  return hyphen > 0 && list.has(word.slice(0, hyphen));
}

/** How sure a folded word is a surname: 2 is listed, 1 has a surname's shape. */
export function surnameLikeness(word: string): Likeness {
  if (isListed(word.includes("'") ? word.replaceAll("'", '') : word, FAMILY)) return CERTAIN;
  const hyphen = word.lastIndexOf('-');
  if (hyphen >= 0 && FAMILY.has(word.slice(hyphen + 1))) return CERTAIN;
  return word.length > 4 && (endsAsSurname(word) || BEGINNING.test(word)) && !NO_SURNAME.test(word)
    ? POSSIBLE
    : UNKNOWN;
}

/** Whether a list has a word as it is written, or with its vowels `ae`, `oe`, `ue` for those with marks. */
function isListed(word: string, list: ReadonlySet<string>): boolean {
  if (list.has(word)) return true;
  const e = word.indexOf('e', 1);
  return e > 0 && /[aou]e/.test(word) && list.has(word.replaceAll(/([aou])e/g, '$1'));
}
