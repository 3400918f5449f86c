import { excludedIssued } from '../exclusions/exclusions.ts';
import type { Format } from '../formats/format.ts';
import { NEAR_IDS } from '../formats/near-ids.ts';
import { after, hit, lineAfter, NOTHING } from './reading.ts';
import type { Structure, StructureHit } from './structure.ts';

/** Between the vendor's word and the value: the rest of a name, an assignment or a call, a quote. */
const GAP = /^(?<name>[\w .:{"'[\]-]{0,44}?)["'`\])]{0,3}\s{0,3}(?:[:=]{1,2}>?|\bis|\(|,)\s{0,3}["'`]?$/;
const ADDRESS = /^\.(?:com|io|org|net|dev|co|app)\b/;
/** Names and calls that an id stands under. */
const OF_ID = /id|sid|user|login|account|address|funder|wallet|client|access|key/i;
/** In UTF-16 code units: the longest gap and the longest value. */
const REACH = 140;
const LONGEST_GAP = 56;

interface Row {
  readonly format: Format;
  readonly pattern: RegExp;
}

const ROWS: ReadonlyMap<string, readonly Row[]> = byWord();
/** The longest first, so that `sumologic` is not read as `sumo`. */
const WORDS: readonly string[] = [...ROWS.keys()].sort((one, other) => other.length - one.length);
const LONGEST_WORD = WORDS[0]?.length ?? 0;
const BY_LETTER: ReadonlyMap<string, readonly string[]> = new Map(
  [...new Set(WORDS.map((word) => word.charAt(0)))].map((letter) => [
    letter,
    WORDS.filter((word) => word.startsWith(letter)),
  ]),
);

/** Ids and half-secrets of the table beside the vendor's name: `PLIVO_AUTH_ID=`, `"algoliaAppId": "`. */
export const namedId: Structure = {
  id: 'named-id',
  literals: [...WORDS],
  bounds: () => ({ apart: true, noAddress: true }),
  findAt(text, at) {
    const before = text.charCodeAt(at - 1);
    if (isLetter(before) && !(before > 96 && text.charCodeAt(at) < 91)) return NOTHING;
    const word = wordAt(text, at);
    const from = at + word.length;
    // An address of the vendor's (`github.com`) announces nothing.
    if (text[from] === '/' || (text[from] === '.' && ADDRESS.test(after(text, from, 6)))) return NOTHING;
    const line = lineAfter(text, from, REACH);
    for (const { format, pattern } of ROWS.get(word) ?? []) {
      const found = idIn(word, line, pattern);
      if (found) return [placed(format, found, from)];
    }
    return NOTHING;
  },
};

function isLetter(code: number): boolean {
  return ((code | 32) - 97) >>> 0 < 26;
}

/** The longest of the words that begins at a place. */
function wordAt(text: string, at: number): string {
  const lower = after(text, at, LONGEST_WORD).toLowerCase();
  for (const one of BY_LETTER.get(lower.charAt(0)) ?? []) if (lower.startsWith(one)) return one;
  return '';
}

/** The first value of the pattern in what follows the word that stands under the name of an id. */
function idIn(word: string, line: string, pattern: RegExp): RegExpExecArray | undefined {
  pattern.lastIndex = 0;
  const found = pattern.exec(line);
  if (!found || found.index > LONGEST_GAP) return undefined;
  const name = GAP.exec(line.slice(0, found.index))?.groups?.['name'];
  return name !== undefined && OF_ID.test(word + name) && isIssued(found[0]) ? found : undefined;
}

function placed({ id }: Format, { 0: value, index }: RegExpExecArray, from: number): StructureHit {
  const start = from + index;
  return hit(id, { start, end: start + value.length }, 'context');
}

/** Whether a machine gave out the value: neither a stand-in nor a word, nor a number counted up. */
function isIssued(value: string): boolean {
  if (/^\d+$/.test(value)) return new Set(value).size >= 5 && !'01234567890123456789'.includes(value);
  return /\d/.test(value) && excludedIssued(value) === undefined;
}

function byWord(): ReadonlyMap<string, readonly Row[]> {
  const rows = new Map<string, Row[]>();
  for (const format of NEAR_IDS) {
    const pattern = new RegExp(
      `(?<![A-Za-z0-9_+%.-])(?:${format.shape})(?![A-Za-z0-9_+=-]|[./:%][A-Za-z0-9])`,
      'g',
    );
    for (const word of format.near ?? []) {
      const others = rows.get(word);
      if (others) others.push({ format, pattern });
      else rows.set(word, [{ format, pattern }]);
    }
  }
  return rows;
}
