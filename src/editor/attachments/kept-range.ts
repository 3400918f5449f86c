/** A range of a document that is edited on: it goes with its text. */
import type { Range } from '../../redact/origin.ts';

/** A piece of a text that was replaced by another; offsets are UTF-16 code units of the text before. */
export interface Edit extends Range {
  /** Length of what stands there now. */
  readonly length: number;
}

/**
 * Where a range is after one edit: moved by what was changed before it, grown by what was changed in it, cut where an
 * edit goes over its border. What is put in at its very edges is not of it.
 */
export function rangeAfter(range: Range, edit: Edit): Range {
  const by = edit.length - (edit.end - edit.start);
  if (edit.end <= range.start) return { start: range.start + by, end: range.end + by };
  if (edit.start >= range.end) return range;
  if (edit.start >= range.start && edit.end <= range.end) return { start: range.start, end: range.end + by };
  if (edit.start < range.start && edit.end > range.end)
    return { start: edit.start, end: edit.start + edit.length };
  if (edit.start < range.start) return { start: edit.start + edit.length, end: range.end + by };
  return { start: range.start, end: edit.start };
}
