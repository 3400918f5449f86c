import assert from 'node:assert/strict';
import * as fc from 'fast-check';
import { describe, it } from 'mocha';
import { createAirlock, type OutgoingMessage } from '../../../src/airlock.ts';
import { rememberScans } from '../../../src/detect/remember.ts';
import { redactTexts } from '../../../src/redact/redact.ts';
import { restoreText } from '../../../src/redact/restore.ts';
import { Vault } from '../../../src/redact/vault.ts';
import { foundAt } from '../../bench/redact-texts.ts';
import { githubToken } from '../made-up.ts';
import { catalogue, catalogued, collect, plainScan } from './opened.ts';
import { base64, PACKED, SHAPES, TAILS } from './shapes.ts';
import { freshReceiptKey } from '../../../src/host/receipt-key.ts';

const TO = catalogued('openai/gpt-5');
/** What is found where it is named, and hardly anywhere else. */
const NAMED: Readonly<Record<string, readonly [value: string, said: string]>> = {
  password: ['hunterGreen-88-oboe', 'password: "hunterGreen-88-oboe"'],
  'a password with signs': ['Tr0ub4dor&3xyzQ9!kW', 'DB_PASSWORD=Tr0ub4dor&3xyzQ9!kW'],
  token: [githubToken(), `GITHUB_TOKEN=${githubToken()}`],
  'number of a customer': ['KD-2024-8812-77', 'customer number: KD-2024-8812-77'],
};

const bodies: string[] = [];
const airlock = createAirlock({
  scan: rememberScans(plainScan),
  catalogue,
  transport: (request) => {
    bodies.push(request.body.text);
    return Promise.resolve(new Response('data: [DONE]\n\n'));
  },
  now: () => new Date('2026-11-21T12:00:00Z'),
  receiptKey: freshReceiptKey,
});

/** The last message as it leaves after another one in which a value was named, and as it comes back. */
async function sent(
  said: string,
  ...later: OutgoingMessage[]
): Promise<readonly [sent: string, back: string]> {
  const conversation = airlock.newConversation();
  const first = await airlock.review(conversation, TO, [{ role: 'user', text: said }]);
  await airlock.clear(first, 'redacted');
  const messages: OutgoingMessage[] = [{ role: 'user', text: said, past: true }, ...later];
  const cleared = await airlock.clear(await airlock.review(conversation, TO, messages), 'redacted');
  const before = bodies.length;
  // What answers is no stream of the format: that ends it, after all has left.
  await collect(airlock.send(cleared, { key: 'k'.repeat(20), signal: new AbortController().signal })).catch(
    () => undefined,
  );
  assert.equal(bodies.length, before + 1, 'it did not leave');
  const text = cleared.texts.at(-1)?.text ?? '';
  return [text, restoreText(text, conversation.vault)];
}

/** How the blank within a value may be written, as text is wrapped and pasted. */
const BLANKS: Readonly<Record<string, string>> = {
  'over two lines': '\n',
  'over two lines of Windows': ' \r\n',
  'over two lines of a quotation': '\n> ',
  'over two lines of a comment': '\n   // ',
  'with two blanks': '  ',
  'with a tab': '\t',
  'with a blank that does not break': '\u00a0',
};

describe('what is redacted once', () => {
  for (const [how, blank] of Object.entries(BLANKS)) {
    it(`does not leave ${how}`, async () => {
      const text = `What about Ottokar${blank}Brandstaedter, is he there?`;
      const [leaving, back] = await sent('Customer name: Ottokar Brandstaedter', { role: 'user', text });
      assert.ok(!leaving.includes('Brandstaedter'));
      assert.equal(back, text);
    });

    it(`does not leave as it is where it was met ${how}, nor broken in another way`, () => {
      const vault = new Vault();
      const value = `unter den${blank}Linden 77a`;
      redactTexts([{ text: value, findings: [foundAt(0, value.length)], writtenBy: 'person' }], vault);
      for (const between of Object.values(BLANKS).concat(' ')) {
        const text = `nobody lives unter${between}den Linden${between}77a, they say`;
        const [redacted] = redactTexts([{ text, findings: [], writtenBy: 'person' }], vault);
        assert.ok(redacted && !redacted.text.includes('Linden'), JSON.stringify(between));
        assert.equal(restoreText(redacted.text, vault), text);
      }
    });
  }

  it('takes no other words for a value with blanks in it', () => {
    const vault = new Vault();
    redactTexts([{ text: 'unter den Linden', findings: [foundAt(0, 16)], writtenBy: 'person' }], vault);
    const text = 'unter\n\nden Linden und unter, den Linden und unterden Linden';
    const [redacted] = redactTexts([{ text, findings: [], writtenBy: 'person' }], vault);
    assert.equal(redacted?.text, text);
  });

  for (const [what, [value, said]] of Object.entries(NAMED)) {
    for (const [shape, write] of Object.entries(SHAPES)) {
      it(`does not leave ${shape}: ${what}`, async () => {
        const text = `What about ${write(value)} there?`;
        const [leaving, back] = await sent(said, { role: 'user', text });
        assert.ok(!leaving.includes(write(value)));
        assert.equal(back, text);
      });
    }
  }

  for (const [what, [value, said]] of Object.entries(NAMED).slice(0, 3)) {
    for (const [shape, write] of Object.entries(TAILS)) {
      it(`leaves no end ${shape}: ${what}`, async () => {
        const text = `It ends in ${write(value.slice(-8))}, I think.`;
        const [leaving, back] = await sent(said, { role: 'user', text });
        assert.ok(!leaving.includes(write(value.slice(-8))));
        assert.equal(back, text);
      });
    }
  }

  for (const [what, [value, said]] of Object.entries(NAMED)) {
    for (const [shape, write] of Object.entries(PACKED)) {
      it(`does not leave packed ${shape}: ${what}`, async () => {
        const text = `What about ${write(`they said ${value} and went on`)} there?`;
        const [leaving, back] = await sent(said, { role: 'user', text });
        assert.ok(!leaving.includes(write(`they said ${value} and went on`)));
        assert.equal(back, text);
      });
    }
  }

  it('does not stay packed in a text that is redacted by itself, beside the value or without', async () => {
    for (const [what, [value, said]] of Object.entries(NAMED)) {
      const conversation = airlock.newConversation();
      const packed = PACKED['by gzip in base64'](`they said ${value} and went on`);
      const texts = [`${said}\nand ${packed} too`, `only ${packed} here`];
      const redacted = await airlock.redact(conversation, texts);
      for (const [i, { text }] of redacted.entries()) {
        assert.ok(!text.includes(packed), what);
        assert.equal(restoreText(text, conversation.vault), texts[i]);
      }
    }
  });

  it('is not kept packed', async () => {
    for (const [what, [value, said]] of Object.entries(NAMED)) {
      const conversation = airlock.newConversation();
      await airlock.redact(conversation, [said]);
      const packed = PACKED['by gzip in base64'](`they said ${value} and went on`);
      const { texts } = await airlock.keep(conversation, [{ text: `it was ${packed}, I think` }]);
      assert.match(texts[0] ?? '', /^it was [A-Z_0-9]+, I think$/, what);
    }
  });

  it('leaves what is packed alone where nothing of it is known', async () => {
    const text = `What about ${PACKED['by gzip in base64']('they said nothing and went on')} there?`;
    for (const [said] of Object.values(NAMED))
      assert.equal((await sent(`it is ${said}`, { role: 'user', text }))[0], text);
  });

  const [value, said] = NAMED['password'] ?? ['', ''];
  const hidden = SHAPES['in entities'](value);
  const places: Readonly<Record<string, OutgoingMessage>> = {
    'an answer': { role: 'assistant', text: `it is ${hidden}` },
    'a system text': { role: 'system', text: `it is ${hidden}` },
    'an attachment': { role: 'user', text: `x = ${hidden}`, part: { type: 'attachment' } },
    'a call of a tool, in JSON in JSON': {
      role: 'assistant',
      text: JSON.stringify({ body: JSON.stringify({ to: hidden }) }),
      part: { type: 'tool-call', id: 'c', name: 'run' },
    },
    'a definition of a tool': {
      role: 'system',
      text: JSON.stringify({ description: hidden, parameters: { properties: { [hidden]: {} } } }),
      part: { type: 'tool', name: 'run' },
    },
  };
  for (const [place, message] of Object.entries(places)) {
    it(`does not leave in ${place}`, async () => {
      const [leaving] = await sent(said, message);
      assert.ok(!leaving.includes(hidden));
    });
  }

  it('does not leave several layers deep, whatever they are', async function () {
    this.timeout(60_000);
    const first = fc.constantFrom(...Object.values(SHAPES));
    // What cuts another one's escapes in two makes something else of them.
    const whole = Object.entries(SHAPES).filter(([name]) => name.startsWith('in '));
    const further = fc.array(fc.constantFrom(...whole.map(([, write]) => write)), {
      minLength: 1,
      maxLength: 2,
    });
    await fc.assert(
      fc.asyncProperty(first, further, async (one, others) => {
        const shapes = [one, ...others];
        // A shape is for ASCII, and what is without width is not.
        fc.pre(shapes.slice(0, -1).every((write) => /^[ -~\n]*$/.test(write(value))));
        const written = shapes.reduce((text, write) => write(text), value);
        const [leaving] = await sent(said, { role: 'user', text: `What about ${written} there?` });
        assert.ok(!leaving.includes(written));
      }),
      { numRuns: 50 },
    );
  });

  it('does not leave as itself where it was met in escapes first', async () => {
    for (const shape of ['in percent', 'in entities', 'in escapes of JSON', 'in quoted-printable'] as const) {
      const named = `DB_PASSWORD="${SHAPES[shape](value)}"`;
      const [leaving] = await sent(named, { role: 'user', text: `I mean ${value} of course` });
      assert.ok(!leaving.includes(value), shape);
    }
  });

  it('goes in base64 together with what stands beside it', async () => {
    const text = base64(`some text before it so that it is long, ${value} and after`);
    const [leaving, back] = await sent(said, { role: 'user', text });
    assert.ok(!atob(leaving).includes(value) && atob(leaving).endsWith(' and after'));
    assert.equal(back, text);
  });
});
