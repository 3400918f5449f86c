import { COMMON_TRIGRAMS } from './common-trigrams.ts';

/** What a finder looks for. */
export interface Literal<T> {
  /** At least three characters. */
  readonly text: string;
  /** Whether it is found in this case only. Letters beyond ASCII have one case here. */
  readonly exact: boolean;
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

/** How often a character stands in code and prose, roughly; the rarer, the better to be found by. */
const COMMON = ' etaoinsrhldcumfpgywb.,()\n';

/**
 * Makes a finder. Each literal is filed under the hash of four of its characters, its rarest; one of three under the
 * hashes of them after any character. At each place of the text one look into a table tells whether any literal can
 * stand there, which is almost never. Time: linear in the text, plus the hits.
 * @throws RangeError for a literal of fewer than three characters.
 */
export function createLiteralFinder<T>(literals: readonly Literal<T>[]): LiteralFinder<T> {
  const buckets = new Map<number, Entry<T>[]>();
  for (const { text, exact, value } of literals) {
    if (text.length < LEAST) throw new RangeError(`a literal of fewer than ${LEAST} characters: ${text}`);
    const lower = text.replace(/[A-Z]/g, (letter) => letter.toLowerCase());
    const gram = Math.min(GRAM, lower.length);
    const offset = rarestGram(lower, gram);
    // The place is counted from the last character of the gram.
    const entry = { lower, exact: exact ? text : undefined, back: offset + gram - 1, value };
    for (const hash of hashesOf(lower.slice(offset, offset + gram))) {
      const bucket = buckets.get(hash);
      if (bucket) bucket.push(entry);
      else buckets.set(hash, [entry]);
    }
  }
  // The number of the bucket at its hash, 0 where there is none.
  const numbers = new Uint16Array(MASK + 1);
  const filed: Entry<T>[][] = [[]];
  for (const [hash, bucket] of buckets) numbers[hash] = filed.push(bucket) - 1;

  return {
    find(text, onHit) {
      let hash = 0;
      const { length } = text;
      for (let i = 0; i < length; i++) {
        hash = ((hash << SHIFT) ^ (FOLD[text.charCodeAt(i)] ?? 0)) & MASK;
        const number = numbers[hash] ?? 0;
        if (number !== 0) hitsIn(filed[number], text, i, onHit);
      }
    },
  };
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

function rarestGram(lower: string, gram: number): number {
  let best = 0;
  let bestScore = -1;
  for (let at = 0; at + gram <= lower.length; at++) {
    let score = 0;
    for (const char of lower.slice(at, at + gram)) {
      const rank = COMMON.indexOf(char);
      score += rank < 0 ? COMMON.length : rank;
    }
    // A place is looked at when its last three characters are known.
    if (!COMMON_TRIGRAMS.has(lower.slice(at + gram - 3, at + gram))) score += 1_000;
    if (score > bestScore) {
      best = at;
      bestScore = score;
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
