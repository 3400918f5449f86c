import { call, data, end, named, piece, type Stream, text, thought } from './stream.ts';

const event = (type: string, fields: object = {}): { type: string } => ({ type, ...fields });
const START = event('message_start', {
  message: { id: 'm', type: 'message', role: 'assistant', content: [] },
});
const STOP = event('message_stop');
const block = (index: number, content_block: object): { type: string } =>
  event('content_block_start', { index, content_block });
const delta = (index: number, fields: object): { type: string } =>
  event('content_block_delta', { index, delta: fields });
const says = (said: string): { type: string } => delta(0, { type: 'text_delta', text: said });
const wrote = (index: number, json: string): { type: string } =>
  delta(index, { type: 'input_json_delta', partial_json: json });
const tool = (index: number, id: string, input: object = {}): { type: string } =>
  block(index, { type: 'tool_use', id, name: 'read', input });
const ends = (stop_reason: string | null): { type: string } =>
  event('message_delta', { delta: { stop_reason, stop_sequence: null }, usage: { output_tokens: 3 } });
const whole = (stop_reason: string, ...content: readonly object[]): string =>
  JSON.stringify({ id: 'm', type: 'message', role: 'assistant', content, stop_reason });

export const MESSAGE_STREAMS: readonly Stream[] = [
  {
    name: 'streams text to its end, with pings between',
    answer: {
      body: named(
        START,
        block(0, { type: 'text', text: '' }),
        event('ping'),
        says('one '),
        event('ping'),
        says('two'),
        event('content_block_stop', { index: 0 }),
        ends('end_turn'),
        STOP,
      ),
    },
    events: [text('one two'), end('complete')],
  },
  {
    name: 'is whole with a reason alone',
    answer: { body: named(says('one'), ends('stop_sequence')) },
    events: [text('one'), end('complete')],
  },
  {
    name: 'is whole with its last event alone',
    answer: { body: named(says('one'), STOP) },
    events: [text('one'), end('complete')],
  },
  {
    name: 'is cut off without either',
    answer: { body: named(START, says('one'), ends(null)) },
    events: [text('one')],
    fault: 'cut-off',
  },
  {
    name: 'is cut off where the connection is',
    answer: { body: named(START, says('one')), cut: true },
    events: [text('one')],
    fault: 'cut-off',
  },
  {
    name: 'is cut off in the middle of a line',
    answer: { body: `${named(says('one'))}event: message_delta\ndata: {"type":"mess` },
    events: [text('one')],
    fault: 'cut-off',
  },
  {
    name: 'ends by its length',
    answer: { body: named(says('one'), ends('max_tokens'), STOP) },
    events: [text('one'), end('length')],
  },
  {
    name: 'ends by the length of all that was said',
    answer: { body: named(says('one'), ends('model_context_window_exceeded'), STOP) },
    events: [text('one'), end('length')],
  },
  {
    name: 'is held back',
    answer: { body: named(says('o'), ends('refusal'), STOP) },
    events: [text('o'), end('filtered')],
  },
  {
    name: 'has thoughts, signed and hidden ones',
    answer: {
      body: named(
        block(0, { type: 'thinking', thinking: '', signature: '' }),
        delta(0, { type: 'thinking_delta', thinking: 'hm' }),
        delta(0, { type: 'signature_delta', signature: 'quoted' }),
        block(1, { type: 'redacted_thinking', data: 'quoted' }),
        block(2, { type: 'text', text: 'o' }),
        delta(2, { type: 'text_delta', text: 'ne' }),
        delta(2, { type: 'citations_delta', citation: { cited_text: 'quoted' } }),
        ends('end_turn'),
        STOP,
      ),
    },
    events: [thought('hm'), text('one'), end('complete')],
  },
  {
    name: 'has calls in pieces',
    answer: {
      body: named(
        says('one'),
        tool(1, 'c1'),
        wrote(1, ''),
        wrote(1, '{"a"'),
        wrote(1, ':1}'),
        tool(2, 'c2'),
        ends('tool_use'),
        STOP,
      ),
    },
    events: [
      text('one'),
      piece('c1', 'read', '{"a":1}'),
      call('c1', 'read', '{"a":1}'),
      call('c2', 'read', '{}'),
      end('tool-calls'),
    ],
  },
  {
    name: 'has a call that comes as a whole, without a reason of its own',
    answer: { body: named(tool(0, 'c1', { a: 1 }), ends('end_turn'), STOP) },
    events: [piece('c1', 'read', '{"a":1}'), call('c1', 'read', '{"a":1}'), end('tool-calls')],
  },
  {
    name: 'ends by its length within a call, which is not given',
    answer: { body: named(tool(0, 'c1'), wrote(0, '{"a'), ends('max_tokens'), STOP) },
    events: [piece('c1', 'read', '{"a'), end('length')],
  },
  {
    name: 'breaks down',
    answer: {
      body: named(says('one'), event('error', { error: { type: 'overloaded_error', message: 'quoted' } })),
    },
    events: [text('one')],
    fault: 'error-in-answer',
  },
  {
    name: 'has events that are not known yet',
    answer: { body: named(event('content_block_note', { index: 0 }), says('one'), STOP) },
    events: [text('one'), end('complete')],
  },
  {
    name: 'has text that is none',
    answer: { body: named(delta(0, { type: 'text_delta', text: 7 })) },
    events: [],
    fault: 'not-an-answer',
  },
  {
    name: 'has lines that are no JSON',
    answer: { body: `${named(says('one'))}event: content_block_delta\ndata: {quoted\n\n` },
    events: [text('one')],
    fault: 'broken-stream',
  },
  {
    name: 'is a chat completion, whose events have no name',
    answer: { body: data({ choices: [{ index: 0, delta: { content: 'quoted' } }] }, '[DONE]') },
    events: [],
    fault: 'cut-off',
  },
  {
    name: 'comes as a whole',
    answer: {
      body: whole(
        'tool_use',
        { type: 'thinking', thinking: 'hm', signature: 'quoted' },
        { type: 'text', text: 'one' },
        { type: 'tool_use', id: 'c1', name: 'read', input: { a: 1 } },
      ),
      type: 'application/json',
    },
    events: [
      thought('hm'),
      text('one'),
      piece('c1', 'read', '{"a":1}'),
      call('c1', 'read', '{"a":1}'),
      end('tool-calls'),
    ],
  },
  {
    name: 'comes as a whole that is cut by its length',
    answer: { body: whole('max_tokens', { type: 'text', text: 'one' }), type: 'application/json' },
    events: [text('one'), end('length')],
  },
  {
    name: 'comes as an error as a whole',
    answer: { body: '{"type":"error","error":{"message":"quoted"}}', type: 'application/json' },
    events: [],
    fault: 'error-in-answer',
  },
  {
    name: 'comes as a whole of another format',
    answer: { body: '{"choices":[{"message":{"content":"quoted"}}]}', type: 'application/json' },
    events: [],
    fault: 'not-an-answer',
  },
];
