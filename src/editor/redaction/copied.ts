import type { Range } from '../../redact/origin.ts';

/** A selection or a caret, as offsets in UTF-16 code units. */
export interface Selected extends Range {
  /** The line that `start` stands in, its line end left out. */
  readonly line: Range;
}

/** What an editor copies: pieces of its text, and what is put between and behind them. */
export interface Copied {
  readonly pieces: readonly Range[];
  readonly between: string;
  readonly behind: string;
}

/**
 * What the editor's own Copy takes: several selections, in their order in the text, joined by line ends; for a caret
 * its line, once, with its line end where nothing at all is selected. Beside selections a caret counts only where
 * carets copy lines at all.
 *
 * @param copiesLines the setting `editor.emptySelectionClipboard`.
 */
export function copied(selections: readonly Selected[], lineEnd: string, copiesLines: boolean): Copied {
  const inOrder = selections.toSorted((a, b) => a.start - b.start);
  const isCaret = ({ start, end }: Range): boolean => start === end;
  const pieces: Range[] = [];
  let last: Range | undefined;
  for (const selected of inOrder) {
    const { start, end, line } = selected;
    if (!isCaret(selected)) pieces.push({ start, end });
    else if (copiesLines && line.start !== last?.start) pieces.push(line);
    last = line;
  }
  const isLines = pieces.length > 0 && inOrder.every(isCaret);
  return { pieces, between: lineEnd, behind: isLines ? lineEnd : '' };
}

/**
 * What of a pasted text goes to each of several cursors: a line to each where there are as many lines as cursors, as
 * the editor does it, and otherwise all of it.
 *
 * @param spreads the setting `editor.multiCursorPaste` is `spread`.
 */
export function pastedAt(text: string, cursors: number, spreads: boolean): readonly string[] {
  const lines = text.replace(/\r?\n$/, '').split(/\r?\n/);
  return spreads && cursors > 1 && lines.length === cursors
    ? lines
    : Array.from({ length: cursors }, () => text);
}
