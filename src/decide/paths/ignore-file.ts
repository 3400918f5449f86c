import { type IgnorePattern, readIgnorePattern } from './ignore-pattern.ts';
import { matchesSequence } from './name-sequence.ts';
import { type PathNames, splitPath } from './path-names.ts';
import { SequenceIndex } from './sequence-index.ts';
import { Work } from './work.ts';

/** Names of files that say by the rules of `.gitignore` what is to be left alone, and by whom they are read. */
export const IGNORE_FILES = [
  '.gitignore',
  '.aiexclude',
  '.aiignore',
  '.codeiumignore',
  '.copilotignore',
  '.cursorignore',
  '.geminiignore',
] as const;
export type IgnoreFileName = (typeof IGNORE_FILES)[number];

/** What of such a file is read, in UTF-16 code units; beyond it nobody wrote a line by hand. */
export const IGNORE_LIMITS = { file: 512 * 1024, patterns: 2_000, pattern: 300 } as const;

/** The line of an ignore file that is about a path. */
export interface IgnoreMatch {
  /** From 1. */
  readonly line: number;
  /** The line as it stands there. */
  readonly written: string;
  /** False where it takes back what others say. */
  readonly ignored: boolean;
}

/** What was not read, and from which line on. */
export interface BeyondLimit {
  /** From 1; of a pattern that is too long this line alone, otherwise all from there. */
  readonly line: number;
  readonly why: 'file-too-long' | 'too-many-patterns' | 'pattern-too-long';
}

/** An ignore file that has been read. */
export interface IgnoreFile {
  readonly ignoresCase: boolean;
  /** What was left unread; whoever decides by the file takes that for whatever is stricter. */
  readonly beyond: readonly BeyondLimit[];
  /**
   * The last line that is about a path below the folder the file lies in. It does not look at the folders on the way:
   * see `ignoreChain`.
   */
  match(path: string, isFolder: boolean, work?: Work): IgnoreMatch | undefined;
  /** The same for a path that was taken apart. Throws where that takes more steps than there are. */
  matchNames(names: PathNames, isFolder: boolean, work: Work): IgnoreMatch | undefined;
}

interface Line extends IgnorePattern {
  readonly match: IgnoreMatch;
}

/**
 * Reads a file of patterns as Git reads `.gitignore`; never throws.
 * @param ignoresCase whether the file system does.
 */
export function readIgnoreFile(text: string, ignoresCase: boolean): IgnoreFile {
  const { lines, beyond } = linesOf(text);
  const index = new SequenceIndex(lines.map(({ sequence }) => (sequence ? [sequence] : [])));
  const matchNames = (names: PathNames, isFolder: boolean, work: Work): IgnoreMatch | undefined => {
    const last = index.candidates(names, work).findLast((i) => {
      const { sequence, isFolderOnly } = lines[i] ?? {};
      if (!sequence || (isFolderOnly && !isFolder)) return false;
      return matchesSequence(sequence, ignoresCase ? names.folded : names.names, ignoresCase, work);
    });
    return last === undefined ? undefined : lines[last]?.match;
  };
  return {
    ignoresCase,
    beyond,
    matchNames,
    match: (path, isFolder, work = Work.unbounded()) => matchNames(splitPath(path), isFolder, work),
  };
}

function linesOf(text: string): { readonly lines: readonly Line[]; readonly beyond: readonly BeyondLimit[] } {
  const lines: Line[] = [];
  const beyond: BeyondLimit[] = [];
  let at = text.startsWith('\ufeff') ? 1 : 0;
  for (let line = 1; at < text.length; line++) {
    const lineFeed = text.indexOf('\n', at);
    const end = lineFeed < 0 ? text.length : lineFeed;
    if (end > IGNORE_LIMITS.file) {
      beyond.push({ line, why: 'file-too-long' });
      break;
    }
    const written = text.slice(at, text[end - 1] === '\r' && end > at ? end - 1 : end);
    at = end + 1;
    if (written.length > IGNORE_LIMITS.pattern) {
      if (!written.startsWith('#')) beyond.push({ line, why: 'pattern-too-long' });
      continue;
    }
    const pattern = readIgnorePattern(written);
    if (!pattern) continue;
    if (lines.length >= IGNORE_LIMITS.patterns) {
      beyond.push({ line, why: 'too-many-patterns' });
      break;
    }
    lines.push({ ...pattern, match: { line, written, ignored: !pattern.isTakenBack } });
  }
  return { lines, beyond };
}
