import type { Survey } from '../survey/survey.ts';
import { type Candidate, candidates } from './candidates.ts';
import { inflate, packingOf } from './inflate.ts';
import { type Budget, type LayerName, MAX_GROWTH } from './layer.ts';
import { isText, textOf } from './plain-text.ts';
import { type WidePiece, widePieces } from './wide.ts';

/** A piece of a text that is encoded as a whole. */
export interface Piece {
  readonly start: number;
  readonly end: number;
  readonly layers: readonly LayerName[];
  /** What it stands for; undefined where it could not be looked into within the bounds. */
  readonly text: string | undefined;
}

/** Bytes that are looked at when telling text from all else. */
const HEAD = 48;
/** What decodes to as few bytes has to be ASCII to the last of them. */
const SHORT = 18;
/** Packed pieces that are opened in one text. */
const MOST_PACKED = 128;

/**
 * The pieces of base64, hex and packed bytes in a text that stand for text. Time: linear.
 *
 * @param seen whether a piece needs no looking into.
 * @param shallow whether nothing more is to be undone: what stands for text is then given as what cannot be looked into.
 */
export async function findPieces(
  text: string,
  survey: Survey,
  budget: Budget,
  seen: (start: number, end: number) => boolean,
  shallow: boolean,
): Promise<Piece[]> {
  const pieces: Piece[] = [];
  let packed = 0;
  for (const { start, end, bytes, layer } of candidates(text, survey)) {
    if (seen(start, end)) continue;
    const packing = packingOf(bytes[0] ?? 0, bytes[1] ?? 0, bytes[2] ?? 0);
    if (packing) {
      packed += 1;
      const limit = Math.min(MAX_GROWTH * (end - start), budget.left);
      const inflated = shallow || packed > MOST_PACKED ? 'too-large' : await inflate(bytes, packing, limit);
      if (inflated === 'broken') continue;
      const inner = inflated === 'too-large' ? undefined : textOf(inflated);
      budget.left -= inner?.length ?? 0;
      pieces.push({ start, end, layers: [layer, 'gzip'], text: inner });
      continue;
    }
    if (!standsForText(bytes)) continue;
    const fits = !shallow && bytes.length <= budget.left;
    if (fits) budget.left -= bytes.length;
    pieces.push({ start, end, layers: [layer], text: fits ? textOf(bytes) : undefined });
  }
  const wide = widePieces(text).filter(({ start, end }) => !seen(start, end));
  for (const piece of wide) {
    const fits = !shallow && piece.text.length <= budget.left;
    if (fits) budget.left -= piece.text.length;
    pieces.push({ ...asPiece(piece), text: fits ? piece.text : undefined });
  }
  return wide.length === 0 ? pieces : inOrder(pieces);
}

function asPiece({ start, end, text }: WidePiece): TextPiece {
  return { start, end, layers: ['base64', 'utf-16'], text };
}

/** Pieces in order of place, none overlapping the one before. */
function inOrder<T extends Piece>(pieces: readonly T[]): T[] {
  let floor = 0;
  return pieces
    .toSorted((a, b) => a.start - b.start)
    .filter(({ start, end }) => {
      if (start < floor) return false;
      floor = end;
      return true;
    });
}

/** Whether what bytes begin with is text. */
function standsForText(bytes: Uint8Array): boolean {
  return isText(bytes.subarray(0, HEAD)) && (bytes.length > SHORT || bytes.every((byte) => byte < 128));
}

/** A piece that stands for text, and that text; nothing is unpacked. */
export interface TextPiece extends Piece {
  readonly text: string;
}

/**
 * The pieces of base64 and hex in a text that stand for text, all but packed ones: those take time of their own. Time: linear.
 *
 * @param isNew whether a piece is to be looked into.
 */
export function textPieces(
  text: string,
  survey: Survey,
  isNew: (start: number, end: number) => boolean,
): TextPiece[] {
  const asText = ({ start, end, bytes, layer }: Candidate): TextPiece[] =>
    isNew(start, end) && standsForText(bytes) ? [{ start, end, layers: [layer], text: textOf(bytes) }] : [];
  const pieces = Array.from(candidates(text, survey), asText).flat();
  const wide = widePieces(text).filter(({ start, end }) => isNew(start, end));
  return wide.length === 0 ? pieces : inOrder([...pieces, ...wide.map(asPiece)]);
}
