import { call, data, end, piece, type Stream, text, thought } from './stream.ts';

const delta = (fields: object, finish: string | null = null): object => ({
  choices: [{ index: 0, delta: fields, finish_reason: finish }],
});
const calls = (...tool_calls: readonly object[]): object => delta({ tool_calls });
const part = (
  index: number | undefined,
  fields: { id?: string; name?: string; json?: string | object },
): object => ({
  ...(index !== undefined && { index }),
  ...(fields.id !== undefined && { id: fields.id, type: 'function' }),
  function: {
    ...(fields.name !== undefined && { name: fields.name }),
    ...(fields.json !== undefined && { arguments: fields.json }),
  },
});
const whole = (message: object, finish?: string): string =>
  JSON.stringify({ choices: [{ index: 0, message, ...(finish && { finish_reason: finish }) }] });

export const CHAT_STREAMS: readonly Stream[] = [
  {
    name: 'ends with its reason, whatever comes after it',
    answer: {
      body: data(
        delta({ role: 'assistant', content: '' }),
        delta({ content: 'one ' }),
        delta({ content: 'two' }),
        delta({}, 'stop'),
        { choices: [], usage: { prompt_tokens: 1, completion_tokens: 2, total_tokens: 3 } },
        '[DONE]',
      ),
    },
    events: [text('one two'), end('complete')],
  },
  {
    name: 'is whole with a reason and without [DONE]',
    answer: { body: data(delta({ content: 'one' }), delta({}, 'stop')) },
    events: [text('one'), end('complete')],
  },
  {
    name: 'is whole with [DONE] and without a reason',
    answer: { body: data(delta({ content: 'one' }), '[DONE]') },
    events: [text('one'), end('complete')],
  },
  {
    name: 'is whole with [DONE] written without a blank',
    answer: { body: `${data(delta({ content: 'one' }))}data:[DONE]\n\n` },
    events: [text('one'), end('complete')],
  },
  {
    name: 'is cut off without either',
    answer: { body: data(delta({ content: 'one' })) },
    events: [text('one')],
    fault: 'cut-off',
  },
  {
    name: 'is cut off where only its text has [DONE]',
    answer: { body: data(delta({ content: 'say\ndata: [DONE]\n\n' })) },
    events: [text('say\ndata: [DONE]\n\n')],
    fault: 'cut-off',
  },
  {
    name: 'is cut off where the connection is',
    answer: { body: data(delta({ content: 'one' })), cut: true },
    events: [text('one')],
    fault: 'cut-off',
  },
  {
    name: 'is cut off in the middle of a line',
    answer: { body: `${data(delta({ content: 'one' }))}data: {"choices":[{"ind` },
    events: [text('one')],
    fault: 'cut-off',
  },
  {
    name: 'has an end by its length',
    answer: { body: data(delta({ content: 'one' }), delta({}, 'length')) },
    events: [text('one'), end('length')],
  },
  {
    name: 'has an end by its length as Mistral says it',
    answer: { body: data(delta({ content: 'one' }), delta({}, 'model_length')) },
    events: [text('one'), end('length')],
  },
  {
    name: 'is held back by a filter',
    answer: { body: data(delta({ content: 'o' }), delta({}, 'content_filter')) },
    events: [text('o'), end('filtered')],
  },
  {
    name: 'ends with a word that is not known',
    answer: { body: data(delta({ content: 'one' }), delta({}, 'eos')) },
    events: [text('one'), end('complete')],
  },
  {
    name: 'breaks down as DeepSeek says it',
    answer: { body: data(delta({ content: 'one' }), delta({}, 'insufficient_system_resource')) },
    events: [text('one')],
    fault: 'error-in-answer',
  },
  {
    name: 'has a refusal, which is text',
    answer: { body: data(delta({ refusal: 'I will ' }), delta({ refusal: 'not.' }), delta({}, 'stop')) },
    events: [text('I will not.'), end('complete')],
  },
  {
    name: 'has thoughts as DeepSeek, vLLM, xAI and NVIDIA write them',
    answer: {
      body: data(
        delta({ reasoning_content: 'hm', content: null }),
        delta({ reasoning_content: '…', content: null }),
        delta({ content: 'one', reasoning_content: null }),
        delta({}, 'stop'),
      ),
    },
    events: [thought('hm…'), text('one'), end('complete')],
  },
  {
    name: 'has thoughts as OpenRouter, Groq and Cerebras write them',
    answer: {
      body: data(
        delta({ reasoning: 'hm', reasoning_details: [{ type: 'reasoning.text', text: 'hm' }] }),
        delta({ content: 'one' }),
        delta({}, 'stop'),
      ),
    },
    events: [thought('hm'), text('one'), end('complete')],
  },
  {
    name: 'has thoughts in both fields once',
    answer: { body: data(delta({ reasoning: 'hm', reasoning_content: 'hm' }), delta({}, 'stop')) },
    events: [thought('hm'), end('complete')],
  },
  {
    name: 'has thoughts in a form nobody knows, which are left out',
    answer: { body: data(delta({ reasoning: { summary: 1 }, content: 'one' }), delta({}, 'stop')) },
    events: [text('one'), end('complete')],
  },
  {
    name: 'has thoughts in parts as Mistral writes them',
    answer: {
      body: data(
        delta({ content: [{ type: 'thinking', thinking: [{ type: 'text', text: 'hm' }] }] }),
        delta({ content: [{ type: 'text', text: 'one' }] }),
        delta({}, 'stop'),
      ),
    },
    events: [thought('hm'), text('one'), end('complete')],
  },
  {
    name: 'has comments and other events between',
    answer: { body: `: OPENROUTER PROCESSING\n\n${data(delta({ content: 'one' }, 'stop'))}: bye\n\n` },
    events: [text('one'), end('complete')],
  },
  {
    name: 'begins with the filter of Azure',
    answer: {
      body: data(
        { choices: [], prompt_filter_results: [{ prompt_index: 0 }] },
        delta({ content: 'one' }, 'stop'),
      ),
    },
    events: [text('one'), end('complete')],
  },
  {
    name: 'has further choices, which were not asked for',
    answer: {
      body: data(
        { choices: [{ index: 1, delta: { content: 'x' }, finish_reason: 'length' }] },
        delta({ content: 'one' }, 'stop'),
      ),
    },
    events: [text('one'), end('complete')],
  },
  {
    name: 'has a call in pieces',
    answer: {
      body: data(
        calls(part(0, { id: 'c1', name: 'read', json: '' })),
        calls(part(0, { json: '{"a"' })),
        calls(part(0, { json: ':1}' })),
        delta({}, 'tool_calls'),
        '[DONE]',
      ),
    },
    events: [piece('c1', 'read', '{"a":1}'), call('c1', 'read', '{"a":1}'), end('tool-calls')],
  },
  {
    name: 'has two calls, their pieces in turn',
    answer: {
      body: data(
        calls(
          part(0, { id: 'c1', name: 'read', json: '{"a"' }),
          part(1, { id: 'c2', name: 'list', json: '{' }),
        ),
        calls(part(0, { json: ':1}' })),
        calls(part(1, { json: '}' })),
        delta({}, 'tool_calls'),
      ),
    },
    events: [
      piece('c1', 'read', '{"a"'),
      piece('c2', 'list', '{'),
      piece('c1', 'read', ':1}'),
      piece('c2', 'list', '}'),
      call('c1', 'read', '{"a":1}'),
      call('c2', 'list', '{}'),
      end('tool-calls'),
    ],
  },
  {
    name: 'has a whole call in one chunk, with no reason of its own',
    answer: { body: data(calls(part(0, { id: 'c1', name: 'read', json: '{"a":1}' })), delta({}, 'stop')) },
    events: [piece('c1', 'read', '{"a":1}'), call('c1', 'read', '{"a":1}'), end('tool-calls')],
  },
  {
    name: 'has a call without an id',
    answer: { body: data(calls(part(0, { name: 'read', json: '{"a":1}' })), delta({}, 'tool_calls')) },
    events: [piece('call_1', 'read', '{"a":1}'), call('call_1', 'read', '{"a":1}'), end('tool-calls')],
  },
  {
    name: 'has calls without an id or an index',
    answer: {
      body: data(
        calls(
          part(undefined, { name: 'read', json: '{"a":1}' }),
          part(undefined, { name: 'read', json: '{"a":2}' }),
        ),
        delta({}, 'stop'),
      ),
    },
    events: [
      piece('call_1', 'read', '{"a":1}'),
      piece('call_2', 'read', '{"a":2}'),
      call('call_1', 'read', '{"a":1}'),
      call('call_2', 'read', '{"a":2}'),
      end('tool-calls'),
    ],
  },
  {
    name: 'has every call at the same index',
    answer: {
      body: data(
        calls(part(0, { id: 'c1', name: 'read', json: '{}' })),
        calls(part(0, { id: 'c2', name: 'read', json: '{"a":2}' })),
        delta({}, 'stop'),
      ),
    },
    events: [
      piece('c1', 'read', '{}'),
      piece('c2', 'read', '{"a":2}'),
      call('c1', 'read', '{}'),
      call('c2', 'read', '{"a":2}'),
      end('tool-calls'),
    ],
  },
  {
    name: 'repeats id and name with every piece',
    answer: {
      body: data(
        calls(part(0, { id: 'c1', name: 'read', json: '{"a"' })),
        calls(part(0, { id: 'c1', name: 'read', json: ':1}' })),
        calls(part(0, { id: 'c1', name: 'read', json: '' })),
        delta({}, 'tool_calls'),
      ),
    },
    events: [piece('c1', 'read', '{"a":1}'), call('c1', 'read', '{"a":1}'), end('tool-calls')],
  },
  {
    name: 'has an id of its own for every piece of a call',
    answer: {
      body: data(
        calls(part(0, { id: 'c1', name: 'read', json: '' })),
        calls(part(0, { id: 'c2', json: '{"a"' })),
        calls(part(0, { id: 'c3', json: ':1}' })),
        delta({}, 'tool_calls'),
      ),
    },
    events: [piece('c1', 'read', '{"a":1}'), call('c1', 'read', '{"a":1}'), end('tool-calls')],
  },
  {
    name: 'has arguments as an object',
    answer: {
      body: data(
        calls(part(0, { id: 'c1', name: 'read', json: { a: 1, constructor: 2 } })),
        delta({}, 'stop'),
      ),
    },
    events: [
      piece('c1', 'read', '{"a":1,"constructor":2}'),
      call('c1', 'read', '{"a":1,"constructor":2}'),
      end('tool-calls'),
    ],
  },
  {
    name: 'has a call without arguments',
    answer: { body: data(calls(part(0, { id: 'c1', name: 'read' })), delta({}, 'tool_calls')) },
    events: [call('c1', 'read', '{}'), end('tool-calls')],
  },
  {
    name: 'ends for calls and has none',
    answer: { body: data(delta({ content: 'one' }), delta({}, 'tool_calls')) },
    events: [text('one'), end('complete')],
  },
  {
    name: 'ends by its length within a call, of which only the whole ones are given',
    answer: {
      body: data(
        calls(part(0, { id: 'c1', name: 'read', json: '{}' })),
        calls(part(1, { id: 'c2', name: 'read', json: '{"a' })),
        delta({}, 'length'),
      ),
    },
    events: [piece('c1', 'read', '{}'), piece('c2', 'read', '{"a'), call('c1', 'read', '{}'), end('length')],
  },
  {
    name: 'is cut off within a call, which is not given',
    answer: { body: data(calls(part(0, { id: 'c1', name: 'read', json: '{"a":1}' }))) },
    events: [piece('c1', 'read', '{"a":1}')],
    fault: 'cut-off',
  },
  {
    name: 'has a call that nobody could answer',
    answer: { body: data(calls(part(0, { id: 'c1', json: '{}' })), delta({}, 'tool_calls')) },
    events: [piece('c1', '', '{}')],
    fault: 'not-an-answer',
  },
  {
    name: 'has an error in its middle',
    answer: { body: data(delta({ content: 'one' }), { error: { message: 'quoted', code: 502 } }) },
    events: [text('one')],
    fault: 'error-in-answer',
  },
  {
    name: 'has an error that is named so',
    answer: { body: `${data(delta({ content: 'one' }))}event: error\n${data({ message: 'quoted' })}` },
    events: [text('one')],
    fault: 'error-in-answer',
  },
  {
    name: 'has text that is none',
    answer: { body: data(delta({ content: 7 })) },
    events: [],
    fault: 'not-an-answer',
  },
  {
    name: 'has choices that are none',
    answer: { body: data({ choices: 'quoted' }) },
    events: [],
    fault: 'not-an-answer',
  },
  {
    name: 'is an event that is no object',
    answer: { body: data('7') },
    events: [],
    fault: 'not-an-answer',
  },
  {
    name: 'has lines that are no JSON',
    answer: { body: data(delta({ content: 'one' }), '{quoted') },
    events: [text('one')],
    fault: 'not-an-answer',
  },
  {
    name: 'comes as a whole',
    answer: {
      body: whole({ role: 'assistant', content: 'one', reasoning_content: 'hm' }, 'stop'),
      type: 'application/json',
    },
    events: [thought('hm'), text('one'), end('complete')],
  },
  {
    name: 'comes as a whole without a reason',
    answer: { body: whole({ content: 'one' }), type: 'application/json; charset=utf-8' },
    events: [text('one'), end('complete')],
  },
  {
    name: 'comes as a whole with calls, cut by its length or not',
    answer: {
      body: whole(
        { content: null, tool_calls: [part(undefined, { id: 'c1', name: 'read', json: '{"a":1}' })] },
        'tool_calls',
      ),
      type: 'application/json',
    },
    events: [piece('c1', 'read', '{"a":1}'), call('c1', 'read', '{"a":1}'), end('tool-calls')],
  },
  {
    name: 'comes as a whole event in a stream',
    answer: { body: `data: ${whole({ content: 'one' }, 'stop')}\n\n` },
    events: [text('one'), end('complete')],
  },
  {
    name: 'comes as an error as a whole',
    answer: { body: '{"error":{"message":"quoted"}}', type: 'application/json' },
    events: [],
    fault: 'error-in-answer',
  },
  {
    name: 'comes as a whole without choices',
    answer: { body: '{"choices":[]}', type: 'application/json' },
    events: [],
    fault: 'not-an-answer',
  },
];
