/** Policy files of repositories and of an organisation: what they demand, and what holds then. */
import {
  decodePolicy,
  type PolicyText,
  readPolicyFile,
  type TeamPolicy,
} from '../decide/team/policy-file.ts';
import type { PolicySource } from '../decide/team/source.ts';
import {
  type DemandedDestinations,
  excludedBy,
  type OwnValues,
  type TeamInForce,
  tighten,
} from '../decide/team/tighten.ts';
import { matchesGlob } from '../policy/globs.ts';
import { CLAUSES, readClauses } from '../policy/read-clauses.ts';
import { isMilder, stricterClauses } from '../policy/stricter-clauses.ts';
import { readTolerantJson } from '../policy/tolerant-json.ts';

/**
 * What a policy file demands, with its faults. It never throws.
 * @param content its bytes, or its text; or why there is none. A file that is not there is none: leave it out.
 */
export function readTeamPolicy(content: PolicyText | Uint8Array, source: PolicySource): TeamPolicy {
  const text = content instanceof Uint8Array ? decodePolicy(content) : content;
  return readPolicyFile(text, source, {
    json: readTolerantJson,
    clauses: readClauses,
    stricter: stricterClauses,
  });
}

/** What is in force in a window: the user's own, tightened by every file, in whatever order they come. */
export function inForceOf(own: OwnValues, policies: readonly TeamPolicy[]): TeamInForce {
  return tighten(own, policies, { clauses: CLAUSES, stricter: stricterClauses, isMilder });
}

/**
 * The list that keeps a destination from being sent to; undefined where none does.
 * @param destination as it is written in settings: `openai/gpt-5`.
 */
export function excludingList(
  destination: string,
  { destinations }: Pick<TeamInForce, 'destinations'>,
): DemandedDestinations | undefined {
  return excludedBy(destination, destinations, matchesGlob);
}
