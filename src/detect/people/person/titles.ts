import { folded, wordsOf } from '../names/fold.ts';

/** Forms of address that only a person's name follows; `dr` and the like as they are written before the dot. */
const TITLES: ReadonlySet<string> = new Set(
  wordsOf(`
    mr mrs ms mx dr prof professor herr herrn hr frau fräulein dipl dipl.-ing mag ing
    monsieur madame mme mlle señor señora sra sr don doña dña signor signora signore sig sig.ra dott dott.ssa
    meneer mevrouw mevr dhr mw senhor senhora pan pani doctor doktor rev sir lady ehepaar familie fam eheleute
  `).map(folded),
);
/** Of them, those that are words or signs of something else unless a greeting or another title goes before. */
const UNSURE: ReadonlySet<string> = new Set(
  wordsOf('sr don pan pani sir lady mag ing mw madame doctor doktor mme dipl ehepaar familie fam eheleute'),
);
/** Words a letter begins with. */
const GREETINGS: ReadonlySet<string> = new Set(
  wordsOf(`
    dear hi hello hey morning afternoon evening hallo liebe lieber liebes servus moin werte werter tag morgen abend grüezi
    cher chère bonjour salut estimado estimada querido querida hola caro cara gentile ciao buongiorno egregio
    beste geachte prezado prezada olá oi
  `).map(folded),
);
/** People and figures known by a title and a surname. */
const KNOWN: ReadonlySet<string> = new Set(
  wordsOf(
    'dobb dobbs seuss doob robot bean burns who evil strange doom watson mario oak moriarty spock beat dre holle foo bar',
  ),
);

const OPENERS: ReadonlySet<string> = new Set([...TITLES, ...GREETINGS]);

/** Whether a folded word is a title or begins a letter: one look for most words of a text. */
export function opens(word: string): boolean {
  return OPENERS.has(word);
}

/** Whether a folded word is a title before a name; in capitals (`MS`, `MR`) it is short for something else. */
export function isTitle(word: string): boolean {
  return TITLES.has(word);
}

/** Whether a folded title is one even where no greeting goes before. */
export function isSureTitle(word: string): boolean {
  return !UNSURE.has(word);
}

/** Whether a folded word begins a letter. */
export function isGreeting(word: string): boolean {
  return GREETINGS.has(word);
}

/** Whether somebody everybody knows has that surname behind a title. */
export function isKnownByTitle(surname: string): boolean {
  return KNOWN.has(surname);
}

/** Titles right before a name, in any number; sticky, always matches. */
export const TITLES_AT =
  /(?:(?:Doktor|Doctor|Hr|Mr|Mrs|Ms|Mx|Dr|Prof|Professor|Herrn?|Frau|Mag|Ing|Dipl\.-(?:Ing|Kfm|Inf|Psych|Med)|Priv\.-Doz|med|rer\. nat|phil|jur|h\.c|Mme|Mlle|Monsieur|Madame|Señora?|Sra?|Signora?|Signore|Sig(?:\.ra)?|Dott(?:\.ssa)?|Don|Doña|Meneer|Mevrouw|meneer|mevrouw|mevr|dhr|heer|Senhora?|MBA|MSc)\b\.? ?){0,4}/uy;
