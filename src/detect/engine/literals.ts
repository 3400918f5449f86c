import { timesInAMillion } from './common-trigrams.ts';

/** What a finder looks for. */
export interface Literal<T> {
  /** At least three characters. */
  readonly text: string;
  /** Whether it is found in this case only. Letters beyond ASCII have one case here. */
  readonly exact: boolean;
  /**
   * Whether it only counts at the beginning of a word, or behind an escape such as `\\n`. Some others may be called back
   * for all the same: it saves looking at most of them.
   */
  readonly begins?: boolean;
  readonly value: T;
}

/** Finds many literals in one pass. */
export interface LiteralFinder<T> {
  /** Calls back for every occurrence, `at` being where the literal begins, in UTF-16 code units. */
  find(text: string, onHit: (at: number, value: T) => void): void;
}

interface Entry<T> {
  readonly lower: string;
  readonly exact: string | undefined;
  /** How far its first character is before the last of those it is found by. */
  readonly back: number;
  readonly value: T;
}

/** The shortest literal there may be. */
const LEAST = 3;
/** Bits that one character moves the hash on by. */
const SHIFT = 5;
/** The hash keeps this much, which is the last three characters and most of the one before them. */
const MASK = (1 << 18) - 1;
/** After so many characters the ones before have left the hash. */
const GRAM = 4;

/** ASCII letters in lower case, the rest of ASCII as it is; what is beyond it is told apart roughly, above 127. */
const FOLD = Uint8Array.from({ length: 0x10000 }, (_, code) =>
  code >= 128 ? 128 | ((code ^ (code >> 6)) & 127) : code >= 65 && code <= 90 ? code + 32 : code,
);
/** A character for each value there is after folding; only which value it has matters here. */
const ANY_CHARACTER: readonly string[] = [
  ...new Map(Array.from(FOLD, (value, code) => [value, String.fromCharCode(code)] as const)).values(),
];

/** What is filed under a slot of the table: grams one after another, and the literals each of them stands for. */
interface Filed<T> {
  readonly gram: number;
  readonly mask: number;
  /** Whether what is filed has to begin a word. */
  readonly begins: boolean;
  readonly entries: readonly Entry<T>[];
}

/**
 * Makes a finder. Each literal is filed under four of its characters, its rarest; one of three under all of them. At each
 * place of the text one look into a table, by a hash of the last four characters, tells whether any literal can stand
 * there, which is almost never, and a comparison of the characters themselves nearly always says no then. Time: linear
 * in the text, plus the hits.
 * @throws RangeError for a literal of fewer than three characters.
 */
export function createLiteralFinder<T>(literals: readonly Literal<T>[]): LiteralFinder<T> {
  const slots = new Map<number, Filed<T>[]>();
  for (const { gram, begins, entries } of byGram(literals)) {
    const filed = { gram: codeOf(gram), mask: gram.length === GRAM ? -1 : THREE, begins, entries };
    for (const hash of hashesOf(gram)) slots.set(hash, [...(slots.get(hash) ?? []), filed]);
  }
  // The number of the first gram at its hash, 0 where there is none; those of one slot stand in a row that a 0 ends.
  const firsts = new Uint16Array(MASK + 1);
  const rows: (Filed<T> | undefined)[] = [undefined];
  for (const [hash, row] of slots) {
    firsts[hash] = rows.length;
    rows.push(...row, undefined);
  }
  const grams = Int32Array.from(rows, (filed) => filed?.gram ?? 0);
  const masks = Int32Array.from(rows, (filed) => filed?.mask ?? 0);

  /** Looks closer at a place whose slot is taken. */
  function look(text: string, last: number, first: number, onHit: (at: number, value: T) => void): void {
    const gram = codeAt(text, last);
    for (let row = first, mask = masks[row] ?? 0; mask !== 0; mask = masks[++row] ?? 0) {
      if ((gram & mask) !== grams[row]) continue;
      const filed = rows[row];
      if (filed?.begins === true && mask === THREE && OF_WORDS[gram >>> 24] === 1) continue;
      hitsIn(filed?.entries, text, last, onHit);
    }
  }

  return {
    find(text, onHit) {
      const { length } = text;
      let hash = 0;
      for (let i = 0; i < length; i++) {
        let first = 0;
        // A loop without calls takes little more than half the time.
        for (; i < length; i++) {
          hash = ((hash << SHIFT) ^ (FOLD[text.charCodeAt(i)] ?? 0)) & MASK;
          first = firsts[hash] ?? 0;
          if (first !== 0) break;
        }
        if (first !== 0) look(text, i, first, onHit);
      }
    },
  };
}

/** The four characters up to a place as one number. */
function codeAt(text: string, last: number): number {
  let code = 0;
  for (let at = last - 3; at <= last; at++)
    code = (code << 8) | (at < 0 ? 0 : (FOLD[text.charCodeAt(at)] ?? 0));
  return code;
}

/** By character after folding: what cannot stand before the beginning of a word. The letters of escapes can. */
const OF_WORDS = Uint8Array.from({ length: 256 }, (_, code) =>
  /[ac-eg-mo-qsuw-z0-9_]/.test(String.fromCharCode(code)) ? 1 : 0,
);

/** The last three of four characters. */
const THREE = 0xffffff;

interface OfGram<T> {
  readonly gram: string;
  readonly begins: boolean;
  readonly entries: Entry<T>[];
}

/** The literals by the gram they are found by. */
function byGram<T>(literals: readonly Literal<T>[]): Iterable<OfGram<T>> {
  const grams = new Map<string, OfGram<T>>();
  for (const { text, exact, begins = false, value } of literals) {
    if (text.length < LEAST) throw new RangeError(`a literal of fewer than ${LEAST} characters: ${text}`);
    const lower = text.replace(/[A-Z]/g, (letter) => letter.toLowerCase());
    const length = Math.min(GRAM, lower.length);
    const offset = rarestGram(lower, length);
    const gram = lower.slice(offset, offset + length);
    const key = `${begins} ${gram}`;
    const ofGram = grams.get(key) ?? { gram, begins, entries: [] };
    grams.set(key, ofGram);
    // The place is counted from the last character of the gram.
    ofGram.entries.push({ lower, exact: exact ? text : undefined, back: offset + length - 1, value });
  }
  return grams.values();
}

/** Its characters as one number, eight bits each. */
function codeOf(gram: string): number {
  return split(gram).reduce((code, char) => (code << 8) | (FOLD[char.charCodeAt(0)] ?? 0), 0);
}

function hitsIn<T>(
  bucket: readonly Entry<T>[] | undefined,
  text: string,
  last: number,
  onHit: (at: number, value: T) => void,
): void {
  if (bucket === undefined) return;
  for (const entry of bucket) {
    const at = last - entry.back;
    if (at >= 0 && standsAt(text, at, entry)) onHit(at, entry.value);
  }
}

function standsAt<T>(text: string, at: number, { lower, exact }: Entry<T>): boolean {
  if (exact !== undefined) return text.startsWith(exact, at);
  if (at + lower.length > text.length) return false;
  for (let i = 0; i < lower.length; i++) {
    const code = text.charCodeAt(at + i);
    if ((code < 128 ? FOLD[code] : code) !== lower.charCodeAt(i)) return false;
  }
  return true;
}

/** Where the characters begin that stand least often in any text. */
function rarestGram(lower: string, length: number): number {
  let best = 0;
  let least = Infinity;
  for (let at = 0; at + length <= lower.length; at++) {
    const first = timesInAMillion(lower.slice(at, at + LEAST));
    const second = timesInAMillion(lower.slice(at + length - LEAST, at + length));
    // It stands no more often than the rarer of its two halves; the other one tells between those that are alike.
    const score = Math.min(first, second) * 1_000 + Math.max(first, second);
    if (score < least) {
      best = at;
      least = score;
    }
  }
  return best;
}

/** The hash of a gram of four; of one of three, the hashes of it after any character there is. */
function hashesOf(gram: string): Set<number> {
  if (gram.length === GRAM) return new Set([split(gram).reduce(hashOn, 0)]);
  // The text may begin with it too, or have anything before it.
  return new Set(
    [0, ...ANY_CHARACTER.map((char) => hashOn(0, char))].map((hash) => split(gram).reduce(hashOn, hash)),
  );
}

/** Its UTF-16 code units. */
function split(gram: string): string[] {
  return gram.split('');
}

function hashOn(hash: number, char: string): number {
  return ((hash << SHIFT) ^ (FOLD[char.charCodeAt(0)] ?? 0)) & MASK;
}
