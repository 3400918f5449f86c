import assert from 'node:assert/strict';
import { afterEach, describe, it } from 'mocha';
import { keyWords, verdictSentence } from '../../../src/sentences/api-key.ts';
import { english } from '../../../src/sentences/translate.ts';
import type { Target } from '../../../src/wire/cleared.ts';
import { type KeyVerdict, testKey } from '../../../src/wire/test-key.ts';
import { type Asked, type KeyServer, startKeyServer } from '../../servers/key-server.ts';

const KEY = 'made-up-key-4711';
const LIST = { object: 'list', data: [{ id: 'm' }] };

describe('a key, tested', () => {
  let server: KeyServer | undefined;
  afterEach(async () => {
    await server?.close();
    server = undefined;
  });

  async function test(
    answer: (asked: Asked) => { status: number; body?: unknown },
    more: Partial<Target> = {},
    provider?: string,
  ): Promise<KeyVerdict> {
    await server?.close();
    server = await startKeyServer(answer);
    const target: Target = {
      baseUrl: `${server.origin}/v1`,
      model: 'm',
      format: 'chat-completions',
      ...more,
    };
    return testKey(fetch, target, KEY, provider);
  }

  const guarded = ({ headers }: Asked): { status: number; body?: unknown } =>
    headers.authorization === `Bearer ${KEY}` ? { status: 200, body: LIST } : { status: 401 };

  it('is accepted where the list of models is for those with a key', async () => {
    assert.deepEqual(await test(guarded), { said: 'accepted' });
    assert.deepEqual(
      server?.asked.map(({ method, path, headers }) => [method, path, headers.authorization]),
      [
        ['GET', '/v1/models', `Bearer ${KEY}`],
        ['GET', '/v1/models', undefined],
      ],
    );
    assert.deepEqual(
      server?.asked.map(({ body }) => body),
      ['', ''],
    );
  });

  it('goes in the header of the format, with what else the host wants', async () => {
    const verdict = await test(
      ({ headers }) =>
        headers['x-api-key'] === KEY && headers['anthropic-version'] !== undefined
          ? { status: 200, body: LIST }
          : { status: 401 },
      { format: 'messages' },
    );
    assert.deepEqual(verdict, { said: 'accepted' });
    assert.equal(server?.asked[0]?.headers.authorization, undefined);
    const azure = await test(
      ({ headers }) => (headers['api-key'] === KEY ? { status: 200, body: LIST } : { status: 401 }),
      { keyHeader: 'api-key' },
    );
    assert.deepEqual(azure, { said: 'accepted' });
  });

  it('is refused with 401', async () => {
    assert.deepEqual(await test(() => ({ status: 401 })), { said: 'refused', status: 401 });
  });

  it('is asked about where the host has a question for it', async () => {
    assert.deepEqual(await test(guarded, {}, 'openrouter'), { said: 'accepted' });
    assert.deepEqual(
      server?.asked.map(({ path }) => path),
      ['/v1/key'],
    );
  });

  const untold: readonly (readonly [string, Parameters<typeof test>[0], KeyVerdict])[] = [
    ['anybody gets the list', () => ({ status: 200, body: LIST }), { said: 'nothing', why: 'open' }],
    ['there is no list', () => ({ status: 404 }), { said: 'nothing', why: 'no-list' }],
    ['it is a page', () => ({ status: 200, body: '<html>' }), { said: 'nothing', why: 'no-list' }],
    ['400', () => ({ status: 400 }), { said: 'nothing', why: 'status', status: 400 }],
    ['403', () => ({ status: 403 }), { said: 'nothing', why: 'status', status: 403 }],
    ['500', () => ({ status: 500 }), { said: 'nothing', why: 'status', status: 500 }],
  ];
  for (const [what, answer, verdict] of untold) {
    it(`says nothing where ${what}`, async () => assert.deepEqual(await test(answer), verdict));
  }

  it('follows no redirection with the key', async () => {
    const elsewhere = await startKeyServer(() => ({ status: 200, body: LIST }));
    try {
      const verdict = await test(() => ({ status: 302, location: `${elsewhere.origin}/v1/models` }));
      assert.deepEqual(verdict, { said: 'nothing', why: 'status', status: 302 });
      assert.deepEqual(elsewhere.asked, []);
    } finally {
      await elsewhere.close();
    }
  });

  it('is not sent over plain http to another machine, nor to what is no address', async () => {
    const never: typeof fetch = () => assert.fail('it was asked');
    for (const baseUrl of ['http://llm.example.com/v1', 'ftp://x', 'https://u:p@x.example.com', '']) {
      const target: Target = { baseUrl, model: 'm', format: 'chat-completions' };
      assert.deepEqual(await testKey(never, target, KEY), { said: 'nothing', why: 'not-sent' });
    }
  });

  it('is not sent where it would break out of its header', async () => {
    const never: typeof fetch = () => assert.fail('it was asked');
    const target: Target = { baseUrl: 'https://x.example.com/v1', model: 'm', format: 'chat-completions' };
    for (const key of ['a\r\nx-evil: 1', 'a b', 'ä', '', 'a\n'])
      assert.deepEqual(await testKey(never, target, key), { said: 'nothing', why: 'not-sent' });
  });

  it('says so where nobody answers', async () => {
    await test(guarded);
    const { origin } = server ?? assert.fail();
    await server?.close();
    const target: Target = { baseUrl: `${origin}/v1`, model: 'm', format: 'chat-completions' };
    assert.deepEqual(await testKey(fetch, target, KEY), { said: 'nothing', why: 'unreachable' });
  });

  it('is spoken of by its host and where it came from, and never quoted', () => {
    const verdicts: KeyVerdict[] = [
      { said: 'accepted' },
      { said: 'refused', status: 401 },
      ...untold.map(([, , verdict]) => verdict),
      { said: 'nothing', why: 'unreachable' },
      { said: 'nothing', why: 'not-sent' },
    ];
    for (const variable of [undefined, 'LAB_KEY']) {
      for (const verdict of verdicts) {
        const which = keyWords({ variable }, 'Lab', english);
        const text = verdictSentence(verdict, which, 'llm.example.com', english);
        assert.ok(text.includes('llm.example.com') && text.includes('Lab'), text);
        assert.equal(text.includes('LAB_KEY'), variable !== undefined);
        assert.ok(!/\{\d\}/.test(text), text);
        const short = verdictSentence(
          verdict,
          keyWords({ variable }, undefined, english),
          'lab:8000',
          english,
        );
        assert.equal(short.includes('LAB_KEY'), variable !== undefined);
        assert.ok(short.includes('lab:8000') && !/\{\d\}/.test(short), short);
      }
    }
  });
});
