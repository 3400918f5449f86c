import * as v from 'valibot';
import type { ToolDefinition, WireMessage } from '../wire/message.ts';
import type { OutgoingMessage } from './messages.ts';

/** Tool names as all hosts take them, and ids of calls as some give them; anything else could carry text. */
const NAME = /^[A-Za-z0-9_-]{1,128}$/;
const ID = /^[A-Za-z0-9_.:-]{1,256}$/;
const Definition = v.object({
  description: v.string(),
  parameters: v.record(v.string(), v.unknown()),
});

/** What stands where a picture was left out, for the model to read. */
export const LEFT_OUT = '[A picture was left out here.]';

/** The pieces of a request cannot be put together: a name or an id that is none, or arguments that are no JSON. */
export class Malformed extends Error {
  readonly what: 'tool-name' | 'call-id' | 'tool-definition' | 'tool-arguments';

  constructor(what: Malformed['what']) {
    super(`malformed: ${what}`);
    this.name = 'Malformed';
    this.what = what;
  }
}

/** What a request holds besides where it goes. */
export interface Assembled {
  readonly messages: readonly WireMessage[];
  readonly tools: readonly ToolDefinition[];
  /** Whether the model has to call one of them. */
  readonly mustCall: boolean;
}

/**
 * Puts the pieces of a request together as messages and tools.
 *
 * @param texts of each piece, as it leaves.
 * @param isLeftOut whether the picture of that piece does not go.
 * @throws Malformed where a name, an id or JSON is not what a host takes.
 */
export function assemble(
  pieces: readonly OutgoingMessage[],
  texts: readonly string[],
  isLeftOut: (piece: number) => boolean,
): Assembled {
  const messages: WireMessage[] = [];
  const tools: ToolDefinition[] = [];
  for (const [i, { role, part }] of pieces.entries()) {
    const content = texts[i] ?? '';
    switch (part?.type) {
      case 'tool':
        tools.push(toolOf(part.name, content));
        break;
      case 'tool-result':
        messages.push({
          role: 'tool',
          content,
          callId: named(part.callId, 'call-id'),
          ...(part.failed && { failed: true }),
        });
        break;
      case 'tool-call': {
        const call = {
          id: named(part.id, 'call-id'),
          name: named(part.name, 'tool-name'),
          arguments: argumentsOf(content),
        };
        const last = messages.at(-1);
        if (last?.role === 'assistant')
          messages.splice(-1, 1, { ...last, toolCalls: [...(last.toolCalls ?? []), call] });
        else messages.push({ role: 'assistant', content: '', toolCalls: [call] });
        break;
      }
      case 'image': {
        const last = messages.at(-1);
        const before = last?.role === 'user' ? last : { role: 'user' as const, content: '' };
        if (last?.role === 'user') messages.pop();
        messages.push(
          isLeftOut(i)
            ? { ...before, content: before.content === '' ? LEFT_OUT : `${before.content}\n${LEFT_OUT}` }
            : { ...before, images: [...(before.images ?? []), part.image] },
        );
        break;
      }
      case 'attachment':
      case undefined:
        // A result without its call has no place in any format.
        if (role === 'tool') throw new Malformed('call-id');
        messages.push({ role, content });
    }
  }
  const mustCall = pieces.some(({ part }) => part?.type === 'tool' && part.required === true);
  return { messages, tools, mustCall };
}

function toolOf(name: string, text: string): ToolDefinition {
  const definition = v.safeParse(Definition, parsed(text));
  if (!definition.success) throw new Malformed('tool-definition');
  return { name: named(name, 'tool-name'), ...definition.output };
}

function named(name: string, what: 'tool-name' | 'call-id'): string {
  if (!(what === 'tool-name' ? NAME : ID).test(name)) throw new Malformed(what);
  return name;
}

/** What a model wrote of a call without any is nothing at all. */
function argumentsOf(text: string): string {
  if (text.trim() === '') return '{}';
  if (parsed(text) === undefined) throw new Malformed('tool-arguments');
  return text;
}

/** Undefined for what is no JSON. */
function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
