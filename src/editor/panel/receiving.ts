import type { AirlockEvent } from '../../airlock.ts';
import type { StandIn } from '../../redact/vault.ts';
import { type Delta, type Turn, wireOf } from './turn.ts';

/** Puts what comes of a request into its turn, and tells each piece with the stand-ins that are new in it. */
export async function receive(
  events: AsyncIterable<AirlockEvent>,
  answer: Turn,
  onDelta: (turn: Turn, delta: Delta, standIns: readonly StandIn[]) => void,
): Promise<void> {
  const known = new Set<string>();
  for await (const event of events) {
    if (event.type === 'leaving') answer.receipt = event.receipt;
    else if (event.type === 'rehearsed') {
      answer.receipt = event.receipt;
      answer.rehearsal = event.request;
    } else if (event.type === 'ended') {
      answer.ended = event.reason;
    } else if (event.type === 'answer' || event.type === 'reasoning') {
      const { piece, standIns } = wireOf(event.segments);
      const fresh = standIns.filter(({ name }) => !known.has(name) && known.add(name));
      const delta = event.type === 'answer' ? { text: piece, thought: '' } : { text: '', thought: piece };
      answer.wire += delta.text;
      answer.thought += delta.thought;
      if (fresh.length > 0) answer.standIns = [...answer.standIns, ...fresh];
      onDelta(answer, delta, fresh);
    }
  }
  answer.state = 'done';
}
