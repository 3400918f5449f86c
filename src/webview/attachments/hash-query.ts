/** What is typed behind `#`; offsets are UTF-16 code units. */
export interface HashQuery {
  /** Where the `#` stands. */
  readonly start: number;
  readonly end: number;
  /** What stands behind it up to the caret. */
  readonly text: string;
}

/** A longer one is no name that anybody types. */
const LONGEST = 120;

/**
 * What the caret stands in that begins with `#`: at the beginning of a word, without a space in it. A number alone is
 * one of an issue, and a second `#` makes a heading of it.
 */
export function hashAt(text: string, caret: number): HashQuery | undefined {
  const from = Math.max(0, caret - LONGEST - 1);
  const before = text.slice(from, caret);
  const at = before.lastIndexOf('#');
  if (at < 0 || (at === 0 && from > 0)) return undefined;
  const typed = before.slice(at + 1);
  if (/\s/.test(typed) || /^\d+$/.test(typed)) return undefined;
  if (at > 0 && !/[\s([{"'`,;:]/.test(before[at - 1] ?? '')) return undefined;
  return { start: from + at, end: caret, text: typed };
}
