import type { Decision } from '../../decide/decision.ts';
import type { DataPolicy } from '../../policy/resolve.ts';
import { reasonGroups } from '../../sentences/decision.ts';
import type { Translate } from '../../sentences/translate.ts';
import type { Block, Line } from './blocks.ts';
import { cited } from './cited.ts';

/** More reasons than these are only counted. */
const MOST_REASONS = 12;

/** Why it was decided so: each reason with the fact it rests on and where that is written. */
export function reasonBlocks(decision: Decision, policy: DataPolicy, t: Translate): readonly Block[] {
  const groups = reasonGroups(decision, policy, t);
  if (groups.length === 0) return [];
  const lines = groups.slice(0, MOST_REASONS).map(({ outcome, text, source, citations }): Line => {
    const why = citations.length > 0 ? cited(text, citations) : [source === '' ? text : `${text} ${source}`];
    return [{ strong: `${outcome}:` }, ' ', ...why];
  });
  const more = groups.length - lines.length;
  return [
    { list: [...lines, ...(more > 0 ? [[t('{0} more reasons', more)]] : [])].map((line) => ({ line })) },
  ];
}
