import type { AnswerEvent, EndReason } from '../answer-event.ts';
import { WireFault } from '../fault.ts';
import type { ToolCall, WireMessage } from '../message.ts';

/** Puts together the calls of one answer, whose arguments come in pieces. */
export class PartialCalls {
  readonly #calls = new Map<string | number, ToolCall>();
  readonly #taken: Set<string>;

  /** @param messages what was said before; an id that has to be made up is none of theirs. */
  constructor(messages: readonly WireMessage[]) {
    this.#taken = new Set(
      messages.flatMap((message) =>
        message.role === 'assistant' ? (message.toolCalls ?? []).map(({ id }) => id) : [],
      ),
    );
  }

  get areNone(): boolean {
    return this.#calls.size === 0;
  }

  /** What has come of a call so far. */
  get(key: string | number): ToolCall | undefined {
    return this.#calls.get(key);
  }

  /** A call begins. Some hosts give it no id; it gets one, since its result has to refer to it. */
  start(key: string | number, { id, name }: { readonly id?: string; readonly name: string }): void {
    const own = id === undefined || id === '' ? this.#freeId() : id;
    this.#taken.add(own);
    this.#calls.set(key, { id: own, name, arguments: '' });
  }

  /** A piece of the arguments of a call that has begun. */
  *add(key: string | number, text: string): Generator<AnswerEvent> {
    const call = this.#calls.get(key);
    if (call === undefined || text === '') return;
    this.#calls.set(key, { ...call, arguments: call.arguments + text });
    yield { type: 'tool-arguments', id: call.id, name: call.name, text };
  }

  /** The arguments of a call as a whole, which hosts say once more at its end; or for the first time. */
  *whole(key: string | number, text: string): Generator<AnswerEvent> {
    const call = this.#calls.get(key);
    if (call === undefined) return;
    if (call.arguments === '') yield* this.add(key, text);
    else this.#calls.set(key, { ...call, arguments: text });
  }

  /**
   * The whole calls, then the end. Of an answer that was cut short, only the calls that are whole; whoever wants one
   * called wants an answer, whatever reason the host gives.
   * @throws WireFault `not-an-answer` for a call without a name: nobody could answer it.
   */
  *end(reason: EndReason): Generator<AnswerEvent> {
    const isCut = reason === 'length' || reason === 'filtered';
    const calls = [...this.#calls.values()]
      .map((call) => (call.arguments.trim() === '' && !isCut ? { ...call, arguments: '{}' } : call))
      .filter((call) => !isCut || isJson(call.arguments));
    if (calls.some(({ name }) => name === '')) throw new WireFault('not-an-answer', 'yes');
    for (const call of calls) yield { type: 'tool-call', call };
    if (isCut) yield { type: 'end', reason };
    else yield { type: 'end', reason: calls.length > 0 ? 'tool-calls' : 'complete' };
  }

  #freeId(): string {
    let number = this.#taken.size + 1;
    while (this.#taken.has(`call_${number}`)) number++;
    return `call_${number}`;
  }
}

/** Whether a text is JSON from its first character to its last. */
export function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}
