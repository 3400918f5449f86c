import { cellsBelow } from '../../numbers/columns.ts';
import { isCapital, isDigit, isSmall } from '../../numbers/masks.ts';
import { hit, NOTHING } from '../../structures/reading.ts';
import type { Structure, StructureHit } from '../../structures/structure.ts';
import { numberAt } from './international.ts';
import { type Found, longest, readGroups } from './reading.ts';
import { isNumberOf } from './regions.ts';
import { PHONE_WORDS, type PhoneWord } from './words.ts';

/** A number is looked for 40 UTF-16 code units behind its word, and within one statement. */
const NEAR_DIGIT = /[^\d{};]{0,40}\d/y;
/** Words between a label and its number. */
const FILLER =
  'numbers?|no|nr|num|número|numero|numéro|nummer|n°|nº|is|are|was|at|on|under|unter|me|us|him|her|them|him|auf|au|al|ao|op|sur|il|lo|el|le|la|my|mein|meine|the|our|your|please|now|today|home|work|office|mobile|cell|direct|main|portable|fixe|fijo|mobil|privat|to|for|de|ist|lautet|es|est|è|or|and|oder|und|y|et|o|ou|e|uns|mich|wieder|nos|per|an|send|phone|value|href|tel|para|moi|contact|id';
const GAP = new RegExp(
  `^[\\p{L}\\p{M}_-]{0,26}[.:]?["'\`\\])]{0,3}(?:[\\s:=(,/]{1,4}(?:${FILLER})(?![\\p{L}])[.:°)\\]]{0,2}){0,5}[^\\p{L}\\p{N};{}]{0,12}$`,
  'iu',
);
/** What stands there nearly always; asked first, since it is cheap. */
const SIMPLE_GAP = /^[.:= ][: =]{0,2}["']?$/;
const DATE =
  /^(?:(?:19|20)\d\d[-./](?:0?[1-9]|1[0-2])[-./](?:0?[1-9]|[12]\d|3[01])(?!\d)|(?:[0-2]?\d|3[01])[-./](?:[0-2]?\d|3[01])[-./](?:19|20)\d\d(?![-./ ]?\d)|(?:\d{1,3}\.){3}\d{1,3}(?![.\d])|(?:19|20)\d{6}(?:\d{6})?(?!\d))/;

const WORDS: ReadonlyMap<string, PhoneWord> = new Map(PHONE_WORDS.map((row) => [row.word, row]));
/** The longest goes first. */
const ANY_WORD = new RegExp(
  [...WORDS.keys()]
    .toSorted((one, other) => other.length - one.length)
    .map((word) => word.replaceAll('.', '\\.'))
    .join('|'),
  'iy',
);

const SHORTEST = [...new Set(PHONE_WORDS.map(({ word }) => word))].filter(
  (word, _, all) => !all.some((other) => other !== word && word.startsWith(other)),
);

/** Telephone numbers without a plus behind a word that announces them, in the layouts of every region. */
export const phoneInContext: Structure = {
  id: 'phone-in-context',
  // A word that begins with another one is found by that.
  literals: SHORTEST,
  findAt(text, at) {
    const word = wordAt(text, at);
    if (word === undefined) return NOTHING;
    const end = at + word.word.length;
    const behind = numberBehind(text, end, word);
    if (behind) return [hit('phone', behind, 'context')];
    if (word.sort !== 'label' && !opensBracket(text, at)) return NOTHING;
    const before = numberBefore(text, at, word);
    if (before) return [hit('phone', before, 'context')];
    return word.sort === 'label' && isTitle(text, end) ? cellsOf(text, at, end, word) : NOTHING;
  },
};

/** Numbers with a plus that a URL writes as `%2B`. */
export const encodedPhone: Structure = {
  id: 'encoded-phone',
  literals: ['%2b'],
  findAt(text, at) {
    const found = numberAt(text, at, at + 3);
    return found ? [found] : NOTHING;
  },
};

/** The longest word that begins at a place and is no piece of another word; a hump of a camel is one. */
function wordAt(text: string, at: number): PhoneWord | undefined {
  const before = text.charCodeAt(at - 1);
  if (isSmall(before) || isCapital(before)) {
    if (!(isSmall(before) && isCapital(text.charCodeAt(at))) && !isEscape(text, at)) return undefined;
    // iPhone, eCall
    if (isSmall(before) && !isSmall(text.charCodeAt(at - 2)) && !isEscape(text, at)) return undefined;
  }
  ANY_WORD.lastIndex = at;
  if (!ANY_WORD.test(text)) return undefined;
  const written = text.slice(at, ANY_WORD.lastIndex);
  return repeats(text, at, written) ? undefined : WORDS.get(written.toLowerCase());
}

/** Whether the word stands right before as well, as in text that only repeats it. */
function repeats(text: string, at: number, written: string): boolean {
  if (isSmall(text.charCodeAt(at - 1))) return false;
  // A negative offset would be taken for zero.
  const first = at - written.length - 1;
  return (
    (first >= 0 && text.startsWith(written, first)) || (first > 0 && text.startsWith(written, first - 1))
  );
}

function isEscape(text: string, at: number): boolean {
  return text[at - 2] === '\\' && 'nrt'.includes(text.charAt(at - 1));
}

function opensBracket(text: string, at: number): boolean {
  return text[at - 1] === '(' && text[at - 2] === ' ' && isDigit(text.charCodeAt(at - 3));
}

function numberBehind(text: string, end: number, word: PhoneWord): Found | undefined {
  let at = firstDigit(text, end);
  if (at === undefined) return undefined;
  // The digit of a key's name: phone2, tel_1.
  if (at - end <= 1 && !isDigit(text.charCodeAt(at + 1)) && isOneKey(text, at)) {
    end = at + 1;
    at = firstDigit(text, end);
    if (at === undefined) return undefined;
  }
  const before = text.charAt(at - 1);
  // The rule for numbers with a plus has seen it.
  if (before === '+' || text.startsWith('+(', at - 2)) return undefined;
  const gap = text.slice(end, before === '(' ? at - 1 : at);
  if (
    !(SIMPLE_GAP.test(gap) || GAP.test(gap)) ||
    (gap.includes('\n') && !/[:>|]\s{0,12}\n\s{0,20}$/.test(gap))
  )
    return undefined;
  return numberFrom(text, before === '(' ? at - 1 : at, word);
}

/** The first digit behind a word; undefined where there is none near, or the sentence or statement ends before. */
function firstDigit(text: string, from: number): number | undefined {
  NEAR_DIGIT.lastIndex = from;
  return NEAR_DIGIT.test(text) ? NEAR_DIGIT.lastIndex - 1 : undefined;
}

function isOneKey(text: string, at: number): boolean {
  return /^\d["'`\]]{0,2}\s{0,2}[:=,|]/.test(text.slice(at, at + 6));
}

function numberFrom(text: string, at: number, word: PhoneWord): Found | undefined {
  if (DATE.test(text.slice(at, at + 16))) return undefined;
  const reading = readGroups(text, at, false);
  if (reading.digits.length < 7) return undefined;
  return longest(text, reading, (digits, end) => isNumber(text.slice(at, end), digits, word));
}

function isNumber(written: string, digits: string, { sort, language }: PhoneWord): boolean {
  const laidOut = written.length > digits.length;
  if (sort === 'verb' && !laidOut && !/^0[1-9]\d{8,9}$/.test(digits)) return false;
  // Decimals, versions and sums: a point between two groups only.
  if (/^\d{1,6}\.\d{1,9}$|^\d{1,3}(?:\.\d{1,3}){2} ?\/ ?\d{1,3}\./.test(written)) return false;
  return isNumberOf(digits, language, sort === 'label');
}

/** A number right before its word, as in `415-… (mobile)`. */
function numberBefore(text: string, at: number, word: PhoneWord): Found | undefined {
  if (!opensBracket(text, at)) return undefined;
  const end = at - 2;
  const written = /(?:^|[\s:=,;>"'|])((?:\(\d{2,5}\)|\d)[\d ()./-]{6,18})$/.exec(
    text.slice(Math.max(0, end - 24), end),
  )?.[1];
  if (written === undefined) return undefined;
  const found = numberFrom(text, end - written.length, word);
  return found?.end === end ? found : undefined;
}

/** The rest of a title and the sign that ends it. */
const TITLE_END = /[\w .(\u0080-\uffff-]{0,20}["'`]?\s?[,;|\t\n)]/y;
/** How far a header goes on behind the word, and a row below it. */
const ROW = 120;

/** Whether the line goes on as that of a header may, and digits stand in the next, or in the brackets after it. */
function isTitle(text: string, end: number): boolean {
  TITLE_END.lastIndex = end;
  if (!TITLE_END.test(text)) return false;
  let digits = 0;
  let below = false;
  for (let at = end; at < end + 2 * ROW; at++) {
    const code = text.charCodeAt(at);
    if (isDigit(code)) {
      if (!below) return false;
      if ((digits += 1) === 7) return true;
    } else if (code === 10) {
      if (below) return digits > 0;
      below = true;
    } else if (code === 41) {
      // INSERT INTO … (…, phone) VALUES
      if (!below && /^\)\s{0,20}values/i.test(text.slice(at, at + 30))) return true;
    } else if (Number.isNaN(code) || (!below && (code === 123 || code === 125 || at > end + ROW)))
      return false;
  }
  return digits > 0;
}

/** The cells below, where the word stands in the header of a table. */
function cellsOf(text: string, at: number, end: number, word: PhoneWord): readonly StructureHit[] {
  return cellsBelow(text, at, end).flatMap((cell) => {
    const opening = text[cell.start] === '(' || isDigit(text.charCodeAt(cell.start));
    const found = opening ? numberFrom(text, cell.start, word) : undefined;
    return found?.end === cell.end ? [hit('phone', found, 'context')] : [];
  });
}
