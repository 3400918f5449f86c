import assert from 'node:assert/strict';
import { after, before, describe, it } from 'mocha';
import type { AnswerEvent } from '../../../../src/wire/answer-event.ts';
import type { WireFault } from '../../../../src/wire/fault.ts';
import type { WireFormat } from '../../../../src/wire/format.ts';
import { type RawAnswer, type RawServer, startRawServer } from '../../../servers/raw-server.ts';
import { clearedFor, collect, send } from './asking.ts';
import { CHAT_CALL_STREAMS } from './chat-call-streams.ts';
import { CHAT_STREAMS } from './chat-streams.ts';
import { MESSAGE_STREAMS } from './message-streams.ts';
import { RESPONSE_STREAMS } from './response-streams.ts';
import type { Stream } from './stream.ts';

const TABLES: readonly (readonly [WireFormat, readonly Stream[]])[] = [
  ['chat-completions', [...CHAT_STREAMS, ...CHAT_CALL_STREAMS]],
  ['responses', RESPONSE_STREAMS],
  ['messages', MESSAGE_STREAMS],
];

/** What is no answer in any format. */
const NO_ANSWERS: Readonly<Record<string, RawAnswer>> = {
  'a page': { body: '<!doctype html><p>quoted', type: 'text/html' },
  'a page that says it is JSON': { body: '<!doctype html><p>quoted', type: 'application/json' },
  'a text': { body: 'quoted', type: 'text/plain' },
  'JSON that is no object': { body: '"quoted"', type: 'application/json' },
};

for (const [format, streams] of TABLES) {
  describe(`an answer as ${format}`, () => {
    let server: RawServer;
    before(async () => (server = await startRawServer()));
    after(() => server.close());

    /** What came, and how it failed. */
    const read = async (answer: RawAnswer): Promise<{ events: AnswerEvent[]; fault?: WireFault }> => {
      server.answer = answer;
      let fault: WireFault | undefined;
      const answered = send(await clearedFor(format, `${server.origin}/v1`));
      const untilFault = (async function* () {
        try {
          yield* answered;
        } catch (error) {
          fault = error as WireFault;
        }
      })();
      const events = await collect(untilFault);
      return { events, ...(fault && { fault }) };
    };

    for (const { name, answer, events, fault } of streams) {
      it(name, async () => {
        const came = await read(answer);
        assert.deepEqual(came.events, events);
        const expected = fault === undefined ? undefined : { reason: fault, sent: 'yes' };
        const { reason, sent, message, stack } = came.fault ?? {};
        assert.deepEqual(came.fault && { reason, sent }, expected, stack);
        assert.ok(!`${message} ${stack}`.includes('quoted'), 'what a host says is not in an error');
      });
    }

    it('is the same with the other ends of lines', async () => {
      for (const { name, answer, events, fault } of streams) {
        if (fault !== undefined || answer.type !== undefined) continue;
        const { events: came } = await read({ ...answer, body: answer.body.replaceAll('\n', '\r\n') });
        assert.deepEqual(came, events, name);
      }
    });

    for (const [what, answer] of Object.entries(NO_ANSWERS)) {
      it(`is none with ${what}`, async () => {
        const { events, fault } = await read(answer);
        assert.deepEqual(events, []);
        const reason = what.startsWith('a page') ? 'web-page' : 'not-an-answer';
        assert.deepEqual([fault?.reason, fault?.sent], [reason, 'yes']);
        assert.ok(!String(fault?.stack).includes('quoted'));
      });
    }
  });
}

describe('a call whose id has to be made up', () => {
  it('gets one that no call before it has', async () => {
    const name = 'read';
    const server = await startRawServer({
      body: `data: {"choices":[{"index":0,"delta":{"tool_calls":[{"index":0,"function":{"name":"read","arguments":"{}"}}]},"finish_reason":"stop"}]}\n\n`,
    });
    const cleared = await clearedFor('chat-completions', `${server.origin}/v1`, {
      messages: [
        { role: 'assistant', content: '', toolCalls: [{ id: 'call_2', name, arguments: '{}' }] },
        { role: 'tool', callId: 'call_2', content: 'nothing' },
      ],
    });
    const ids = (await collect(send(cleared))).flatMap((event) =>
      event.type === 'tool-call' ? [event.call.id] : [],
    );
    assert.deepEqual(ids, ['call_3']);
    await server.close();
  });
});
