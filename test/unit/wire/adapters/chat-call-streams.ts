import { calls, delta, part } from './chat-pieces.ts';
import { call, data, end, piece, type Stream, text } from './stream.ts';

export const CHAT_CALL_STREAMS: readonly Stream[] = [
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
];
