import type { WireFormat } from '../../../../src/wire/format.ts';

/** How a host of a format speaks, as far as faults are told by it. */
export interface Spoken {
  readonly format: WireFormat;
  /** Events of a stream. */
  readonly begin: string;
  text(text: string): string;
  readonly end: string;
  /** An event that is no JSON. */
  readonly garbled: string;
  /** An error that is put into a stream. */
  readonly errorEvent: string;
  /** An error under a status of success. */
  readonly errorBody: string;
}

const chunk = (delta: object, finish: string | null = null): string =>
  `data: ${JSON.stringify({ id: 'c', object: 'chat.completion.chunk', choices: [{ index: 0, delta, finish_reason: finish }] })}\n\n`;

/** Of a format whose events say what they are. */
const typed = (type: string, more: object = {}): string =>
  `event: ${type}\ndata: ${JSON.stringify({ type, ...more })}\n\n`;

/** The formats there are adapters for. */
export const SPOKEN: readonly Spoken[] = [
  {
    format: 'chat-completions',
    begin: chunk({ role: 'assistant', content: '' }),
    text: (text) => chunk({ content: text }),
    end: `${chunk({}, 'stop')}data: [DONE]\n\n`,
    garbled: 'data: {"oops\n\n',
    errorEvent: 'data: {"error":{"message":"quotes my prompt","type":"server_error","code":500}}\n\n',
    errorBody: '{"error":{"message":"quotes my prompt","type":"server_error","code":500}}',
  },
  {
    format: 'responses',
    begin: typed('response.created', { response: { object: 'response', status: 'in_progress' } }),
    text: (text) => typed('response.output_text.delta', { output_index: 0, delta: text }),
    end: typed('response.completed', { response: { object: 'response', status: 'completed' } }),
    garbled: 'event: response.output_text.delta\ndata: {"oops\n\n',
    errorEvent: typed('error', { code: 'server_error', message: 'quotes my prompt' }),
    errorBody: '{"error":{"message":"quotes my prompt","type":"server_error"}}',
  },
  {
    format: 'messages',
    begin:
      typed('message_start', { message: { type: 'message', role: 'assistant', content: [] } }) +
      typed('content_block_start', { index: 0, content_block: { type: 'text', text: '' } }) +
      typed('ping'),
    text: (text) => typed('content_block_delta', { index: 0, delta: { type: 'text_delta', text } }),
    end:
      typed('content_block_stop', { index: 0 }) +
      typed('message_delta', { delta: { stop_reason: 'end_turn' } }) +
      typed('message_stop'),
    garbled: 'event: content_block_delta\ndata: {"oops\n\n',
    errorEvent: typed('error', { error: { type: 'overloaded_error', message: 'quotes my prompt' } }),
    errorBody: '{"type":"error","error":{"type":"api_error","message":"quotes my prompt"}}',
  },
];
