import type { Adapter, AdapterRequest, Gate } from '../adapter.ts';
import type { AnswerEvent } from '../answer-event.ts';
import { openAiClient } from './openai-client.ts';
import { PartialCalls } from './partial-calls.ts';
import { responseInputOf, responseToolOf } from './responses-input.ts';
import { readResponse, readWholeResponse } from './responses-stream.ts';
import { assertSendable } from './sendable.ts';
import { watchGate } from './watched-gate.ts';

/** Asks OpenAI, or any host that speaks the same, for a response. */
export const responses: Adapter = {
  ask,
  readWhole: (answer, { messages }) => readWholeResponse(answer, new PartialCalls(messages)),
};

async function* ask(request: AdapterRequest, gate: Gate, signal: AbortSignal): AsyncGenerator<AnswerEvent> {
  assertSendable(request);
  const { target, messages, tools, mustCall, fields, bodies } = request;
  const watched = watchGate(gate);
  try {
    const stream = await openAiClient(target.baseUrl, watched.gate).responses.create(
      bodies.shortened({
        // Unless told, OpenAI keeps a response for 30 days and more, to be continued from there
        // (https://platform.openai.com/docs/guides/your-data); nothing here continues one.
        store: false,
        ...fields,
        model: target.model,
        ...responseInputOf(messages),
        ...(tools.length > 0 && { tools: tools.map(responseToolOf) }),
        ...(mustCall && { tool_choice: 'required' as const }),
        stream: true,
      }),
      { signal },
    );
    yield* readResponse(stream, new PartialCalls(messages));
  } catch (error) {
    throw watched.reasonOf(error, signal);
  }
}
