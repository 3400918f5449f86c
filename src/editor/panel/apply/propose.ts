import { isWhole, placesOf, trimmed } from './fragment.ts';
import { pathInComment } from './named-paths.ts';
import { type FilePatch, patch } from './unified-diff.ts';

/** What a file would be with a block of code in it. */
export type Proposal =
  | {
      readonly ok: true;
      readonly text: string;
      /** Taken for the whole file, put in place of a part, as a diff says, or put in since it has no place of its own. */
      readonly how: 'whole' | 'part' | 'diff' | 'inserted';
    }
  /** The piece of a diff, from 1, that has no place in the file. */
  | { readonly ok: false; readonly hunk: number };

/**
 * What a file would be with a block of code in it.
 *
 * @param file its text as it is; empty for a new one.
 * @param code the text of the block, with the values put back.
 * @param patches where it is a diff, what that changes in this file.
 * @param line where it is put if it has no place of its own, from 0; behind the last one where it is left out.
 */
export function propose(file: string, code: string, patches: FilePatch | undefined, line?: number): Proposal {
  const end = file.includes('\r\n') ? '\r\n' : '\n';
  const lines = file === '' ? [] : file.split(/\r?\n/);
  const text = (all: readonly string[]): string => all.join(end);
  if (patches) {
    const patched = patch(lines, patches.hunks);
    return patched.ok ? { ok: true, text: text(patched.lines), how: 'diff' } : patched;
  }
  const own = withoutPath(code.split(/\r?\n/), lines);
  if (isWhole(lines, own)) {
    // A file goes on ending as it did; a new one ends with its last line closed.
    const closed = lines.length === 0 || lines.at(-1) === '';
    return { ok: true, text: text([...trimmedEnd(own), ...(closed ? [''] : [])]), how: 'whole' };
  }
  const places = placesOf(lines, own);
  if (places) {
    const changed = [...lines];
    for (const { start, end: to, lines: put } of places.toReversed())
      changed.splice(start, to - start, ...put);
    return { ok: true, text: text(changed), how: 'part' };
  }
  const isClosed = lines.at(-1) === '';
  const at = Math.min(line ?? lines.length, isClosed ? lines.length - 1 : lines.length);
  return {
    ok: true,
    text: text([...lines.slice(0, at), ...trimmed(own), ...lines.slice(at)]),
    how: 'inserted',
  };
}

/** A first line that only says which file it is, and that the file itself does not have. */
function withoutPath(own: readonly string[], file: readonly string[]): readonly string[] {
  const [first = '', ...rest] = own;
  return pathInComment(first) !== undefined && !file.includes(first) ? rest : own;
}

function trimmedEnd(lines: readonly string[]): readonly string[] {
  return lines.slice(0, lines.findLastIndex((line) => line.trim() !== '') + 1);
}

/** Where two texts differ, in UTF-16 code units: the one becomes the other by `put` in place of `start` to `end`. */
export function differenceOf(
  before: string,
  after: string,
): { readonly start: number; readonly end: number; readonly put: string } {
  const shorter = Math.min(before.length, after.length);
  let start = 0;
  while (start < shorter && before[start] === after[start]) start += 1;
  let same = 0;
  while (same < shorter - start && before.at(-1 - same) === after.at(-1 - same)) same += 1;
  // Neither end lies within a surrogate pair or a line's end.
  while (start > 0 && /[\uD800-\uDBFF\r]/.test(before[start - 1] ?? '')) start -= 1;
  while (same > 0 && /[\uDC00-\uDFFF\n]/.test(before.at(-same) ?? '')) same -= 1;
  return { start, end: before.length - same, put: after.slice(start, after.length - same) };
}
