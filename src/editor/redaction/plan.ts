import type { Airlock, Conversation } from '../../airlock.ts';
import type { Finding } from '../../detect/finding.ts';
import type { Range } from '../../redact/origin.ts';
import type { Replacement } from '../../redact/redact.ts';
import { LITERAL } from '../../redact/stand-in.ts';
import { findingsAround, touching } from './findings-around.ts';

/** What would be replaced in pieces of a text; offsets are UTF-16 code units into `whole`. */
export interface Plan {
  readonly whole: string;
  readonly pieces: readonly Range[];
  readonly findings: readonly Finding[];
  /** What touches a piece, in order, with the names that would be given. */
  readonly replacements: readonly Replacement[];
}

/** What a plan is made and carried out with. */
export interface Planning {
  readonly airlock: Pick<Airlock, 'find' | 'redact'>;
  readonly conversation: Conversation;
}

/**
 * Looks at pieces of a text; no stand-in is issued by that. What a piece holds only a part of is replaced whole: the
 * rest would be left over, and the stand-in not found again.
 *
 * @throws ScanFailure when a piece could not be looked at in full.
 */
export async function planFor(
  { airlock, conversation }: Planning,
  whole: string,
  pieces: readonly Range[],
): Promise<Plan> {
  const findings = await findingsAround(airlock.find, whole, pieces);
  const fork: Conversation = { ...conversation, vault: conversation.vault.fork() };
  const [redacted] = await airlock.redact(fork, [whole], [findings]);
  const replacements = (redacted?.replacements ?? []).filter(touching(pieces));
  return { whole, pieces, findings, replacements };
}

/**
 * Issues the stand-ins of a plan, with the names it foresaw, and gives the replacements to be made.
 *
 * @param leftOut of the plan's replacements; they stay as they are and are not taken for sensitive by that.
 */
export async function carryOut(
  { airlock, conversation }: Planning,
  { whole, pieces, findings, replacements }: Plan,
  leftOut: ReadonlySet<Replacement> = new Set(),
): Promise<readonly Replacement[]> {
  const picked = replacements.filter((one) => !leftOut.has(one));
  const isPicked = touching(picked);
  const isLeftOut = touching([...leftOut]);
  const names = new Set(picked.map(({ standIn }) => standIn.name));
  const { vault } = conversation;
  for (const { standIn } of leftOut) {
    if (!names.has(standIn.name) && vault.named(standIn.name) === undefined) vault.reserve(standIn.name);
  }
  const [redacted] = await airlock.redact(conversation, [whole], [findings.filter(isPicked)]);
  return (redacted?.replacements ?? [])
    .filter(touching(pieces))
    .filter((one) => isPicked(one) || !isLeftOut(one));
}

/** Those of a plan that a user may leave out: a name that only looks like a stand-in always gets one of its own. */
export function optional({ replacements }: Plan): readonly Replacement[] {
  return replacements.filter(({ standIn }) => standIn.kind !== LITERAL);
}
