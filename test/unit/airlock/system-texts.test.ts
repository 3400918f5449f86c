import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import type { OutgoingMessage } from '../../../src/airlock.ts';
import { bodyOf, firstBody, openRehearsing, ROUTES } from './at-the-gate.ts';

const system = (text: string): OutgoingMessage => ({ role: 'system', text });
const user = (text: string): OutgoingMessage => ({ role: 'user', text });

for (const [format, route] of Object.entries(ROUTES))
  describe(`several texts of the system as ${format}`, () => {
    it('go though something would be found once they are joined, and so do the turns that follow', async () => {
      const airlock = openRehearsing();
      const conversation = airlock.newConversation();
      const messages = [system('Kundennummer:'), system('4711234'), user('x')];
      for (const more of [[], [{ role: 'assistant', text: 'y' } as const, user('z')]])
        assert.match(await bodyOf(airlock, conversation, route, [...messages, ...more]), /"4711234"/);
    });

    it('go without what is found in one of them, in all', async () => {
      const body = await firstBody(route, [
        system('Kundennummer: 4711234'),
        system('4711234 is his'),
        user('x'),
      ]);
      assert.ok(!body.includes('4711234'));
      assert.match(body, /"(?<standIn>\w+) is his"/);
    });
  });
