import type {
  ChatCompletionFunctionTool,
  ChatCompletionMessageParam,
} from 'openai/resources/chat/completions';
import type { ToolDefinition, WireMessage } from '../message.ts';
import { dataUrlOf } from './message-parts.ts';

/** A message as chat completions have it. */
export function chatMessageOf(message: WireMessage): ChatCompletionMessageParam {
  const { role, content } = message;
  switch (role) {
    case 'system':
      return { role, content };
    case 'user': {
      const { images = [] } = message;
      if (images.length === 0) return { role, content };
      return {
        role,
        content: [
          ...(content === '' ? [] : [{ type: 'text' as const, text: content }]),
          ...images.map((image) => ({ type: 'image_url' as const, image_url: { url: dataUrlOf(image) } })),
        ],
      };
    }
    case 'assistant': {
      const { toolCalls = [] } = message;
      if (toolCalls.length === 0) return { role, content };
      return {
        role,
        // As OpenAI's own answers have it; an empty string is refused by some.
        content: content === '' ? null : content,
        tool_calls: toolCalls.map(({ id, name, arguments: json }) => ({
          id,
          type: 'function',
          function: { name, arguments: json },
        })),
      };
    }
    case 'tool':
      return { role, tool_call_id: message.callId, content };
  }
}

/** A tool as chat completions have it. */
export function chatToolOf({ name, description, parameters }: ToolDefinition): ChatCompletionFunctionTool {
  return { type: 'function', function: { name, description, parameters } };
}
