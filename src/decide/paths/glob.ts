import {
  type Backslash,
  type GlobPiece,
  type GlobProblem,
  globPieces,
  MOST_ALTERNATIVES,
} from './glob-pieces.ts';
import { namePattern, type PatternOf, type Piece, sharedPatterns } from './name-pattern.ts';
import { matchesSequence, type NameSequence } from './name-sequence.ts';
import { isDrive, type PathNames, resolved, splitPath } from './path-names.ts';
import { Work } from './work.ts';

export type { GlobProblem };

/** The longest glob, in UTF-16 code units. */
export const LONGEST_GLOB = 200;

/**
 * How a path is matched.
 *
 * - `here`: from the folder that is worked in, upper and lower case being two
 * - `here-any-case`: the same on a file system that does not tell them apart
 * - `anywhere`: for what keeps files back. In doubt it matches: case does not matter; the glob's first name may lie in
 *   any folder on the way; a glob that names a folder is about all that is in it, as in `.gitignore` files; `\*` is
 *   a separator and a wildcard as well; and Windows' spellings of a name are that name.
 */
export type Manner = 'here' | 'here-any-case' | 'anywhere';

/** A glob that has been read. */
export interface Glob {
  /** As it was written. */
  readonly written: string;
  /** How many alternatives its braces make. */
  readonly alternatives: number;
  /** What it looks for in each manner; a path matches where any does. For an index over many globs. */
  sequences(manner: Manner): readonly NameSequence[];
  /** Whether it is about a path; `here-any-case` unless said otherwise. */
  matches(path: string, manner?: Manner): boolean;
  /** The same for one that is matched with many globs. Throws where that takes more steps than there are. */
  matchesNames(names: PathNames, manner?: Manner, work?: Work): boolean;
}

export type ParsedGlob =
  | { readonly ok: true; readonly glob: Glob }
  | {
      readonly ok: false;
      readonly problem: GlobProblem;
      /** Where in the glob, in UTF-16 code units. */
      readonly at: number;
      /**
       * All that it can be about, for what keeps files back until it is mended: its names up to where it can be read,
       * and whatever may follow. Left out of one that is empty.
       */
      readonly atMost?: Glob;
    };

/**
 * Reads a glob; never throws.
 *
 * `*` stands for any run of characters within a name, `?` for one, `[a-z]` and `[!a-z]` for one of some, `**` for any
 * folders, also none; `{a,b}`, `{1..3}` and `@(a|b)` for one of several, `?(a)` for one or nothing. A name that begins
 * with a dot is one like any other, and the ways to compose an accent are one. `\` before a character that means
 * something takes that away, and is a separator otherwise.
 *
 * A glob without a slash is about the name of a file, wherever it lies; one that ends in a slash about all that is in the
 * folder; any other about the whole path from the folder that is worked in.
 *
 * @param most how many alternatives it may make, from 1.
 */
export function parseGlob(written: string, most = MOST_ALTERNATIVES): ParsedGlob {
  if (written.trim() === '') return { ok: false, problem: 'empty', at: 0 };
  if (written.length > LONGEST_GLOB)
    return { ok: false, problem: 'too-long', at: LONGEST_GLOB, ...widened(written, LONGEST_GLOB) };
  const read = globPieces(written, 'escape', most);
  if (!read.ok) {
    const { problem, at, readable } = read;
    return { ok: false, problem, at, ...widened(written, readable) };
  }
  const other = read.isDoubtful ? piecesOf(written, 'separator') : [];
  return { ok: true, glob: createGlob(written, read.alternatives, [...read.alternatives, ...other]) };
}

/**
 * The glob of one file by its path from the folder that is worked in, and of no other there; read with `here`. It may be
 * longer than a glob can be.
 * @param path with `/` between its names.
 */
export function globOfFile(path: string): string {
  const escaped = path.replace(/[*?[\]{}()|]/g, '\\$&');
  // Without a slash it would be about that name in every folder.
  return path.includes('/') ? escaped : `./${escaped}`;
}

type Alternatives = readonly (readonly GlobPiece[])[];

function piecesOf(written: string, backslash: Backslash): Alternatives {
  const read = globPieces(written, backslash);
  return read.ok ? read.alternatives : [];
}

/** Whatever begins with the part that can be read. */
function widened(written: string, end: number): { readonly atMost: Glob } {
  const start = written.slice(0, Math.min(end, LONGEST_GLOB)).replace(/\\+$/, '');
  const name = globPieces(`${start}*`, 'escape');
  // The first 200 characters of a longer one may end within what is not closed.
  if (!name.ok) return widened(written, Math.min(name.readable, start.length - 1));
  const below = /[\\/]/.test(start) ? piecesOf(`${start}*/**`, 'escape') : [];
  const all = [...name.alternatives, ...below];
  return { atMost: createGlob(written, all, all) };
}

function createGlob(written: string, narrow: Alternatives, wide: Alternatives): Glob {
  const isName = !narrow.some(hasSlash);
  const patternOf = sharedPatterns();
  // A rule is matched in one of both manners, and many alternatives cost something to make.
  let here: readonly NameSequence[] | undefined;
  let anywhere: readonly NameSequence[] | undefined;
  const sequences = (manner: Manner): readonly NameSequence[] => {
    if (manner !== 'anywhere')
      return (here ??= narrow
        .filter((pieces) => !isCut(pieces) && (narrow.length === 1 || !isVoid(pieces)))
        .map((pieces) => sequenceOf(pieces.filter(isSomething), isName, false, patternOf)));
    return (anywhere ??= wide
      .map((pieces) => pieces.filter(isSomething))
      .filter((pieces) => narrow.length === 1 || !isVoid(pieces))
      .map((pieces) => sequenceOf(pieces, !hasSlash(pieces), true, patternOf)));
  };
  const matchesNames = (
    { names, folded, plain }: PathNames,
    manner: Manner = 'here-any-case',
    work: Work = Work.unbounded(),
  ): boolean =>
    sequences(manner).some((sequence) =>
      manner === 'here'
        ? matchesSequence(sequence, names, false, work)
        : matchesSequence(sequence, folded, true, work) ||
          (manner === 'anywhere' && plain !== undefined && matchesSequence(sequence, plain, true, work)),
    );
  return {
    written,
    alternatives: wide.length,
    sequences,
    matchesNames,
    matches: (path, manner) => matchesNames(splitPath(path), manner),
  };
}

/** Whether an alternative names nothing, not even by a slash: `.?(a)` without the `a` is not the whole folder. */
function isVoid(pieces: readonly GlobPiece[]): boolean {
  return resolved(namesOf(pieces), textOf).length === 0 || !pieces.some(isSomething);
}

/** Whether it has no last name, since that alternative is empty: `secrets/?(key)` lets nothing else there go. */
function isCut(pieces: readonly GlobPiece[]): boolean {
  const last = pieces.at(-1);
  const before = pieces.findLast(isSomething);
  return last !== undefined && !isSomething(last) && (before === undefined || before.is === 'slash');
}

function isSomething(piece: GlobPiece): boolean {
  return piece.is !== 'text' || piece.text !== '';
}

function hasSlash(pieces: readonly GlobPiece[]): boolean {
  return pieces.some(({ is }) => is === 'slash');
}

function sequenceOf(
  pieces: readonly GlobPiece[],
  isName: boolean,
  isAnywhere: boolean,
  patternOf: PatternOf,
): NameSequence {
  const names = resolved(namesOf(pieces), textOf);
  const root = names[0] !== undefined && textOf(names[0]) === '';
  if (isAnywhere && root) names.shift();
  const sequence = names.map((name, i) => {
    if (isFolders(name)) return '**';
    const text = textOf(name);
    return patternOf(
      i === 0 && text !== undefined && isDrive(text) ? [{ is: 'text', text: text.toLowerCase() }] : name,
    );
  });
  const last = names.at(-1);
  const isFolder = pieces.at(-1)?.is === 'slash';
  if (isName || isAnywhere) sequence.unshift('**');
  if (isFolder) sequence.push('**');
  // A folder's whole contents are not the folder.
  if (sequence.at(-1) === '**') sequence.push(namePattern([{ is: 'any' }]));
  // A name that is written out may be a folder's; with a wildcard after a slash one level is meant.
  else if (isAnywhere && (isName || (last !== undefined && textOf(last) !== undefined))) sequence.push('**');
  return sequence;
}

function namesOf(pieces: readonly GlobPiece[]): Piece[][] {
  const names: Piece[][] = [[]];
  for (const piece of pieces) {
    if (piece.is === 'slash') names.push([]);
    else names.at(-1)?.push(piece);
  }
  return names;
}

function textOf(name: readonly Piece[]): string | undefined {
  let text = '';
  for (const piece of name) {
    if (piece.is !== 'text') return undefined;
    text += piece.text;
  }
  return text;
}

function isFolders(name: readonly Piece[]): boolean {
  return name.length === 2 && name.every(({ is }) => is === 'any');
}
