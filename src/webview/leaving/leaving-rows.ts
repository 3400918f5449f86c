import type { ChangeView, FoundView } from '../../protocol/review.ts';

/** Part of a text before it leaves: as it is, replaced, or found and going as it is all the same. */
export type LeavingPart =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'change'; readonly at: number; readonly original: string }
  | { readonly kind: 'kept'; readonly at: number; readonly text: string };

/** A stretch of whole lines that is shown, or one that is folded since nothing was found in it. */
export type LeavingRow =
  | { readonly kind: 'parts'; readonly parts: readonly LeavingPart[] }
  | { readonly kind: 'fold'; readonly text: string };

/** How much is shown around what was found: in code units, and in lines beside its own. */
const AROUND = 240;
const LINES_AROUND = 3;
/** What would fold less than this is shown. */
const LEAST_FOLDED = 400;
/** A row of more parts is parted: so many on one line are no line. */
const MOST_PARTS = 100;

interface Mark {
  readonly start: number;
  readonly end: number;
  readonly part: Exclude<LeavingPart, { kind: 'text' }>;
}

/**
 * A text before it leaves, in rows that are alike on both sides: the surroundings of what was found, and the rest folded.
 * Linear in the text and in what was found.
 *
 * @param changes in the order of the text, none overlapping another.
 */
export function leavingRows(
  text: string,
  changes: readonly ChangeView[],
  found: readonly FoundView[],
): LeavingRow[] {
  const rows: LeavingRow[] = [];
  let parts: LeavingPart[] = [];
  const endRow = (): void => {
    if (parts.length > 0) rows.push({ kind: 'parts', parts });
    parts = [];
  };
  const add = (part: LeavingPart): void => {
    if (parts.length >= MOST_PARTS) endRow();
    parts.push(part);
  };
  const addText = (piece: string): void => {
    if (piece !== '') add({ kind: 'text', text: piece });
  };
  let from = 0;
  const marks = marksOf(text, changes, found);
  for (const [i, { start, end, part }] of marks.entries()) {
    const gap = foldedGap(text.slice(from, start), i > 0, true);
    // What ends the line of the mark before belongs to it, what begins the line of this one to this one.
    addLines(gap.before, i > 0);
    if (gap.folded !== '') {
      endRow();
      rows.push({ kind: 'fold', text: gap.folded });
    }
    addLines(gap.after, false);
    add(part);
    from = end;
  }
  const last = foldedGap(text.slice(from), marks.length > 0, false);
  addLines(last.before, marks.length > 0);
  endRow();
  if (last.folded !== '') rows.push({ kind: 'fold', text: last.folded });
  return rows;

  /** Adds text; whole lines in it are a row of their own. */
  function addLines(piece: string, endsLine: boolean): void {
    const first = endsLine ? piece.indexOf('\n') + 1 : 0;
    const tail = piece.lastIndexOf('\n') + 1;
    if (tail === 0) return addText(piece);
    addText(piece.slice(0, first));
    endRow();
    addText(piece.slice(first, tail));
    endRow();
    addText(piece.slice(tail));
  }
}

/** What is marked, in order; a finding that goes as it is counts only where nothing is replaced. */
function marksOf(text: string, changes: readonly ChangeView[], found: readonly FoundView[]): Mark[] {
  const marks: Mark[] = [];
  let next = 0;
  const takeChanges = (before: number): void => {
    for (; next < changes.length && (changes[next]?.start ?? 0) < before; next++) {
      const { start, end } = changes[next] ?? { start: 0, end: 0 };
      if (start < (marks.at(-1)?.end ?? 0)) marks.pop();
      marks.push({ start, end, part: { kind: 'change', at: next, original: text.slice(start, end) } });
    }
  };
  for (const [at, { start, end, fate }] of found.entries()) {
    takeChanges(start + 1);
    if (fate === 'redacted' || end <= start || start < (marks.at(-1)?.end ?? 0)) continue;
    marks.push({ start, end, part: { kind: 'kept', at, text: text.slice(start, end) } });
  }
  takeChanges(Infinity);
  return marks;
}

/** A stretch without marks: what is shown at its ends, and what is folded between them. */
function foldedGap(
  gap: string,
  behindMark: boolean,
  beforeMark: boolean,
): { readonly before: string; readonly folded: string; readonly after: string } {
  const head = behindMark ? headEnd(gap) : 0;
  const tail = beforeMark ? tailStart(gap) : gap.length;
  if (!behindMark && !beforeMark) {
    // Nothing was found at all: the beginning is shown.
    const end = gap.length > 10 * LEAST_FOLDED ? headEnd(gap) : gap.length;
    return { before: gap.slice(0, end), folded: gap.slice(end), after: '' };
  }
  if (tail - head < LEAST_FOLDED) return { before: gap, folded: '', after: '' };
  return { before: gap.slice(0, head), folded: gap.slice(head, tail), after: gap.slice(tail) };
}

function headEnd(gap: string): number {
  let at = 0;
  for (let line = 0; line <= LINES_AROUND; line++) {
    const end = gap.indexOf('\n', at);
    if (end < 0 || end >= AROUND) break;
    at = end + 1;
  }
  return whole(gap, at > 0 ? at : Math.min(AROUND, gap.length));
}

function tailStart(gap: string): number {
  const floor = Math.max(0, gap.length - AROUND);
  let at = gap.length;
  for (let line = gap.endsWith('\n') ? 1 : 0; line <= LINES_AROUND; line++) {
    const end = at < 2 ? -1 : gap.lastIndexOf('\n', at - 2);
    if (end < floor) break;
    at = end + 1;
  }
  return whole(gap, at < gap.length ? at : floor);
}

/** Not in the midst of a surrogate pair. */
function whole(text: string, at: number): number {
  const unit = text.charCodeAt(at - 1);
  return unit >= 0xd800 && unit <= 0xdbff ? at - 1 : at;
}
