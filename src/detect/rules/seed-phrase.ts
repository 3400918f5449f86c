import { BIP39_COUNTS, bip39Number, passesBip39 } from '../checks/bip39.ts';
import type { RuleDefinition, RuleHit } from '../rule.ts';

/** What a phrase may be made of: letters of its words, and what people and files put between them. */
const OTHER = 0;
const LETTER = 1;
const GAP = 2;
const CLASSES = Uint8Array.from({ length: 0x10000 }, (_, code) => {
  if (code >= 128) return OTHER;
  const char = String.fromCharCode(code);
  if (/[A-Za-z]/.test(char)) return LETTER;
  return /[\s\d,.'"`):*|>#-]/.test(char) ? GAP : OTHER;
});

/** The words of the list have three to eight letters. */
const SHORTEST_WORD = 3;
const LONGEST_WORD = 8;
/** Twelve words of three letters and what is between them, in UTF-16 code units. */
const WINDOW = 12 * SHORTEST_WORD + 11;

const COMMA = 44;
const BAR = 124;
/** The widest gap between two words, an indentation and a number included. */
const LONGEST_GAP = 32;
/** Up to so many words every phrase in a run is tried; in a longer one those at either end of it. */
const EVERY_PLACE = 16;
/** A run longer than so many words is looked at by its lines, its paragraphs and its ends. */
const LONGEST_RUN = 40;
/** How many runs of words are remembered with what they hold, so that repeating one costs next to nothing. */
const REMEMBERED = 512;

interface Word {
  readonly start: number;
  readonly end: number;
  /** Its number in the list. */
  readonly number: number;
  /** How many lines it stands below the word before it, at most two. */
  readonly lines: number;
}

type Phrases = readonly (readonly [first: number, last: number])[];

/**
 * Phrases a wallet is recovered from (BIP-39, English), with nothing around that says so: every word is of the list
 * and the check in the last one is right. What has no check, or says what it is, `structures/seed-phrase.ts` finds.
 *
 * Almost no stretch of 47 characters is made of nothing but words of three to eight letters that begin and end as words
 * of the list do: the survey says where one is.
 */
export const seedPhraseByCheck: RuleDefinition = {
  id: 'seed-phrase',
  kinds: ['seed-phrase'],
  *find(content, { phrases }) {
    const known = new Map<string, Phrases>();
    let done = 0;
    for (let i = 0; i < phrases.length; i++) {
      const from = phrases.first(i);
      if (from + WINDOW <= done) continue;
      const { run, until } = firstRun(content, Math.max(done, from));
      if (run.length >= 12) yield* phrasesIn(content, run, known);
      done = until;
    }
  },
};

/** The class of a place of the text; outside of it the code is NaN, which must not get near the table. */
const classAt = (text: string, at: number): number => CLASSES[text.charCodeAt(at) | 0] ?? OTHER;

/**
 * The first run of words of the list that begins in the window from `from` on and has twelve words; without one, an
 * empty run. `until` is where to go on.
 */
function firstRun(text: string, from: number): { readonly run: readonly Word[]; readonly until: number } {
  let at = from;
  // A phrase does not begin in the middle of a word.
  if (classAt(text, from - 1) === LETTER) while (classAt(text, at) === LETTER) at++;
  let run: Word[] = [];
  while (at < text.length) {
    while (classAt(text, at) === GAP) at++;
    const last = run.at(-1);
    const word = wordAt(text, at, last?.end);
    if (word !== undefined && (last === undefined || word.lines >= 0)) {
      run.push(word);
      at = word.end;
      continue;
    }
    if (run.length >= 12) return { run, until: at };
    run = [];
    if (at >= from + WINDOW) return { run, until: at };
    if (word !== undefined) continue;
    do at++;
    while (classAt(text, at) === LETTER);
  }
  return { run: run.length >= 12 ? run : [], until: at };
}

/** The word of the list that begins at `at`; its `lines` are negative where it cannot follow a word that ends at `last`. */
function wordAt(text: string, at: number, last: number | undefined): Word | undefined {
  let end = at;
  while (end - at <= LONGEST_WORD && classAt(text, end) === LETTER) end++;
  if (end - at < SHORTEST_WORD || end - at > LONGEST_WORD) return undefined;
  const number = bip39Number(text.slice(at, end).toLowerCase());
  return number === undefined
    ? undefined
    : { start: at, end, number, lines: last === undefined ? 0 : linesBetween(text, last, at) };
}

/**
 * How many lines, at most two, a gap goes down; negative for a gap no phrase has: too wide, a number of three digits in
 * it, or nothing but what joins names (`text-align`, `a.b`).
 */
function linesBetween(text: string, end: number, start: number): number {
  if (start - end > LONGEST_GAP) return -1;
  let lines = 0;
  let digits = 0;
  let parts = false;
  for (let i = end; i < start; i++) {
    const code = text.charCodeAt(i);
    if (code === 10) lines++;
    else if (code >= 48 && code <= 57) digits++;
    parts ||= code <= 32 || code === COMMA || code === BAR;
  }
  return digits > 2 || !parts ? -1 : Math.min(lines, 2);
}

/** The phrases of a run of words. */
function phrasesIn(text: string, run: readonly Word[], known: Map<string, Phrases>): RuleHit[] {
  if (run.some(({ lines }) => lines > 0)) {
    const hits = hitsOf(text, [...split(run, 1), ...split(run, 2)], known);
    if (hits.length > 0) return hits;
  }
  return hitsOf(text, run.length <= LONGEST_RUN ? [run] : [run.slice(0, 24), run.slice(-24)], known);
}

/** The parts of a run between gaps of so many lines, those that are long enough to be phrases and not too long. */
function split(run: readonly Word[], lines: number): readonly (readonly Word[])[] {
  const starts = run.flatMap((word, at) => (at === 0 || word.lines >= lines ? [at] : []));
  return starts.flatMap((start, at) => {
    const end = starts[at + 1] ?? run.length;
    return end - start >= 12 && end - start <= LONGEST_RUN ? [run.slice(start, end)] : [];
  });
}

function hitsOf(text: string, units: readonly (readonly Word[])[], known: Map<string, Phrases>): RuleHit[] {
  const hits = new Map<string, RuleHit>();
  for (const unit of units) {
    const key = text.slice(unit[0]?.start, unit.at(-1)?.end);
    const phrases = known.get(key) ?? phrasesOf(unit.map(({ number }) => number));
    if (known.size < REMEMBERED) known.set(key, phrases);
    for (const [first, last] of phrases) {
      const start = unit[first]?.start ?? 0;
      const end = unit[last]?.end ?? 0;
      hits.set(`${start}-${end}`, { kind: 'seed-phrase', start, end, evidence: 'check' });
    }
  }
  return [...hits.values()];
}

/** The places of the first and the last word of every phrase among the numbers of words, the longest first. */
function phrasesOf(numbers: readonly number[]): Phrases {
  const phrases: [number, number][] = [];
  for (const count of BIP39_COUNTS) {
    const most = numbers.length - count;
    for (let first = 0; first <= most; first++) {
      if (numbers.length > EVERY_PLACE && first !== 0 && first !== most) continue;
      const last = first + count - 1;
      if (phrases.some(([from, to]) => from <= first && last <= to)) continue;
      const drawn = numbers.slice(first, last + 1);
      if (isDrawn(drawn) && passesBip39(drawn)) phrases.push([first, last]);
    }
  }
  return phrases;
}

/** Whether words may have been drawn at random: a list in its order was not, nor were the phrases of test networks. */
function isDrawn(numbers: readonly number[]): boolean {
  if (new Set(numbers).size < (numbers.length * 2) / 3) return false;
  const rises = numbers.filter((number, at) => at > 0 && number > (numbers[at - 1] ?? 0)).length;
  return rises > 1 && rises < numbers.length - 2;
}
