import assert from 'node:assert/strict';
import * as fc from 'fast-check';
import { afterEach, describe, it } from 'mocha';
import { placeOf, type OutgoingMessage } from '../../../src/airlock.ts';
import { rememberScans } from '../../../src/detect/remember.ts';
import { ScanFailure } from '../../../src/detect/finding.ts';
import { customRoute } from '../../../src/editor/custom-destination.ts';
import type { Route } from '../../../src/wire/route.ts';
import { type OpenAiServer, startOpenAiServer } from '../../servers/openai-server.ts';
import { CARD, DATABASE_URL, EMAIL, githubToken, SSN } from '../made-up.ts';
import { catalogued, collect, open, plainScan } from './opened.ts';

const TOKEN = githubToken();
function loopback({ baseUrl }: OpenAiServer, policyOf?: string): Route {
  return customRoute({ name: 'loop', baseUrl, model: 'm', key: false, ...(policyOf && { policyOf }) }, false);
}

describe('the airlock', () => {
  let server: OpenAiServer | undefined;
  afterEach(async () => {
    await server?.close();
    server = undefined;
  });

  const stay = { key: undefined, signal: new AbortController().signal };

  it('redacts on the way out and restores on the way back, byte for byte', async () => {
    server = await startOpenAiServer({ pieces: ['You wrote: {last} ', 'and EMA', 'IL_1', '.'] });
    const airlock = open();
    const conversation = airlock.newConversation();
    const text = `Token ${TOKEN}, mail ${EMAIL}, card ${CARD}.`;
    const review = await airlock.review(conversation, loopback(server, 'deepinfra'), [
      { role: 'user', text },
    ]);
    assert.equal(review.decision.action, 'redact');
    const cleared = await airlock.clear(review, 'redacted');
    const { answer, events } = await collect(airlock.send(cleared, stay));
    assert.deepEqual(JSON.parse(server.arrived[0]?.body ?? ''), {
      model: 'm',
      messages: [{ role: 'user', content: 'Token GITHUB_TOKEN_1, mail EMAIL_1, card CARD_1.' }],
      stream: true,
    });
    assert.equal(answer, `You wrote: ${text} and ${EMAIL}.`);
    const leaving = events.find((event) => event.type === 'leaving');
    assert.equal(leaving?.receipt.bytes, Buffer.byteLength(server.arrived[0]?.body ?? ''));
    assert.equal(leaving?.receipt.redacted, 3);
    assert.ok(!JSON.stringify(leaving).includes(EMAIL));
  });

  it('sends no header the user did not cause', async () => {
    server = await startOpenAiServer();
    const airlock = open();
    const review = await airlock.review(airlock.newConversation(), loopback(server, 'vllm'), [
      { role: 'user', text: 'hi' },
    ]);
    await collect(airlock.send(await airlock.clear(review, 'as-decided'), stay));
    const names = Object.keys(server.arrived[0]?.headers ?? {}).filter((name) => !FETCH_OWN.has(name));
    assert.deepEqual(names.sort(), ['accept', 'content-type', 'user-agent']);
  });

  it('decides by where it goes', async () => {
    const cases: readonly (readonly [string, string, string])[] = [
      ['openai/gpt-5', TOKEN, 'redact'],
      ['openai/gpt-5', EMAIL, 'redact'],
      ['openai/gpt-5', 'nothing in here', 'allow'],
      ['deepinfra/meta-llama/Llama-3.3-70B-Instruct', SSN, 'redact'],
      ['deepinfra/google/gemini-2.5-flash', SSN, 'block'],
      ['nvidia/meta/llama-3.3-70b-instruct', TOKEN, 'block'],
      ['nvidia/meta/llama-3.3-70b-instruct', EMAIL, 'redact'],
      ['dry-run', TOKEN, 'redact'],
      ['dry-run:nvidia/meta/llama-3.3-70b-instruct', TOKEN, 'block'],
    ];
    const airlock = open();
    for (const [written, text, action] of cases) {
      const review = await airlock.review(airlock.newConversation(), catalogued(written), [
        { role: 'user', text },
      ]);
      assert.equal(review.decision.action, action, `${written}: ${action}`);
    }
  });

  it('judges an address of the user by its policyOf, and as unknown without it', async () => {
    server = await startOpenAiServer();
    const airlock = open();
    const messages = [{ role: 'user', text: TOKEN }] as const;
    const unknown = await airlock.review(airlock.newConversation(), loopback(server), messages);
    assert.equal(unknown.decision.action, 'block');
    const stated = await airlock.review(airlock.newConversation(), loopback(server, 'openai-api'), messages);
    assert.equal(stated.decision.action, 'redact');
    assert.equal(stated.decision.column, 'kept');
  });

  it('clears only in a way the decision allows', async () => {
    const airlock = open();
    const review = async (to: string, text: string) =>
      airlock.review(airlock.newConversation(), catalogued(to), [{ role: 'user', text }]);
    const held = await review('openai/gpt-5', TOKEN);
    await assert.rejects(airlock.clear(held, 'as-decided'), { name: 'NotAllowed' });
    const blocked = await review('nvidia/meta/llama-3.3-70b-instruct', TOKEN);
    await assert.rejects(airlock.clear(blocked, 'as-decided'), { name: 'NotAllowed' });
    await assert.rejects(airlock.clear(blocked, 'as-is'), { name: 'NotAllowed' });
    const redacted = await airlock.clear(blocked, 'redacted');
    assert.deepEqual(redacted.request.messages, [{ role: 'user', content: 'GITHUB_TOKEN_1' }]);
  });

  it('sends as it is what the user let go, and nothing else', async () => {
    server = await startOpenAiServer();
    const airlock = open();
    const conversation = airlock.newConversation();
    const review = await airlock.review(conversation, loopback(server, 'deepinfra'), [
      { role: 'user', text: EMAIL },
    ]);
    await collect(airlock.send(await airlock.clear(review, 'as-is'), stay));
    assert.ok(server.arrived[0]?.body.includes(EMAIL));
  });

  it('does not ask again for what was decided, unless it goes elsewhere', async () => {
    const airlock = open();
    const conversation = airlock.newConversation();
    const route = airlock.prepare(catalogued('openai/gpt-5'));
    const history = [
      { role: 'user', text: EMAIL, settled: { at: placeOf(route), as: 'redacted' } },
      { role: 'assistant', text: 'EMAIL_1, of course', settled: { at: placeOf(route), as: 'redacted' } },
      { role: 'user', text: 'and now?' },
    ] as const;
    const review = await airlock.review(conversation, route, history);
    assert.equal(review.decision.action, 'allow');
    const { request } = await airlock.clear(review, 'as-decided');
    assert.deepEqual(
      request.messages.map(({ content }) => content),
      ['EMAIL_1', 'EMAIL_1, of course', 'and now?'],
    );
    const elsewhere = await airlock.review(conversation, catalogued('deepinfra/a/b'), history);
    assert.equal(elsewhere.decision.action, 'redact');
  });

  it('previews the names it will give, and gives none yet', async () => {
    const airlock = open();
    const conversation = airlock.newConversation();
    const review = await airlock.review(conversation, catalogued('openai/gpt-5'), [
      { role: 'user', text: EMAIL },
    ]);
    assert.deepEqual(
      (await airlock.preview(review)).map(({ text }) => text),
      ['EMAIL_1'],
    );
    assert.deepEqual(conversation.vault.standIns(), []);
    const cleared = await airlock.clear(review, 'redacted');
    assert.equal(cleared.request.messages[0]?.content, 'EMAIL_1');
  });

  it('rehearses the exact request, and sends nothing', async () => {
    const airlock = open(rememberScans(plainScan));
    const route = catalogued('dry-run:deepinfra/meta-llama/Llama-3.3-70B-Instruct');
    const review = await airlock.review(airlock.newConversation(), route, [
      { role: 'user', text: `to ${EMAIL}` },
    ]);
    const { events } = await collect(airlock.send(await airlock.clear(review, 'redacted'), stay));
    const rehearsed = events.find((event) => event.type === 'rehearsed');
    assert.equal(rehearsed?.request.url, 'https://api.deepinfra.com/v1/openai/chat/completions');
    assert.deepEqual(JSON.parse(rehearsed?.request.body.text ?? ''), {
      model: 'meta-llama/Llama-3.3-70B-Instruct',
      messages: [{ role: 'user', content: 'to EMAIL_1' }],
      stream: true,
    });
    assert.ok(!events.some((event) => event.type === 'leaving'));
  });

  it('passes on that a scan failed, and reviews nothing then', async () => {
    const airlock = open(() => Promise.reject(new ScanFailure('deadline')));
    await assert.rejects(
      airlock.review(airlock.newConversation(), catalogued('openai/gpt-5'), [{ role: 'user', text: 'x' }]),
      { name: 'ScanFailure', reason: 'deadline' },
    );
  });

  it('scans only what is new in a long conversation, at the gate too', async () => {
    server = await startOpenAiServer();
    const asked: string[] = [];
    const airlock = open(
      rememberScans((texts) => {
        asked.push(...texts);
        return plainScan(texts);
      }),
    );
    const conversation = airlock.newConversation();
    const route = loopback(server, 'vllm');
    const history: OutgoingMessage[] = Array.from({ length: 20 }, (_, i) => ({
      role: 'user',
      text: `turn ${i}`,
    }));
    const turn = async (): Promise<void> => {
      const review = await airlock.review(conversation, route, history);
      await collect(airlock.send(await airlock.clear(review, 'as-decided'), stay));
    };
    await turn();
    asked.length = 0;
    history.push({ role: 'user', text: 'one more' });
    await turn();
    assert.deepEqual(asked, ['one more']);
  });

  it('never meets at the gate what its own redaction left, whatever the text', async () => {
    server = await startOpenAiServer({ pieces: [] });
    const airlock = open();
    const piece = fc.oneof(
      fc.constantFrom(
        TOKEN,
        EMAIL,
        SSN,
        CARD,
        DATABASE_URL,
        'EMAIL_1',
        '"',
        '\\n',
        '{"a":"',
        '"}',
        ' ',
        '\n',
        '@',
        '=',
      ),
      fc.string({ maxLength: 6 }),
    );
    const route = loopback(server, 'deepinfra');
    await fc.assert(
      fc.asyncProperty(fc.array(piece, { maxLength: 10 }), async (pieces) => {
        const review = await airlock.review(airlock.newConversation(), route, [
          { role: 'user', text: pieces.join('') },
        ]);
        await collect(airlock.send(await airlock.clear(review, 'redacted'), stay));
      }),
      { numRuns: 150 },
    );
  });

  it('lets none of the values through that stand in a text, however often and in whatever order', async () => {
    server = await startOpenAiServer({ pieces: [] });
    const airlock = open();
    const route = loopback(server, 'deepinfra');
    const values = [TOKEN, EMAIL, SSN, CARD, DATABASE_URL];
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.tuple(fc.constantFrom(...values), fc.constantFrom(' ', '\n', '"', ', ', '\t(', '`')), {
          maxLength: 8,
        }),
        async (pieces) => {
          const text = pieces.flat().join('');
          const review = await airlock.review(airlock.newConversation(), route, [{ role: 'user', text }]);
          await collect(airlock.send(await airlock.clear(review, 'redacted'), stay));
        },
      ),
      { numRuns: 100 },
    );
    for (const { body } of server.arrived)
      for (const value of values) assert.ok(!body.includes(value), value);
  });
});

/** What Node's own `fetch` adds to every request. */
const FETCH_OWN: ReadonlySet<string> = new Set([
  'host',
  'connection',
  'accept-language',
  'sec-fetch-mode',
  'accept-encoding',
  'content-length',
]);
