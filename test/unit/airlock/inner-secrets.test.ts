import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import type { OutgoingMessage } from '../../../src/airlock.ts';
import { innerSecrets } from '../../../src/redact/inner-secrets.ts';
import { catalogued, collect, open } from './opened.ts';

const PASSWORD = 'Strand.korb-12';
const CHAT = catalogued('dry-run:openai/gpt-5');
const inBase64 = (text: string): string => Buffer.from(text).toString('base64');
const says = (role: 'user' | 'assistant', text: string): OutgoingMessage => ({ role, text });

/** What leaves of a prompt that names the password, after one that was redacted. */
async function laterBody(first: string, next: string): Promise<string> {
  const airlock = open();
  const conversation = airlock.newConversation();
  const messages = [says('user', first)];
  await airlock.clear(await airlock.review(conversation, CHAT, messages), 'redacted');
  messages.push(says('assistant', 'ok'), says('user', next));
  const cleared = await airlock.clear(await airlock.review(conversation, CHAT, messages), 'redacted');
  const go = { key: undefined, signal: new AbortController().signal };
  const { events } = await collect(airlock.send(cleared, go));
  const body = events.find((event) => event.type === 'rehearsed')?.request.body.text;
  assert.ok(body);
  return body;
}

describe('a password within a secret that is redacted as a whole', () => {
  for (const [what, text] of [
    ['an address', `postgres://app:${PASSWORD}@db.prod.internal:5432/app`],
    ['an address in percent', `postgres://app:Strand%2Ekorb-12@db.prod.internal:5432/app`],
    ['a connection string', `Server=db.prod.internal;User Id=sa;Password=${PASSWORD};Database=shop`],
    ['a login of HTTP', `Authorization: Basic ${inBase64(`admin:${PASSWORD}`)}`],
    ['a Secret of Kubernetes', `apiVersion: v1\nkind: Secret\ndata:\n  password: ${inBase64(PASSWORD)}\n`],
    ['a login of Docker', `{"auths":{"r.brightparcel.io":{"auth":"${inBase64(`ci:${PASSWORD}`)}"}}}`],
    ['hex', `DB_PASSWORD_HEX=${Buffer.from(PASSWORD).toString('hex')}`],
  ] as const) {
    it(`does not leave by itself later: ${what}`, async () => {
      for (const asked of [PASSWORD, inBase64(PASSWORD), encodeURIComponent(PASSWORD).replace('.', '%2E')])
        assert.ok(!(await laterBody(text, `why is ${asked} refused?`)).includes(asked), asked);
    });
  }
});

describe('innerSecrets', () => {
  for (const [secret, inner] of [
    ['mysql://root:p@ssw0rd!longer@10.0.0.4/shop', ['p@ssw0rd!longer']],
    ['https://ci:Ab12%21cd34@git.brightparcel.io', ['Ab12%21cd34', 'Ab12!cd34']],
    ['jdbc:postgresql://db/app?user=app&password=Mee-resbri5e', ['Mee-resbri5e']],
    [inBase64('postgres://app:Mee-resbri5e@db/app'), ['postgres://app:Mee-resbri5e@db/app', 'Mee-resbri5e']],
    [inBase64('admin:Mee-resbri5e'), ['admin:Mee-resbri5e', 'Mee-resbri5e']],
  ] as const) {
    it(`finds what stands in ${secret}`, () => {
      const found = innerSecrets(secret);
      for (const one of inner) assert.ok(found.includes(one), one);
    });
  }

  for (const secret of [
    inBase64('production'),
    inBase64('orders-database'),
    'postgres://app:short@db/app',
    'postgres://app@db.prod.internal/app',
    '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',
    'kP2mVb9sT4hYcQ7dMx41z',
    'Nordlicht-30001-unter!Eis',
    'a'.repeat(5_000),
  ]) {
    it(`finds nothing in ${secret.slice(0, 60)}`, () => assert.deepEqual(innerSecrets(secret), []));
  }
});
