import type { Adapter, AdapterRequest, Gate } from '../adapter.ts';
import type { AnswerEvent } from '../answer-event.ts';
import { chatMessageOf, chatToolOf } from './chat-completions-input.ts';
import { readChatCompletion, readWholeChatCompletion } from './chat-completions-stream.ts';
import { openAiClient } from './openai-client.ts';
import { PartialCalls } from './partial-calls.ts';
import { assertSendable } from './sendable.ts';
import { watchGate } from './watched-gate.ts';

/** Asks OpenAI, or any host that speaks the same, for a chat completion. */
export const chatCompletions: Adapter = {
  ask,
  readWhole: (answer, { messages }) => readWholeChatCompletion(answer, new PartialCalls(messages)),
};

async function* ask(request: AdapterRequest, gate: Gate, signal: AbortSignal): AsyncGenerator<AnswerEvent> {
  assertSendable(request);
  const { target, messages, tools, mustCall, fields, bodies } = request;
  const watched = watchGate(gate);
  try {
    const stream = await openAiClient(target.baseUrl, watched.gate).chat.completions.create(
      bodies.shortened({
        ...fields,
        model: target.model,
        messages: messages.map(chatMessageOf),
        // An empty list is refused.
        ...(tools.length > 0 && { tools: tools.map(chatToolOf) }),
        ...(mustCall && { tool_choice: 'required' as const }),
        stream: true,
      }),
      { signal },
    );
    yield* readChatCompletion(stream, new PartialCalls(messages), watched.sawDone);
  } catch (error) {
    throw watched.reasonOf(error, signal);
  }
}
