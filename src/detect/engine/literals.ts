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
/** A hash of three characters, and one of four: after so many steps the characters before have left it. */
const MASK_3 = (1 << (3 * SHIFT)) - 1;
const MASK_4 = (1 << (4 * SHIFT)) - 1;

/** ASCII letters in lower case, all else as it is; what is beyond ASCII counts as one character here. */
const FOLD = Uint8Array.from({ length: 128 }, (_, code) => (code >= 65 && code <= 90 ? code + 32 : code));
const BEYOND = 1;

/** How often a character stands in code and prose, roughly; the rarer, the better to be found by. */
const COMMON = ' etaoinsrhldcumfpgywb.,()\n';

/**
 * Makes a finder. Each literal is filed under the hash of four of its characters, its rarest (of three where it has no
 * more). At each place of the text one look into a table, by the last three characters, tells whether any literal can
 * stand there, which is almost never. Time: linear in the text, plus the hits.
 * @throws RangeError for a literal of fewer than three characters.
 */
export function createLiteralFinder<T>(literals: readonly Literal<T>[]): LiteralFinder<T> {
  const present = new Uint8Array(MASK_3 + 1);
  const of4 = new Map<number, readonly Entry<T>[]>();
  const of3 = new Map<number, readonly Entry<T>[]>();
  for (const { text, exact, value } of literals) {
    if (text.length < LEAST) throw new RangeError(`a literal of fewer than ${LEAST} characters: ${text}`);
    const lower = text.replace(/[A-Z]/g, (letter) => letter.toLowerCase());
    const gram = Math.min(4, lower.length);
    const offset = rarestGram(lower, gram);
    const hash = hashOf(lower, offset, gram);
    // The place is counted from the last character of the gram.
    const entry = { lower, exact: exact ? text : undefined, back: offset + gram - 1, value };
    const [table, key] = gram === 4 ? [of4, hash] : [of3, hash & MASK_3];
    table.set(key, [...(table.get(key) ?? []), entry]);
    present[hash & MASK_3] = 1;
  }

  return {
    find(text, onHit) {
      let hash = 0;
      const { length } = text;
      for (let i = 0; i < length; i++) {
        const code = text.charCodeAt(i);
        hash = ((hash << SHIFT) ^ (code < 128 ? (FOLD[code] ?? 0) : BEYOND)) & MASK_4;
        if (present[hash & MASK_3] === 0) continue;
        hitsIn(of4.get(hash), text, i, onHit);
        hitsIn(of3.get(hash & MASK_3), text, i, onHit);
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

function hashOf(lower: string, offset: number, gram: number): number {
  let hash = 0;
  for (let i = offset; i < offset + gram; i++) {
    const code = lower.charCodeAt(i);
    hash = ((hash << SHIFT) ^ (code < 128 ? (FOLD[code] ?? 0) : BEYOND)) & MASK_4;
  }
  return hash;
}
