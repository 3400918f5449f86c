import { createRestorer } from '../redact/restore.ts';
import type { Vault } from '../redact/vault.ts';
import type { AnswerEvent } from '../wire/answer-event.ts';
import type { AirlockEvent } from './event.ts';

/**
 * What recognises the stand-ins in an answer as it streams: in its text and in what was thought aloud, each as a text of
 * its own. Calls of tools stay as they stood on the wire.
 */
export function restoring(vault: Vault): (event: AnswerEvent) => AirlockEvent[] {
  const answer = createRestorer(vault, 'prose');
  let reasoning = createRestorer(vault, 'prose');
  const thought = (): AirlockEvent[] => {
    const segments = reasoning.end();
    reasoning = createRestorer(vault, 'prose');
    return segments.length > 0 ? [{ type: 'reasoning', segments }] : [];
  };
  return (event) => {
    if (event.type === 'reasoning') {
      const segments = reasoning.push(event.text);
      return segments.length > 0 ? [{ type: 'reasoning', segments }] : [];
    }
    if (event.type === 'text') {
      const segments = answer.push(event.text);
      return [...thought(), ...(segments.length > 0 ? [{ type: 'answer', segments } as const] : [])];
    }
    if (event.type !== 'end') return [...thought(), event];
    const segments = answer.end();
    return [
      ...thought(),
      ...(segments.length > 0 ? [{ type: 'answer', segments } as const] : []),
      { type: 'ended', reason: event.reason },
    ];
  };
}
