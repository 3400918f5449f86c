import { longestAnswerOf } from './adapters/messages-length.ts';
import type { ClearedRequest } from './cleared.ts';
import type { WireFormat } from './format.ts';
import { PICTURE_TYPES } from './picture-types.ts';

/**
 * What a format says by itself at one place of a body, whatever a person, a file, a tool or a model says: it tells
 * nothing of theirs, and a password that is `assistant` or `stream` must not stop every request. All else is theirs: any
 * other value at the place, any other key, and what is beneath that.
 */
export interface OwnWords {
  /** The strings and numbers that may stand there. */
  readonly words?: ReadonlySet<unknown>;
  /** The keys that an object may have there, with what the format says by itself beneath each. */
  readonly keys?: ReadonlyMap<string, OwnWords>;
  /** What it says by itself in each item of a list. */
  readonly items?: OwnWords;
  /** Whether all of it is known to be what was cleared. */
  readonly isCleared?: true;
}

/** A place where all is somebody's. */
export const NOTHING_OWN: OwnWords = {};

const words = (...those: readonly (string | number)[]): OwnWords => ({ words: new Set(those) });
const items = (item: OwnWords): OwnWords => ({ items: item });
/** A map: an object would have `constructor` and its like as well. */
const keys = (those: Readonly<Record<string, OwnWords>>): OwnWords => ({
  keys: new Map(Object.entries(those)),
});

const TEXT = NOTHING_OWN;
/** What is beneath `function`, or in its stead; the schema's keys and strings are whose tool it is. */
const TOOL = { name: TEXT, description: TEXT, parameters: TEXT };

type Body = Readonly<Record<string, OwnWords>>;

const CHAT_COMPLETIONS: Body = {
  messages: items(
    keys({
      role: words('system', 'user', 'assistant', 'tool'),
      content: items(keys({ type: words('text', 'image_url'), text: TEXT, image_url: keys({ url: TEXT }) })),
      tool_calls: items(
        keys({ id: TEXT, type: words('function'), function: keys({ name: TEXT, arguments: TEXT }) }),
      ),
      tool_call_id: TEXT,
    }),
  ),
  tools: items(keys({ type: words('function'), function: keys(TOOL) })),
  tool_choice: words('required'),
  stream: TEXT,
};

const RESPONSES: Body = {
  store: TEXT,
  instructions: TEXT,
  input: items(
    keys({
      type: words('message', 'function_call', 'function_call_output'),
      role: words('system', 'user', 'assistant'),
      content: items(
        keys({
          type: words('input_text', 'input_image'),
          text: TEXT,
          detail: words('auto'),
          image_url: TEXT,
        }),
      ),
      call_id: TEXT,
      name: TEXT,
      arguments: TEXT,
      output: TEXT,
    }),
  ),
  tools: items(keys({ type: words('function'), ...TOOL, strict: TEXT })),
  tool_choice: words('required'),
  stream: TEXT,
};

const MESSAGES: Body = {
  system: items(keys({ type: words('text'), text: TEXT })),
  messages: items(
    keys({
      role: words('user', 'assistant'),
      content: items(
        keys({
          type: words('text', 'image', 'tool_use', 'tool_result'),
          text: TEXT,
          source: keys({ type: words('base64'), media_type: words(...PICTURE_TYPES), data: TEXT }),
          id: TEXT,
          name: TEXT,
          input: TEXT,
          tool_use_id: TEXT,
          content: TEXT,
          is_error: TEXT,
        }),
      ),
    }),
  ),
  // Whatever the type of a schema was, an object is what is asked for.
  tools: items(keys({ name: TEXT, description: TEXT, input_schema: keys({ type: words('object') }) })),
  tool_choice: keys({ type: words('any') }),
  stream: TEXT,
};

const BODIES: Readonly<Record<WireFormat, (model: string) => Body>> = {
  'chat-completions': () => CHAT_COMPLETIONS,
  responses: () => RESPONSES,
  messages: (model) => ({ ...MESSAGES, max_tokens: words(longestAnswerOf(model)) }),
};

/**
 * What the body of a request says by its format alone, and by the model and the fields it was cleared with: whoever asks
 * has compared those with the body.
 */
export function ownWordsOf({ target, fields }: Pick<ClearedRequest, 'target' | 'fields'>): OwnWords {
  const cleared = Object.keys({ ...fields, model: target.model }).map((name): [string, OwnWords] => [
    name,
    { isCleared: true },
  ]);
  return { keys: new Map([...Object.entries(BODIES[target.format](target.model)), ...cleared]) };
}
