import { FIRST_DIGIT, pairAt, PLACES, SECOND_DIGIT, SPACE_AND_DIGIT, SPACED } from '../survey/neighbours.ts';
import type { Places } from '../survey/places.ts';
import type { Survey } from '../survey/survey.ts';
import { beginningOf, bytesOf, endOfPacked, endOfText, isAscii, sextetOf } from './base64.ts';
import { type Bytes, hexAround, spacedBytesAround } from './hex.ts';

/** A piece that may stand for text or packed bytes. */
export interface Candidate extends Bytes {
  readonly layer: 'base64' | 'hex';
}

const STEP = 4;

/** Groups in a row that are taken for more than chance, as many as there are bits kept for. */
const GROUPS = 4;

/** The last of four groups of text, of which one has its `place` at `at`; -1 where they are no text. */
function groupAround(text: string, at: number, can: number): number {
  for (let place = 0; place < PLACES; place++) {
    if ((can & (1 << place)) === 0) continue;
    const group = at - place;
    let first = group;
    while (first > group - STEP * GROUPS && (pairAt(text, first) & 1) !== 0) first -= STEP;
    if (first === group - STEP * GROUPS && isAscii(text, first + STEP, group + STEP)) return group;
  }
  return -1;
}

/** Whether bytes that are written one by one are separated around `at`, as digits of one number are not. */
function isSpaced(text: string, at: number): boolean {
  for (let i = at; i > at - 5; i--) {
    if ((pairAt(text, i) & (SPACED | SPACE_AND_DIGIT)) === SPACE_AND_DIGIT) return true;
  }
  return false;
}

/** Fewer characters hold no packed value. */
const LEAST_PACKED = 24;
/** Shorter ones hold no value that would be found; padding counts. */
const LEAST_BASE64 = 16;

/** Where zlib, as most programs write it, has its capital letter in base64: `eJ`, the second byte and a first block. */
const ZLIB = /e(?=J[wxyz])/y;

/** Where gzip begins that comes next from `from` on, Infinity where none does. */
function nextGzip(text: string, from: number): number {
  const at = text.indexOf('H4sI', from);
  return at < 0 ? Infinity : at;
}

/** Where zlib begins that comes next from `from` on, and at the beginning of a word; Infinity where none does. */
function nextZlib(text: string, from: number): number {
  // The capital letter is the rarest of its characters.
  for (let at = text.indexOf('J', from + 1); at >= 0; at = text.indexOf('J', at + 1)) {
    ZLIB.lastIndex = at - 1;
    const before = sextetOf(text.charCodeAt(at - 2) | 0);
    if ((before < 0 || before >= 62) && ZLIB.test(text)) return at - 1;
  }
  return Infinity;
}

/** Where packed bytes begin that come next. */
class PackedAhead {
  readonly #text: string;
  #gzip = -1;
  #zlib = -1;

  constructor(text: string) {
    this.#text = text;
    this.seek(0);
  }

  get at(): number {
    return Math.min(this.#gzip, this.#zlib);
  }

  /** Goes on to what begins at `from` or behind it. */
  seek(from: number): void {
    if (this.#gzip < from) this.#gzip = nextGzip(this.#text, from);
    if (this.#zlib < from) this.#zlib = nextZlib(this.#text, from);
  }
}

function packedAt(text: string, at: number): Candidate | undefined {
  const end = endOfPacked(text, at);
  return end - at < LEAST_PACKED
    ? undefined
    : { start: at, end, bytes: bytesOf(text, at, end), layer: 'base64' };
}

function base64Around(text: string, group: number, floor: number): Candidate | undefined {
  if (group < floor) return undefined;
  const start = beginningOf(text, group, floor);
  const end = endOfText(text, start);
  return end <= group || end - start < LEAST_BASE64
    ? undefined
    : { start, end, bytes: bytesOf(text, start, end), layer: 'base64' };
}

/** Goes through the places that a survey noted, in their order. */
class Cursor {
  readonly #places: Places;
  #next = 0;
  /** Up to there no bytes are written one by one. */
  #spaced = 0;

  constructor(places: Places) {
    this.#places = places;
  }

  /** The next piece in [from, end), not reaching before `floor`, that is known by its characters. */
  nextByCharacters(text: string, from: number, end: number, floor: number): Candidate | undefined {
    for (; this.#next < this.#places.length; this.#next++) {
      const at = this.#places.first(this.#next);
      // All four that say the same have to stand there.
      if (at < from + (GROUPS - 1) * STEP) continue;
      if (at >= end) return undefined;
      const can = this.#places.second(this.#next);
      let found = candidateAt(text, at, can, floor);
      if (found === undefined && (can & SPACED) !== 0 && at >= this.#spaced && isSpaced(text, at)) {
        const bytes = spacedBytesAround(text, at, floor);
        if (typeof bytes === 'number') this.#spaced = bytes;
        else found = { ...bytes, layer: 'hex' };
      }
      if (found !== undefined) return found;
    }
    return undefined;
  }
}

function candidateAt(text: string, at: number, can: number, floor: number): Candidate | undefined {
  const isDigits = (can & (FIRST_DIGIT | SECOND_DIGIT)) !== 0;
  const hex = isDigits ? hexAround(text, (can & FIRST_DIGIT) !== 0 ? at : at - 1, floor) : undefined;
  if (hex) return { ...hex, layer: 'hex' };
  return base64Around(text, groupAround(text, at, can), floor);
}

/**
 * Everything in a text that may be a piece of base64 or hex, in order of place, none overlapping the one before. Looks at
 * every fourth character: in base64 of text all of those are of one of three small sets. Time: linear.
 */
export function* candidates(text: string, { encoded }: Survey): Generator<Candidate> {
  const cursor = new Cursor(encoded);
  const packed = new PackedAhead(text);
  const end = text.length;
  let floor = 0;
  for (let from = 0; from < end;) {
    let found = cursor.nextByCharacters(text, from, Math.min(end, packed.at), floor);
    if (found === undefined) {
      if (packed.at >= end) return;
      found = packedAt(text, packed.at);
    }
    if (found === undefined) {
      from = Math.max(floor, packed.at - 4 * STEP);
      packed.seek(packed.at + 1);
      continue;
    }
    yield found;
    from = floor = found.end;
    packed.seek(floor);
  }
}
