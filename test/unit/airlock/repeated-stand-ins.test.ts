import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { restoreText } from '../../../src/redact/restore.ts';
import { catalogued } from './opened.ts';
import { called, openIn, rehearsed, says } from './rehearsed.ts';

/** Prompts whose made-up value a scan takes for one of somebody's. */
const PROMPTS = [
  ['placeholder', '{"customer_number": 4711234}'],
  ['surrogate', 'date of birth: 1984-05-06'],
  ['surrogate', 'customer number: KD-4711234'],
  ['surrogate', 'passport number: C01X00T47'],
] as const;

describe('a made-up value that comes up again', () => {
  for (const [style, prompt] of PROMPTS) {
    for (const rebuilt of [false, true]) {
      it(`stays what it is where the model repeats it: ${prompt}, ${style}${rebuilt ? ', rebuilt' : ''}`, async () => {
        const airlock = openIn(style);
        let conversation = rebuilt ? airlock.rebuiltConversation() : airlock.newConversation();
        const first = await rehearsed(airlock, conversation, [says('user', prompt)]);
        const echo = `You have ${first.texts[0] ?? ''}`;
        if (rebuilt) conversation = airlock.rebuiltConversation();
        const messages = [says('user', prompt), says('assistant', echo), says('user', 'thanks')];
        const next = await rehearsed(airlock, conversation, messages);
        assert.deepEqual(next.texts, [first.texts[0], echo, 'thanks']);
      });
    }

    it(`is nothing to decide on where the model repeats it: ${prompt}`, async () => {
      const airlock = openIn(style);
      const conversation = airlock.newConversation();
      const { texts } = await rehearsed(airlock, conversation, [says('user', prompt)]);
      // Their terms let the host train, so every value is blocked.
      const trains = catalogued('nvidia/meta/llama-3.3-70b-instruct');
      const echo = says('assistant', `You have ${texts[0] ?? ''}`);
      const review = await airlock.review(conversation, trains, [echo, says('user', 'thanks')]);
      assert.equal(review.decision.action, 'allow');
      const own = await airlock.review(conversation, trains, [says('user', prompt)]);
      assert.notEqual(own.decision.action, 'allow');
    });

    it(`may be a real value of somebody else, in a later turn: ${prompt}, ${style}`, async () => {
      const airlock = openIn(style);
      const conversation = airlock.newConversation();
      const { texts: first } = await rehearsed(airlock, conversation, [says('user', prompt)]);
      const messages = [says('user', prompt), says('assistant', 'fine'), says('user', first[0] ?? '')];
      const { texts } = await rehearsed(airlock, conversation, messages);
      assert.equal(texts[0], first[0]);
      assert.notEqual(texts[2], first[0]);
      assert.deepEqual(
        texts.map((text) => restoreText(text, conversation.vault)),
        messages.map(({ text }) => text),
      );
      const both = `${first[0] ?? ''} and ${texts[2] ?? ''}`;
      const more = [...messages, says('assistant', both), says('user', 'thanks')];
      const next = await rehearsed(airlock, conversation, more);
      assert.deepEqual(next.texts, [...texts, both, 'thanks']);
      assert.equal(restoreText(both, conversation.vault), `${prompt} and ${first[0] ?? ''}`);
    });
  }

  it('stays data where it is another’s number', async () => {
    const airlock = openIn();
    const conversation = airlock.newConversation();
    const messages = [
      says('user', '{"customer_number": 4711234}'),
      says('assistant', 'fine'),
      says('user', 'the limit is 9000001'),
      says('assistant', 'fine'),
      says('user', '{"customer_number": 9000001}'),
    ];
    const sent: (readonly string[])[] = [];
    for (const turns of [1, 3, 5])
      sent.push((await rehearsed(airlock, conversation, messages.slice(0, turns))).texts);
    const texts = sent.at(-1) ?? [];
    assert.equal(texts[0], '{"customer_number": 9000001}');
    assert.doesNotThrow(() => JSON.parse(texts[4] ?? '') as unknown, texts[4]);
    assert.deepEqual(
      texts.map((text) => restoreText(text, conversation.vault)),
      messages.map(({ text }) => text),
    );
  });

  it('is a number in the arguments of a call, whatever stood for its value before', async () => {
    const airlock = openIn();
    const conversation = airlock.newConversation();
    const prompt = says('user', 'my card is 4539578763621486, ok?');
    const { texts } = await rehearsed(airlock, conversation, [prompt]);
    assert.equal(texts[0], 'my card is CARD_1, ok?');
    const messages = [prompt, ...called('{"card":4539578763621486}').slice(1)];
    const next = await rehearsed(airlock, conversation, messages);
    assert.equal(next.texts[0], texts[0]);
    assert.match(next.texts[1] ?? '', /^\{"card":40{12}\d{3}\}$/);
    assert.equal(restoreText(next.texts[1] ?? '', conversation.vault), messages[1]?.text);
    const fork = conversation.vault.fork();
    for (const [at, text] of next.texts.entries()) assert.equal(restoreText(text, fork), messages[at]?.text);
  });
});
