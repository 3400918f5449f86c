import * as v from 'valibot';
import type { AnswerEvent, EndReason } from '../answer-event.ts';
import { WireFault } from '../fault.ts';
import type { PartialCalls } from './partial-calls.ts';
import { isJsonObject, readAs } from './read-as.ts';

const Text = v.nullish(v.string(), '');

const Block = v.object({
  type: v.string(),
  text: Text,
  thinking: Text,
  id: Text,
  name: Text,
  input: v.nullish(v.custom<Record<string, unknown>>(isJsonObject), {}),
});
type Block = v.InferOutput<typeof Block>;

const AnyEvent = v.object({ type: v.string() });
const Start = v.object({ index: v.number(), content_block: Block });
const Delta = v.object({
  index: v.number(),
  delta: v.object({ type: v.string(), text: Text, thinking: Text, partial_json: Text }),
});
const MessageDelta = v.object({ delta: v.object({ stop_reason: v.nullish(v.string()) }) });
const Message = v.object({
  type: v.literal('message'),
  content: v.array(Block),
  stop_reason: v.nullish(v.string()),
});

/** What the host says of an end; any other word is an ordinary end. */
const ENDS: ReadonlyMap<string, EndReason> = new Map([
  ['max_tokens', 'length'],
  ['model_context_window_exceeded', 'length'],
  // It would go on if it was asked to.
  ['pause_turn', 'length'],
  ['refusal', 'filtered'],
]);

/**
 * Reads the events of a message. It is whole once a reason for its end has come, or its last event.
 * @throws WireFault `not-an-answer` for an event of another form, `error-in-answer` where the host reports one.
 */
export async function* readMessage(
  events: AsyncIterable<unknown>,
  calls: PartialCalls,
): AsyncGenerator<AnswerEvent> {
  let stop: string | undefined;
  let isWhole = false;
  for await (const event of events) {
    switch (readAs(AnyEvent, event).type) {
      case 'content_block_start': {
        const { index, content_block: block } = readAs(Start, event);
        yield* readBlock(index, block, calls);
        break;
      }
      case 'content_block_delta': {
        const { index, delta } = readAs(Delta, event);
        if (delta.text) yield { type: 'text', text: delta.text };
        if (delta.thinking) yield { type: 'reasoning', text: delta.thinking };
        if (delta.partial_json) yield* calls.add(index, delta.partial_json);
        break;
      }
      case 'message_delta':
        stop = readAs(MessageDelta, event).delta.stop_reason ?? stop;
        break;
      case 'message_stop':
        isWhole = true;
        break;
      case 'error':
        throw new WireFault('error-in-answer', 'yes');
    }
  }
  if (isWhole || stop !== undefined) yield* calls.end(ENDS.get(stop ?? '') ?? 'complete');
}

/**
 * Reads the answer of a host that was asked to stream and did not.
 * @throws WireFault as above.
 */
export function* readWholeMessage(answer: unknown, calls: PartialCalls): Generator<AnswerEvent> {
  if (v.is(v.object({ type: v.literal('error') }), answer)) throw new WireFault('error-in-answer', 'yes');
  const { content, stop_reason: stop } = readAs(Message, answer);
  for (const [index, block] of content.entries()) yield* readBlock(index, block, calls);
  yield* calls.end(ENDS.get(stop ?? '') ?? 'complete');
}

function* readBlock(index: number, block: Block, calls: PartialCalls): Generator<AnswerEvent> {
  if (block.type === 'tool_use') {
    calls.start(index, { id: block.id ?? '', name: block.name ?? '' });
    // Streamed, it begins empty and its pieces follow.
    if (Object.keys(block.input ?? {}).length > 0) yield* calls.whole(index, JSON.stringify(block.input));
    return;
  }
  if (block.text) yield { type: 'text', text: block.text };
  if (block.thinking) yield { type: 'reasoning', text: block.thinking };
}
