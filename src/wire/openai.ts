import OpenAI, { APIConnectionError, APIUserAbortError } from 'openai';
import type { ClearedRequest } from './cleared.ts';

/** What comes back from a host, in the order it came. */
export type AnswerEvent =
  | { readonly type: 'text'; readonly text: string }
  /** The host said that the answer is whole. */
  | { readonly type: 'end' };

/** A `fetch` that has looked at what it sends. */
type Gate = (input: string | URL | Request, init?: RequestInit) => Promise<Response>;

/**
 * Asks an OpenAI-compatible host for a chat completion and streams the answer.
 *
 * Every option is explicit, since the client would read the missing ones from environment variables. Throws what
 * the gate threw, an `AbortError` when stopped, and whatever the client makes of an answer it cannot read.
 */
export async function* streamChatCompletion(
  { target: { baseUrl, model }, messages, fields }: Pick<ClearedRequest, 'target' | 'messages' | 'fields'>,
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
      { ...fields, model, messages: [...messages], stream: true },
      { signal },
    );
    for await (const chunk of stream) {
      for (const { delta, finish_reason: finish } of chunk.choices) {
        if (delta.content) yield { type: 'text', text: delta.content };
        if (finish) yield { type: 'end' };
      }
    }
  } catch (error) {
    if (error instanceof APIUserAbortError) throw new DOMException('stopped', 'AbortError');
    throw error instanceof APIConnectionError && error.cause !== undefined ? error.cause : error;
  }
}
