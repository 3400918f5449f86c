import { matchAt } from '../../structures/reading.ts';
import {
  isCapitalAt,
  isJoined,
  isLetterAt,
  isSign,
  isSmallAt,
  LONGEST,
  wordAt,
} from '../names/characters.ts';
import { folded } from '../names/fold.ts';
import { givenLikeness, surnameLikeness } from '../names/lists.ts';
import { isNoName } from '../names/no-names.ts';
import { type PersonName, readName } from '../names/read-name.ts';
import { greeted } from './greeting.ts';
import {
  doesSomething,
  isAboutPerson,
  isHumane,
  isHumaneWord,
  isPublicPlace,
  isSurelyPerson,
} from './surroundings.ts';
import type { Thrift } from '../thrift.ts';
import { isGreeting, isKnownByTitle, isSureTitle, isTitle, opens, TITLES_AT } from './titles.ts';

/** How far behind one name another in a list of them may begin, in UTF-16 code units. */
const IN_A_LIST = 7;

/** A place of a name; one that was `passed` is not reported, and no part of it is looked at again. */
export interface Found {
  readonly start: number;
  readonly end: number;
  readonly passed?: boolean;
}

/**
 * The name around a blank that a capital stands behind: full names by lists of given names and surnames, names behind
 * titles, and names in greetings.
 *
 * @param from where the last name ended; UTF-16 code units, as all offsets
 */
export function nameAround(text: string, space: number, from: number, thrift: Thrift): Found | undefined {
  const sign = text.charCodeAt(space - 1);
  const dotted = sign === 46;
  const comma = sign === 44;
  const end = dotted || comma ? space - 1 : space;
  if (!isLetterAt(text, end - 1)) return sign === 93 ? speaking(text, space) : undefined;
  let start = end - 1;
  const floor = Math.max(0, end - LONGEST);
  while (start > floor && isLetterAt(text, start - 1)) start -= 1;
  // A quotation mark or a dash before a word is no part of it.
  while (start < end && isSign(text.charCodeAt(start))) start += 1;
  if (!isCapitalAt(text, start)) {
    if (dotted || comma) return undefined;
    return space - start < 4 && PARTICLES.has(text.slice(start, space))
      ? withParticle(text, start, from, thrift)
      : lowTitle(text, start, space, from);
  }
  if (end - start < 2 || (start > 0 && isJoined(text, start - 1))) return undefined;
  const word = text.slice(start, end);
  const own = folded(word);
  if (comma) return reversed(text, start, own, space + 1, thrift);
  const opening = opens(own) && thrift.allows(text, space);
  if (opening && isTitle(own)) return word === word.toUpperCase() ? undefined : titled(text, own, space + 1);
  if (dotted) return undefined;
  if (opening && isGreeting(own)) {
    const name = greeted(text, start, space + 1);
    if (name) return name;
  }
  if (own.length < 3 || !isSmallAt(text, space + 2) || isNoName(own)) return undefined;
  if (givenLikeness(own) === 0) return unknown(text, start, space + 1, thrift);
  if (!thrift.allows(text, space)) return undefined;
  const name = readName(text, start);
  if (!name || name.words.length < 2) return undefined;
  return isPerson(text, name, from) ? name : { start, end: name.end, passed: true };
}

/** The time right before who speaks in a transcript. */
const AT_TIME = /(?:^|\n)[ \t>|]{0,4}\[(?:[\d./-]{6,10},? )?\d{1,2}:\d\d(?::\d\d)?(?: ?[AaPp][Mm])?\]$/;

/** `[10:02] Maren: …`: who speaks, by a given name alone. */
function speaking(text: string, space: number): Found | undefined {
  if (!isDigitOrM(text.charCodeAt(space - 2)) || !AT_TIME.test(text.slice(Math.max(0, space - 30), space)))
    return undefined;
  const name = readName(text, space + 1);
  return name?.words.length === 1 && name.given === 2 && text[name.end] === ':' ? name : undefined;
}

/** The last of a time: `10:02`, `10:02 AM`. */
function isDigitOrM(code: number): boolean {
  return (code > 47 && code < 58) || (code | 32) === 109;
}

/** Endings of nouns, which German writes with capitals too, and words too short for a surname nobody knows. */
const COMMON_NOUN =
  /^.{1,3}$|(?:ung|heit|keit|schaft|tion|tionen|ungen|ität|itat|ismus|ment|ness|ing|ity|ency|ancy|acy|ology|graphy|metry|ics|ism|ware|base|ing|able|ible|less|ful|ship|age|ance|ence|ized|ised|ed|tly|lly|es)$/;

function isCommonNoun(word: string): boolean {
  return COMMON_NOUN.test(word);
}

/** Whether a full name with a known given name is reported. */
function isPerson(text: string, { start, end, given, surname, words }: PersonName, from: number): boolean {
  const common = surname === 0 && isCommonNoun(words.at(-1) ?? '');
  if (given === 2 && !common) return !isPublicPlace(text, start, end);
  if (given === 1 && surname === 0)
    return !common && isSurelyPerson(text, start, end) && !isPublicPlace(text, start, end);
  const inList =
    from > 0 && start - from <= IN_A_LIST && /^(?:,|;| and| und| &|, and)\s$/.test(text.slice(from, start));
  return (inList || isAboutPerson(text, start, end)) && !isPublicPlace(text, start, end);
}

/** Two words nobody listed, where what stands beside them is said of people only. */
function unknown(text: string, start: number, at: number, thrift: Thrift): Found | undefined {
  const second = wordAt(text, at);
  if (second.length < 3 || (!isHumaneWord(text, at + second.length) && surnameLikeness(folded(second)) === 0))
    return undefined;
  if (!thrift.allows(text, at)) return undefined;
  if (start > 0 && !' "\'`\n([:>,;'.includes(text.charAt(start - 1))) return undefined;
  const name = readName(text, start);
  if (!name || name.words.length < 2 || name.words.some((word) => word.length < 3)) return undefined;
  if (
    !isSurelyPerson(text, start, name.end) ||
    isCommonNoun(name.words[0] ?? '') ||
    isPublicPlace(text, start, name.end)
  ) {
    return undefined;
  }
  return name.surname > 0 || isHumane(text, name.end) ? name : undefined;
}

/** `Müller, Hans`: known names both, where a value begins and ends, or of somebody who does something. */
function reversed(
  text: string,
  start: number,
  surname: string,
  at: number,
  thrift: Thrift,
): Found | undefined {
  const given = wordAt(text, at);
  if (given === '' || givenLikeness(folded(given)) < 2 || surnameLikeness(surname) === 0) return undefined;
  if (!thrift.allows(text, at)) return undefined;
  const name = readName(text, at);
  if (!name || name.words.length > 2 || isNoName(surname)) return undefined;
  const begins = start === 0 || '"\'`;\n|>('.includes(text.charAt(start - 1));
  const ends = name.end === text.length || '"\'`;\n|<)\r'.includes(text.charAt(name.end));
  const row = begins && ends;
  if (!row && !(begins && doesSomething(text, name.end)) && !isAboutPerson(text, start, name.end))
    return undefined;
  return isPublicPlace(text, start, name.end) ? undefined : { start, end: name.end };
}

const FAMILY: ReadonlySet<string> = new Set(['ehepaar', 'familie', 'fam', 'eheleute', 'family']);

/** `Mr. Delgado`, `Frau Dr. Lindqvist`. */
function titled(text: string, title: string, at: number): Found | undefined {
  const more = matchAt(TITLES_AT, text, at)?.[0].length ?? 0;
  const name = readName(text, at + more);
  if (!name) return undefined;
  if (name.words.length === 1 && isKnownByTitle(name.words[0] ?? '')) return undefined;
  const sure =
    isSureTitle(title) ||
    (FAMILY.has(title) && name.surname > 0) ||
    more > 0 ||
    name.surname === 2 ||
    name.given === 2;
  return sure && !isPublicPlace(text, at, name.end) ? name : undefined;
}

/** Words before a colleague's given name. */
const ASKED: ReadonlySet<string> = new Set([
  'ask',
  'asks',
  'asked',
  'tell',
  'told',
  'frag',
  'frage',
  'mit',
  'laut',
  'call',
  'calls',
  'ping',
  'ruf',
  'rufe',
]);

/** `ask Tobias why`: a given name that is nothing else, and no more of a name. */
function asked(text: string, at: number): Found | undefined {
  const name = readName(text, at);
  if (
    !name ||
    name.words.length > 1 ||
    name.given !== 2 ||
    !/^(?:[,.?!]? \p{Ll}|[.?!,]?(?:\s|$))/u.test(text.slice(name.end, name.end + 4))
  ) {
    return undefined;
  }
  return isPublicPlace(text, at, name.end) ? undefined : name;
}

/** Small words within names. */
const PARTICLES: ReadonlySet<string> = new Set([
  'von',
  'van',
  'der',
  'den',
  'de',
  'del',
  'la',
  'di',
  'da',
  'dos',
  'do',
  'du',
  'le',
  'zu',
  'al',
  'el',
  'bin',
  'ben',
  'ter',
  'ten',
]);
const BEFORE_PARTICLE =
  /(?:^|[\s"'`(>:,;])(\p{Lu}[\p{Ll}-]{1,19}(?:-\p{Lu}\p{Ll}{1,15})?)(?: (?:von|van|de))? $/u;

/** `Ekkehard von Bülow`: the given name stands before the particles. */
function withParticle(text: string, particle: number, from: number, thrift: Thrift): Found | undefined {
  const word = BEFORE_PARTICLE.exec(text.slice(Math.max(from, particle - 32), particle))?.[1];
  if (word === undefined) return undefined;
  const own = folded(word);
  if (isTitle(own) && isSureTitle(own))
    return readName(text, text.lastIndexOf(word, particle) + word.length + 1);
  // `Isla de la Reunión`, `Géorgie du Sud`: islands.
  if (own === 'isla' || text.startsWith('du Sud', particle) || givenLikeness(own) < 2 || isNoName(own))
    return undefined;
  if (!thrift.allows(text, particle)) return undefined;
  const start = text.lastIndexOf(word, particle);
  const name = readName(text, start);
  return name && name.words.length > 1 && !isPublicPlace(text, start, name.end) ? name : undefined;
}

/** Titles that other languages write small: `meneer De Vries`, `señora Ruiz`. */
const LOW_TITLES: ReadonlySet<string> = new Set(
  'meneer mevrouw señor señora monsieur madame signor signora senhor senhora herr herrn frau lieber liebe'.split(
    ' ',
  ),
);

function lowTitle(text: string, start: number, space: number, from: number): Found | undefined {
  const length = space - start;
  if (length === 3 && from > 0 && start - from === 1 && /^(?:and|und)$/.test(text.slice(start, space))) {
    return asked(text, space + 1);
  }
  if (length < 6 && 'atflmcpr'.includes(text.charAt(start)) && ASKED.has(text.slice(start, space)))
    return asked(text, space + 1);
  if (length < 4 || length > 8 || !'mshfl'.includes(text.charAt(start))) return undefined;
  if (!LOW_TITLES.has(text.slice(start, space)) || isJoined(text, start - 1)) return undefined;
  return readName(text, space + 1);
}
