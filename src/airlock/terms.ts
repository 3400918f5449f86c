import { type Judged, ruledAction, type Terms } from '../decide/decide.ts';
import { compareActions } from '../decide/decision.ts';
import type { FileName } from '../decide/files.ts';
import { type Explained, explainFile } from '../decide/paths/explain.ts';
import {
  isNamed,
  keepsBack,
  type PathLayer,
  type PathPlace,
  type Ruling,
  rulingsOf,
} from '../decide/paths/verdict.ts';
import { deniedGlobs, denialOf, type Denial, type Placed, userRuleFor } from '../decide/user-rules.ts';
import { columnOf } from '../policy/column.ts';
import { addressName, type Destination } from '../policy/destination.ts';
import { matchesGlob } from '../policy/globs.ts';
import type { DataPolicy } from '../policy/resolve.ts';
import type { Route } from '../wire/route.ts';
import type { AirlockOptions, Demands } from './options.ts';
import type { Policies } from './policies.ts';

const NO_DEMANDS: Demands = { requirements: {}, rules: [] };
const NO_PATHS: readonly PathLayer[] = [];

/** What decisions are made by: the user's rules and requirements, asked for anew each time. */
export function createTerms(
  { demands = () => NO_DEMANDS }: Pick<AirlockOptions, 'demands'>,
  policies: Policies,
) {
  function placeOf(destination: Destination, policy: DataPolicy): PathPlace {
    return { names: namesOf(destination), isLocal: columnOf(policy).column === 'this-machine' };
  }

  /** Of a file with many findings it is asked for each. */
  const known = new WeakMap<readonly PathLayer[], WeakMap<FileName, readonly Ruling[]>>();

  function rulings(file: FileName): readonly Ruling[] {
    const { paths = NO_PATHS } = demands();
    const ofFiles = known.get(paths) ?? new WeakMap<FileName, readonly Ruling[]>();
    known.set(paths, ofFiles);
    const all = ofFiles.get(file) ?? rulingsOf(file, paths);
    ofFiles.set(file, all);
    return all;
  }

  function deniedBy(file: FileName, place: PathPlace | undefined): Denial | undefined {
    const ruling = rulings(file).find((one) => keepsBack(one, place, matchesGlob));
    return ruling
      ? { glob: ruling.glob, by: { is: 'path', ruling } }
      : denialOf(file, place?.names[0], demands().rules, matchesGlob);
  }

  function termsAt(destination: Destination, policy: DataPolicy): Terms {
    const { rules, raisedFrom, destinations = [] } = demands();
    const place = placeOf(destination, policy);
    const to = nameInRules(destination);
    const { column } = columnOf(policy);
    const ruleFor = (finding: Judged): Placed | undefined => userRuleFor(finding, to, rules, matchesGlob);
    return {
      column,
      misses: policies.missesOf(policy),
      // Nothing goes anywhere in a dry run that rehearses nobody.
      notAllowed: (policy.reason === 'dry-run' ? [] : destinations).filter(
        ({ globs }) => !isNamed(place.names, globs, matchesGlob),
      ),
      ruleFor(finding) {
        const own = ruleFor(finding);
        const severity = raisedFrom?.get(finding.kind);
        if (severity === undefined) return own;
        const unraised = ruleFor({ ...finding, severity });
        const milder = compareActions(
          ruledAction(finding, own, column),
          ruledAction(finding, unraised, column),
        );
        return milder < 0 ? unraised : own;
      },
      denialOf: (file) => deniedBy(file, place),
      redactedBy: (file) => rulings(file).find(({ effect }) => effect.does === 'redact'),
    };
  }

  return {
    /** What a decision about this route is made by. */
    termsOf: ({ destination }: Route, policy: DataPolicy): Terms => termsAt(destination, policy),
    /** A destination's policy, what is decided by there, and the globs of the files that are denied to it. */
    standingAt(destination: Destination): {
      readonly policy: DataPolicy;
      readonly terms: Terms;
      readonly denied: readonly string[];
    } {
      const policy = policies.policyFor(destination);
      const { rules, paths = [] } = demands();
      const place = placeOf(destination, policy);
      const byPath = paths
        .flatMap(({ byPlace }) => byPlace)
        .filter((ruling) => keepsBack(ruling, place, matchesGlob))
        .map(({ glob }) => glob);
      const denied = [...deniedGlobs(nameInRules(destination), rules, matchesGlob), ...byPath];
      return { policy, terms: termsAt(destination, policy), denied };
    },
    /** What denies a file where a route leads. */
    deniedAt({ destination }: Route, file: FileName): Denial | undefined {
      return deniedBy(file, placeOf(destination, policies.policyFor(destination)));
    },
    /** What denies a file wherever it would go; what is redacted here has no destination yet. */
    deniedAnywhere: (file: FileName): Denial | undefined => deniedBy(file, undefined),
    /** All that rules about paths say of a file. */
    rulingsOn: rulings,
    /** The same with all rules that are about a file and do not hold. */
    explainFile: (file: FileName): readonly Explained[] => explainFile(file, demands().paths ?? []),
  };
}

/**
 * All that a destination is called where lists name some: first as the user's rules do, then as it is written in the
 * settings, and by its host, which is no matter of what the user calls it.
 */
function namesOf(destination: Destination): readonly string[] {
  const to = destination.rehearses ?? destination;
  const { model, host } = to;
  return [nameInRules(destination), `${addressName(to)}/${model}`, `${host}/${model}`];
}

/** A destination as the user's rules name it. */
function nameInRules(destination: Destination): string {
  const { provider, model } = destination.rehearses ?? destination;
  return `${provider}/${model}`;
}
