import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import type { Demands } from '../../../src/airlock.ts';
import { restoreText } from '../../../src/redact/restore.ts';
import { EMAIL, githubToken } from '../made-up.ts';
import { ANTHROPIC, attached, called, CHAT, openIn, rehearsed, says, tool } from './rehearsed.ts';

const PASSWORD = 'Strand.korb-12';
const ADDRESS = 'Frau Müller-Lüdenscheidt\nGartenstraße 12\n80331 München';
const PII_PASSES: Demands = { requirements: {}, rules: [{ class: 'pii', action: 'allow' }] };

describe('a value in a string of JSON', () => {
  for (const [content, value] of [
    [`DB_PASSWORD=${PASSWORD}\nDSN=foo\n`, PASSWORD],
    [`password=${PASSWORD}\r\nuser=x`, PASSWORD],
    [`mysql --password=${PASSWORD}\t-u x`, PASSWORD],
    ['api_key=q7Xz9pLmN2vRt5Yw8Kc4Hb6J\nexit', 'q7Xz9pLmN2vRt5Yw8Kc4Hb6J'],
    [`password: ${PASSWORD}\nuser: x`, PASSWORD],
    [
      'url=postgres://app:Mee-resbri5e@db.prod.internal:5432/app\nDSN=foo',
      'postgres://app:Mee-resbri5e@db.prod.internal:5432/app',
    ],
  ] as const) {
    it(`is known by itself from then on: ${JSON.stringify(content)}`, async () => {
      const airlock = openIn();
      const conversation = airlock.newConversation();
      const first = [attached(JSON.stringify({ content })), says('user', 'go')];
      await rehearsed(airlock, conversation, first);
      const { body } = await rehearsed(airlock, conversation, [
        ...first,
        says('assistant', 'done'),
        says('user', `why does the server say that ${value} is wrong?`),
      ]);
      assert.ok(!body.includes(value));
    });
  }

  it('takes no other text with it, there or elsewhere', async () => {
    const content = `set -euo pipefail\nexport DB_PASSWORD=${PASSWORD}\nexport X=1\n`;
    const airlock = openIn();
    const { texts } = await rehearsed(airlock, airlock.newConversation(), called({ content }));
    assert.equal(texts[1], JSON.stringify({ content: content.replace(PASSWORD, 'PASSWORD_1') }));
  });
});

describe('the arguments of a call, and the definition of a tool', () => {
  for (const content of [
    'url = "postgres://app:Mee-resbri5e@db.prod.internal:5432/app"\n',
    'static const char *db = "mysql://notify:Gams-b0ck7@10.70.2.8:3306/notify";',
    '\u0000postgres://app:Mee-resbri5e@db.prod.internal:5432/app',
    'x\nsqlserver://sa:Gr8-Orange@sql01/erp?encrypt=true\n',
    'x\nkontakt [at] steinbruch-keller.de\n',
    `mail\n${Buffer.from(`mail ${EMAIL} and ${githubToken()} ok`).toString('base64')}\nend`,
  ]) {
    it(`stay JSON: ${JSON.stringify(content)}`, async () => {
      for (const route of [CHAT, ANTHROPIC]) {
        const airlock = openIn();
        await rehearsed(airlock, airlock.newConversation(), called({ content }), { route });
        const messages = [tool({ description: content, parameters: {} }), says('user', 'x')];
        await rehearsed(airlock, airlock.newConversation(), messages, { route });
      }
    });
  }

  it('stay JSON where a known value is the base64 that begins a line', async () => {
    const airlock = openIn();
    const conversation = airlock.newConversation();
    await airlock.redact(conversation, [`DB_PASSWORD=${PASSWORD}`]);
    const content = `x\n${Buffer.from(`the value is ${PASSWORD} now`).toString('base64')}.\n`;
    const [redacted] = await airlock.redact(conversation, [JSON.stringify({ content })]);
    assert.doesNotThrow(() => JSON.parse(redacted?.text ?? '') as unknown, redacted?.text);
    assert.ok(!redacted?.text.includes(Buffer.from(PASSWORD).toString('base64').slice(4, -4)));
  });

  for (const slashes of ['', '\\', '\\\\\\']) {
    it(`stay JSON where ${slashes.length} backslashes stand before the sign of an address`, async () => {
      const airlock = openIn('surrogate');
      const content = `my $to = "alice.miller${slashes}@brightparcel.io";`;
      for (const route of [CHAT, ANTHROPIC]) {
        const conversation = airlock.newConversation();
        const { texts } = await rehearsed(airlock, conversation, called({ content }), { route });
        const [, args = ''] = texts;
        assert.ok(!args.includes('alice'), args);
        assert.equal(restoreText(args, conversation.vault), JSON.stringify({ content }));
      }
    });
  }

  it('go with what is allowed in them, and with nothing else', async () => {
    const description = ADDRESS;
    for (const route of [CHAT, ANTHROPIC]) {
      const airlock = openIn('placeholder', PII_PASSES);
      const definition = [tool({ description, parameters: {} }), says('user', 'x')];
      await rehearsed(airlock, airlock.newConversation(), definition, { route, way: 'as-decided' });
      const { body } = await rehearsed(
        airlock,
        airlock.newConversation(),
        called({ content: `${ADDRESS}\n\nDB_PASSWORD=${PASSWORD}\nexit` }),
        { route },
      );
      assert.ok(body.includes('Gartenstraße 12'));
      assert.ok(!body.includes(PASSWORD));
    }
  });
});
