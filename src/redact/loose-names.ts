import { isFreeEnd } from './free.ts';
import { NumberedNames } from './numbered-names.ts';
import { Pairs } from './pairs.ts';
import { LITERAL, type StandIn } from './stand-in.ts';

/** A stand-in as a model wrote it; offsets are UTF-16 code units. */
export interface LooseMatch {
  readonly end: number;
  readonly standIn: StandIn;
}

interface Node {
  readonly below: Map<number, Node>;
  /** The only stand-in that is written so; `several` where more than one is. */
  standIn: StandIn | 'several' | undefined;
}

/** Longer names are not changed by hand. */
const LONGEST = 80;
/** Of what is left alone no more is kept as it was written: a hostile text is full of it. */
const MANY = 4_096;
/** So many digits are no number of a chapter. */
const DIGITS = 7;

/**
 * Stand-ins as a model changes them in prose: `email_1`, `EMAIL-1`, `EMAIL\\_1`, `EMAIL 1`, `EMAIL_1s`. One is
 * recognised only where it can be no other, where no person wrote the same of their own accord, and where plain words
 * are not written so: `Email 1` may be the first of several mails.
 */
export class LooseNames {
  readonly #root: Node = { below: new Map(), standIn: undefined };
  readonly #excluded = new NumberedNames();
  /** What was left alone and is not among the excluded yet. */
  #written: string[] = [];
  readonly #pairs = new Pairs();
  readonly #standIns: readonly StandIn[];
  /** How many of the stand-ins were taken in: most are never asked for. */
  #settled = 0;

  /** @param standIns those that are looked for, to which others are added at any time. */
  constructor(standIns: readonly StandIn[]) {
    this.#standIns = standIns;
  }

  #take(standIn: StandIn): void {
    const { name, kind } = standIn;
    if (kind === LITERAL || name.length > LONGEST || !(isPlaceholder(name) || isTelling(name))) return;
    const { codes, isWhole } = keyOf(name);
    // Of what begins like a name and is another word nothing is known.
    if (!isWhole) return;
    const [first, second] = [lower(name.charCodeAt(0)), lower(name.charCodeAt(1))];
    // A sign may stand before the second letter, never another letter.
    const goesWith = (code: number): boolean =>
      !isSmall(second) || !isSmall(lower(code)) || lower(code) === second;
    for (const one of [first, upper(first)]) this.#pairs.addAll(one, goesWith);
    let node = this.#root;
    for (const code of codes) {
      const below = node.below.get(code) ?? { below: new Map(), standIn: undefined };
      node.below.set(code, below);
      node = below;
    }
    node.standIn = node.standIn === undefined ? standIn : 'several';
  }

  /** Leaves alone what is written like this: it stands in a text of its own accord. */
  exclude(written: string): void {
    this.#written.push(written);
    if (this.#written.length >= MANY) this.#settleExcluded();
  }

  #settleExcluded(): void {
    for (const written of this.#written) this.#excluded.add(String.fromCharCode(...keyOf(written).codes));
    this.#written = [];
  }

  /** What names begin with, in any case. */
  get pairs(): Pairs {
    for (; this.#settled < this.#standIns.length; this.#settled++) {
      const standIn = this.#standIns[this.#settled];
      if (standIn) this.#take(standIn);
    }
    return this.#pairs;
  }

  /**
   * The longest changed name that begins at `at`, where something free may begin.
   *
   * @param final whether nothing follows the text.
   * @returns `open` where the end of the text cuts off what may become one.
   */
  beginningAt(text: string, at: number, final: boolean): LooseMatch | 'open' | undefined {
    let match: LooseMatch | undefined;
    let node: Node = this.#root;
    const reader = new KeyReader();
    for (let end = at; end < at + 2 * LONGEST;) {
      if (end >= text.length) return final ? match : 'open';
      const read = reader.read(text, end, final);
      if (read === 'open') return 'open';
      if (read === undefined) return match;
      end += read.length;
      for (const code of read.codes) {
        const below = node.below.get(code);
        if (!below) return match;
        node = below;
      }
      if (read.codes.length === 0 || node.standIn === undefined || node.standIn === 'several') continue;
      if (end >= text.length && !final) return 'open';
      if (this.#isMeant(text, at, end, node.standIn, final)) match = { end, standIn: node.standIn };
      else if (!final && text.length - end === 1 && text.endsWith('s')) return 'open';
    }
    return match;
  }

  #isExcluded(written: string): boolean {
    return this.#excluded.size > 0 && this.#excluded.has(String.fromCharCode(...keyOf(written).codes));
  }

  #isMeant(text: string, at: number, end: number, { name }: StandIn, final: boolean): boolean {
    const written = text.slice(at, end);
    if (this.#written.length > 0) this.#settleExcluded();
    if (this.#isExcluded(written)) return false;
    if (!isFreeEnd(text, end)) {
      const plural = written === name && text.charAt(end) === 's' && isFreeEnd(text, end + 1);
      return plural && (final || end + 1 < text.length) && !this.#isExcluded(`${written}s`);
    }
    if (!isPlaceholder(name)) return true;
    const signs = written.replaceAll(/\\?[_\-\u2010\u2011]/g, '_');
    const parts = (text_: string): number => text_.split('_').length;
    if (!/[ \u00a0]/.test(signs) && parts(signs) === parts(name)) return true;
    return lettersOf(written) === lettersOf(name);
  }
}

/** What one or two code units of a text add to a key. */
interface Read {
  readonly codes: readonly number[];
  readonly length: number;
}

const MARK = 35;
const OPENING = 40;
const CLOSING = 41;
const NOTHING: Read = { codes: [], length: 1 };

/**
 * Reads a text as a key: letters in lower case, signs between words left out, a mark before each number, so that
 * `EMAIL_1_2` is not `EMAIL_12`.
 */
class KeyReader {
  #before: 'letter' | 'digit' | 'other' | 'sign' | 'none' = 'none';

  /** Reads on at `at`; undefined where no name goes on like that. */
  read(text: string, at: number, final: boolean): Read | 'open' | undefined {
    const code = text.charCodeAt(at);
    const letter = lower(code);
    const before = this.#before;
    if (letter >= 97 && letter <= 122) {
      this.#before = 'letter';
      return { codes: [letter], length: 1 };
    }
    if (code >= 48 && code <= 57) {
      this.#before = 'digit';
      return { codes: before === 'letter' || before === 'sign' ? [MARK, code] : [code], length: 1 };
    }
    if (isSign(code)) return this.#sign(1, text.charCodeAt(at - 1));
    if (code === 92) {
      if (at + 1 >= text.length) return final ? undefined : 'open';
      return isSign(text.charCodeAt(at + 1)) ? this.#sign(2, text.charCodeAt(at - 1)) : undefined;
    }
    if (!OTHER.has(code) || (before === 'sign' && code !== OPENING)) return undefined;
    this.#before = 'other';
    return { codes: [code], length: 1 };
  }

  #sign(length: number, previous: number): Read | undefined {
    if (this.#before === 'sign' || this.#before === 'none') return undefined;
    if (this.#before === 'other' && previous !== CLOSING) return undefined;
    this.#before = 'sign';
    return length === 1 ? NOTHING : { codes: [], length };
  }
}

/** An underscore, a hyphen, a space, each as it is or as one that does not break. */
function isSign(code: number): boolean {
  return code === 95 || code === 45 || code === 32 || code === 0xa0 || code === 0x2010 || code === 0x2011;
}

/** What else a made-up value may hold. */
const OTHER = new Set(Array.from('@.+():/', (char) => char.charCodeAt(0)));

/** The key of a name, and whether all of it was read: no key goes on behind a sign that no name holds. */
function keyOf(name: string): { readonly codes: readonly number[]; readonly isWhole: boolean } {
  const reader = new KeyReader();
  const codes: number[] = [];
  for (let at = 0; at < name.length;) {
    const read = reader.read(name, at, true);
    if (read === undefined || read === 'open') return { codes, isWhole: false };
    codes.push(...read.codes);
    at += read.length;
  }
  return { codes, isWhole: true };
}

function lower(code: number): number {
  return code >= 65 && code <= 90 ? code + 32 : code;
}

function upper(code: number): number {
  return isSmall(code) ? code - 32 : code;
}

function isSmall(code: number): boolean {
  return code >= 97 && code <= 122;
}

function lettersOf(text: string): string {
  return text.replaceAll(/[^A-Za-z]/g, '');
}

function isPlaceholder(name: string): boolean {
  return /^[A-Z][A-Z0-9_]*_[0-9]+$/.test(name);
}

/** Whether a made-up value can be told from plain words. */
function isTelling(name: string): boolean {
  return name.includes('@') || (name.match(/\d/g)?.length ?? 0) >= DIGITS;
}
