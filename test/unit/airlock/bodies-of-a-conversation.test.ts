import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import type { OutgoingMessage } from '../../../src/airlock.ts';
import { ANTHROPIC, called, CHAT, openIn, rehearsed, says, tool } from './rehearsed.ts';
import { catalogued } from './opened.ts';

const FORMATS = {
  'chat completions': CHAT,
  responses: catalogued('dry-run:openai-responses/gpt-5-pro'),
  messages: ANTHROPIC,
} as const;

const LONG = 'nothing of note happened on that day either. '.repeat(20);
const TOOL = tool({ description: 'Makes a file.', parameters: { type: 'object', properties: {} } });
/** Turn by turn, with what a conversation may hold; an answer is what a model wrote, with its stand-ins. */
const TURNS: readonly (readonly OutgoingMessage[])[] = [
  [TOOL, says('system', 'Be short.'), says('user', `Write to jane.weber@brightparcel.io. ${LONG}`)],
  [says('assistant', 'I wrote to EMAIL_1.'), says('user', `And the other one? ${LONG}`)],
  called({ path: 'a.txt', content: `for jane.weber@brightparcel.io ${LONG}` }),
  [says('assistant', LONG), says('user', '{"prompt-airlock-items":"00000000-0000-4000-8000-000000000000"}')],
  [says('assistant', 'ok'), says('user', 'Thanks.')],
];

describe('the bodies of a conversation', () => {
  for (const [name, route] of Object.entries(FORMATS)) {
    it(`are to the byte those of requests by themselves, in ${name}`, async () => {
      const airlock = openIn();
      const conversation = airlock.newConversation();
      const all = TURNS.map((_, i) => TURNS.slice(0, i + 1).flat());
      // It grows, is asked once more, and goes on from an earlier turn.
      const other = [...TURNS.slice(0, 2).flat(), says('assistant', 'no'), says('user', `Why? ${LONG}`)];
      for (const messages of [...all, all[4] ?? [], other, all[4] ?? []]) {
        const { body } = await rehearsed(airlock, conversation, messages, { route });
        const alone = openIn();
        const { body: whole } = await rehearsed(alone, alone.newConversation(), messages, { route });
        assert.equal(body, whole);
        assert.equal(body, JSON.stringify(JSON.parse(body)));
      }
    });
  }
});
