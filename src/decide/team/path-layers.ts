import { DEFAULT_PATHS } from '../paths/default-paths.ts';
import { foldersLayer } from '../paths/folder-layer.ts';
import type { PathRule } from '../paths/path-rule.ts';
import { listLayer, type PathLayer, type RuleSource, type SourcedRule } from '../paths/verdict.ts';
import type { PolicySource } from './source.ts';
import type { StatedPathRule } from './stated-paths.ts';
import type { TeamInForce } from './tighten.ts';

/** What is said of paths in a window, by whom. */
export interface SaidOfPaths {
  /** The user's own rules; they alone take back what is built in. */
  readonly own: readonly PathRule[];
  /** One for each name of ignore files that is honoured. */
  readonly ignored: readonly PathLayer[];
  readonly team: Pick<TeamInForce, 'paths'>;
  /** All ways in which the folder of a policy file is written, whole: as it was opened, and links followed. */
  readonly foldersOf: (source: PolicySource) => readonly string[];
  /** Whether the file system does. */
  readonly ignoresCase: boolean;
}

/** All who say something of paths: none of them takes back what another says, so that nothing but the user's list loosens. */
export function pathLayers({
  own,
  ignored,
  team,
  foldersOf,
  ignoresCase,
}: SaidOfPaths): readonly PathLayer[] {
  const user: RuleSource = { layer: 'user' };
  const ofFolders = team.paths.filter(({ source }) => source.by === 'repository');
  const ofOrganisation = team.paths.filter(({ source }) => source.by === 'organisation');
  return [
    listLayer(
      [
        ...DEFAULT_PATHS.map((rule): SourcedRule => ({ rule, source: { layer: 'built-in' } })),
        ...own.map((rule) => ({ rule, source: user })),
      ],
      ignoresCase,
    ),
    ...ignored,
    foldersLayer(
      ofFolders.map(({ source, rules }) => ({ folders: foldersOf(source), rules: sourced(source, rules) })),
      ignoresCase,
    ),
    ...ofOrganisation.map(({ source, rules }) => listLayer(sourced(source, rules), ignoresCase)),
  ];
}

/** Who says what a policy file does. */
export function ruleSourceOf({ by, file }: PolicySource, line?: number): RuleSource {
  const layer = by === 'organisation' ? 'organisation' : 'folder';
  return { layer, file, ...(line !== undefined && { line }) };
}

function sourced(source: PolicySource, rules: readonly StatedPathRule[]): readonly SourcedRule[] {
  return rules.map((rule) => ({ rule, source: ruleSourceOf(source, rule.at.start.line) }));
}
