import * as v from 'valibot';
import type { AnswerEvent, EndReason } from '../answer-event.ts';
import { WireFault } from '../fault.ts';
import { isJson, type PartialCalls } from './partial-calls.ts';
import { isJsonObject, readAs } from './read-as.ts';

const Text = v.nullish(v.string(), '');
/** Beside the answer: what has another form is left out. */
const Extra = v.fallback(Text, '');

/** Mistral's models that think send parts (https://docs.mistral.ai/capabilities/reasoning/). */
const Part = v.object({
  text: Text,
  thinking: v.nullish(v.array(v.object({ text: Text })), []),
});

const CallPiece = v.object({
  index: v.nullish(v.number()),
  id: Text,
  function: v.nullish(
    v.object({
      name: Text,
      arguments: v.nullish(v.union([v.string(), v.custom(isJsonObject)]), ''),
    }),
  ),
});
type CallPiece = v.InferOutput<typeof CallPiece>;

const Piece = v.object({
  content: v.nullish(v.union([v.string(), v.array(Part)]), ''),
  refusal: Extra,
  /** DeepSeek, vLLM, xAI, NVIDIA, Moonshot, Z.ai, DashScope. */
  reasoning_content: Extra,
  /** OpenRouter, Groq, Cerebras, newer vLLM. */
  reasoning: Extra,
  tool_calls: v.nullish(v.array(CallPiece), []),
});
type Piece = v.InferOutput<typeof Piece>;

const Completion = v.object({
  choices: v.nullish(
    v.array(
      v.object({
        index: v.nullish(v.number(), 0),
        delta: v.nullish(Piece),
        message: v.nullish(Piece),
        finish_reason: v.fallback(v.nullish(v.string()), undefined),
      }),
    ),
    [],
  ),
  error: v.nullish(v.unknown()),
});
type Completion = v.InferOutput<typeof Completion>;

/** What hosts say of an end; any other word is an ordinary end. */
const ENDS: ReadonlyMap<string, EndReason> = new Map([
  ['length', 'length'],
  ['max_tokens', 'length'],
  ['model_length', 'length'],
  ['content_filter', 'filtered'],
  ['content-filter', 'filtered'],
  ['safety', 'filtered'],
]);
/** Words for an answer that the host could not go on with. DeepSeek has the second. */
const FAILURES: ReadonlySet<string> = new Set(['error', 'insufficient_system_resource']);

/**
 * Reads the chunks of a chat completion.
 *
 * An answer is whole once the host gave a reason for its end, or closed the stream with `[DONE]`: some never give one.
 * A stream that ended otherwise has no `end`.
 * @throws WireFault `not-an-answer` for a chunk of another form, `error-in-answer` where the host reports one.
 */
export async function* readChatCompletion(
  chunks: AsyncIterable<unknown>,
  calls: PartialCalls,
  sawDone: () => boolean,
): AsyncGenerator<AnswerEvent> {
  const reader = new ChoiceReader(calls);
  for await (const chunk of chunks) yield* reader.read(parse(chunk));
  yield* reader.end(sawDone());
}

/**
 * Reads the answer of a host that was asked to stream and did not.
 * @throws WireFault as above.
 */
export function* readWholeChatCompletion(answer: unknown, calls: PartialCalls): Generator<AnswerEvent> {
  const completion = parse(answer);
  if (!completion.choices?.some(({ message }) => message)) throw new WireFault('not-an-answer', 'yes');
  const reader = new ChoiceReader(calls);
  yield* reader.read(completion);
  yield* reader.end(true);
}

class ChoiceReader {
  readonly #calls: PartialCalls;
  #finish: string | undefined;
  /** Counts the calls; the number of the last at each index a host gave. */
  #number = 0;
  readonly #at = new Map<number, number>();

  constructor(calls: PartialCalls) {
    this.#calls = calls;
  }

  *read({ choices }: Completion): Generator<AnswerEvent> {
    for (const { index, delta, message, finish_reason: finish } of choices ?? []) {
      // One answer was asked for.
      if (index !== 0) continue;
      const piece = delta ?? message;
      if (piece) yield* this.#readPiece(piece);
      if (finish) this.#finish = finish;
    }
  }

  *end(isWhole: boolean): Generator<AnswerEvent> {
    if (this.#finish !== undefined && FAILURES.has(this.#finish))
      throw new WireFault('error-in-answer', 'yes');
    if (this.#finish === undefined && !isWhole) return;
    yield* this.#calls.end(ENDS.get(this.#finish?.toLowerCase() ?? '') ?? 'complete');
  }

  *#readPiece(piece: Piece): Generator<AnswerEvent> {
    const thought = piece.reasoning_content || piece.reasoning;
    if (thought) yield { type: 'reasoning', text: thought };
    const parts = typeof piece.content === 'string' ? [{ text: piece.content, thinking: [] }] : piece.content;
    for (const { text, thinking } of parts ?? []) {
      for (const { text: aloud } of thinking ?? []) if (aloud) yield { type: 'reasoning', text: aloud };
      if (text) yield { type: 'text', text };
    }
    if (piece.refusal) yield { type: 'text', text: piece.refusal };
    for (const call of piece.tool_calls ?? []) yield* this.#readCall(call);
  }

  *#readCall(piece: CallPiece): Generator<AnswerEvent> {
    const name = piece.function?.name ?? '';
    const given = piece.function?.arguments ?? '';
    let key = this.#at.get(piece.index ?? 0);
    if (key === undefined || this.#isAnother(key, piece, name)) {
      key = ++this.#number;
      this.#at.set(piece.index ?? 0, key);
      this.#calls.start(key, { ...(piece.id && { id: piece.id }), name });
    }
    yield* this.#calls.add(key, typeof given === 'string' ? given : JSON.stringify(given));
  }

  /**
   * Whether a piece at an index that a call has begun at begins another one: some hosts send every call as a whole at
   * the same index, or at none. Others repeat name and id with every piece, or give every piece an id of its own.
   */
  #isAnother(key: number, { id, function: said }: CallPiece, name: string): boolean {
    const call = this.#calls.get(key);
    if (name === '' || call === undefined || id === call.id) return false;
    if (call.arguments === '') return !!id && name !== call.name;
    return isJson(call.arguments) && (!!id || !!said?.arguments);
  }
}

function parse(chunk: unknown): Completion {
  const completion = readAs(Completion, chunk);
  if (completion.error) throw new WireFault('error-in-answer', 'yes');
  return completion;
}
