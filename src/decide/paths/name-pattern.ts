import { type CharSet, isInSet } from './char-set.ts';
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
  fits(name: string): boolean;
  /** The same for a name whose case is folded. */
  fitsFolded(name: string): boolean;
  /** All of it, where it is no more than a text. */
  readonly text?: string;
  /** What such names end in, from their last dot on, folded. */
  readonly ending?: string;
  /** What such names begin with, two characters of it, folded. */
  readonly start?: string;
}

/** Makes a pattern of its pieces; it is never slower than name times pattern. */
export function namePattern(pieces: readonly Piece[]): NamePattern {
  const readings = readingsOf(pieces).map(joined);
  const exact = readings.map((one) => tester(one, false));
  const folded = readings.map((one) => tester(one.map(foldPiece), true));
  const only = readings.length === 1 && readings[0]?.length === 1 ? readings[0][0] : undefined;
  const ending = sharedBy(readings.map(tailOf));
  const start = sharedBy(readings.map(headOf));
  return {
    fits: (name) => exact.some((fits) => fits(name)),
    fitsFolded: (name) => folded.some((fits) => fits(name)),
    ...(only?.is === 'text' && { text: only.text }),
    ...(ending !== undefined && { ending }),
    ...(start !== undefined && { start }),
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

/** The shapes that nearly all patterns have, without a walk. */
function tester(pieces: readonly Piece[], ignoreCase: boolean): (name: string) => boolean {
  const [first, second, third] = pieces;
  if (pieces.length === 1 && first?.is === 'text') return (name) => name === first.text;
  if (pieces.length === 1 && first?.is === 'any') return () => true;
  if (pieces.length === 2 && first?.is === 'any' && second?.is === 'text')
    return (name) => name.endsWith(second.text);
  if (pieces.length === 2 && first?.is === 'text' && second?.is === 'any')
    return (name) => name.startsWith(first.text);
  if (pieces.length === 3 && first?.is === 'any' && second?.is === 'text' && third?.is === 'any')
    return (name) => name.includes(second.text);
  return (name) => walk(pieces, name, ignoreCase);
}

/** Walks both at once and goes back to the last `*` only, which is enough: an earlier one has less to gain. */
function walk(pieces: readonly Piece[], name: string, ignoreCase: boolean): boolean {
  let piece = 0;
  let at = 0;
  let star = -1;
  let resume = 0;
  for (;;) {
    const one = pieces[piece];
    if (one?.is === 'any') {
      if (piece === pieces.length - 1) return true;
      star = piece++;
      resume = at;
      continue;
    }
    if (one === undefined && at === name.length) return true;
    const length = one === undefined ? 0 : fitting(one, name, at, ignoreCase);
    if (length > 0) {
      at += length;
      piece += 1;
    } else {
      if (star < 0 || resume >= name.length) return false;
      resume = nextStart(pieces[star + 1], name, resume);
      if (resume < 0) return false;
      at = resume;
      piece = star + 1;
    }
  }
}

/** How much of the name a piece takes; 0 where it does not fit. */
function fitting(piece: Piece, name: string, at: number, ignoreCase: boolean): number {
  if (piece.is === 'text') return name.startsWith(piece.text, at) ? piece.text.length : 0;
  const code = name.codePointAt(at);
  if (code === undefined) return 0;
  const length = code > 0xffff ? 2 : 1;
  if (piece.is === 'set' && !isInSet(piece.set, name.slice(at, at + length), ignoreCase)) return 0;
  return length;
}

/** The next place where what follows a `*` may begin; negative where there is none. */
function nextStart(piece: Piece | undefined, name: string, after: number): number {
  const next = after + ((name.codePointAt(after) ?? 0) > 0xffff ? 2 : 1);
  return piece?.is === 'text' ? name.indexOf(piece.text, next) : next;
}
