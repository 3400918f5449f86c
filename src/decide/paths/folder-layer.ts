import { belowOneOf } from './ignore-layer.ts';
import { splitPath } from './path-names.ts';
import { orDenied } from './too-costly.ts';
import { type PathLayer, ruleList, type SourcedRule } from './verdict.ts';

/** The rules of a policy file, which are about what lies below its folder. */
export interface FolderRules {
  /** All ways in which the folder is written, whole: as it was opened, and links followed. */
  readonly folders: readonly string[];
  readonly rules: readonly SourcedRule[];
}

/**
 * The rules of the folders of a workspace as one who says something of paths: what stands in the nearer folder comes
 * later, so that it counts.
 * @param all outermost first
 */
export function foldersLayer(all: readonly FolderRules[], ignoresCase: boolean): PathLayer {
  const lists = all.map(({ folders, rules }) => ({
    roots: folders.map((folder) => splitPath(folder)),
    list: ruleList(rules, ignoresCase),
  }));
  return {
    byPlace: lists.flatMap(({ list }) => list.byPlace),
    matching: (spelling) =>
      orDenied((work) =>
        lists.flatMap(({ roots, list }) => {
          const below = belowOneOf(roots, spelling);
          return below === undefined ? [] : list.matchingWithin({ path: below.join('/') }, work);
        }),
      ),
  };
}
