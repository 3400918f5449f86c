import type { PatternProblem } from '../../detect/custom.ts';
import type { Span } from '../../policy/json-places.ts';
import type { ClauseFault } from '../../policy/read-clauses.ts';
import type { Clause } from '../../policy/requirements.ts';
import type { JsonProblem, JsonSlip } from '../../policy/tolerant-json.ts';
import type { PathProblem } from '../paths/path-rule.ts';
import type { PolicySource } from './source.ts';

/** What holds of a faulty place until it is mended. */
export type Reading =
  /** Nothing is sent from there: what it would tighten is not known. */
  | 'stops'
  /** It is read as the strictest it could mean. */
  | 'strictest'
  /** The files of that rule are denied. */
  | 'denied'
  /** All files below the folder of the file are denied. */
  | 'all-denied'
  /** Of what contradicts, the stricter holds. */
  | 'stricter'
  /** It is read as if the slip were not there. */
  | 'read-on'
  /** It would loosen, and has no effect. */
  | 'no-effect';

/** Why there is no text to read. */
export type UnreadProblem = 'too-large' | 'not-utf-8' | 'unreadable' | 'not-administrators';

/** Fields that hold a list. */
export type ListField =
  'terms' | 'domains' | 'internalPatterns' | 'secretPatterns' | 'paths' | 'destinations';

/** What is wrong, with what the sentence about it needs. It quotes no term and no pattern. */
export type TeamProblem =
  | { readonly id: UnreadProblem | JsonProblem | JsonSlip['problem'] | 'not-an-object' }
  /** The field is given only as far as it may be shown. */
  | { readonly id: 'unknown-field'; readonly field: string }
  | { readonly id: 'not-a-list'; readonly field: ListField }
  | { readonly id: 'too-many'; readonly field: ListField | 'testValues'; readonly most: number }
  | { readonly id: 'not-a-term' | 'not-a-domain' | 'not-a-pattern' | 'not-a-schema' }
  | { readonly id: 'bad-pattern'; readonly name: string; readonly why: PatternProblem }
  | { readonly id: Exclude<ClauseFault['problem'], 'wrong-clause'> }
  | { readonly id: 'wrong-clause'; readonly clause: Clause }
  | { readonly id: 'bad-path'; readonly why: PathProblem }
  | { readonly id: 'path-contradiction'; readonly line: number }
  | { readonly id: 'not-kinds' | 'not-a-severity' }
  | { readonly id: 'not-a-kind'; readonly kind: string }
  | { readonly id: 'not-a-destination' }
  | { readonly id: 'not-test-values' | 'not-a-salt' | 'not-a-hash' | 'test-values-not-here' }
  | { readonly id: 'not-settings' | 'settings-not-here' }
  | { readonly id: 'not-lockable'; readonly setting: string }
  | { readonly id: 'has-own-field'; readonly setting: string; readonly field: string }
  | { readonly id: 'wrong-setting'; readonly setting: string; readonly takes: string }
  | { readonly id: 'locked-setting'; readonly setting: string }
  | { readonly id: 'milder-clause'; readonly clause: Clause }
  | { readonly id: 'milder-kind'; readonly kind: string; readonly held: string }
  | { readonly id: 'nothing-to-take-back' };

/** Something wrong in a policy file. */
export interface TeamFault {
  readonly problem: TeamProblem;
  readonly reading: Reading;
  readonly at: Span;
  readonly source: PolicySource;
}

/** The fault without the file it is in. */
export type FaultInFile = Omit<TeamFault, 'source'>;

/** A name from a file, as far as it may be shown: on one line, and short. */
export function shownName(name: string): string {
  const plain = name.replace(/[\p{C}\p{Z}]+/gu, ' ').trim();
  return plain.length > 60 ? `${plain.slice(0, 59)}…` : plain;
}
