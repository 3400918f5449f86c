import { isInSet, stepsOf } from './char-set.ts';
import type { Piece } from './name-pattern.ts';
import type { Work } from './work.ts';

/** Whether a name is of a pattern, spending the steps that it takes to see. */
export type FitsName = (name: string, work: Work) => boolean;

/** Pieces with no `*` among them; each takes a text of one length in characters, wherever it begins. */
type Run = readonly Exclude<Piece, { readonly is: 'any' }>[];

/**
 * What tells names of a pattern; texts are joined, and no two `*` stand beside one another. The shapes that nearly all
 * patterns have come without a walk.
 */
export function nameTester(pieces: readonly Piece[], ignoreCase: boolean): FitsName {
  const [first, second, third] = pieces;
  if (pieces.length === 1 && first?.is === 'text') return (name) => name === first.text;
  if (pieces.length === 1 && first?.is === 'any') return () => true;
  if (pieces.length === 2 && first?.is === 'any' && second?.is === 'text')
    return (name) => name.endsWith(second.text);
  if (pieces.length === 2 && first?.is === 'text' && second?.is === 'any')
    return (name) => name.startsWith(first.text);
  if (pieces.length === 3 && first?.is === 'any' && second?.is === 'text' && third?.is === 'any')
    return (name, work) => {
      work.spend(name.length);
      return name.includes(second.text);
    };
  const runs = runsOf(pieces);
  const head = runs[0] ?? [];
  const tail = runs.at(-1) ?? [];
  const middle = runs.slice(1, -1);
  if (runs.length === 1) return (name, work) => endOf(head, name, 0, ignoreCase, work) === name.length;
  return (name, work) => {
    // Both ends first: they are tried in one place each, and few names have them.
    const last = startOfTail(tail, name);
    if (last < 0 || endOf(tail, name, last, ignoreCase, work) !== name.length) return false;
    const from = endOf(head, name, 0, ignoreCase, work);
    return from >= 0 && findAll(middle, name, from, last, ignoreCase, work);
  };
}

function runsOf(pieces: readonly Piece[]): Run[] {
  const runs: Exclude<Piece, { readonly is: 'any' }>[][] = [[]];
  for (const piece of pieces) {
    if (piece.is === 'any') runs.push([]);
    else runs.at(-1)?.push(piece);
  }
  return runs;
}

/** Whether runs stand one after the other; each is taken where it first stands, as a later one has more behind it to lose. */
function findAll(
  runs: readonly Run[],
  name: string,
  from: number,
  last: number,
  ignoreCase: boolean,
  work: Work,
): boolean {
  let at = from;
  for (const run of runs) {
    const [first] = run;
    for (;;) {
      if (first?.is === 'text') {
        const found = name.indexOf(first.text, at);
        work.spend((found < 0 ? name.length : found) - at);
        if (found < 0) return false;
        at = found;
      }
      const end = endOf(run, name, at, ignoreCase, work);
      if (end > last || at > last) return false;
      if (end >= 0) {
        at = end;
        break;
      }
      at += widthAt(name, at);
    }
  }
  return at <= last;
}

/** Where a run ends that begins at a place; negative where it does not stand there. */
function endOf(run: Run, name: string, from: number, ignoreCase: boolean, work: Work): number {
  let at = from;
  for (const piece of run) {
    const length = fitting(piece, name, at, ignoreCase, work);
    if (length === 0) return -1;
    at += length;
  }
  return at;
}

/** How much of the name a piece takes; 0 where it does not fit. */
function fitting(piece: Run[number], name: string, at: number, ignoreCase: boolean, work: Work): number {
  if (piece.is === 'text') {
    work.spend(1 + (piece.text.length >> 3));
    return name.startsWith(piece.text, at) ? piece.text.length : 0;
  }
  work.spend(1);
  if (at >= name.length) return 0;
  const length = widthAt(name, at);
  if (piece.is === 'one') return length;
  const sign = name.slice(at, at + length);
  work.spend(stepsOf(piece.set, sign));
  return isInSet(piece.set, sign, ignoreCase) ? length : 0;
}

/** Where the last run begins if it ends the name; negative where that is too short. */
function startOfTail(run: Run, name: string): number {
  let at = name.length;
  for (let i = run.length - 1; i >= 0 && at >= 0; i--) {
    const piece = run[i];
    if (piece?.is === 'text') at -= piece.text.length;
    else at -= at > 1 && widthAt(name, at - 2) === 2 ? 2 : 1;
  }
  return at;
}

/** How long the character at a place is, in UTF-16 code units. */
function widthAt(name: string, at: number): number {
  return (name.codePointAt(at) ?? 0) > 0xffff ? 2 : 1;
}
