import { readSet } from './char-set.ts';
import { namePattern, type Piece } from './name-pattern.ts';
import type { NameSequence } from './name-sequence.ts';

/** A line of an ignore file that says something of paths. */
export interface IgnorePattern {
  /** Undefined where it fits nothing, as with a set that has no end. */
  readonly sequence: NameSequence | undefined;
  /** Whether it takes back what lines before it say: `!keep.log`. */
  readonly isTakenBack: boolean;
  /** Whether it is about folders only: `build/`. */
  readonly isFolderOnly: boolean;
}

/**
 * Reads a line as Git does; undefined for an empty one and for a comment.
 *
 * A slash anywhere but at the end binds it to the folder of the file; otherwise it is about a name wherever it lies. `\`
 * takes the meaning of any character that follows, a space at the end of the line too. Braces mean nothing. Where Git
 * counts bytes, `?` and sets stand for one character here.
 */
export function readIgnorePattern(line: string): IgnorePattern | undefined {
  if (line.startsWith('#')) return undefined;
  const trimmed = withoutSpaces(line);
  if (trimmed === '') return undefined;
  const isTakenBack = trimmed.startsWith('!');
  const start = isTakenBack ? 1 : 0;
  const isFolderOnly = trimmed.length > start && trimmed.endsWith('/');
  const written = trimmed.slice(start, isFolderOnly ? -1 : undefined);
  return { sequence: sequenceOf(written), isTakenBack, isFolderOnly };
}

/** Without the spaces at its end, but for those after a `\`. */
function withoutSpaces(line: string): string {
  let end = 0;
  for (let at = 0; at < line.length; at++) {
    if (line[at] === ' ') continue;
    if (line[at] === '\\') at += 1;
    end = at + 1;
  }
  return line.slice(0, end);
}

function sequenceOf(written: string): NameSequence | undefined {
  const isBound = written.includes('/');
  const names = namesOf(written);
  if (!names) return undefined;
  if (isBound && names[0]?.length === 0) names.shift();
  if (names.length === 0 || names.some((name) => name.length === 0)) return undefined;
  const sequence = names.map((name) => (isBound && isFolders(name) ? '**' : namePattern(name)));
  if (!isBound) sequence.unshift('**');
  // All that is in a folder is not the folder.
  if (sequence.at(-1) === '**') sequence.push(namePattern([{ is: 'any' }]));
  return sequence;
}

/** The names of a pattern in pieces; undefined where it cannot fit anything. */
function namesOf(written: string): Piece[][] | undefined {
  const names: Piece[][] = [[]];
  for (let at = 0; at < written.length;) {
    const sign = written[at] ?? '';
    if (sign === '[') {
      const read = readSet(written, at);
      if (read.is !== 'read') return undefined;
      names.at(-1)?.push({ is: 'set', set: read.set });
      at = read.end;
      continue;
    }
    const isEscaped = sign === '\\';
    const text = isEscaped ? written[at + 1] : sign;
    if (text === undefined) return undefined;
    if (text === '/') names.push([]);
    else names.at(-1)?.push(isEscaped ? { is: 'text', text } : pieceOf(text));
    at += isEscaped ? 2 : 1;
  }
  return names;
}

function pieceOf(sign: string): Piece {
  if (sign === '*') return { is: 'any' };
  return sign === '?' ? { is: 'one' } : { is: 'text', text: sign };
}

function isFolders(name: readonly Piece[]): boolean {
  return name.length > 1 && name.every(({ is }) => is === 'any');
}
