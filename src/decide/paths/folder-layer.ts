import { belowOneOf } from './ignore-layer.ts';
import { splitPath } from './path-names.ts';
import { listLayer, type PathLayer, type SourcedRule } from './verdict.ts';

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
  const layers = all.map(({ folders, rules }) => ({
    roots: folders.map((folder) => splitPath(folder)),
    layer: listLayer(rules, ignoresCase),
  }));
  return {
    byPlace: layers.flatMap(({ layer }) => layer.byPlace),
    matching: (spelling) =>
      layers.flatMap(({ roots, layer }) => {
        const below = belowOneOf(roots, spelling);
        return below === undefined ? [] : layer.matching({ path: below.join('/') });
      }),
  };
}
