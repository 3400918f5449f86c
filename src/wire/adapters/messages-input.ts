import type {
  ContentBlockParam,
  ImageBlockParam,
  MessageParam,
  TextBlockParam,
  Tool,
} from '@anthropic-ai/sdk/resources/messages/messages';
import type { ToolDefinition, WireImage, WireMessage } from '../message.ts';
import { PICTURE_TYPES } from '../picture-types.ts';
import { isJsonObject } from './read-as.ts';

type Turn = { role: 'user' | 'assistant'; content: ContentBlockParam[] };

/**
 * The conversation as Anthropic has it: turns of user and assistant that take each other's place, what tools answered
 * first in a user's turn, and no text that is blank, which is refused.
 */
export function turnsOf(messages: readonly WireMessage[]): MessageParam[] {
  const turns: Turn[] = [];
  for (const message of messages) {
    if (message.role === 'system') continue;
    const role = message.role === 'assistant' ? 'assistant' : 'user';
    const blocks = blocksOf(message);
    const last = turns.at(-1);
    if (last?.role === role) last.content.push(...blocks);
    else if (blocks.length > 0) turns.push({ role, content: blocks });
  }
  return turns.map(({ role, content }) => ({ role, content: resultsFirst(content) }) as MessageParam);
}

/**
 * What the system says, each text by itself: what stands in none of them alone and was not looked at must not come about by
 * joining them. Undefined where it says nothing.
 */
export function systemOf(messages: readonly WireMessage[]): string | TextBlockParam[] | undefined {
  const texts = messages.flatMap(({ role, content }) =>
    role === 'system' && content.trim() !== '' ? [content] : [],
  );
  return texts.length > 1 ? texts.map((text) => ({ type: 'text', text })) : texts[0];
}

/** A tool as Anthropic has it. */
export function anthropicToolOf({ name, description, parameters }: ToolDefinition): Tool {
  return { name, description, input_schema: { ...parameters, type: 'object' } };
}

function blocksOf(message: WireMessage): ContentBlockParam[] {
  const { content } = message;
  const text: ContentBlockParam[] = content.trim() === '' ? [] : [{ type: 'text', text: content }];
  switch (message.role) {
    case 'system':
      return [];
    case 'user':
      return [...(message.images ?? []).flatMap(pictureOf), ...text];
    case 'assistant':
      return [
        ...text,
        ...(message.toolCalls ?? []).map(({ id, name, arguments: json }) => ({
          type: 'tool_use' as const,
          id: idOf(id),
          name,
          input: inputOf(json),
        })),
      ];
    case 'tool':
      return [
        {
          type: 'tool_result',
          tool_use_id: idOf(message.callId),
          ...(content.trim() !== '' && { content }),
          ...(message.failed === true && { is_error: true }),
        },
      ];
  }
}

function pictureOf({ mediaType, base64 }: WireImage): ImageBlockParam[] {
  return PICTURE_TYPES.filter((one) => one === mediaType).map((one) => ({
    type: 'image',
    source: { type: 'base64', media_type: one, data: base64 },
  }));
}

/** An id as Anthropic takes it: a conversation may have begun at a host whose ids hold more. */
function idOf(id: string): string {
  return id.replaceAll(/[^a-zA-Z0-9_-]/g, '_');
}

/** Arguments are an object here. What a model wrote that is none goes as it is, under a name that says so. */
function inputOf(json: string): Record<string, unknown> {
  if (json.trim() === '') return {};
  try {
    const parsed: unknown = JSON.parse(json);
    if (isJsonObject(parsed)) return parsed;
  } catch {
    // Not even JSON.
  }
  return { arguments: json };
}

function resultsFirst(blocks: readonly ContentBlockParam[]): ContentBlockParam[] {
  const isResult = ({ type }: ContentBlockParam): boolean => type === 'tool_result';
  return [...blocks.filter(isResult), ...blocks.filter((block) => !isResult(block))];
}
