import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import type { OutgoingMessage } from '../../../src/airlock.ts';
import { firstBody, ROUTES } from './at-the-gate.ts';

const CARD = '4539578763621486';
const called = (args: string): OutgoingMessage[] => [
  { role: 'user', text: 'pay' },
  { role: 'assistant', text: args, part: { type: 'tool-call', id: 'call_1', name: 'pay' } },
  { role: 'tool', text: 'ok', part: { type: 'tool-result', callId: 'call_1' } },
];
const tool = (parameters: string): OutgoingMessage => ({
  role: 'system',
  text: `{"description":"pays","parameters":${parameters}}`,
  part: { type: 'tool', name: 'pay' },
});

describe('a number of JSON that leaves in another writing than it was read in', () => {
  it('does not leave where it is a value that was redacted', async () => {
    const messages = [
      ...called('{"card":4.539578763621486e15}'),
      { role: 'user', text: `card ${CARD}` } as const,
    ];
    await assert.rejects(firstBody(ROUTES.messages, messages), { reason: 'vault-value', sent: 'no' });
  });

  it('does not leave where it is only then to be found', async () => {
    await assert.rejects(firstBody(ROUTES.messages, called('{"card":4.539578763621486e15}')), {
      reason: 'unreviewed-finding',
      sent: 'no',
    });
  });

  for (const [format, route] of Object.entries(ROUTES))
    it(`does not leave in the schema of a tool: ${format}`, async () => {
      const messages = [tool('{"type":"object","default":4.539578763621486e15}'), ...called('{}')];
      await assert.rejects(firstBody(route, messages), { reason: 'unreviewed-finding', sent: 'no' });
    });

  it('leaves where it is nothing of anybody’s, and as its stand-in where it was redacted', async () => {
    const harmless = '{"at":1732276800000,"share":0.25,"most":1.5e3,"id":9007199254740993,"below":-0}';
    assert.match(
      await firstBody(ROUTES.messages, called(harmless)),
      /"input":\{"at":1732276800000,"share":0\.25,"most":1500,"id":9007199254740992,"below":0\}/,
    );
    const redacted = await firstBody(ROUTES.messages, called(`{"card":${CARD}}`));
    assert.match(redacted, /"input":\{"card":\d+\}/);
    assert.ok(!redacted.includes(CARD));
  });
});
