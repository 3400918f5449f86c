import OpenAI, { APIConnectionError, APIUserAbortError } from 'openai';
import type { ChatCompletionMessageParam } from 'openai/resources/chat/completions';
import type { WireMessage } from '../message.ts';
import type { AdapterRequest, Gate } from '../adapter.ts';
import type { AnswerEvent } from '../answer-event.ts';

/**
 * Asks an OpenAI-compatible host for a chat completion and streams the answer.
 *
 * Every option is explicit, since the client would read the missing ones from environment variables. Throws what
 * the gate threw, an `AbortError` when stopped, and whatever the client makes of an answer it cannot read.
 */
export async function* chatCompletions(
  { target: { baseUrl, model }, messages, fields }: AdapterRequest,
  gate: Gate,
  signal: AbortSignal,
): AsyncGenerator<AnswerEvent> {
  const client = new OpenAI({
    // The gate sets the authorization itself; the client must merely not look for one.
    apiKey: 'set-by-the-gate',
    adminAPIKey: null,
    organization: null,
    project: null,
    webhookSecret: null,
    baseURL: baseUrl,
    fetch: gate,
    maxRetries: 0,
    logLevel: 'off',
    dangerouslyAllowBrowser: true,
  });
  try {
    const stream = await client.chat.completions.create(
      { ...fields, model, messages: messages.map(messageOf), stream: true },
      { signal },
    );
    for await (const chunk of stream) {
      for (const { delta, finish_reason: finish } of chunk.choices) {
        if (delta.content) yield { type: 'text', text: delta.content };
        if (finish) yield { type: 'end', reason: 'complete' };
      }
    }
  } catch (error) {
    if (error instanceof APIUserAbortError) throw new DOMException('stopped', 'AbortError');
    throw error instanceof APIConnectionError && error.cause !== undefined ? error.cause : error;
  }
}

function messageOf(message: WireMessage): ChatCompletionMessageParam {
  const { role, content } = message;
  switch (role) {
    case 'tool':
      return { role, content, tool_call_id: message.callId };
    default:
      return { role, content };
  }
}
