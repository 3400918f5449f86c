import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import type { OutgoingMessage } from '../../../src/airlock.ts';
import { keepsSecret } from '../../../src/detect/own/keeps-secret.ts';
import { entriesOf } from '../../../src/detect/own/secret-file.ts';
import { bodyOf, firstBody, openRehearsing, ROUTES } from './at-the-gate.ts';
import { catalogued } from './opened.ts';

const says = (role: 'user' | 'assistant', text: string): OutgoingMessage => ({ role, text });
const TALK = [says('user', 'a'), says('assistant', 'b'), says('user', 'c')];
const CALLED: readonly OutgoingMessage[] = [
  says('user', 'read a.ts'),
  {
    role: 'assistant',
    text: '{"path":"a.ts"}',
    part: { type: 'tool-call', id: 'call_1', name: 'read_file' },
  },
  { role: 'tool', text: 'ok', part: { type: 'tool-result', callId: 'call_1' } },
];

for (const [format, route] of Object.entries(ROUTES)) {
  describe(`a word of the format ${format}`, () => {
    for (const word of ['stream', 'assistant', 'function', 'content', 'messages', 'tool_result'])
      it(`may be a password, here and in all turns that follow: ${word}`, async () => {
        const airlock = openRehearsing();
        const conversation = airlock.newConversation();
        const first = says('user', `DB_PASSWORD="${word}"`);
        for (const messages of [[first], [first, says('assistant', 'hi'), ...CALLED, says('user', 'y')]]) {
          const body = await bodyOf(airlock, conversation, route, messages);
          assert.match(body, /DB_PASSWORD=\\"[A-Z]+_1\\"/);
        }
      });

    it('may be a term of the user’s, and does not go where they say it', async () => {
      const body = await firstBody(route, [...TALK, says('user', 'my assistant does')], {
        terms: ['assistant'],
      });
      assert.match(body, /"role":"assistant"/);
      assert.doesNotMatch(body, /my assistant/);
    });
  });
}

describe('the name of the model', () => {
  const route = catalogued('dry-run:openai/gpt-4o-mini');

  it('may stand in a file that keeps secrets', async () => {
    const known = entriesOf('.env', 'OPENAI_MODEL=gpt-4o-mini')
      .filter(keepsSecret)
      .map(({ key, value }) => ({ key, value, file: '.env' }));
    assert.equal(known.length, 1);
    const body = await firstBody(route, [says('user', 'what does gpt-4o-mini cost?')], { known });
    assert.match(body, /"model":"gpt-4o-mini"/);
    assert.doesNotMatch(body, /what does gpt-4o-mini/);
  });

  it('may hold a term of the user’s', async () => {
    assert.notEqual(await firstBody(route, TALK, { terms: ['gpt-4o-mini', 'gpt'] }), '');
  });
});
