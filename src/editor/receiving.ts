import type { AirlockEvent } from '../airlock.ts';
import type { StandIn } from '../redact/vault.ts';
import { type Turn, wireOf } from './turn.ts';

/** Puts what comes of a request into its turn, and tells each piece with the stand-ins that are new in it. */
export async function receive(
  events: AsyncIterable<AirlockEvent>,
  answer: Turn,
  onDelta: (turn: Turn, text: string, standIns: readonly StandIn[]) => void,
): Promise<void> {
  const known = new Set<string>();
  for await (const event of events) {
    if (event.type === 'leaving') answer.receipt = event.receipt;
    else if (event.type === 'rehearsed') {
      answer.receipt = event.receipt;
      answer.rehearsal = event.request;
    } else if (event.type === 'answer') {
      const { piece, standIns } = wireOf(event.segments);
      const fresh = standIns.filter(({ name }) => !known.has(name) && known.add(name));
      answer.wire += piece;
      if (fresh.length > 0) answer.standIns = [...answer.standIns, ...fresh];
      onDelta(answer, piece, fresh);
    }
  }
  answer.state = 'done';
}
