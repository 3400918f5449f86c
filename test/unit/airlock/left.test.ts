import assert from 'node:assert/strict';
import { afterEach, describe, it } from 'mocha';
import { placeOf, type OutgoingMessage } from '../../../src/airlock.ts';
import { customRoute } from '../../../src/editor/custom-destination.ts';
import type { Route } from '../../../src/wire/route.ts';
import { type OpenAiServer, startOpenAiServer } from '../../servers/openai-server.ts';
import { CARD, EMAIL, githubToken } from '../made-up.ts';
import { collect, open } from './opened.ts';

const TOKEN = githubToken();
const stay = { key: undefined, signal: new AbortController().signal };

describe('what the user leaves as it is', () => {
  let server: OpenAiServer | undefined;
  afterEach(async () => {
    await server?.close();
    server = undefined;
  });

  async function route(policyOf?: string): Promise<Route> {
    server ??= await startOpenAiServer();
    const { baseUrl } = server;
    const own = { name: 'loop', baseUrl, model: 'm', key: false, ...(policyOf && { policyOf }) };
    return customRoute(own, false);
  }

  function contents(): string[] {
    const { messages } = JSON.parse(server?.arrived.at(-1)?.body ?? '{"messages":[]}') as {
      messages: { content: string }[];
    };
    return messages.map(({ content }) => content);
  }

  it('goes as it is wherever it stands, and the rest is redacted', async () => {
    const to = await route('deepinfra');
    const airlock = open();
    const text = `Mail ${EMAIL} twice: ${EMAIL}, with ${TOKEN}`;
    const review = await airlock.review(airlock.newConversation(), to, [{ role: 'user', text }]);
    const left = new Set([EMAIL]);
    const [preview] = await airlock.preview(review, left);
    assert.equal(preview?.text, text.replace(TOKEN, 'GITHUB_TOKEN_1'));
    const cleared = await airlock.clear(review, 'redacted', left);
    const { events } = await collect(airlock.send(cleared, stay));
    assert.deepEqual(contents(), [preview.text]);
    const leaving = events.find((event) => event.type === 'leaving');
    assert.deepEqual([leaving?.receipt.redacted, leaving?.receipt.letThrough], [1, 1]);
  });

  it('is all that passes the last look: nothing else like it does', async () => {
    const to = await route('deepinfra');
    const airlock = open();
    const review = await airlock.review(airlock.newConversation(), to, [{ role: 'user', text: EMAIL }]);
    const { request } = await airlock.clear(review, 'redacted', new Set([EMAIL]));
    const { permits } = request;
    assert.ok(permits.letThrough.has(await permits.fingerprint(EMAIL)));
    assert.ok(!permits.letThrough.has(await permits.fingerprint(CARD)));
    assert.equal(permits.letThrough.size, 1);
  });

  it('is redacted all the same where it is blocked', async () => {
    const to = await route();
    const airlock = open();
    const review = await airlock.review(airlock.newConversation(), to, [
      { role: 'user', text: `${TOKEN} of ${EMAIL}` },
    ]);
    assert.equal(review.decision.action, 'block');
    const cleared = await airlock.clear(review, 'redacted', new Set([TOKEN, EMAIL]));
    assert.equal(cleared.request.messages[0]?.content, `GITHUB_TOKEN_1 of ${EMAIL}`);
    assert.equal(cleared.letThrough, 1);
  });

  it('goes the same way in later turns, and is asked about again in what is new', async () => {
    const to = await route('deepinfra');
    const airlock = open();
    const conversation = airlock.newConversation();
    const at = placeOf(airlock.prepare(to));
    const history: OutgoingMessage[] = [
      { role: 'user', text: `mail ${EMAIL}`, settled: { at, as: 'redacted', left: new Set([EMAIL]) } },
      { role: 'user', text: `again ${EMAIL}` },
    ];
    const review = await airlock.review(conversation, to, history);
    assert.equal(review.decision.action, 'redact');
    const cleared = await airlock.clear(review, 'redacted');
    assert.deepEqual(
      cleared.request.messages.map(({ content }) => content),
      [`mail ${EMAIL}`, 'again EMAIL_1'],
    );
    await collect(airlock.send(cleared, stay));
    assert.deepEqual(contents(), [`mail ${EMAIL}`, 'again EMAIL_1']);
  });

  it('goes as it is where an earlier turn had it redacted', async () => {
    const to = await route('deepinfra');
    const airlock = open();
    const conversation = airlock.newConversation();
    const first = await airlock.review(conversation, to, [{ role: 'user', text: EMAIL }]);
    await airlock.clear(first, 'redacted');
    const at = placeOf(airlock.prepare(to));
    const review = await airlock.review(conversation, to, [
      { role: 'user', text: EMAIL, settled: { at, as: 'redacted' } },
      { role: 'user', text: `now ${EMAIL}` },
    ]);
    const cleared = await airlock.clear(review, 'redacted', new Set([EMAIL]));
    await collect(airlock.send(cleared, stay));
    assert.deepEqual(contents(), ['EMAIL_1', `now ${EMAIL}`]);
  });
});
