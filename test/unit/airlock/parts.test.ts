import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { Malformed, type OutgoingMessage } from '../../../src/airlock.ts';
import { LEFT_OUT } from '../../../src/airlock/assemble.ts';
import { CARD, EMAIL, githubToken } from '../made-up.ts';
import { catalogued, open } from './opened.ts';

const TOKEN = githubToken();
const KEPT = catalogued('dry-run:openai/gpt-5');
const TRAINS = catalogued('dry-run:nvidia/meta/llama-3.3-70b-instruct');
const PICTURE = { mediaType: 'image/png', base64: Buffer.from('a picture of nothing').toString('base64') };

const text = (role: 'system' | 'user' | 'assistant', words: string): OutgoingMessage => ({
  role,
  text: words,
});
const picture: OutgoingMessage = { role: 'user', text: '', part: { type: 'image', image: PICTURE } };
const call = (args: string, name = 'read_file', id = 'call_1'): OutgoingMessage => ({
  role: 'assistant',
  text: args,
  part: { type: 'tool-call', id, name },
});
const result = (words: string, callId = 'call_1'): OutgoingMessage => ({
  role: 'tool',
  text: words,
  part: { type: 'tool-result', callId },
});
const tool = (definition: object, name = 'read_file'): OutgoingMessage => ({
  role: 'system',
  text: JSON.stringify(definition),
  part: { type: 'tool', name },
});

describe('a picture in a prompt', () => {
  it('is asked about where it is kept, and goes as it is on demand', async () => {
    const airlock = open();
    const messages = [text('user', 'What is this?'), picture];
    const review = await airlock.review(airlock.newConversation(), KEPT, messages);
    assert.equal(review.decision.action, 'ask');
    assert.deepEqual(
      review.findings[1]?.map(({ kind }) => kind),
      ['picture'],
    );
    const { request, letThrough } = await airlock.clear(review, 'as-is');
    assert.deepEqual(request.messages, [{ role: 'user', content: 'What is this?', images: [PICTURE] }]);
    assert.equal(letThrough, 1);
    assert.deepEqual([...request.permits.pictures], [await request.permits.fingerprint(PICTURE.base64)]);
  });

  it('takes the text it goes with along, as it is', async () => {
    const airlock = open();
    const messages = [text('user', `Is this ${EMAIL}?`), picture];
    const review = await airlock.review(airlock.newConversation(), KEPT, messages);
    const { request } = await airlock.clear(review, 'as-is');
    assert.equal(request.messages[0]?.content, `Is this ${EMAIL}?`);
  });

  it('is left out where the rest is redacted, and the model is told', async () => {
    const airlock = open();
    const messages = [text('user', `Is this ${EMAIL}?`), picture, picture];
    const review = await airlock.review(airlock.newConversation(), KEPT, messages);
    const { request, redacted, letThrough } = await airlock.clear(review, 'redacted');
    assert.deepEqual(request.messages, [
      { role: 'user', content: `Is this EMAIL_1?\n${LEFT_OUT}\n${LEFT_OUT}` },
    ]);
    assert.deepEqual([redacted, letThrough, request.permits.pictures.size], [3, 0, 0]);
  });

  it('is blocked where it would train a model', async () => {
    const airlock = open();
    const review = await airlock.review(airlock.newConversation(), TRAINS, [text('user', 'hi'), picture]);
    assert.equal(review.decision.action, 'block');
    await assert.rejects(airlock.clear(review, 'as-is'), { name: 'NotAllowed' });
    const { request } = await airlock.clear(review, 'redacted');
    assert.deepEqual(request.messages, [{ role: 'user', content: `hi\n${LEFT_OUT}` }]);
  });

  it('makes the destination one that pictures go to, whose terms may be others', async () => {
    const airlock = open();
    const plain = await airlock.review(airlock.newConversation(), KEPT, [text('user', 'hi')]);
    const shown = await airlock.review(airlock.newConversation(), KEPT, [text('user', 'hi'), picture]);
    assert.deepEqual(plain.route.destination.rehearses?.features, []);
    assert.deepEqual(shown.route.destination.rehearses?.features, ['image-input']);
    assert.notDeepEqual(shown.policy, plain.policy);
  });
});

describe('tools in a prompt', () => {
  const definition = {
    description: `Reads a file. Ask ${EMAIL} for access.`,
    parameters: { type: 'object', properties: { path: { type: 'string', description: CARD } } },
  };

  it('are redacted like the rest, with the same stand-ins everywhere', async () => {
    const airlock = open();
    const { request } = await airlock.clear(
      await airlock.review(airlock.newConversation(), KEPT, [
        tool(definition),
        text('user', `Write to ${EMAIL}`),
        text('assistant', 'I look.'),
        call(JSON.stringify({ path: 'a.txt', to: EMAIL })),
        call('', 'list_files', 'functions.list:0'),
        result(`token=${TOKEN}\nto ${EMAIL}`),
        result('[]', 'functions.list:0'),
        text('user', 'Go on'),
      ]),
      'redacted',
    );
    assert.deepEqual(request.tools, [
      {
        name: 'read_file',
        description: 'Reads a file. Ask EMAIL_1 for access.',
        parameters: { type: 'object', properties: { path: { type: 'string', description: 'CARD_1' } } },
      },
    ]);
    assert.deepEqual(request.messages, [
      { role: 'user', content: 'Write to EMAIL_1' },
      {
        role: 'assistant',
        content: 'I look.',
        toolCalls: [
          { id: 'call_1', name: 'read_file', arguments: '{"path":"a.txt","to":"EMAIL_1"}' },
          { id: 'functions.list:0', name: 'list_files', arguments: '{}' },
        ],
      },
      { role: 'tool', content: 'token=GITHUB_TOKEN_1\nto EMAIL_1', callId: 'call_1' },
      { role: 'tool', content: '[]', callId: 'functions.list:0' },
      { role: 'user', content: 'Go on' },
    ]);
  });

  it('count for the decision', async () => {
    const airlock = open();
    for (const piece of [tool(definition), call(`{"a":"${TOKEN}"}`), result(TOKEN)]) {
      const messages = [piece, text('user', 'hi')];
      const review = await airlock.review(airlock.newConversation(), TRAINS, messages);
      assert.notEqual(review.decision.action, 'allow', piece.part?.type);
    }
  });

  for (const [what, piece] of [
    ['tool-name', call('{}', `send to ${EMAIL}`)],
    ['tool-name', tool(definition, 'two\nlines')],
    ['call-id', call('{}', 'read_file', '')],
    ['call-id', result('ok', 'a b')],
    ['call-id', { role: 'tool', text: 'ok' }],
    ['tool-arguments', call('{"path": ')],
    ['tool-definition', tool({ description: 'no parameters' })],
  ] as const) {
    it(`do not go with a malformed ${what}, and nothing of it is in the error`, async () => {
      const airlock = open();
      const review = await airlock.review(airlock.newConversation(), KEPT, [text('user', 'hi'), piece]);
      await assert.rejects(
        airlock.clear(review, 'redacted'),
        (error) => error instanceof Malformed && error.what === what && !error.message.includes('@'),
      );
    });
  }
});
