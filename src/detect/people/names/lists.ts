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

function endsAsSurname(word: string): boolean {
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
  const first = word.slice(0, Math.max(0, word.indexOf('-')));
  if (first !== '' && GIVEN.has(first)) return CERTAIN;
  return GIVEN_AND_WORDS.has(word) || GIVEN_AND_WORDS.has(first) ? POSSIBLE : UNKNOWN;
}

/** How sure a folded word is a surname: 2 is listed, 1 has a surname's shape. */
export function surnameLikeness(word: string): Likeness {
  if (isListed(word.replaceAll("'", ''), FAMILY)) return CERTAIN;
  const last = word.slice(word.lastIndexOf('-') + 1);
  if (last !== word && FAMILY.has(last)) return CERTAIN;
  return word.length > 4 && !NO_SURNAME.test(word) && (endsAsSurname(word) || BEGINNING.test(word))
    ? POSSIBLE
    : UNKNOWN;
}

/** Whether a list has a word as it is written, or with its vowels `ae`, `oe`, `ue` for those with marks. */
function isListed(word: string, list: ReadonlySet<string>): boolean {
  return list.has(word) || (/[aou]e/.test(word) && list.has(word.replaceAll(/([aou])e/g, '$1')));
}
