import assert from 'node:assert/strict';
import { after, before, describe, it } from 'mocha';
import { FORMATS, type WireFormat } from '../../../../src/wire/format.ts';
import type { WireMessage } from '../../../../src/wire/message.ts';
import { type RawServer, startRawServer } from '../../../servers/raw-server.ts';
import { type Asked, clearedFor, collect, send } from './asking.ts';
import { PICTURE, SAID, TOOL, WRITTEN } from './written.ts';

/** What each format answers with where it says nothing. */
const NOTHING: Readonly<Record<WireFormat, string>> = {
  'chat-completions': 'data: {"choices":[{"index":0,"delta":{},"finish_reason":"stop"}]}\n\n',
  responses: 'data: {"type":"response.completed","response":{"object":"response","status":"completed"}}\n\n',
  messages: 'event: message_stop\ndata: {"type":"message_stop"}\n\n',
};
/** The first piece of a text. */
const BEGINNING: Readonly<Record<WireFormat, string>> = {
  'chat-completions': 'data: {"choices":[{"index":0,"delta":{"content":"one"}}]}\n\n',
  responses: 'data: {"type":"response.output_text.delta","delta":"one"}\n\n',
  messages:
    'event: content_block_delta\ndata: {"type":"content_block_delta","index":0,"delta":{"type":"text_delta","text":"one"}}\n\n',
};

for (const format of Object.keys(FORMATS) as WireFormat[]) {
  const { path, key, body, picture } = WRITTEN[format];

  describe(`what is sent as ${format}`, () => {
    let server: RawServer;
    before(async () => (server = await startRawServer()));
    after(() => server.close());

    const sent = async (asked: Asked, target: Parameters<typeof clearedFor>[3] = {}) => {
      server.answer = { body: NOTHING[format] };
      const cleared = await clearedFor(format, `${server.origin}/v1`, asked, target);
      assert.deepEqual(await collect(send(cleared)), [{ type: 'end', reason: 'complete' }]);
      const arrival = server.arrived.at(-1);
      assert.ok(arrival);
      return { ...arrival, body: JSON.parse(arrival.body) as Record<string, unknown> };
    };

    it('is as its maker documents it, to the field', async () => {
      const arrival = await sent({ messages: SAID, tools: [TOOL], fields: { seed: 7 } });
      assert.equal(arrival.path, path);
      assert.deepEqual(arrival.body, body);
    });

    it('has the model call some tool where it has to, and says nothing of that otherwise', async () => {
      const { body: must } = await sent({ tools: [TOOL], mustCall: true });
      assert.deepEqual(must['tool_choice'], format === 'messages' ? { type: 'any' } : 'required');
      const { body: may } = await sent({ tools: [TOOL] });
      assert.equal(may['tool_choice'], undefined);
    });

    it('is the same to the character with long texts', async () => {
      const long = (text: string): string => `${text} "so" \\ \n\u2028 \ud83d\udd11 \ud83d `.repeat(40);
      const messages = SAID.map((message) => ({ ...message, content: long(message.content) }));
      const arrival = await sent({ messages, tools: [TOOL], fields: { seed: 7 } });
      const said = new Set(SAID.map(({ content }) => content));
      const expected: unknown = JSON.parse(JSON.stringify(body), (_, value: unknown) =>
        typeof value === 'string' && said.has(value) ? long(value) : value,
      );
      assert.deepEqual(arrival.body, expected);
    });

    it('has each text of the system by itself', async () => {
      const [one, two] = ['Be brief.', 'Be kind.'];
      const said = ['', one, two].map((content) => ({ role: 'system', content }) as const);
      const { body: sentBody } = await sent({ messages: [...said, { role: 'user', content: 'hello' }] });
      const { system, instructions, input, messages = [] } = sentBody;
      assert.deepEqual(
        { system, instructions, said: input ?? (messages as unknown[]).slice(0, -1) },
        {
          'chat-completions': { system: undefined, instructions: undefined, said },
          responses: {
            system: undefined,
            instructions: one,
            said: [
              { type: 'message', role: 'system', content: two },
              { type: 'message', role: 'user', content: 'hello' },
            ],
          },
          messages: {
            system: [
              { type: 'text', text: one },
              { type: 'text', text: two },
            ],
            instructions: undefined,
            said: [],
          },
        }[format],
      );
    });

    it('has the headers of the gate and of the connection, and none of the client', async () => {
      const { headers } = await sent({});
      assert.equal(headers[key[0]], key[1]);
      const own = ['accept', 'content-type', 'user-agent', key[0], ...Object.keys(FORMATS[format].headers)];
      // What `fetch` of the platform adds by itself.
      const connection = [
        'accept-encoding',
        'accept-language',
        'connection',
        'content-length',
        'host',
        'sec-fetch-mode',
      ];
      assert.deepEqual(Object.keys(headers).toSorted(), [...own, ...connection].toSorted());
      assert.equal(headers['user-agent'], 'prompt-airlock');
    });

    it('has a picture in it, never an address of one', async () => {
      const images = [PICTURE];
      const { body: one } = await sent({ messages: [{ role: 'user', content: 'What is this?', images }] });
      const said = one['messages'] ?? one['input'];
      assert.deepEqual(said, [picture]);
      const { body: mute } = await sent({ messages: [{ role: 'user', content: '', images }] });
      assert.equal(JSON.stringify(mute['messages'] ?? mute['input']).match(/"type":"(?:input_)?text"/), null);
    });

    it('has the key in the header of the host where that is another', async () => {
      const { headers } = await sent({}, { keyHeader: 'api-key' });
      assert.equal(headers['api-key'], 'made-up-key');
      assert.equal(headers['authorization'], undefined);
      assert.equal(headers['x-api-key'], undefined);
    });

    const unsendable: Readonly<Record<string, Asked>> = {
      'a tool with a name of other letters': { tools: [{ ...TOOL, name: 'größe' }] },
      'a tool with a name of more lines than one': { tools: [{ ...TOOL, name: 'a\nb' }] },
      'a call of such a tool': {
        messages: [
          { role: 'assistant', content: '', toolCalls: [{ id: 'a', name: 'a b', arguments: '{}' }] },
        ],
      },
      'a picture of another kind': {
        messages: [{ role: 'user', content: '', images: [{ ...PICTURE, mediaType: 'text/html' }] }],
      },
      'a picture that is an address': {
        messages: [
          { role: 'user', content: '', images: [{ ...PICTURE, base64: 'https://pictures.example/1.png' }] },
        ],
      },
    };
    for (const [what, asked] of Object.entries(unsendable)) {
      it(`is nothing for ${what}`, async () => {
        const before = server.arrived.length;
        const cleared = await clearedFor(format, `${server.origin}/v1`, asked);
        await assert.rejects(collect(send(cleared)), { reason: 'unsendable', sent: 'no' });
        assert.equal(server.arrived.length, before);
      });
    }

    it('ends when it is stopped, and the connection with it', async () => {
      const own = await startRawServer({ body: BEGINNING[format], hold: true });
      const stop = new AbortController();
      const events = send(await clearedFor(format, `${own.origin}/v1`), stop.signal);
      assert.deepEqual(await events.next(), { done: false, value: { type: 'text', text: 'one' } });
      stop.abort();
      await assert.rejects(events.next(), { name: 'AbortError' });
      await own.abandoned();
      await own.close();
    });

    it('is nothing when it was stopped before', async () => {
      const before = server.arrived.length;
      const cleared = await clearedFor(format, `${server.origin}/v1`);
      await assert.rejects(collect(send(cleared, AbortSignal.abort())), { name: 'AbortError' });
      assert.equal(server.arrived.length, before);
    });

    it('is given up when nobody reads on', async () => {
      const own = await startRawServer({ body: BEGINNING[format], hold: true });
      for await (const event of send(await clearedFor(format, `${own.origin}/v1`))) {
        assert.equal(event.type, 'text');
        break;
      }
      await own.abandoned();
      await own.close();
    });
  });
}

describe('what is sent as messages, further', () => {
  let server: RawServer;
  before(async () => (server = await startRawServer({ body: NOTHING.messages })));
  after(() => server.close());

  const turns = async (messages: readonly WireMessage[], model = 'claude-opus-4-1') => {
    await collect(send(await clearedFor('messages', `${server.origin}/v1`, { messages, model })));
    return JSON.parse(server.arrived.at(-1)?.body ?? '') as {
      readonly max_tokens: number;
      readonly messages: { readonly role: string; readonly content: readonly Record<string, unknown>[] }[];
    };
  };

  it("has turns that take each other's place, what tools answered first, and no blank text", async () => {
    const { messages } = await turns([
      { role: 'user', content: 'one' },
      { role: 'user', content: 'two' },
      { role: 'assistant', content: ' \n', toolCalls: [{ id: 'a:1/x', name: 'f', arguments: '' }] },
      { role: 'assistant', content: '', toolCalls: [{ id: 'b', name: 'g', arguments: '[1]' }] },
      { role: 'user', content: 'meanwhile' },
      { role: 'tool', callId: 'a:1/x', content: '' },
      { role: 'tool', callId: 'b', content: 'two', failed: false },
      { role: 'assistant', content: '' },
      { role: 'user', content: 'go on' },
    ]);
    assert.deepEqual(messages, [
      {
        role: 'user',
        content: [
          { type: 'text', text: 'one' },
          { type: 'text', text: 'two' },
        ],
      },
      {
        role: 'assistant',
        content: [
          { type: 'tool_use', id: 'a_1_x', name: 'f', input: {} },
          { type: 'tool_use', id: 'b', name: 'g', input: { arguments: '[1]' } },
        ],
      },
      {
        role: 'user',
        content: [
          { type: 'tool_result', tool_use_id: 'a_1_x' },
          { type: 'tool_result', tool_use_id: 'b', content: 'two' },
          { type: 'text', text: 'meanwhile' },
          { type: 'text', text: 'go on' },
        ],
      },
    ]);
  });

  it('keeps every name of an argument', async () => {
    const json = '{"constructor":"a","__proto__":{"x":1},"prototype":2}';
    const { messages } = await turns([
      { role: 'assistant', content: '', toolCalls: [{ id: 'a', name: 'f', arguments: json }] },
    ]);
    assert.equal(JSON.stringify(messages[0]?.content[0]?.['input']), json);
  });

  const longest: readonly (readonly [model: string, tokens: number])[] = [
    ['claude-3-haiku-20240307', 4_096],
    ['claude-3-5-sonnet-20241022', 8_192],
    ['claude-3-7-sonnet-20250219', 32_000],
    ['claude-opus-4-1', 32_000],
    ['claude-sonnet-5-5', 32_000],
    ['anthropic/claude-opus-4.1', 32_000],
    ['deepseek-chat', 8_192],
  ];
  for (const [model, tokens] of longest) {
    it(`asks ${model} for ${tokens} tokens at most`, async () => {
      assert.equal((await turns([{ role: 'user', content: 'one' }], model)).max_tokens, tokens);
    });
  }

  it('takes no picture that Anthropic does not', async () => {
    const images = [{ ...PICTURE, mediaType: 'image/svg+xml' }];
    const cleared = await clearedFor('messages', `${server.origin}/v1`, {
      messages: [{ role: 'user', content: '', images }],
    });
    await assert.rejects(collect(send(cleared)), { reason: 'unsendable', sent: 'no' });
  });
});
