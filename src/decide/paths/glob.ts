import { matchesPath } from '../path-glob.ts';

/** Why a glob cannot be read. */
export type GlobProblem = 'empty' | 'too-long';

/** The longest glob, in UTF-16 code units. */
export const LONGEST_GLOB = 200;

/** A glob that has been read. */
export interface Glob {
  /** As it was written. */
  readonly written: string;
  /** Whether it is about a path; `/` or `\` between its names, case does not matter. */
  matches(path: string): boolean;
}

export type ParsedGlob =
  { readonly ok: true; readonly glob: Glob } | { readonly ok: false; readonly problem: GlobProblem };

/** Reads a glob; never throws. */
export function parseGlob(written: string): ParsedGlob {
  if (written.trim() === '') return { ok: false, problem: 'empty' };
  if (written.length > LONGEST_GLOB) return { ok: false, problem: 'too-long' };
  return { ok: true, glob: { written, matches: (path) => matchesPath(written, path) } };
}
