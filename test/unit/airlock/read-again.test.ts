import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import type { Airlock, Conversation, OutgoingMessage } from '../../../src/airlock.ts';
import { restoreText } from '../../../src/redact/restore.ts';
import type { Style } from '../../../src/redact/stand-in.ts';
import { openIn, rehearsed, says } from './rehearsed.ts';

/** A conversation of one prompt that was kept, and is read again: its stand-ins stand for nothing any more. */
async function readAgain(
  style: Style,
  prompt: string,
): Promise<{ airlock: Airlock; again: Conversation; stored: string; history: OutgoingMessage[] }> {
  const airlock = openIn(style);
  const before = airlock.newConversation();
  const { texts } = await rehearsed(airlock, before, [says('user', prompt)]);
  const kept = await airlock.keep(before, [{ text: texts[0] ?? '' }]);
  const stored = kept.texts[0] ?? assert.fail('it was not kept');
  const settled = { at: '', as: 'redacted' } as const;
  const history = [
    says('user', stored, { past: true, settled }),
    says('assistant', `You said ${stored}`, { past: true, settled }),
  ];
  return { airlock, again: airlock.newConversation(kept.standIns), stored, history };
}

describe('a conversation that is read again', () => {
  for (const [style, prompt] of [
    ['placeholder', '{"customer_number": 4711234}'],
    ['placeholder', 'date of birth: 1984-05-06'],
    ['surrogate', 'date of birth: 1984-05-06'],
    ['surrogate', 'customer number: KD-4711234'],
  ] as const) {
    it(`goes as it was stored, and puts no earlier stand-in into a file: ${prompt}, ${style}`, async () => {
      const { airlock, again, stored, history } = await readAgain(style, prompt);
      const messages = [...history, says('user', 'go on')];
      const { texts } = await rehearsed(airlock, again, messages);
      assert.deepEqual(
        texts,
        messages.map(({ text }) => text),
      );
      assert.equal(airlock.restore(again, stored).ok, false);
      const kept = await airlock.keep(again, [{ text: stored }]);
      assert.deepEqual(kept.texts, [stored]);
    });

    // Of the form of a name nothing is found.
    const isFound = style === 'surrogate' || prompt.startsWith('{');
    if (isFound)
      it(`gives what is like an earlier stand-in and new a stand-in of its own: ${prompt}, ${style}`, async () => {
        const { airlock, again, stored, history } = await readAgain(style, prompt);
        const messages = [...history, says('user', stored), says('assistant', 'fine'), says('user', 'so?')];
        for (const length of [3, 5]) {
          const { texts } = await rehearsed(airlock, again, messages.slice(0, length));
          assert.deepEqual(texts.slice(0, 2), [history[0]?.text, history[1]?.text]);
          assert.notEqual(texts[2], stored);
          assert.equal(restoreText(texts[2] ?? '', again.vault), stored);
        }
      });

    it(`counts the value on where it is met anew: ${prompt}, ${style}`, async () => {
      const { airlock, again, stored, history } = await readAgain(style, prompt);
      const { texts } = await rehearsed(airlock, again, [...history, says('user', prompt)]);
      assert.ok(texts[2] !== prompt && texts[2] !== stored, texts[2]);
      assert.equal(restoreText(texts[2] ?? '', again.vault), prompt);
    });
  }

  it('lets no value leave in a piece that was stored, if it is met later', async () => {
    const airlock = openIn();
    const piece = Buffer.from('mail EMAIL_1 about the tern-quay-41 matter').toString('base64');
    const again = airlock.newConversation([{ name: piece, kind: 'email' }]);
    again.vault.standInFor('tern-quay-41', 'password');
    assert.equal(again.vault.isIn(`data: ${piece}`, new Set()), true);
  });
});
