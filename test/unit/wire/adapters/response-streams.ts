import { call, data, end, named, piece, type Stream, text, thought } from './stream.ts';

const event = (type: string, fields: object): { type: string } => ({ type, ...fields });
const says = (delta: string): { type: string } => event('response.output_text.delta', { delta });
const completed = (response: object = {}): { type: string } =>
  event('response.completed', {
    response: { object: 'response', status: 'completed', output: [], ...response },
  });
const incomplete = (reason: string): { type: string } =>
  event('response.incomplete', {
    response: { object: 'response', status: 'incomplete', incomplete_details: { reason } },
  });
const item = (fields: object): object => ({
  type: 'function_call',
  id: 'fc_1',
  call_id: 'c1',
  name: 'read',
  ...fields,
});
const began = (at: number, fields: object = {}): { type: string } =>
  event('response.output_item.added', { output_index: at, item: item({ arguments: '', ...fields }) });
const wrote = (at: number, delta: string): { type: string } =>
  event('response.function_call_arguments.delta', { output_index: at, item_id: 'fc_1', delta });
const message = (...content: readonly object[]): object => ({ type: 'message', role: 'assistant', content });

export const RESPONSE_STREAMS: readonly Stream[] = [
  {
    name: 'streams text to its end',
    answer: {
      body: named(event('response.created', { response: {} }), says('one '), says('two'), completed()),
    },
    events: [text('one two'), end('complete')],
  },
  {
    name: 'is whole with events that are not named, and what is after it is not read',
    answer: { body: data(says('one'), completed(), says('quoted'), '[DONE]') },
    events: [text('one'), end('complete')],
  },
  {
    name: 'is cut off with [DONE] alone',
    answer: { body: data(says('one'), '[DONE]') },
    events: [text('one')],
    fault: 'cut-off',
  },
  {
    name: 'is cut off where the connection is',
    answer: { body: named(says('one')), cut: true },
    events: [text('one')],
    fault: 'cut-off',
  },
  {
    name: 'is cut off in the middle of a line',
    answer: { body: `${named(says('one'))}data: {"type":"resp` },
    events: [text('one')],
    fault: 'cut-off',
  },
  {
    name: 'ends by its length',
    answer: { body: named(says('one'), incomplete('max_output_tokens')) },
    events: [text('one'), end('length')],
  },
  {
    name: 'is held back by a filter',
    answer: { body: named(says('o'), incomplete('content_filter')) },
    events: [text('o'), end('filtered')],
  },
  {
    name: 'fails',
    answer: {
      body: named(says('one'), event('response.failed', { response: { error: { message: 'quoted' } } })),
    },
    events: [text('one')],
    fault: 'error-in-answer',
  },
  {
    name: 'has an error that is named so',
    answer: { body: named(says('one'), event('error', { code: 'x', message: 'quoted', param: null })) },
    events: [text('one')],
    fault: 'error-in-answer',
  },
  {
    name: 'has an error that is not named so',
    answer: { body: data(says('one'), event('error', { code: 'x', message: 'quoted' })) },
    events: [text('one')],
    fault: 'error-in-answer',
  },
  {
    name: 'has a refusal, which is text',
    answer: {
      body: named(
        event('response.refusal.delta', { delta: 'I will ' }),
        event('response.refusal.delta', { delta: 'not.' }),
        event('response.refusal.done', { refusal: 'I will not.' }),
        completed(),
      ),
    },
    events: [text('I will not.'), end('complete')],
  },
  {
    name: 'has thoughts in paragraphs, and as they are',
    answer: {
      body: named(
        event('response.reasoning_summary_part.added', { summary_index: 0 }),
        event('response.reasoning_summary_text.delta', { delta: 'one' }),
        event('response.reasoning_summary_part.added', { summary_index: 1 }),
        event('response.reasoning_summary_text.delta', { delta: 'two' }),
        event('response.reasoning_text.delta', { delta: '!' }),
        says('yes'),
        completed(),
      ),
    },
    events: [thought('one\n\ntwo!'), text('yes'), end('complete')],
  },
  {
    name: 'has a call in pieces, said once more at its end',
    answer: {
      body: named(
        began(0),
        wrote(0, '{"a"'),
        wrote(0, ':1}'),
        event('response.function_call_arguments.done', { output_index: 0, arguments: '{"a":1}' }),
        event('response.output_item.done', { output_index: 0, item: item({ arguments: '{"a":1}' }) }),
        completed({ output: [item({ arguments: '{"a":1}' })] }),
      ),
    },
    events: [piece('c1', 'read', '{"a":1}'), call('c1', 'read', '{"a":1}'), end('tool-calls')],
  },
  {
    name: 'has a call of which only the end is said',
    answer: {
      body: named(
        event('response.output_item.done', { output_index: 0, item: item({ arguments: '{"a":1}' }) }),
        completed(),
      ),
    },
    events: [piece('c1', 'read', '{"a":1}'), call('c1', 'read', '{"a":1}'), end('tool-calls')],
  },
  {
    name: 'has a call without arguments, and two of them',
    answer: {
      body: named(
        began(1),
        began(2, { call_id: 'c2', name: 'list' }),
        wrote(2, '{}'),
        completed({ output: [item({ arguments: '' })] }),
      ),
    },
    events: [
      piece('c2', 'list', '{}'),
      call('c1', 'read', '{}'),
      call('c2', 'list', '{}'),
      end('tool-calls'),
    ],
  },
  {
    name: 'ends by its length within a call, which is not given',
    answer: { body: named(began(0), wrote(0, '{"a'), incomplete('max_output_tokens')) },
    events: [piece('c1', 'read', '{"a'), end('length')],
  },
  {
    name: 'has everything in its last event',
    answer: {
      body: named(
        completed({
          output: [
            { type: 'reasoning', summary: [{ type: 'summary_text', text: 'hm' }] },
            message({ type: 'output_text', text: 'one' }, { type: 'refusal', refusal: '!' }),
            item({ arguments: '{}' }),
          ],
        }),
      ),
    },
    events: [
      thought('hm'),
      text('one!'),
      piece('c1', 'read', '{}'),
      call('c1', 'read', '{}'),
      end('tool-calls'),
    ],
  },
  {
    name: 'has events nobody asked for',
    answer: {
      body: named(
        event('response.web_search_call.searching', { item_id: 'ws_1' }),
        event('response.output_item.added', { output_index: 0, item: { type: 'web_search_call' } }),
        says('one'),
        completed(),
      ),
    },
    events: [text('one'), end('complete')],
  },
  {
    name: 'has text that is none',
    answer: { body: named(event('response.output_text.delta', { delta: 7 })) },
    events: [],
    fault: 'not-an-answer',
  },
  {
    name: 'is a chat completion',
    answer: { body: data({ choices: [{ index: 0, delta: { content: 'quoted' } }] }) },
    events: [],
    fault: 'not-an-answer',
  },
  {
    name: 'comes as a whole',
    answer: {
      body: JSON.stringify({
        object: 'response',
        status: 'completed',
        output: [message({ type: 'output_text', text: 'one' }), item({ arguments: '{"a":1}' })],
      }),
      type: 'application/json',
    },
    events: [text('one'), piece('c1', 'read', '{"a":1}'), call('c1', 'read', '{"a":1}'), end('tool-calls')],
  },
  {
    name: 'comes as a whole that is cut by its length',
    answer: {
      body: JSON.stringify({
        object: 'response',
        status: 'incomplete',
        incomplete_details: { reason: 'max_output_tokens' },
        output: [message({ type: 'output_text', text: 'one' })],
      }),
      type: 'application/json',
    },
    events: [text('one'), end('length')],
  },
  {
    name: 'comes as a whole that failed',
    answer: {
      body: '{"object":"response","status":"failed","error":{"message":"quoted"}}',
      type: 'application/json',
    },
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
