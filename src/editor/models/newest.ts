import type { IncomingMessage } from './incoming.ts';

/** What the built-in Chat puts around what the user typed; the message that holds it is a turn of its own. */
const TYPED = '<userRequest>';

/**
 * Where the newest turn of a conversation begins: the last message of the user's with a text, and what stands right before
 * it that the model has not answered, such as the context that goes with it. A turn that was refused before has no answer either: where the
 * built-in Chat marks turns, it is one that is over.
 *
 * @returns the number of the message; that of all messages where none is the user's.
 */
export function newestFrom(messages: readonly IncomingMessage[]): number {
  const prompt = messages.findLastIndex(isPrompt);
  if (prompt < 0) return messages.length;
  let from = prompt;
  while (from > 0) {
    const before = messages[from - 1];
    if (before === undefined || before.role === 'assistant' || isTyped(before)) break;
    from -= 1;
  }
  return from;
}

/** Whether a request is a turn of the editor's Chat that its user waits for, and no side request of it, such as one for a title. */
export function isInteractive(messages: readonly IncomingMessage[]): boolean {
  const prompt = messages[messages.findLastIndex(isPrompt)];
  return prompt !== undefined && isTyped(prompt);
}

function isPrompt({ role, parts }: IncomingMessage): boolean {
  return role === 'user' && parts.some((part) => part.is !== 'result' && part.is !== 'aside');
}

function isTyped({ role, parts }: IncomingMessage): boolean {
  return role === 'user' && parts.some((part) => part.is === 'text' && part.text.includes(TYPED));
}
