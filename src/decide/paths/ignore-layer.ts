import type { Spelling } from '../files.ts';
import {
  ignoreChain,
  IgnoreFileTooCostly,
  type IgnoreVerdict,
  type PlacedIgnoreFile,
} from './ignore-chain.ts';
import { splitPath } from './path-names.ts';
import { orDenied, RuleTooCostly } from './too-costly.ts';
import type { PathLayer, Ruling } from './verdict.ts';
import type { Work } from './work.ts';

/** The ignore files of one name in a folder of a workspace. */
export interface IgnoreFilesOfFolder {
  /** All ways in which that folder is written, whole: as it was opened, and links followed. */
  readonly folders: readonly string[];
  readonly files: readonly PlacedIgnoreFile[];
}

/** What stands for the patterns that were not read. */
const UNREAD = '**';

/**
 * Ignore files of one name as one who says something of paths: what they ignore never leaves. Where one goes on beyond what
 * is read of it, it is taken to mean everything below its folder.
 */
export function ignoreLayer(all: readonly IgnoreFilesOfFolder[]): PathLayer {
  const chains = all.map(({ folders, files }) => ({
    roots: folders.map((folder) => splitPath(folder)),
    verdictOn: verdictsOf(files),
    unread: files.flatMap(({ folder, name, file: { beyond } }) =>
      beyond[0] === undefined
        ? []
        : [{ at: splitPath(folder), ruling: ruling(UNREAD, name, beyond[0].line) }],
    ),
  }));
  return {
    byPlace: [],
    matching: (spelling) =>
      orDenied((work) =>
        chains.flatMap(({ roots, verdictOn, unread }): Ruling[] => {
          const below = belowOneOf(roots, spelling);
          if (below === undefined) return [];
          const said = verdictOn(below.join('/'), work);
          const written = said?.written.trim() ?? '';
          const matched =
            said === undefined
              ? []
              : [ruling(written.replace(/^!/, ''), said.by.name, said.line, said.ignored ? 'deny' : 'allow')];
          const beyond = unread.find(({ at }) => at.names.every((name, i) => name === below[i]));
          return beyond === undefined ? matched : [...matched, beyond.ruling];
        }),
      ),
  };
}

function verdictsOf(
  files: readonly PlacedIgnoreFile[],
): (path: string, work: Work) => IgnoreVerdict | undefined {
  const chain = ignoreChain(files);
  return (path, work) => {
    try {
      return chain.verdictOn(path, work);
    } catch (error) {
      throw error instanceof IgnoreFileTooCostly
        ? new RuleTooCostly(ruling(UNREAD, error.by.name, 1))
        : error;
    }
  };
}

function ruling(glob: string, file: string, line: number, does: 'deny' | 'allow' = 'deny'): Ruling {
  return { glob, effect: { does }, source: { layer: 'ignore-file', file, line } };
}

/** The names from one of the folders on; undefined for what lies elsewhere. */
export function belowOneOf(
  folders: readonly ReturnType<typeof splitPath>[],
  { whole }: Spelling,
): readonly string[] | undefined {
  if (whole === undefined) return undefined;
  const { names, folded } = splitPath(whole);
  // Whether case counts is for the rules to say: the folder that is meant is the same.
  const folder = folders.find((one) => one.folded.every((name, i) => name === folded[i]));
  return folder === undefined ? undefined : names.slice(folder.names.length);
}
