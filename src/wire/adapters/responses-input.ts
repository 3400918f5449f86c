import type { FunctionTool, ResponseInputItem } from 'openai/resources/responses/responses';
import type { ToolDefinition, WireMessage } from '../message.ts';
import { dataUrlOf } from './message-parts.ts';

/** What the Responses API takes in. */
interface ResponseInput {
  readonly instructions?: string;
  readonly input: ResponseInputItem[];
}

/**
 * The conversation as the Responses API has it. What the system says first goes into the instructions, and what it says
 * further stays by itself: what stands in no text alone and was not looked at must not come about by joining them.
 */
export function responseInputOf(messages: readonly WireMessage[]): ResponseInput {
  const first = messages.findIndex(({ role, content }) => role === 'system' && content !== '');
  const instructions = messages[first]?.content;
  return {
    ...(instructions !== undefined && { instructions }),
    input: messages.filter((_, i) => i !== first).flatMap(itemsOf),
  };
}

/** A message as items. */
function itemsOf(message: WireMessage): ResponseInputItem[] {
  const { role, content } = message;
  switch (role) {
    case 'system':
      return content === '' ? [] : [{ type: 'message', role, content }];
    case 'user': {
      const { images = [] } = message;
      if (images.length === 0) return [{ type: 'message', role, content }];
      return [
        {
          type: 'message',
          role,
          content: [
            ...(content === '' ? [] : [{ type: 'input_text' as const, text: content }]),
            ...images.map((image) => ({
              type: 'input_image' as const,
              detail: 'auto' as const,
              image_url: dataUrlOf(image),
            })),
          ],
        },
      ];
    }
    case 'assistant':
      return [
        ...(content === '' ? [] : [{ type: 'message' as const, role, content }]),
        ...(message.toolCalls ?? []).map(({ id, name, arguments: json }) => ({
          type: 'function_call' as const,
          call_id: id,
          name,
          arguments: json,
        })),
      ];
    case 'tool':
      return [{ type: 'function_call_output', call_id: message.callId, output: content }];
  }
}

/** A tool as the Responses API has it. Unless told, it would have arguments follow a stricter schema than was given. */
export function responseToolOf({ name, description, parameters }: ToolDefinition): FunctionTool {
  return { type: 'function', name, description, parameters: { ...parameters }, strict: false };
}
