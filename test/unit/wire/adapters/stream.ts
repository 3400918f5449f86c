import type { AnswerEvent } from '../../../../src/wire/answer-event.ts';
import type { FaultReason } from '../../../../src/wire/fault.ts';
import type { RawAnswer } from '../../../servers/raw-server.ts';

/** An answer as some host gives it, and what is to be made of it. */
export interface Stream {
  readonly name: string;
  readonly answer: RawAnswer;
  readonly events: readonly AnswerEvent[];
  /** How it ends where it does not end well. */
  readonly fault?: FaultReason;
}

/** Events whose kind is in their data. */
export function data(...events: readonly (object | string)[]): string {
  return events.map((one) => `data: ${typeof one === 'string' ? one : JSON.stringify(one)}\n\n`).join('');
}

/** Events that are named as their data say. */
export function named(...events: readonly { readonly type: string }[]): string {
  return events.map((one) => `event: ${one.type}\ndata: ${JSON.stringify(one)}\n\n`).join('');
}

export const text = (said: string): AnswerEvent => ({ type: 'text', text: said });
export const thought = (said: string): AnswerEvent => ({ type: 'reasoning', text: said });
export const piece = (id: string, name: string, json: string): AnswerEvent => ({
  type: 'tool-arguments',
  id,
  name,
  text: json,
});
export const call = (id: string, name: string, json: string): AnswerEvent => ({
  type: 'tool-call',
  call: { id, name, arguments: json },
});
export const end = (reason: 'complete' | 'length' | 'tool-calls' | 'filtered'): AnswerEvent => ({
  type: 'end',
  reason,
});
