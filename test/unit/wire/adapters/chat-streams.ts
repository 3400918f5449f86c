import { delta, part, whole } from './chat-pieces.ts';
import { call, data, end, piece, type Stream, text, thought } from './stream.ts';

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
    fault: 'broken-stream',
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
