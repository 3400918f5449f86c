import type { PatternProblem } from '../detect/custom.ts';
import type { Translate } from './translate.ts';

/** Why a pattern of the user's own is not used, and what to change. */
export function patternProblem(name: string, problem: PatternProblem, t: Translate): string {
  switch (problem) {
    case 'not-a-pattern':
      return t('The pattern {0} is no regular expression.', name);
    case 'matches-nothing-at-all':
      return t(
        'The pattern {0} also matches where nothing is; make it ask for at least one character.',
        name,
      );
    case 'catastrophic':
      return t(
        'The pattern {0} repeats what repeats, which can take forever on some texts; write it without a repetition inside a repetition.',
        name,
      );
  }
}
