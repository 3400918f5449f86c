import { type FileName, type Spelling, spellingsOf } from '../files.ts';
import type { PathLayer, Ruling } from './verdict.ts';

/** A rule that is about a file, and whether it holds. */
export interface Explained {
  readonly ruling: Ruling;
  /** Where not, a later rule of the same list says something else. */
  readonly holds: boolean;
  /** Under which of its names the file was met; undefined for the one it was named by. */
  readonly by: Spelling | undefined;
}

/**
 * Every rule that says something of a file, those that keep it back first, then those that let it go again, then the others
 * in their order behind the one that overrode them. One that lets go again what nothing before it kept back says nothing.
 */
export function explainFile(file: FileName, layers: readonly PathLayer[]): readonly Explained[] {
  const all = spellingsOf(file).flatMap((spelling, i) =>
    layers.flatMap((layer) => {
      const matching = layer.matching(spelling);
      const first = matching.findIndex(({ effect }) => effect.does !== 'allow');
      const saying = first < 0 ? [] : matching.slice(first);
      return saying
        .map((ruling, at): Explained => ({
          ruling,
          holds: at === saying.length - 1,
          by: i === 0 ? undefined : spelling,
        }))
        .toReversed();
    }),
  );
  const holding = all.filter(({ holds }) => holds);
  const keeps = ({ ruling }: Explained): boolean => ruling.effect.does !== 'allow';
  return [
    ...holding.filter(keeps),
    ...holding.filter((one) => !keeps(one)),
    ...all.filter(({ holds }) => !holds),
  ];
}
