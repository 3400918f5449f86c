import type { Terms } from '../decide/decide.ts';
import type { FileName } from '../decide/files.ts';
import { deniedGlobs, denialOf, type Placed, userRuleFor } from '../decide/user-rules.ts';
import { columnOf } from '../policy/column.ts';
import type { Destination } from '../policy/destination.ts';
import { matchesGlob } from '../policy/globs.ts';
import type { DataPolicy } from '../policy/resolve.ts';
import type { Route } from '../wire/route.ts';
import type { AirlockOptions } from './options.ts';
import type { Policies } from './policies.ts';

/** What decisions are made by: the user's rules and requirements, asked for anew each time. */
export function createTerms({ demands }: Pick<AirlockOptions, 'demands'>, policies: Policies) {
  function termsAt(destination: Destination, policy: DataPolicy): Terms {
    const rules = demands?.().rules ?? [];
    const to = nameInRules(destination);
    return {
      column: columnOf(policy).column,
      misses: policies.missesOf(policy),
      ruleFor: (finding) => userRuleFor(finding, to, rules, matchesGlob),
      denialOf: (file) => denialOf(file, to, rules, matchesGlob),
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
      const denied = deniedGlobs(nameInRules(destination), demands?.().rules ?? [], matchesGlob);
      return { policy, terms: termsAt(destination, policy), denied };
    },
    /** The user's rule that denies a file where a route leads. */
    deniedAt({ destination }: Route, file: FileName): Placed | undefined {
      return denialOf(file, nameInRules(destination), demands?.().rules ?? [], matchesGlob);
    },
    /** The user's rule that denies a file wherever it would go; what is redacted here has no destination yet. */
    deniedAnywhere(file: FileName): Placed | undefined {
      return denialOf(file, undefined, demands?.().rules ?? [], matchesGlob);
    },
  };
}

/** A destination as the user's rules name it. */
function nameInRules(destination: Destination): string {
  const { provider, model } = destination.rehearses ?? destination;
  return `${provider}/${model}`;
}
