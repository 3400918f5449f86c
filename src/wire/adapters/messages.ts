import { BaseAnthropic } from '@anthropic-ai/sdk/client';
import type { Stream } from '@anthropic-ai/sdk/streaming';
import type { MessageCreateParamsStreaming } from '@anthropic-ai/sdk/resources/messages/messages';
import type { Adapter, AdapterRequest, Gate } from '../adapter.ts';
import type { AnswerEvent } from '../answer-event.ts';
import { PICTURE_TYPES } from '../picture-types.ts';
import { longestAnswerOf } from './messages-length.ts';
import { anthropicToolOf, systemOf, turnsOf } from './messages-input.ts';
import { readMessage, readWholeMessage } from './messages-stream.ts';
import { PartialCalls } from './partial-calls.ts';
import { assertSendable } from './sendable.ts';
import { watchGate } from './watched-gate.ts';

/** Asks Anthropic, or any host that speaks the same, for a message. */
export const messages: Adapter = {
  ask,
  readWhole: (answer, { messages: said }) => readWholeMessage(answer, new PartialCalls(said)),
};

async function* ask(request: AdapterRequest, gate: Gate, signal: AbortSignal): AsyncGenerator<AnswerEvent> {
  assertSendable(request, new Set<string>(PICTURE_TYPES));
  const { target, messages: said, tools, mustCall, fields, bodies } = request;
  const watched = watchGate(gate);
  const system = systemOf(said);
  const body: MessageCreateParamsStreaming = {
    max_tokens: longestAnswerOf(target.model),
    ...fields,
    model: target.model,
    ...(system !== undefined && { system }),
    messages: turnsOf(said),
    ...(tools.length > 0 && { tools: tools.map(anthropicToolOf) }),
    ...(mustCall && { tool_choice: { type: 'any' as const } }),
    stream: true,
  };
  try {
    // By the path, since `messages.create` puts `/v1` before it, and warns on the console of what it calls outdated.
    const stream = await client(target.baseUrl, watched.gate).post<Stream<unknown>>('/messages', {
      body: bodies.shortened(body),
      stream: true,
      signal,
    });
    yield* readMessage(stream, new PartialCalls(said));
  } catch (error) {
    throw watched.reasonOf(error, signal);
  }
}

const SAY_NOTHING = (): void => undefined;

/**
 * Anthropic's client, without the parts for what is not asked for. Every option is explicit, since it would read the
 * missing ones from environment variables, and keys from files; without `openTelemetry` it would hand what it sends to
 * whoever registered for that in this process. Headers it is told to send by a variable end at the gate, which sends
 * its own.
 */
function client(baseURL: string, fetch: Gate): BaseAnthropic {
  return new BaseAnthropic({
    baseURL,
    fetch,
    // The gate sets the key itself. With one given here, no other is looked for.
    apiKey: 'set-by-the-gate',
    authToken: null,
    credentials: null,
    config: null,
    profile: null,
    webhookKey: null,
    openTelemetry: false,
    middleware: [],
    defaultHeaders: {},
    defaultQuery: undefined,
    fetchOptions: undefined,
    // In milliseconds, and only until the head of the answer: the transport has limits of its own.
    timeout: 600_000,
    // A retry is the user's to decide, and passes the gate again.
    maxRetries: 0,
    logLevel: 'off',
    logger: { error: SAY_NOTHING, warn: SAY_NOTHING, info: SAY_NOTHING, debug: SAY_NOTHING },
    dangerouslyAllowBrowser: true,
  });
}
