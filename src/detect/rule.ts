import type { Detector } from './detector.ts';
import { type Survey, surveyWithoutLiterals } from './survey/survey.ts';
import type { Evidence, TableMark } from './finding.ts';

/** A place a rule of our own reports; offsets are UTF-16 code units into the content it was given. */
export interface RuleHit {
  /** Key of the table in `kinds.ts`. */
  readonly kind: string;
  readonly start: number;
  readonly end: number;
  readonly evidence: Evidence;
  /** Where it is a cell of a table. */
  readonly table?: TableMark;
}

/** What a rule of our own is made of. */
export interface RuleDefinition {
  /** Id without our scope, such as `email`. */
  readonly id: string;
  readonly kinds: readonly string[];
  /** Must take time linear in the content; `survey` says where in it something may stand. */
  find(content: string, survey: Survey): Iterable<RuleHit>;
}

/** The scope all our rules stand under. */
export const OWN_SCOPE = '@prompt-airlock/';

/** A rule of our own as a detector. */
export function ruleDetector(definition: RuleDefinition): Detector {
  return {
    id: OWN_SCOPE + definition.id,
    find: (content, survey = surveyWithoutLiterals(content)) => definition.find(content, survey),
  };
}
