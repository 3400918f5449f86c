import type { Survey } from '../survey/survey.ts';
import { endOfMatch } from '../structures/reading.ts';
import type { Structure, StructureHit } from '../structures/structure.ts';
import type { RunFinder } from './alone.ts';
import { cellsBelow } from './columns.ts';
import type { NumberFormat } from './format.ts';
import { isCapital, isDigit, isWordly } from './masks.ts';
import { isOneDigit } from './arithmetic.ts';
import { createMisses } from './misses.ts';
import { standsFreeAfter, standsFreeBefore } from './surroundings.ts';
import { isForeign, spellingsOf, type WordList, wordList } from './words.ts';

/** How far behind its word a number is looked for, in UTF-16 code units. */
const REACH = 60;
/** So many groups with digits are tried there. */
const TRIES = 4;
/** So many numbers may follow one word, as a list. */
const LISTED = 50;
/** How far a group of letters and digits goes back from its first digit. */
const HEAD = 30;

/** A row with its patterns. */
interface Row {
  readonly format: NumberFormat;
  readonly pattern: RegExp;
  readonly whole: RegExp;
  readonly last: RegExp;
}

const NOTHING: readonly StructureHit[] = [];

const WORD = String.raw`[\s_./-]{1,2}\p{L}{1,14}\.?`;
/**
 * What may stand between a word and a number that has no check digits: more of the label (`No.`, `number of the`), a
 * label's end, or a few words up to `is`.
 */
const TIGHT = new RegExp(
  [
    String.raw`^\p{L}{0,20}(?: ?\(\p{L}[\p{L} .]{1,14}\))?(?:[\s_./-]{1,2}(?:numbers?|no|nos|nr|num|número|numero|numéro|nummer|núm|nº|n°|id|code|value|card|holder|to|de|del|der|des|du|della|do|da|of|the|and|for|=)[.:]?){0,4}[^\p{L}\p{N};{}]{0,14}$`,
    String.raw`^\p{L}{0,20}\.?(?:${WORD}){0,4}["'\x60*)\]\s]{0,4}(?:[:=|>–—]|=>| - )[^\p{L}\p{N};{}]{0,12}$`,
    String.raw`^\p{L}{0,20}\.?(?:${WORD}){0,5}[\s_]{0,2}(?:is|was|are|am|ist|war|lautet|lauten|es|est|è|é|jest|är|er|on|=)[\s"'\x60(«:]{1,3}$`,
  ].join('|'),
  'iu',
);
/** A value with its word behind it: `… (SSN)`, `… is my SSN`. */
const BACKWARD =
  /[A-Za-z0-9](?<gap>["'`]?(?: ?\(| | (?:is|as|ist|es|est|è|é) (?:(?:my|the|his|her|their|our|your|a|an|eine?|meine?|mi|su|mon|ma|sa|son|la|le|el|il|o|a) )?(?:[A-Za-z]{2,3} )?))$/;
/** Between the numbers of a list. */
const BETWEEN = /["'`]?\s{0,3}(?:[,;|/]|and|und|et|y|e|or)\s{0,12}["'`]?/y;

const FREE = '(?![A-Za-z0-9_])';
/** What a number of a program may end with: `L`, `ULL`, `n`, `u64`. */
const SUFFIX = '(?:[uU]?[lL]{1,2}|[lL]{1,2}[uU]|[uUn]|_?[ui](?:64|128))';
const BEFORE_SUFFIX = `(?=${SUFFIX}?${FREE})`;
const SUFFIX_AT = new RegExp(`${SUFFIX}${FREE}`, 'y');

/** Where a number of a program ends that has its digits up to a place. */
function endOfSuffix(text: string, end: number): number {
  SUFFIX_AT.lastIndex = end;
  return SUFFIX_AT.test(text) ? SUFFIX_AT.lastIndex : end;
}

function rowOf(format: NumberFormat): Row {
  const flags = format.check ? 'i' : '';
  return {
    format,
    // A shorter writing is not taken where a longer one stands.
    pattern: new RegExp(`(?:${format.shape})${format.inCode ? BEFORE_SUFFIX : FREE}`, `${flags}y`),
    whole: new RegExp(`^(?:${format.shape})$`, flags),
    last: new RegExp(`(?:${format.shape})$`, flags),
  };
}

function wordsOf(formats: readonly NumberFormat[], foreign: boolean): WordList<Row> {
  return wordList(
    formats.map((format) => ({
      words: format.near.filter((word) => isForeign(word) === foreign).flatMap(spellingsOf),
      value: rowOf(format),
    })),
  );
}

/** How far around a word anything is looked at: a header before it, a column below it. */
const FAR_BEFORE = 1_024;
const FAR_BEHIND = 10_500;

/** All numbers that stand behind, before or below a word that announces them, as one structure. */
export function contextStructure(id: string, formats: readonly NumberFormat[]): Structure {
  const words = wordsOf(formats, false);
  const misses = createMisses(FAR_BEFORE, FAR_BEHIND);
  return {
    id,
    literals: words.starts,
    bounds: words.bounds,
    findAt(text, at) {
      const letter = text.charCodeAt(at);
      if (!words.mayBegin(text, at)) return NOTHING;
      if (misses.isRepeated(text, at, letter)) return NOTHING;
      const hits = hitsOf(words, text, at);
      if (hits.length > 0) misses.clear();
      else misses.add(at, letter);
      return hits;
    },
  };
}

function hitsOf(words: WordList<Row>, text: string, at: number): readonly StructureHit[] {
  const word = words.at(text, at);
  if (!word) return NOTHING;
  const cells = cellsBelow(text, at, word.end);
  if (cells.length > 0) {
    const below = cells.flatMap((cell) => wholeHit(text, cell, word.values));
    if (below.length > 0) return below;
  }
  const behind = hitsBehind(text, word.end, word.values);
  return behind.length > 0 ? behind : hitBefore(text, at, word.values);
}

/** The first letter of the scripts whose words no engine looks for. */
const FOREIGN = 0x370;
/** How far before a digit such a word may begin: as far as a line of titles is long. */
const BEFORE = 200;

/**
 * Numbers behind words of other scripts. An engine that tells letters of ASCII only would stop at each of theirs, so
 * these are looked for from a run of digits backwards.
 */
export function foreignFinder(formats: readonly NumberFormat[]): (text: string, survey: Survey) => RunFinder {
  const words = wordsOf(formats, true);
  return (text, { beyondAscii }) => {
    let next = 0;
    return (run, _end, floor) => {
      while (next < beyondAscii.length && beyondAscii.first(next) < run) next += 1;
      return next === 0 || beyondAscii.second(next - 1) < run - BEFORE
        ? NOTHING
        : before(words, text, run, floor);
    };
  };
}

function before(words: WordList<Row>, text: string, run: number, floor: number): readonly StructureHit[] {
  const hits: StructureHit[] = [];
  for (let at = Math.max(floor, run - BEFORE); at < run; at++) {
    if (text.charCodeAt(at) >= FOREIGN) hits.push(...hitsOf(words, text, at));
  }
  return hits.length > 0 ? hits : NOTHING;
}

/** Numbers behind a word that ends at `from`: the first that fits, and those listed after it. */
function hitsBehind(text: string, from: number, rows: readonly Row[]): readonly StructureHit[] {
  const limit = Math.min(text.length, from + REACH);
  let lines = 0;
  let tries = 0;
  for (let at = from; at < limit; at++) {
    const code = text.charCodeAt(at);
    if (code === 10 && (lines += 1) > 1) return NOTHING;
    if (!isDigit(code)) continue;
    const first = hitAround(text, at, from, rows);
    if (first) return listedFrom(first, text, rows);
    if ((tries += 1) === TRIES) return NOTHING;
    while (at < limit && isWordly(text.charCodeAt(at + 1))) at += 1;
  }
  return NOTHING;
}

/** A number and those that are listed behind it. */
function listedFrom(first: StructureHit, text: string, rows: readonly Row[]): StructureHit[] {
  const hits = [first];
  for (let end = first.end; hits.length <= LISTED;) {
    const next = endOfMatch(BETWEEN, text, end);
    const hit = next === undefined ? undefined : hitAt(text, next, next, rows);
    if (!hit) break;
    hits.push(hit);
    end = hit.end;
  }
  return hits;
}

/** The number that holds the digit at `at`: it may begin with letters, and with a short group of capitals before. */
function hitAround(text: string, at: number, from: number, rows: readonly Row[]): StructureHit | undefined {
  let start = at;
  while (start > from && at - start < HEAD && isWordly(text.charCodeAt(start - 1))) start -= 1;
  const gap = text.charCodeAt(start - 1);
  if (start - 2 >= from && (gap === 32 || gap === 45 || gap === 46)) {
    let head = start - 1;
    while (head > from && start - head < 11 && isWordly(text.charCodeAt(head - 1))) head -= 1;
    // Two groups of capitals: `HH-KT 4829`.
    if (text.charCodeAt(head - 1) === 45 && isCapital(text.charCodeAt(head - 2))) {
      head -= 1;
      while (head > from && start - head < 11 && isCapital(text.charCodeAt(head - 1))) head -= 1;
    }
    const hit =
      head < start - 1 && isCapital(text.charCodeAt(head)) ? hitAt(text, head, from, rows) : undefined;
    if (hit) return hit;
  }
  return hitAt(text, start, from, rows);
}

/** Whether nothing but the hyphen that joins them stands between a word and its number: `MRN-4829173`. */
function isJoinedAt(text: string, at: number, from: number): boolean {
  return at === from + 1 && text.charCodeAt(from) === 45;
}

/** The longest number of any row at `at`; one with check digits goes before one without. */
function hitAt(text: string, at: number, from: number, rows: readonly Row[]): StructureHit | undefined {
  if (at !== from && !isJoinedAt(text, at, from) && !standsFreeBefore(text, at)) return undefined;
  let best: StructureHit | undefined;
  for (const row of rows) {
    row.pattern.lastIndex = at;
    if (!row.pattern.test(text)) continue;
    const end = row.pattern.lastIndex;
    if (!standsFreeAfter(text, row.format.inCode ? endOfSuffix(text, end) : end)) continue;
    if (row.format.close && !TIGHT.test(text.slice(from, at))) continue;
    if (row.format.beside && !row.format.beside.test(around(text, at))) continue;
    const written = text.slice(at, end);
    if (!isRight(row, written)) continue;
    const hit = hitOf(row, at, written);
    if (best === undefined || isBetter(hit, best)) best = hit;
  }
  return best;
}

/** What stands around a place, as far as `beside` looks. */
function around(text: string, at: number): string {
  return text.slice(Math.max(0, at - 160), at + 100);
}

function isBetter(hit: StructureHit, best: StructureHit): boolean {
  if (hit.evidence !== best.evidence) return hit.evidence === 'check';
  return hit.end - hit.start > best.end - best.start;
}

function hitOf({ format }: Row, start: number, written: string): StructureHit {
  return {
    kind: format.id,
    start,
    end: start + written.length,
    evidence: format.check ? 'check' : 'context',
  };
}

const NO_SIGN = /[^A-Za-z0-9]/g;
const NO_DIGIT = /\D/g;

function isRight({ format }: Row, written: string): boolean {
  const compact = written.replace(NO_SIGN, '').toUpperCase();
  const digits = compact.replace(NO_DIGIT, '');
  if ((digits.length < format.digits && compact.length < 20) || (digits.length > 4 && isOneDigit(digits)))
    return false;
  if (format.check) return format.check(compact, written);
  // What people type for want of a number.
  return (
    digits.length < 5 ||
    digits !== compact ||
    (!'0123456789012'.includes(digits) && !'9876543210'.includes(digits))
  );
}

function wholeHit(
  text: string,
  { start, end }: { readonly start: number; readonly end: number },
  rows: readonly Row[],
): StructureHit[] {
  const written = text.slice(start, end);
  const hits = rows
    .filter((row) => row.whole.test(written) && isRight(row, written))
    .map((row) => hitOf(row, start, written));
  const best = hits.reduce<StructureHit | undefined>(
    (one, other) => (one && !isBetter(other, one) ? one : other),
    undefined,
  );
  return best ? [best] : [];
}

function hasDigit(text: string, from: number, to: number): boolean {
  for (let at = to - 1; at >= from; at--) if (isDigit(text.charCodeAt(at))) return true;
  return false;
}

/** A number right before its word, as in `… (SSN)`. */
function hitBefore(text: string, at: number, rows: readonly Row[]): readonly StructureHit[] {
  if (!hasDigit(text, Math.max(0, at - 24), at)) return NOTHING;
  const gap = BACKWARD.exec(text.slice(Math.max(0, at - 24), at))?.groups?.['gap'];
  if (gap === undefined) return NOTHING;
  const end = at - gap.length;
  const stretch = text.slice(Math.max(0, end - 44), end);
  for (const row of rows) {
    const written = row.last.exec(stretch)?.[0];
    if (written === undefined || !standsFreeBefore(text, end - written.length)) continue;
    if (row.format.check && isRight(row, written)) return [hitOf(row, end - written.length, written)];
  }
  return NOTHING;
}
