import type { Finding } from '../detect/finding.ts';

/** What a file is called, as far as it is known. */
export interface FileName {
  /** From the folder that is worked in, where the file lies there; otherwise whole. People read this one. */
  readonly path: string;
  /** From the root of the file system: as it was named and, where that differs and can be known, links followed. */
  readonly whole?: readonly string[];
  /** Where links lead, from the folder that is worked in; left out where they lead elsewhere, or there are none. */
  readonly followed?: string;
}

/** One way to write where a file lies. */
export interface Spelling {
  /** From the folder that is worked in, where it lies there; otherwise whole. */
  readonly path: string;
  readonly whole?: string;
}

/** All ways in which a file is written: as it was named, and with links followed. */
export function spellingsOf({ path, whole = [], followed }: FileName): readonly Spelling[] {
  const [named, ...others] = whole;
  return [
    { path, ...(named !== undefined && { whole: named }) },
    ...others.map((one) => ({ path: followed ?? one, whole: one })),
  ];
}

/** A piece of a text that came from a file; offsets are UTF-16 code units, `end` exclusive. */
export interface FilePart {
  readonly start: number;
  readonly end: number;
  readonly file: FileName;
  /** Named by the text alone: for such a file nothing is let go. */
  readonly isQuoted?: boolean;
}

/** The files that a finding came from. */
export interface Origin {
  /** Those it lies in wholly. */
  readonly within: readonly FileName[];
  /** Those that any of it lies in. */
  readonly touched: readonly FileName[];
}

/** The part that is a whole text. */
export function wholeOf(text: string, file: FileName): FilePart {
  return { start: 0, end: text.length, file };
}

/** Where a finding came from; undefined where none of it is from a file. */
export function originIn(
  parts: readonly FilePart[],
  { start, end }: Pick<Finding, 'start' | 'end'>,
): Origin | undefined {
  const touched = parts.filter((part) => part.start < end && start < part.end);
  if (touched.length === 0) return undefined;
  const within = touched.filter((part) => part.isQuoted !== true && part.start <= start && end <= part.end);
  return { within: within.map(({ file }) => file), touched: touched.map(({ file }) => file) };
}
