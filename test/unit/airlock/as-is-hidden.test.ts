import assert from 'node:assert/strict';
import { afterEach, describe, it } from 'mocha';
import { placeOf } from '../../../src/airlock.ts';
import { customRoute } from '../../../src/editor/custom-destination.ts';
import { type OpenAiServer, startOpenAiServer } from '../../servers/openai-server.ts';
import { EMAIL } from '../made-up.ts';
import { catalogued, collect, open } from './opened.ts';
import { PACKED } from './shapes.ts';

describe('a prompt that goes as it is', () => {
  let server: OpenAiServer | undefined;
  afterEach(async () => {
    await server?.close();
    server = undefined;
  });

  it('goes with what an earlier turn had redacted, however it is written there', async () => {
    server = await startOpenAiServer();
    const { baseUrl } = server;
    const own = { name: 'loop', baseUrl, model: 'm', key: false, policyOf: 'deepinfra' };
    const to = customRoute(own, false);
    const airlock = open();
    for (const written of [EMAIL.replace('@', '%40'), EMAIL.replace('@', '&#64;'), btoa(`to: ${EMAIL}.`)]) {
      const conversation = airlock.newConversation();
      const first = { role: 'user', text: `mail ${EMAIL}` } as const;
      await airlock.clear(await airlock.review(conversation, to, [first]), 'redacted');
      const again = { role: 'user', text: `now ${written}` } as const;
      const review = await airlock.review(conversation, to, [{ ...first, past: true }, again]);
      const cleared = await airlock.clear(review, 'as-is');
      await collect(airlock.send(cleared, { key: undefined, signal: new AbortController().signal }));
      const { messages } = JSON.parse(server.arrived.at(-1)?.body ?? '') as { messages: unknown };
      assert.deepEqual(messages, [
        { role: 'user', content: 'mail EMAIL_1' },
        { role: 'user', content: again.text },
      ]);
    }
  });

  it('never takes along what is blocked there, however it is written', async () => {
    const airlock = open();
    const conversation = airlock.newConversation();
    const to = catalogued('nvidia/meta/llama-3.3-70b-instruct');
    const first = { role: 'user', text: 'password: "hunterGreen-88-oboe"', past: true } as const;
    const again = { role: 'user', text: 'I mean &#104;unterGreen-88-oboe', past: true } as const;
    const next = { role: 'user', text: 'is &#104;unterGreen-88-oboe short?' } as const;
    const review = await airlock.review(conversation, to, [first, again, next]);
    const cleared = await airlock.clear(review, review.decision.action === 'block' ? 'redacted' : 'as-is');
    const { permits } = cleared.request;
    for (const { text } of cleared.texts) {
      assert.ok(!text.includes('hunterGreen') || permits.holdsVaultValue(text));
    }
  });

  const PASSWORD = 'Strand.korb-12';
  const to = catalogued('dry-run:openai/gpt-5');
  const packed = PACKED['by gzip in base64'](`they said ${PASSWORD} and went on`);
  for (const words of [`x ${PASSWORD} y`, `x ${btoa(PASSWORD)} y`, `x ${packed} y`]) {
    it(`goes with what is redacted beside it for the first time: ${words}`, async () => {
      const airlock = open();
      const messages = [
        { role: 'system', text: `DB_PASSWORD=${PASSWORD}` },
        { role: 'user', text: `${words} for ${EMAIL}` },
      ] as const;
      const review = await airlock.review(airlock.newConversation(), to, messages);
      const cleared = await airlock.clear(review, 'as-is');
      await collect(airlock.send(cleared, { key: undefined, signal: new AbortController().signal }));
      assert.deepEqual(
        cleared.texts.map(({ text }) => text),
        ['DB_PASSWORD=PASSWORD_1', messages[1].text],
      );
    });
  }

  it('goes again in the turn in which something of it is redacted for the first time', async () => {
    const airlock = open();
    const conversation = airlock.newConversation();
    const first = { role: 'user', text: `x ${PASSWORD} y for ${EMAIL}` } as const;
    const review = await airlock.review(conversation, to, [first]);
    await airlock.clear(review, 'as-is');
    const at = placeOf(review.route);
    const messages = [
      { ...first, settled: { at, as: 'as-is' as const } },
      { role: 'assistant' as const, text: 'fine', settled: { at, as: 'redacted' as const } },
      { role: 'user' as const, text: `DB_PASSWORD=${PASSWORD}` },
    ];
    const cleared = await airlock.clear(await airlock.review(conversation, to, messages), 'redacted');
    await collect(airlock.send(cleared, { key: undefined, signal: new AbortController().signal }));
    assert.deepEqual(
      cleared.texts.map(({ text }) => text),
      [first.text, 'fine', 'DB_PASSWORD=PASSWORD_1'],
    );
  });
});
