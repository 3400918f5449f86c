import * as v from 'valibot';
import type { AnswerEvent, EndReason } from '../answer-event.ts';
import { WireFault } from '../fault.ts';
import type { PartialCalls } from './partial-calls.ts';
import { readAs } from './read-as.ts';

const Text = v.nullish(v.string(), '');

const Item = v.object({
  type: Text,
  call_id: Text,
  name: Text,
  arguments: Text,
  /** Of a message: text and refusals. Of reasoning: as the model thought. */
  content: v.nullish(v.array(v.object({ text: Text, refusal: Text })), []),
  /** Of reasoning. */
  summary: v.nullish(v.array(v.object({ text: Text })), []),
});
type Item = v.InferOutput<typeof Item>;

const Answer = v.object({
  object: v.literal('response'),
  status: Text,
  output: v.nullish(v.array(Item), []),
  incomplete_details: v.nullish(v.object({ reason: Text })),
});
type Answer = v.InferOutput<typeof Answer>;

const AnyEvent = v.object({ type: v.string() });
const Delta = v.object({ delta: v.string() });
const SummaryPart = v.object({ summary_index: v.number() });
const ItemEvent = v.object({ output_index: v.nullish(v.number(), 0), item: Item });
const CallPiece = v.object({ output_index: v.nullish(v.number(), 0), delta: v.string() });
const CallWhole = v.object({ output_index: v.nullish(v.number(), 0), arguments: v.string() });
const AnswerEnd = v.object({ response: Answer });

/**
 * Reads the events of a response. It is whole once one of them says so; without that there is no `end`.
 * @throws WireFault `not-an-answer` for an event of another form, `error-in-answer` where the host reports one.
 */
export async function* readResponse(
  events: AsyncIterable<unknown>,
  calls: PartialCalls,
): AsyncGenerator<AnswerEvent> {
  let hasSaid = false;
  for await (const event of events) {
    const { type } = readAs(AnyEvent, event);
    if (type === 'response.completed' || type === 'response.incomplete') {
      const { response } = readAs(AnswerEnd, event);
      // Some hosts that were asked to stream have everything in the last event.
      if (!hasSaid && calls.areNone) for (const item of response.output ?? []) yield* readItem(item, calls);
      yield* calls.end(endOf(response));
      return;
    }
    for (const one of readEvent(type, event, calls)) {
      hasSaid = true;
      yield one;
    }
  }
}

/**
 * Reads the answer of a host that was asked to stream and did not.
 * @throws WireFault as above.
 */
export function* readWholeResponse(answer: unknown, calls: PartialCalls): Generator<AnswerEvent> {
  const response = readAs(Answer, answer);
  if (response.status === 'failed') throw new WireFault('error-in-answer', 'yes');
  for (const item of response.output ?? []) yield* readItem(item, calls);
  yield* calls.end(endOf(response));
}

function* readEvent(type: string, event: unknown, calls: PartialCalls): Generator<AnswerEvent> {
  switch (type) {
    case 'response.output_text.delta':
    case 'response.refusal.delta':
      return yield { type: 'text', text: readAs(Delta, event).delta };
    case 'response.reasoning_summary_text.delta':
    case 'response.reasoning_text.delta':
      return yield { type: 'reasoning', text: readAs(Delta, event).delta };
    case 'response.reasoning_summary_part.added':
      if (readAs(SummaryPart, event).summary_index > 0) yield { type: 'reasoning', text: '\n\n' };
      return;
    case 'response.output_item.added':
    case 'response.output_item.done': {
      const { output_index: at, item } = readAs(ItemEvent, event);
      if (item.type !== 'function_call') return;
      if (!calls.get(at ?? 0)) calls.start(at ?? 0, { id: item.call_id ?? '', name: item.name ?? '' });
      if (item.arguments) yield* calls.whole(at ?? 0, item.arguments);
      return;
    }
    case 'response.function_call_arguments.delta': {
      const { output_index: at, delta } = readAs(CallPiece, event);
      return yield* calls.add(at ?? 0, delta);
    }
    case 'response.function_call_arguments.done': {
      const { output_index: at, arguments: json } = readAs(CallWhole, event);
      return yield* calls.whole(at ?? 0, json);
    }
    case 'response.failed':
    case 'response.cancelled':
    case 'error':
      throw new WireFault('error-in-answer', 'yes');
  }
}

function* readItem(item: Item, calls: PartialCalls): Generator<AnswerEvent> {
  const said = (item.content ?? []).map(({ text, refusal }) => `${text ?? ''}${refusal ?? ''}`);
  if (item.type === 'reasoning') {
    const thought = [...(item.summary ?? []).map(({ text }) => text ?? ''), ...said].join('\n\n');
    if (thought) yield { type: 'reasoning', text: thought };
  } else if (item.type === 'message') {
    for (const text of said) if (text) yield { type: 'text', text };
  } else if (item.type === 'function_call') {
    const key = `whole ${item.call_id ?? ''}`;
    calls.start(key, { id: item.call_id ?? '', name: item.name ?? '' });
    yield* calls.whole(key, item.arguments ?? '');
  }
}

function endOf({ status, incomplete_details: why }: Answer): EndReason {
  if (status !== 'incomplete') return 'complete';
  return why?.reason === 'content_filter' ? 'filtered' : 'length';
}
