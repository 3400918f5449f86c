import assert from 'node:assert/strict';
import { LLMock } from '@copilotkit/aimock';
import { afterEach, beforeEach, describe, it } from 'mocha';
import { type Asked, clearedFor, collect, send } from './asking.ts';
import { PICTURE, SAID, TOOL } from './written.ts';

describe("a server of somebody else's that speaks", () => {
  for (const format of ['chat-completions', 'responses', 'messages'] as const) {
    describe(format, () => {
      let mock: LLMock;

      beforeEach(async () => {
        mock = new LLMock({ port: 0, host: '127.0.0.1', chunkSize: 5 });
        await mock.start();
      });
      afterEach(() => mock.stop());

      const ask = async (asked?: Asked) => collect(send(await clearedFor(format, `${mock.url}/v1`, asked)));

      it('streams text, and what was thought before it', async () => {
        mock.onMessage('hello', {
          content: 'Grüße, and more than one piece of it.',
          reasoning: 'They greet me.',
        });
        assert.deepEqual(await ask(), [
          { type: 'reasoning', text: 'They greet me.' },
          { type: 'text', text: 'Grüße, and more than one piece of it.' },
          { type: 'end', reason: 'complete' },
        ]);
      });

      it('streams a call and gives it as a whole', async () => {
        const json = '{"path":"src/a file with a long name.ts","lines":[1,2]}';
        mock.onMessage('hello', {
          content: 'Let me look.',
          toolCalls: [
            { id: 'call_1x', name: 'read_file', arguments: json },
            { id: 'call_2x', name: 'list', arguments: '{}' },
          ],
        });
        assert.deepEqual(await ask({ tools: [TOOL] }), [
          { type: 'text', text: 'Let me look.' },
          { type: 'tool-arguments', id: 'call_1x', name: 'read_file', text: json },
          { type: 'tool-arguments', id: 'call_2x', name: 'list', text: '{}' },
          { type: 'tool-call', call: { id: 'call_1x', name: 'read_file', arguments: json } },
          { type: 'tool-call', call: { id: 'call_2x', name: 'list', arguments: '{}' } },
          { type: 'end', reason: 'tool-calls' },
        ]);
      });

      it('takes back what a tool answered', async () => {
        mock.onToolResult('call_abc', { content: 'It is not there.' });
        assert.deepEqual(await ask({ messages: SAID, tools: [TOOL] }), [
          { type: 'text', text: 'It is not there.' },
          { type: 'end', reason: 'complete' },
        ]);
      });

      it('takes a picture', async () => {
        mock.onMessage('What is this?', { content: 'A point.' });
        const messages = [{ role: 'user' as const, content: 'What is this?', images: [PICTURE] }];
        assert.deepEqual(await ask({ messages }), [
          { type: 'text', text: 'A point.' },
          { type: 'end', reason: 'complete' },
        ]);
      });
    });
  }
});
