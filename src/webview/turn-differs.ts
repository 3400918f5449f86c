import type { TurnView } from '../protocol/answer.ts';

/** Whether a turn has to be drawn again. Every message brings new objects; most turns in them are as they were. */
export function differs(after: TurnView, before: TurnView | undefined): boolean {
  return (
    after.id !== before?.id ||
    after.state !== before.state ||
    after.author !== before.author ||
    after.text !== before.text ||
    after.thought !== before.thought ||
    after.unknown.length !== before.unknown.length ||
    after.standIns.length !== before.standIns.length ||
    after.receipt.join('\n') !== before.receipt.join('\n') ||
    after.held !== before.held ||
    after.receipted !== before.receipted ||
    after.actions.map(({ id }) => id).join() !== before.actions.map(({ id }) => id).join() ||
    after.rehearsal?.body !== before.rehearsal?.body
  );
}
