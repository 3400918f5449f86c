import type { Evidence } from '../finding.ts';
import { lengthInLine } from './escaped-line.ts';
import type { StructureHit } from './structure.ts';

/** A piece of a text; offsets are UTF-16 code units into the text, `end` is exclusive. */
export interface Piece {
  readonly start: number;
  readonly end: number;
  readonly value: string;
}

/** Matches a sticky pattern at an offset (UTF-16 code units) and nowhere else. */
export function matchAt(pattern: RegExp, text: string, at: number): RegExpExecArray | undefined {
  pattern.lastIndex = at;
  return pattern.exec(text) ?? undefined;
}

/** Where the match of a sticky pattern at an offset ends (UTF-16 code units); undefined where there is none. */
export function endOfMatch(pattern: RegExp, text: string, at: number): number | undefined {
  pattern.lastIndex = at;
  return pattern.test(text) ? pattern.lastIndex : undefined;
}

const QUOTE_AT_END = /["'`]$/;

/**
 * The value a sticky pattern finds at an offset: what its second group holds, where its first holds everything
 * before it; without quotes it ends where its line does, in a string as well. (Offsets are then sums of lengths; the `d`
 * flag costs several times as much.)
 */
export function valueAt(pattern: RegExp, text: string, at: number): Piece | undefined {
  const match = matchAt(pattern, text, at);
  const found = match?.[2];
  if (!match || found === undefined) return undefined;
  const lead = match[1] ?? '';
  const start = at + lead.length;
  const value = QUOTE_AT_END.test(lead) ? found : found.slice(0, lengthInLine(text, start, found));
  return value === '' ? undefined : { start, end: start + value.length, value };
}

/** At most `units` UTF-16 code units before an offset. */
export function before(text: string, at: number, units: number): string {
  return text.slice(Math.max(0, at - units), at);
}

/** At most `units` UTF-16 code units from an offset on. */
export function after(text: string, at: number, units: number): string {
  return text.slice(at, at + units);
}

/** What stands in the line of an offset before it, at most `units` UTF-16 code units of it. */
export function lineBefore(text: string, at: number, units: number): string {
  const stretch = before(text, at, units);
  return stretch.slice(stretch.lastIndexOf('\n') + 1);
}

/** The command that an offset stands in, from its beginning on: behind `;`, `|`, or a line that is not continued. */
export function commandBefore(text: string, at: number): string {
  const stretch = before(text, at, 600).replace(/[\\^`]\r?\n/g, ' ');
  const start = Math.max(stretch.lastIndexOf('\n'), stretch.lastIndexOf(';'), stretch.lastIndexOf('|'));
  return stretch.slice(start + 1);
}

const LINE_END = /[\r\n]/;

/** What stands in the line of an offset from it on, at most `units` UTF-16 code units of it. */
export function lineAfter(text: string, at: number, units: number): string {
  const stretch = after(text, at, units);
  const end = stretch.search(LINE_END);
  return end < 0 ? stretch : stretch.slice(0, end);
}

/** A hit over a piece. */
export function hit(kind: string, piece: { start: number; end: number }, evidence: Evidence): StructureHit {
  return { kind, start: piece.start, end: piece.end, evidence };
}

/** What several places in a row are worth when none of them holds anything. */
export const NOTHING: readonly StructureHit[] = [];
