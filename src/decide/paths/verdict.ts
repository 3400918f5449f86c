/** What the rules about paths say of a file. */
import { type FileName, spellingsOf, type Spelling } from '../files.ts';
import { globList, ListTooCostly } from './glob-list.ts';
import { splitPath } from './path-names.ts';
import type { PathEffect, PathRule } from './path-rule.ts';
import { orDenied, RuleTooCostly } from './too-costly.ts';
import type { Work } from './work.ts';

/** A rule, and who says it. */
export interface SourcedRule {
  readonly rule: PathRule;
  readonly source: RuleSource;
}

/** Who says it. */
export interface RuleSource {
  /** From the weakest word to the strongest; none can take back what another says. */
  readonly layer: 'built-in' | 'user' | 'ignore-file' | 'folder' | 'organisation';
  /** The file it stands in, as people read it; left out for what is built in and for the user's settings. */
  readonly file?: string;
  /** From 1. */
  readonly line?: number;
}

/** A rule that is about a file, in plain data. */
export interface Ruling {
  /** What it says of paths, as it was written. */
  readonly glob: string;
  readonly effect: PathEffect;
  readonly source: RuleSource;
  /** The file is denied since it takes too long to compare it with the rules, with this one longest. */
  readonly isTooCostly?: true;
}

/** One who says something of paths. */
export interface PathLayer {
  /** What it says that is not the same everywhere: what goes to some places and not to others. */
  readonly byPlace: readonly Ruling[];
  /** All that it says of a file, in its order: the last counts, and it may be that the file is allowed again. */
  matching(spelling: Spelling): readonly Ruling[];
}

type MatchesGlob = (glob: string, text: string) => boolean;

/** Whether one of the names of a destination is on a list of globs. */
export function isNamed(
  names: readonly string[],
  globs: readonly string[],
  matchesGlob: MatchesGlob,
): boolean {
  return globs.some((glob) => names.some((name) => matchesGlob(glob, name)));
}

/** Where a file would go, as far as rules about paths care. */
export interface PathPlace {
  /** All that the destination is called: `openai-api/gpt-5`, `openai/gpt-5`, `api.openai.com/gpt-5`. */
  readonly names: readonly string[];
  /** Whether that is on this machine. */
  readonly isLocal: boolean;
}

const BY_PLACE: ReadonlySet<PathEffect['does']> = new Set(['local', 'destinations']);

/** A list of rules beside others: what it costs to compare a file with it is counted together with theirs. */
export interface RuleList {
  readonly byPlace: readonly Ruling[];
  /** Throws `RuleTooCostly`. */
  matchingWithin(spelling: Spelling, work: Work): readonly Ruling[];
}

/** A list of rules, of which the last that is about a file counts, see `ruleList`. */
export function listLayer(rules: readonly SourcedRule[], ignoresCase = false): PathLayer {
  const { byPlace, matchingWithin } = ruleList(rules, ignoresCase);
  return { byPlace, matching: (spelling) => orDenied((work) => matchingWithin(spelling, work)) };
}

/**
 * A list of rules, of which the last that is about a file counts.
 *
 * One that keeps it back is about it wherever on the way to the file its glob begins to fit, whatever the case; one that
 * lets it go again only from the folder that is worked in, so that nothing is let go for where that folder lies.
 * @param ignoresCase whether the file system does; otherwise only the file of that very name is let go again.
 */
export function ruleList(rules: readonly SourcedRule[], ignoresCase: boolean): RuleList {
  const rulings = rules.map(({ rule, source }): Ruling => ({
    glob: rule.glob.written,
    effect: rule.effect,
    source,
  }));
  const here = ignoresCase ? 'here-any-case' : 'here';
  const isAbout = globList(
    rules.map(({ rule: { glob, effect } }) => ({
      glob,
      manner: effect.does === 'allow' ? here : 'anywhere',
    })),
  );
  return {
    byPlace: rulings.filter(({ effect }) => BY_PLACE.has(effect.does)),
    matchingWithin({ path, whole }, work) {
      try {
        const named = new Set(isAbout(splitPath(path), work));
        const below = new Set(whole === undefined ? [] : isAbout(splitPath(whole), work));
        return rulings.filter(
          (ruling, i) => named.has(i) || (below.has(i) && ruling.effect.does !== 'allow'),
        );
      } catch (error) {
        const ruling = error instanceof ListTooCostly ? rulings[error.costliest] : undefined;
        throw ruling ? new RuleTooCostly(ruling) : error;
      }
    },
  };
}

/** What holds for a file: of each layer the last word on each of its spellings. Nothing where it is free to go. */
export function rulingsOf(file: FileName, layers: readonly PathLayer[]): readonly Ruling[] {
  return spellingsOf(file).flatMap((spelling) =>
    layers.flatMap((layer) => {
      const last = layer.matching(spelling).at(-1);
      return last === undefined || last.effect.does === 'allow' ? [] : [last];
    }),
  );
}

/**
 * Whether a ruling keeps a file from going somewhere.
 * @param place undefined where it is not known: then only what never leaves is kept.
 */
export function keepsBack(
  { effect }: Ruling,
  place: PathPlace | undefined,
  matchesGlob: MatchesGlob,
): boolean {
  switch (effect.does) {
    case 'deny':
      return true;
    case 'local':
      return place !== undefined && !place.isLocal;
    case 'destinations':
      return place !== undefined && !isNamed(place.names, effect.destinations, matchesGlob);
    case 'redact':
    case 'allow':
      return false;
  }
}
