import assert from 'node:assert/strict';
import { globSync, readFileSync } from 'node:fs';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, it } from 'mocha';
import { readLists, refreshLists } from '../../../src/cli/openrouter.ts';
import { listingOf } from '../../../src/policy/openrouter-lists.ts';
import { readOpenRouter } from '../../../src/wire/openrouter.ts';
import { type LocalServer, startLocalServer } from '../../servers/ollama-server.ts';
import { destination } from '../policy/ask.ts';

const MODELS = '/api/v1/models';
const ZDR = '/api/v1/endpoints/zdr';
const row = (model: string, at: string): object => ({
  name: `${at} | ${model}`,
  model_id: model,
  model_name: 'Some model',
  provider_name: at,
  tag: at.toLowerCase(),
  context_length: 8192,
});
/** As documented, with fields that nobody reads. */
const ANSWERS = {
  [MODELS]: {
    data: [
      { id: 'maker/big', canonical_slug: 'maker/big-20260917', name: 'Big', pricing: { prompt: '0' } },
      { id: 'maker/big:free', canonical_slug: 'maker/big-20260917', name: 'Big (free)' },
      { id: 'maker/small', canonical_slug: null },
      { id: 'maker/plain' },
    ],
  },
  [ZDR]: {
    data: [row('maker/big-20260917', 'Zeta'), row('maker/big', 'Alpha'), row('maker/plain', 'Alpha')],
  },
};

describe('OpenRouter, asked for its lists', () => {
  let server: LocalServer | undefined;
  let folder = '';
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'lists-'));
  });
  afterEach(async () => {
    await server?.close();
    server = undefined;
    await rm(folder, { recursive: true, force: true });
  });

  async function start(answers: LocalServer['answers']): Promise<string> {
    await server?.close();
    server = await startLocalServer(answers);
    return `http://${server.host}`;
  }

  it('says which models there are and where an endpoint keeps nothing, and is asked for nothing else', async () => {
    const result = await readOpenRouter(fetch, await start(ANSWERS));
    assert.ok(result.ok);
    assert.deepEqual(
      result.answer.models.map(({ id }) => id),
      ['maker/big', 'maker/big:free', 'maker/small', 'maker/plain'],
    );
    assert.deepEqual(result.answer.keepNothing[0], { model: 'maker/big-20260917', at: 'Zeta' });
    assert.deepEqual(server?.asked.toSorted(), [`GET ${ZDR}`, `GET ${MODELS}`]);
  });

  it('is sent no key, and no redirect of it is followed', async () => {
    const seen: RequestInit[] = [];
    const watching: typeof fetch = (input, init) => {
      seen.push(init ?? {});
      return fetch(input, init);
    };
    await readOpenRouter(watching, await start(ANSWERS));
    assert.equal(seen.length, 2);
    for (const { headers, redirect, body, method } of seen) {
      assert.deepEqual(Object.keys(headers ?? {}).toSorted(), ['accept', 'user-agent']);
      assert.deepEqual([redirect, body, method], ['manual', undefined, undefined]);
    }
  });

  it('is asked over TLS only, but for a server on loopback', async () => {
    const never: typeof fetch = () => assert.fail('it was asked');
    for (const base of [
      'http://openrouter.ai',
      'ftp://openrouter.ai',
      'openrouter.ai',
      'https://u:p@openrouter.ai',
    ])
      assert.deepEqual(await readOpenRouter(never, base), { ok: false, reason: 'unreachable' }, base);
  });

  const broken: readonly (readonly [name: string, answers: LocalServer['answers'], reason: string])[] = [
    ['no list of models', { [ZDR]: ANSWERS[ZDR] }, 'refused'],
    ['no list of endpoints', { [MODELS]: ANSWERS[MODELS] }, 'refused'],
    ['a redirection', { [MODELS]: 302, [ZDR]: 302 }, 'refused'],
    ['a demand for a key', { ...ANSWERS, [ZDR]: 401 }, 'refused'],
    ['an error', { ...ANSWERS, [MODELS]: 500 }, 'refused'],
    ['no JSON', { ...ANSWERS, [ZDR]: '<html>' }, 'not-an-answer'],
    ['half an answer', { ...ANSWERS, [ZDR]: '{"data":[' }, 'not-an-answer'],
    ['a list that is none', { ...ANSWERS, [ZDR]: { data: {} } }, 'not-an-answer'],
    ['an empty list of models', { ...ANSWERS, [MODELS]: { data: [] } }, 'not-an-answer'],
    ['an error in an answer', { ...ANSWERS, [ZDR]: { error: { message: 'x' } } }, 'not-an-answer'],
    [
      'one row of another form among good ones',
      { ...ANSWERS, [ZDR]: { data: [row('maker/big', 'Alpha'), { name: 'Alpha | maker/small' }] } },
      'not-an-answer',
    ],
    ['an id that is none', { ...ANSWERS, [MODELS]: { data: [{ id: 'a\nb' }] } }, 'not-an-answer'],
    ['a list that never ends', { ...ANSWERS, [MODELS]: ' '.repeat(41_000_000) }, 'not-an-answer'],
  ];
  for (const [name, answers, reason] of broken) {
    it(`changes nothing, and says so, where it answers with ${name}`, async () => {
      const file = join(folder, 'sub', 'lists.json');
      await refreshLists(fetch, file, '2026-11-20', await start(ANSWERS));
      const before = await readFile(file, 'utf8');
      const base = await start(answers);
      const result = await readOpenRouter(fetch, base);
      assert.equal(!result.ok && result.reason, reason);
      await assert.rejects(refreshLists(fetch, file, '2026-11-21', base), /The lists are as they were\.$/);
      assert.equal(await readFile(file, 'utf8'), before);
    });
  }

  it('changes nothing, and says so, where nobody answers', async () => {
    const base = await start(ANSWERS);
    await server?.close();
    assert.deepEqual(await readOpenRouter(fetch, base), { ok: false, reason: 'unreachable' });
  });

  it('is kept with its day, and read back', async () => {
    const file = join(folder, 'lists.json');
    assert.equal(await readLists(file), undefined);
    const lists = await refreshLists(fetch, file, '2026-11-21', await start(ANSWERS));
    assert.deepEqual(await readLists(file), lists);
    for (const spoilt of ['', '{}', '{"schema":"openrouter-lists/1"}', '[]']) {
      await writeFile(file, spoilt);
      assert.equal(await readLists(file), undefined, spoilt);
    }
  });

  it('is said of a model as far as the lists go, and of no other provider’s', async () => {
    const file = join(folder, 'lists.json');
    const lists = await refreshLists(fetch, file, '2026-11-21', await start(ANSWERS));
    const of = (written: string, today = '2026-11-21') => listingOf(lists, destination(written), today);
    const known = { readOn: '2026-11-21', old: false };
    assert.deepEqual(of('openrouter/maker/big'), {
      ...known,
      isListed: true,
      keepNothing: ['Alpha', 'Zeta'],
    });
    assert.deepEqual(of('dry-run:openrouter/maker/plain'), {
      ...known,
      isListed: true,
      keepNothing: ['Alpha'],
    });
    assert.deepEqual(of('openrouter/maker/small'), { ...known, isListed: true, keepNothing: [] });
    // It shares its version's name with the model that is not free.
    assert.deepEqual(of('openrouter/maker/big:free'), { ...known, isListed: true, keepNothing: undefined });
    assert.deepEqual(of('openrouter/maker/gone'), { ...known, isListed: false, keepNothing: undefined });
    assert.deepEqual(of('openrouter/constructor'), { ...known, isListed: false, keepNothing: undefined });
    assert.equal(of('openai/gpt-5'), undefined);
    assert.equal(listingOf(undefined, destination('openrouter/maker/big'), '2026-11-21'), undefined);
    assert.deepEqual(
      ['2026-12-21', '2026-12-22', '2026-11-20', 'never'].map((day) => of('openrouter/maker/big', day)?.old),
      [false, true, true, true],
    );
  });

  it('is asked by the command and the option alone', () => {
    const root = join(import.meta.dirname, '../../..');
    const asking = globSync('src/**/*.ts', { cwd: root }).filter((file) =>
      /\breadOpenRouter\(/.test(readFileSync(join(root, file), 'utf8')),
    );
    assert.deepEqual(asking.toSorted(), [
      'src/cli/openrouter.ts',
      'src/editor/openrouter.ts',
      'src/wire/openrouter.ts',
    ]);
    const calling = globSync('src/**/*.ts', { cwd: root }).filter((file) =>
      /\b(?:openRouter\.refresh|refreshLists)\(/.test(readFileSync(join(root, file), 'utf8')),
    );
    assert.deepEqual(calling.toSorted(), [
      'src/cli/main.ts',
      'src/cli/openrouter.ts',
      'src/editor/session.ts',
    ]);
  });
});
