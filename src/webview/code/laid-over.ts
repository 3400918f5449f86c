import type { Piece } from '../pieces.ts';
import type { Look, Run } from './runs.ts';

/** A piece of code with its look. */
export interface Coloured {
  readonly piece: Piece;
  readonly look: Look | undefined;
}

/** How many characters of the code a piece stands for. */
function lengthOf(piece: Piece): number {
  switch (piece.kind) {
    case 'text':
      return piece.text.length;
    case 'control':
      return 1;
    case 'stand-in':
      return piece.standIn.name.length;
  }
}

/**
 * Lays the pieces of a code over its runs: text is cut where the look changes, and a stand-in is whole, with the look of
 * where it begins. Both are of the same code.
 */
export function laidOver(pieces: readonly Piece[], runs: readonly Run[]): Coloured[] {
  const laid: Coloured[] = [];
  let at = 0;
  let left = runs[0]?.text.length ?? 0;
  const skip = (length: number): void => {
    left -= length;
    while (left <= 0 && at < runs.length) left += runs[++at]?.text.length ?? Infinity;
  };
  for (const piece of pieces) {
    if (piece.kind !== 'text') {
      laid.push({ piece, look: runs[at]?.look });
      skip(lengthOf(piece));
      continue;
    }
    for (let from = 0; from < piece.text.length;) {
      const length = Math.min(left, piece.text.length - from);
      laid.push({
        piece: { kind: 'text', text: piece.text.slice(from, from + length) },
        look: runs[at]?.look,
      });
      from += length;
      skip(length);
    }
  }
  return laid;
}
