import type { WireFormat } from '../../../../src/wire/format.ts';
import type { ToolDefinition, WireMessage } from '../../../../src/wire/message.ts';

/** A picture of one point. */
export const PICTURE = {
  mediaType: 'image/png',
  base64: 'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==',
};
export const TOOL: ToolDefinition = {
  name: 'read_file',
  description: 'Reads a file',
  parameters: { type: 'object', properties: { path: { type: 'string' } }, required: ['path'] },
};
const CALL = { id: 'call_abc', name: 'read_file', arguments: '{"path":"a.ts"}' };
export const SAID: readonly WireMessage[] = [
  { role: 'system', content: 'Be brief.' },
  { role: 'user', content: 'What is in a.ts?' },
  { role: 'assistant', content: 'Looking.', toolCalls: [CALL] },
  { role: 'tool', callId: 'call_abc', content: 'no such file', failed: true },
];

interface Written {
  readonly path: string;
  readonly key: readonly [header: string, value: string];
  /** The body of a request with `SAID`, `TOOL` and a field, to the field. */
  readonly body: object;
  /** What a message with `PICTURE` is in it. */
  readonly picture: object;
}

/** How each format has it, by its maker's documentation. */
export const WRITTEN: Readonly<Record<WireFormat, Written>> = {
  'chat-completions': {
    path: '/v1/chat/completions',
    key: ['authorization', 'Bearer made-up-key'],
    body: {
      seed: 7,
      model: 'some-model',
      messages: [
        { role: 'system', content: 'Be brief.' },
        { role: 'user', content: 'What is in a.ts?' },
        {
          role: 'assistant',
          content: 'Looking.',
          tool_calls: [
            {
              id: 'call_abc',
              type: 'function',
              function: { name: 'read_file', arguments: '{"path":"a.ts"}' },
            },
          ],
        },
        { role: 'tool', tool_call_id: 'call_abc', content: 'no such file' },
      ],
      tools: [{ type: 'function', function: TOOL }],
      stream: true,
    },
    picture: {
      role: 'user',
      content: [
        { type: 'text', text: 'What is this?' },
        { type: 'image_url', image_url: { url: `data:image/png;base64,${PICTURE.base64}` } },
      ],
    },
  },
  responses: {
    path: '/v1/responses',
    key: ['authorization', 'Bearer made-up-key'],
    body: {
      store: false,
      seed: 7,
      model: 'some-model',
      instructions: 'Be brief.',
      input: [
        { type: 'message', role: 'user', content: 'What is in a.ts?' },
        { type: 'message', role: 'assistant', content: 'Looking.' },
        { type: 'function_call', call_id: 'call_abc', name: 'read_file', arguments: '{"path":"a.ts"}' },
        { type: 'function_call_output', call_id: 'call_abc', output: 'no such file' },
      ],
      tools: [{ type: 'function', ...TOOL, strict: false }],
      stream: true,
    },
    picture: {
      type: 'message',
      role: 'user',
      content: [
        { type: 'input_text', text: 'What is this?' },
        { type: 'input_image', detail: 'auto', image_url: `data:image/png;base64,${PICTURE.base64}` },
      ],
    },
  },
  messages: {
    path: '/v1/messages',
    key: ['x-api-key', 'made-up-key'],
    body: {
      max_tokens: 8192,
      seed: 7,
      model: 'some-model',
      system: 'Be brief.',
      messages: [
        { role: 'user', content: [{ type: 'text', text: 'What is in a.ts?' }] },
        {
          role: 'assistant',
          content: [
            { type: 'text', text: 'Looking.' },
            { type: 'tool_use', id: 'call_abc', name: 'read_file', input: { path: 'a.ts' } },
          ],
        },
        {
          role: 'user',
          content: [
            { type: 'tool_result', tool_use_id: 'call_abc', content: 'no such file', is_error: true },
          ],
        },
      ],
      tools: [{ name: TOOL.name, description: TOOL.description, input_schema: TOOL.parameters }],
      stream: true,
    },
    picture: {
      role: 'user',
      content: [
        { type: 'image', source: { type: 'base64', media_type: 'image/png', data: PICTURE.base64 } },
        { type: 'text', text: 'What is this?' },
      ],
    },
  },
};
