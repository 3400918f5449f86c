import assert from 'node:assert/strict';
import { afterEach, describe, it } from 'mocha';
import { ownerOfPreset } from '../../../src/editor/key-owner.ts';
import { ModelLists } from '../../../src/editor/model-lists.ts';
import { listedAgo, notListedSentence } from '../../../src/sentences/model-list.ts';
import { english } from '../../../src/sentences/translate.ts';
import type { Target } from '../../../src/wire/cleared.ts';
import { listModels, type ModelList, type NoList } from '../../../src/wire/list-models.ts';
import { presetOf, PRESETS } from '../../../src/wire/presets.ts';
import { type Answered, type Asked, type KeyServer, startKeyServer } from '../../servers/key-server.ts';

const KEY = 'made-up-key-4711';
const list = (...ids: unknown[]): object => ({ object: 'list', data: ids.map((id) => ({ id })) });

describe('the models of a host', () => {
  const open: KeyServer[] = [];
  afterEach(async () => {
    await Promise.all(open.splice(0).map((one) => one.close()));
  });

  async function start(answer: (asked: Asked) => Answered): Promise<KeyServer> {
    const server = await startKeyServer(answer);
    open.push(server);
    return server;
  }

  const target = ({ origin }: KeyServer, more: Partial<Target> = {}): Target => ({
    baseUrl: `${origin}/v1`,
    model: 'm',
    format: 'chat-completions',
    ...more,
  });

  async function listed(body: unknown): Promise<ModelList> {
    return listModels(fetch, target(await start(() => ({ status: 200, body }))), KEY);
  }

  it('are asked of its own list with its key, and nothing else is said', async () => {
    const server = await start(() => ({ status: 200, body: list('b', 'a', 'b') }));
    assert.deepEqual(await listModels(fetch, target(server), KEY), { ok: true, models: ['a', 'b'] });
    const [asked] = server.asked;
    assert.deepEqual(
      [asked?.method, asked?.path, asked?.headers.authorization, asked?.body],
      ['GET', '/v1/models', `Bearer ${KEY}`, ''],
    );
    assert.deepEqual(await listModels(fetch, target(server), undefined), { ok: true, models: ['a', 'b'] });
    assert.equal(server.asked[1]?.headers.authorization, undefined);
  });

  it('come in pages where the host has it so', async () => {
    const server = await start(({ path, headers }) => {
      if (headers['x-api-key'] !== KEY || headers['anthropic-version'] === undefined) return { status: 401 };
      const after = new URL(path, 'http://x').searchParams.get('after_id');
      return after === null
        ? { status: 200, body: { data: [{ id: 'm1' }, { id: 'm2' }], has_more: true, last_id: 'm2' } }
        : { status: 200, body: { data: [{ id: 'm3' }], has_more: false, last_id: after } };
    });
    const found = await listModels(fetch, target(server, { format: 'messages' }), KEY);
    assert.deepEqual(found, { ok: true, models: ['m1', 'm2', 'm3'] });
    assert.deepEqual(
      server.asked.map(({ path, headers }) => [path, headers.authorization]),
      [
        ['/v1/models?limit=1000', undefined],
        ['/v1/models?limit=1000&after_id=m2', undefined],
      ],
    );
  });

  it('end, however many pages a host says there are', async () => {
    let page = 0;
    const endless = await start(() => {
      page += 1;
      return { status: 200, body: { data: [{ id: `m${page}` }], has_more: true, last_id: `m${page}` } };
    });
    assert.ok((await listModels(fetch, target(endless), KEY)).ok);
    assert.ok(endless.asked.length <= 20);
    const circle = await start(() => ({
      status: 200,
      body: { data: [{ id: 'm' }], has_more: true, last_id: 'm' },
    }));
    assert.deepEqual(await listModels(fetch, target(circle), KEY), { ok: true, models: ['m'] });
    assert.equal(circle.asked.length, 2);
  });

  it('are read from the forms that hosts have', async () => {
    assert.deepEqual(await listed([{ id: 'x/y', type: 'chat' }]), { ok: true, models: ['x/y'] });
    assert.deepEqual(await listed(list('models/gemini-2.5-pro')), { ok: true, models: ['gemini-2.5-pro'] });
    assert.deepEqual(await listed(list()), { ok: true, models: [] });
  });

  it('are only those that can be written, and are for a conversation', async () => {
    const bad = ['a\nb', 'a b', '', 'bé', '$(check)m', 'x'.repeat(201), 7, null];
    const others = [
      'text-embedding-3-small',
      'whisper-1',
      'tts-1-hd',
      'dall-e-3',
      'omni-moderation-latest',
      'BAAI/bge-m3',
    ];
    const good = ['gpt-5', 'openai/gpt-oss-120b', 'accounts/fireworks/models/x', 'llama-3.3:free', 'clipper'];
    const found = await listed(list(...bad, ...others, ...good));
    assert.deepEqual(found, { ok: true, models: good.toSorted() });
    const many = await listed(list(...Array.from({ length: 9_000 }, (_, i) => `m${i}`)));
    assert.equal(many.ok && many.models.length, 5_000);
  });

  const failing: readonly (readonly [string, Answered, NoList['reason']])[] = [
    ['a refusal', { status: 401 }, 'refused'],
    ['another refusal', { status: 403 }, 'refused'],
    ['no such address', { status: 404 }, 'no-list'],
    ['trouble', { status: 503 }, 'other-status'],
    ['too many requests', { status: 429 }, 'other-status'],
    ['a page', { status: 200, body: '<html>' }, 'not-a-list'],
    ['something else', { status: 200, body: { models: [] } }, 'not-a-list'],
    ['nothing', { status: 200, body: 'null' }, 'not-a-list'],
    ['what never ends', { status: 200, body: ' '.repeat(21_000_000) }, 'not-a-list'],
    ['a redirection', { status: 302, location: 'http://127.0.0.1:9/' }, 'redirected'],
  ];
  for (const [what, answer, reason] of failing) {
    it(`are not known, and it is said why: ${what}`, async () => {
      const server = await start(() => answer);
      const found = await listModels(fetch, target(server), KEY);
      assert.ok(!found.ok);
      assert.equal(found.reason, reason);
      const text = notListedSentence(found, 'llm.example.com', english);
      assert.ok(text.includes('llm.example.com') && !text.includes(KEY) && !/\{\d\}/.test(text), text);
    });
  }

  it('are asked of no other host, over no plain http, and with no key that would break out', async () => {
    const never: typeof fetch = () => assert.fail('it was asked');
    const at = (baseUrl: string): Target => ({ baseUrl, model: 'm', format: 'chat-completions' });
    for (const [baseUrl, key] of [
      ['http://llm.example.com/v1', KEY],
      ['', KEY],
      ['https://u:p@llm.example.com/v1', KEY],
      ['https://llm.example.com/v1', 'a\r\nx-evil: 1'],
      ['https://llm.example.com/v1', 'ä'],
    ] as const) {
      assert.deepEqual(await listModels(never, at(baseUrl), key), { ok: false, reason: 'not-sent' });
    }
    const elsewhere = await start(() => ({ status: 200, body: list('m') }));
    const first = await start(() => ({ status: 307, location: `${elsewhere.origin}/v1/models` }));
    assert.equal((await listModels(fetch, target(first), KEY)).ok, false);
    assert.deepEqual(elsewhere.asked, []);
  });

  it('of a preset are asked at its own address', async () => {
    for (const preset of PRESETS) {
      const asked: string[] = [];
      const watching: typeof fetch = (input) => {
        asked.push(String(input));
        return Promise.reject(new TypeError('nobody'));
      };
      const found = await listModels(watching, ownerOfPreset(preset).target, KEY);
      assert.deepEqual(found, { ok: false, reason: 'unreachable' });
      const { origin, pathname } = new URL(asked[0] ?? '');
      assert.equal(origin + pathname, `${preset.baseUrl}/models`);
    }
  });

  it('of Anthropic are asked in its own format', async () => {
    const anthropic = presetOf('anthropic-api') ?? assert.fail();
    let headers: Headers | undefined;
    const watching: typeof fetch = (_input, init) => {
      headers = new Headers(init?.headers);
      return Promise.reject(new TypeError('nobody'));
    };
    await listModels(watching, ownerOfPreset(anthropic).target, KEY);
    assert.deepEqual(
      [headers?.get('x-api-key'), headers?.get('authorization'), headers?.get('anthropic-version')],
      [KEY, null, '2023-06-01'],
    );
  });

  describe('kept in a window', () => {
    const owner = ownerOfPreset(presetOf('openai-api') ?? assert.fail());
    let now = 0;
    let key: string | undefined;
    let asked = 0;
    let answer: () => Response;

    function lists(): ModelLists {
      [now, key, asked] = [1_000_000, KEY, 0];
      answer = () => Response.json(list('gpt-9'));
      return new ModelLists({
        fetch: async () => {
          asked += 1;
          return answer();
        },
        now: () => now,
        keyOf: async () => key,
      });
    }

    it('are due once a key is there, and again after a day', async () => {
      const kept = lists();
      key = undefined;
      assert.equal(await kept.isDue(owner), false);
      key = KEY;
      assert.equal(await kept.isDue(owner), true);
      assert.equal(kept.listed(owner), undefined);
      await kept.refresh(owner);
      assert.deepEqual(kept.listed(owner), { models: ['gpt-9'], at: now });
      now += 23 * 3_600_000;
      assert.equal(await kept.isDue(owner), false);
      now += 3_600_000;
      assert.equal(await kept.isDue(owner), true);
    });

    it('are asked for once at a time', async () => {
      const kept = lists();
      await Promise.all([kept.refresh(owner), kept.refresh(owner)]);
      assert.equal(asked, 1);
    });

    it('stay where asking again fails', async () => {
      const kept = lists();
      await kept.refresh(owner);
      answer = () => new Response('', { status: 503 });
      assert.deepEqual(await kept.refresh(owner), { ok: false, reason: 'other-status', status: 503 });
      assert.deepEqual(kept.listed(owner)?.models, ['gpt-9']);
    });

    it('say how old they are', () => {
      assert.equal(listedAgo(10_000, english), 'listed just now');
      assert.equal(listedAgo(59.9 * 60_000, english), 'listed 59 min ago');
      assert.equal(listedAgo(25 * 3_600_000, english), 'listed 25 h ago');
    });
  });
});
