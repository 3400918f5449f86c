import { readTeamPolicy } from '../../../../src/airlock/team-policy.ts';
import type { TeamPolicy } from '../../../../src/decide/team/policy-file.ts';
import type { PolicySource } from '../../../../src/decide/team/source.ts';

/** A file in a folder of a workspace; the organisation's where none is named. */
export function sourceIn(folder?: string): PolicySource {
  return folder === undefined
    ? { by: 'organisation', file: '/etc/prompt-airlock/policy.json', folder: '' }
    : { by: 'repository', file: `${folder.slice(1)}/.promptairlock.json`, folder };
}

/** A policy as a file has it: a text as it stands, anything else written as JSON. */
export function policy(written: unknown, folder?: string): TeamPolicy {
  return readTeamPolicy(typeof written === 'string' ? written : JSON.stringify(written), sourceIn(folder));
}

/** Each fault: what, how it is read, and where. */
export function told({ faults }: Pick<TeamPolicy, 'faults'>): string[] {
  return faults.map(
    ({ problem, reading, at: { start } }) => `${problem.id} ${reading} ${start.line}:${start.column}`,
  );
}
