import type { Scan } from '../detect/finding.ts';
import { reserveNames, reserveNumbers } from '../redact/own-names.ts';
import type { Vault } from '../redact/vault.ts';
import type { OutgoingMessage } from './messages.ts';
import { redactUntilClean } from './redact-until-clean.ts';
import type { Left, Review, Way } from './review.ts';

/**
 * Issues the stand-ins of a request that holds its whole conversation in the order in which its turns did: each value gets
 * the one it got before, and will get again. A name that stands somewhere of its own accord, or in an answer from which its
 * value is gone, is skipped from there on.
 *
 * @throws ScanFailure when a text could not be looked at in full.
 */
export async function replay(
  reviewed: Review,
  way: Way,
  vault: Vault,
  scan: Scan,
  left?: Left,
): Promise<void> {
  const { messages, findings } = reviewed;
  const turns = turnsIn(messages);
  for (const [i, [from, to]] of turns.entries()) {
    const turn = messages.slice(from, to);
    for (const { text } of turn) {
      reserveNames(text, vault);
      reserveNumbers(text, vault);
    }
    const { extent } = vault;
    // Only the newest turn goes in another way than redacted.
    const its = i === turns.length - 1 ? way : 'redacted';
    const upTo = (first: number): Review => ({
      ...reviewed,
      messages: messages.slice(first, to),
      findings: findings.slice(first, to),
    });
    await redactUntilClean(upTo(from), its, vault, scan, left);
    // What came into the vault now may stand further above, and got its name then.
    if (messages.slice(0, from).some(({ text }) => vault.mayHoldSince(vault.known(text), extent)))
      await redactUntilClean(upTo(0), its, vault, scan, left);
  }
}

/** The pieces that came at once: what a model wrote, and what was sent for it to answer, in turns. */
function turnsIn(messages: readonly OutgoingMessage[]): (readonly [number, number])[] {
  const turns: [number, number][] = [];
  for (const [i, { role }] of messages.entries()) {
    const last = turns.at(-1);
    if (last && isModels(messages[i - 1]?.role) === isModels(role)) last[1] = i + 1;
    else turns.push([i, i + 1]);
  }
  return turns;
}

function isModels(role: OutgoingMessage['role'] | undefined): boolean {
  return role === 'assistant';
}
