import type { CharSet } from './char-set.ts';
import { type FitsName, nameTester } from './name-walk.ts';
import { foldCase, normalised } from './path-names.ts';

/** A piece of a pattern for one name. */
export type Piece =
  | { readonly is: 'text'; readonly text: string }
  /** `*`: any run of characters, also none. */
  | { readonly is: 'any' }
  /** `?` */
  | { readonly is: 'one' }
  /** `written` where it may as well be meant as it stands. */
  | { readonly is: 'set'; readonly set: CharSet; readonly written?: string };

/** A pattern for one name. */
export interface NamePattern {
  /** Whether a name is of it, as it is written. */
  readonly fits: FitsName;
  /** The same for a name whose case is folded. */
  readonly fitsFolded: FitsName;
  /** All of it, where it is no more than a text. */
  readonly text?: string;
  /** What such names end in, from their last dot on, folded. */
  readonly ending?: string;
  /** What such names begin with, two characters of it, folded. */
  readonly start?: string;
}

/** Makes a pattern of its pieces; it is never slower than name times the longest piece of it between two `*`. */
export function namePattern(pieces: readonly Piece[]): NamePattern {
  const readings = readingsOf(pieces).map(joined);
  // Most are asked in one of both ways only.
  let exact: readonly FitsName[] | undefined;
  let folded: readonly FitsName[] | undefined;
  const only = readings.length === 1 && readings[0]?.length === 1 ? readings[0][0] : undefined;
  const ending = sharedBy(readings.map(tailOf));
  const start = sharedBy(readings.map(headOf));
  return {
    fits(name, work) {
      exact ??= readings.map((one) => nameTester(one, false));
      return exact.some((fits) => fits(name, work));
    },
    fitsFolded(name, work) {
      folded ??= readings.map((one) => nameTester(one.map(foldPiece), true));
      return folded.some((fits) => fits(name, work));
    },
    ...(only?.is === 'text' && { text: only.text }),
    ...(ending !== undefined && { ending }),
    ...(start !== undefined && { start }),
  };
}

/** Makes patterns, each once: alternatives of a glob have most of their names in common. */
export type PatternOf = (pieces: readonly Piece[]) => NamePattern;

export function sharedPatterns(): PatternOf {
  const known = new Map<string, NamePattern>();
  const sets = new Map<CharSet, number>();
  const keyOf = (piece: Piece): string => {
    if (piece.is === 'text') return `${piece.text.length}:${piece.text}`;
    if (piece.is !== 'set') return piece.is === 'any' ? '*' : '?';
    if (!sets.has(piece.set)) sets.set(piece.set, sets.size);
    return `[${sets.get(piece.set)}]`;
  };
  return (pieces) => {
    let key = '';
    for (const piece of pieces) key += keyOf(piece);
    const pattern = known.get(key) ?? namePattern(pieces);
    known.set(key, pattern);
    return pattern;
  };
}

function sharedBy([first, ...others]: readonly (string | undefined)[]): string | undefined {
  return others.every((other) => other === first) ? first : undefined;
}

/** The start by which patterns are found, of a name that is folded. */
export function startOf(name: string): string {
  return name.slice(0, 2);
}

/** The ending by which patterns are found, of a name that is folded. */
export function endingOf(name: string): string {
  const dot = name.lastIndexOf('.');
  return dot < 0 ? '' : name.slice(dot);
}

/** Sets as sets and, where any may be meant as it stands, as it stands: `[id].tsx` is a file of many a web site. */
function readingsOf(pieces: readonly Piece[]): (readonly Piece[])[] {
  if (!pieces.some((piece) => piece.is === 'set' && piece.written !== undefined)) return [pieces];
  const plain = pieces.map((piece): Piece =>
    piece.is === 'set' && piece.written !== undefined ? { is: 'text', text: piece.written } : piece,
  );
  return [pieces, plain];
}

function headOf([first]: readonly Piece[]): string | undefined {
  return first?.is === 'text' && first.text.length > 1 ? startOf(foldCase(first.text)) : undefined;
}

function tailOf(pieces: readonly Piece[]): string | undefined {
  const last = pieces.at(-1);
  const text = last?.is === 'text' ? foldCase(last.text) : '';
  return text.includes('.') ? endingOf(text) : undefined;
}

/** Texts beside one another as one, wildcards beside one another as one. */
function joined(pieces: readonly Piece[]): Piece[] {
  const all: Piece[] = [];
  for (const piece of pieces) {
    const before = all.at(-1);
    if (piece.is === 'text' && before?.is === 'text')
      all[all.length - 1] = { is: 'text', text: before.text + piece.text };
    else if (!(piece.is === 'any' && before?.is === 'any')) all.push(piece);
  }
  return all.map((piece) => (piece.is === 'text' ? { is: 'text', text: normalised(piece.text) } : piece));
}

function foldPiece(piece: Piece): Piece {
  return piece.is === 'text' ? { is: 'text', text: foldCase(piece.text) } : piece;
}
