import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { githubToken } from '../made-up.ts';
import { openIn, rehearsed, says } from './rehearsed.ts';

const lines = (piece: string, width: number): string =>
  piece.replaceAll(new RegExp(`(.{${width}})(?=.)`, 'g'), '$1\n');

describe('what stands behind base64', () => {
  // So that each number of characters that fill up the last group is there.
  for (const words of ['e', 'en', 'end'])
    for (const behind of [
      '\nand plain text',
      '\r\nand more',
      '\nand\nplain',
      '\nabcdefgh\nplain',
      '\nDSN=foo',
    ])
      for (const width of [1000, 64, 32])
        it(`is none of it: ${words}, ${JSON.stringify(behind)}, in lines of ${width}`, async () => {
          const piece = lines(Buffer.from(`token ${githubToken()} ${words}`).toString('base64'), width);
          const airlock = openIn();
          const text = `data:\n${piece}${behind}`;
          const { texts } = await rehearsed(airlock, airlock.newConversation(), [says('user', text)]);
          const [redacted = ''] = texts;
          assert.ok(redacted.startsWith('data:\n') && redacted.endsWith(behind), redacted);
          assert.ok(!redacted.includes(piece.slice(16, 32)));
        });

  it('is none of a key in base64', async () => {
    const key = 'dh53NBBDlas3oMvdyLs454ErqF5gU/KiPi6cN1lpmWo=';
    const airlock = openIn();
    const conversation = airlock.newConversation();
    const messages = [
      says('user', `ENCRYPTION_KEY=${key}\nFOO=bar`),
      says('assistant', 'fine'),
      says('user', `why is ${key} refused?`),
    ];
    const { texts } = await rehearsed(airlock, conversation, messages);
    assert.deepEqual(texts, ['ENCRYPTION_KEY=API_KEY_1\nFOO=bar', 'fine', 'why is API_KEY_1 refused?']);
  });
});
