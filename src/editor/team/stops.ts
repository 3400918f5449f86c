import type { AllowedDestinations } from '../../decide/decision.ts';
import { ruleSourceOf } from '../../decide/team/path-layers.ts';
import { POLICY_FILE } from '../../decide/team/policy-file.ts';
import type { TeamInForce } from '../../decide/team/tighten.ts';
import { teamFaultText } from '../../sentences/team-policy.ts';
import type { Translate } from '../../sentences/translate.ts';

type Team = Pick<TeamInForce, 'stoppedBy' | 'faults'>;

/**
 * Why nothing may be sent from a window, if so.
 * @param isIncomplete whether a policy file or an ignore file may not have been read.
 */
export function stopText(
  { stoppedBy, faults }: Team,
  isIncomplete: boolean,
  t: Translate,
): string | undefined {
  if (isIncomplete)
    return t(
      'Not all policy files and ignore files of this workspace could be read: there are too many, or the search for them failed. Nothing is sent until they can be.',
    );
  const fault = faults.find(({ reading }) => reading === 'stops');
  if (stoppedBy.length === 0 || !fault) return undefined;
  const { line, column } = fault.at.start;
  return `${fault.source.file}:${line}:${column}: ${teamFaultText(fault, t)}`;
}

/** Where nobody can say what a file demands, nothing is allowed: whoever does not ask for the text is kept back as well. */
export function stopsOf({ stoppedBy }: Team, isIncomplete: boolean): readonly AllowedDestinations[] {
  if (isIncomplete) return [{ globs: [], source: { layer: 'folder', file: POLICY_FILE } }];
  return stoppedBy.map((source) => ({ globs: [], source: ruleSourceOf(source) }));
}
