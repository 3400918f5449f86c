import type { Glob, Manner } from './glob.ts';
import type { PathNames } from './path-names.ts';
import { SequenceIndex } from './sequence-index.ts';
import { TooMuchWork, type Work } from './work.ts';

/** A glob, and how paths are matched with it. */
export interface GlobInManner {
  readonly glob: Glob;
  readonly manner: Manner;
}

/** A path was not compared with all globs of a list. */
export class ListTooCostly extends TooMuchWork {
  /** The place in the list of what took longest. */
  readonly costliest: number;

  constructor(costliest: number) {
    super();
    this.costliest = costliest;
  }
}

/**
 * Many globs, for many paths.
 * @returns of a path the places in the list of those that are about it, in their order; throws `ListTooCostly`.
 */
export function globList(
  globs: readonly GlobInManner[],
): (names: PathNames, work: Work) => readonly number[] {
  const index = new SequenceIndex(globs.map(({ glob, manner }) => glob.sequences(manner)));
  return (names, work) => {
    let costliest = 0;
    let most = -1;
    let now = 0;
    let before = work.spent;
    const noteCost = (): void => {
      if (work.spent - before > most) [costliest, most] = [now, work.spent - before];
    };
    try {
      return index.candidates(names, work).filter((i) => {
        [now, before] = [i, work.spent];
        const isAbout = globs[i]?.glob.matchesNames(names, globs[i].manner, work) === true;
        noteCost();
        return isAbout;
      });
    } catch (error) {
      if (!(error instanceof TooMuchWork)) throw error;
      noteCost();
      throw new ListTooCostly(costliest);
    }
  };
}
