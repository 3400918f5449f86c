import type { Glob, Manner } from './glob.ts';
import type { PathNames } from './path-names.ts';
import { SequenceIndex } from './sequence-index.ts';

/** A glob, and how paths are matched with it. */
export interface GlobInManner {
  readonly glob: Glob;
  readonly manner: Manner;
}

/**
 * Many globs, for many paths.
 * @returns of a path the places in the list of those that are about it, in their order.
 */
export function globList(globs: readonly GlobInManner[]): (names: PathNames) => readonly number[] {
  const index = new SequenceIndex(globs.map(({ glob, manner }) => glob.sequences(manner)));
  return (names) =>
    index.candidates(names).filter((i) => {
      const one = globs[i];
      return one?.glob.matchesNames(names, one.manner);
    });
}
