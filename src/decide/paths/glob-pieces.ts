import { readSet } from './char-set.ts';
import type { Piece } from './name-pattern.ts';

/** Why a glob cannot be read. */
export type GlobProblem =
  | 'empty'
  | 'too-long'
  /** `{` without `}`; `\{` for one that is meant. */
  | 'unclosed-brace'
  /** `[` without `]`; `\[` for one that is meant. */
  | 'unclosed-set'
  /** `@(` or `?(` without `)`. */
  | 'unclosed-group'
  /** A set such as `[z-a]`, or with a class that there is not. */
  | 'bad-set'
  /** `+(…)` or `*(…)`, anything so many times: `*`, or alternatives in braces. */
  | 'repeated-group'
  /** `!(…)`, anything but: a rule of its own that begins with `!`. */
  | 'negated-group'
  /** Braces make more alternatives than are looked through: several rules. */
  | 'too-many-alternatives';

/** A piece of a glob in which there is no choice left. */
export type GlobPiece = Piece | { readonly is: 'slash' };

/** A glob without its alternatives, one sequence for each, or what is wrong with it. */
export type GlobPieces =
  | {
      readonly ok: true;
      readonly alternatives: readonly (readonly GlobPiece[])[];
      readonly isDoubtful: boolean;
    }
  | {
      readonly ok: false;
      readonly problem: GlobProblem;
      /** Where in the glob, in UTF-16 code units. */
      readonly at: number;
      /** Up to where it can be read. */
      readonly readable: number;
    };

/** What `\` stands for before a character that means something in globs. */
export type Backslash = 'escape' | 'separator';

/** How many alternatives a glob can have. */
export const MOST_ALTERNATIVES = 100;

type Node = GlobPiece | { readonly is: 'choice'; readonly options: readonly (readonly Node[])[] };

const RANGE = /\{(?:(-?\d{1,9})\.\.(-?\d{1,9})|([a-z])\.\.([a-z])|([A-Z])\.\.([A-Z]))(?:\.\.(-?\d{1,9}))?\}/y;
const SLASH: GlobPiece = { is: 'slash' };
/** Stands where an alternative is empty: a name that is left out is not the slash before it. */
const NOTHING: GlobPiece = { is: 'text', text: '' };

class Unreadable extends Error {
  readonly problem: GlobProblem;
  readonly at: number;

  constructor(problem: GlobProblem, at: number) {
    super(problem);
    this.problem = problem;
    this.at = at;
  }
}

/** Reads a glob into alternatives, at most so many. */
export function globPieces(written: string, backslash: Backslash, most = MOST_ALTERNATIVES): GlobPieces {
  const reader = new Reader(written, backslash);
  try {
    const nodes = reader.sequence('');
    if (countOf(nodes) > most) throw new Unreadable('too-many-alternatives', reader.firstChoice ?? 0);
    return { ok: true, alternatives: alternativesOf(nodes), isDoubtful: reader.isDoubtful };
  } catch (error) {
    if (!(error instanceof Unreadable)) throw error;
    const { problem, at } = error;
    return { ok: false, problem, at, readable: Math.min(at, reader.firstOpen ?? at) };
  }
}

class Reader {
  /** Whether a `\` was read that may mean the other thing. */
  isDoubtful = false;
  firstChoice: number | undefined;
  readonly #written: string;
  readonly #backslash: Backslash;
  /** Where what is not yet closed begins. */
  readonly #open: number[] = [];
  #at = 0;

  constructor(written: string, backslash: Backslash) {
    this.#written = written;
    this.#backslash = backslash;
  }

  get firstOpen(): number | undefined {
    return this.#open[0];
  }

  /** Reads up to the end or one of the characters that end it, which is not taken. */
  sequence(ends: '' | ',}' | '|)'): Node[] {
    const nodes: Node[] = [];
    /** Of a group: brackets within that are text. */
    let brackets = 0;
    for (;;) {
      const sign = this.#written[this.#at];
      if (sign === undefined) return nodes;
      if (ends === '|)' && sign === '(') brackets += 1;
      if (sign === ')' && brackets > 0) brackets -= 1;
      else if (ends.includes(sign)) return nodes;
      nodes.push(...this.#next(sign));
    }
  }

  #next(sign: string): readonly Node[] {
    const next = this.#written[this.#at + 1];
    if (next === '(' && '@?+*!'.includes(sign)) return this.#group(sign);
    switch (sign) {
      case '/':
        return this.#take(SLASH);
      case '\\':
        return this.#afterBackslash(next);
      case '*':
        return this.#take({ is: 'any' });
      case '?':
        return this.#take({ is: 'one' });
      case '[':
        return this.#set();
      case '{':
        return this.#braces();
      default:
        return this.#take({ is: 'text', text: sign });
    }
  }

  #take(node: Node, length = 1): readonly Node[] {
    this.#at += length;
    return [node];
  }

  #afterBackslash(next: string | undefined): readonly Node[] {
    const isEscape =
      next !== undefined &&
      ('*?[]{}()| '.includes(next) ||
        // Where these mean something.
        (next === '!' && this.#at === 0) ||
        (next === ',' && this.#open.length > 0) ||
        ('@+!'.includes(next) && this.#written[this.#at + 2] === '('));
    if (!isEscape) return this.#take(SLASH);
    this.isDoubtful = true;
    return this.#backslash === 'escape' ? this.#take({ is: 'text', text: next }, 2) : this.#take(SLASH);
  }

  #set(): readonly Node[] {
    const read = readSet(this.#written, this.#at);
    if (read.is === 'unclosed') throw new Unreadable('unclosed-set', this.#at);
    if (read.is === 'bad') throw new Unreadable('bad-set', this.#at);
    const { set, end, isPlain } = read;
    const written = this.#written.slice(this.#at, end);
    this.#at = end;
    return [{ is: 'set', set, ...(isPlain && { written }) }];
  }

  #braces(): readonly Node[] {
    const start = this.#at;
    RANGE.lastIndex = start;
    const range = RANGE.exec(this.#written);
    if (range) {
      this.#at = RANGE.lastIndex;
      this.#chooses(start);
      const options = rangeOf(range);
      if (!options) throw new Unreadable('too-many-alternatives', start);
      return [{ is: 'choice', options: options.map((text) => [{ is: 'text', text }]) }];
    }
    const options = this.#options(',}', 'unclosed-brace', 1);
    // Braces around one thing are braces.
    if (options.length === 1)
      return [{ is: 'text', text: '{' }, ...(options[0] ?? []), { is: 'text', text: '}' }];
    this.#chooses(start);
    return [{ is: 'choice', options }];
  }

  #group(sign: string): readonly Node[] {
    const start = this.#at;
    if (sign === '+' || sign === '*') throw new Unreadable('repeated-group', start);
    if (sign === '!') throw new Unreadable('negated-group', start);
    const options = this.#options('|)', 'unclosed-group', 2);
    this.#chooses(start);
    return [{ is: 'choice', options: sign === '?' ? [[NOTHING], ...options] : options }];
  }

  /** The outermost is read to its end after those in it. */
  #chooses(start: number): void {
    this.firstChoice = Math.min(this.firstChoice ?? start, start);
  }

  #options(ends: ',}' | '|)', unclosed: GlobProblem, opening: number): Node[][] {
    const start = this.#at;
    this.#open.push(start);
    this.#at += opening;
    const options: Node[][] = [];
    for (;;) {
      const option = this.sequence(ends);
      options.push(option.length === 0 ? [NOTHING] : option);
      const end = this.#written[this.#at];
      if (end === undefined) throw new Unreadable(unclosed, start);
      this.#at += 1;
      if (end === ends[1]) break;
    }
    this.#open.pop();
    return options;
  }
}

/** `{1..3}`, `{01..10}`, `{0..10..5}`, `{a..c}`; undefined where they are too many. */
function rangeOf([, from, to, low, toLow, high, toHigh, by]: RegExpExecArray): string[] | undefined {
  const [first, last] = [from ?? low ?? high ?? '', to ?? toLow ?? toHigh ?? ''];
  const isNumber = from !== undefined;
  const valueOf = (text: string): number => (isNumber ? Number(text) : text.charCodeAt(0));
  const step = Math.max(1, Math.abs(Number(by ?? 1)));
  const count = Math.floor(Math.abs(valueOf(last) - valueOf(first)) / step) + 1;
  if (count > MOST_ALTERNATIVES) return undefined;
  const sign = valueOf(last) < valueOf(first) ? -1 : 1;
  const width = [first, last].some((text) => /^-?0\d/.test(text)) ? Math.max(first.length, last.length) : 0;
  return Array.from({ length: count }, (_, i) => {
    const value = valueOf(first) + i * step * sign;
    if (!isNumber) return String.fromCharCode(value);
    const digits = String(Math.abs(value));
    return value < 0 ? `-${digits.padStart(width - 1, '0')}` : digits.padStart(width, '0');
  });
}

function countOf(nodes: readonly Node[]): number {
  return nodes.reduce(
    (count, node) => count * (node.is === 'choice' ? sum(node.options.map(countOf)) : 1),
    1,
  );
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((all, one) => all + one, 0);
}

function alternativesOf(nodes: readonly Node[]): GlobPiece[][] {
  let all: GlobPiece[][] = [[]];
  for (const node of nodes) {
    if (node.is !== 'choice') for (const one of all) one.push(node);
    else {
      const options = node.options.flatMap(alternativesOf);
      all = all.flatMap((before) => options.map((option) => [...before, ...option]));
    }
  }
  return all;
}
