import assert from 'node:assert/strict';
import { beforeEach, describe, it } from 'mocha';
import * as v from 'valibot';
import { customRoute } from '../../../src/editor/custom-destination.ts';
import { keyOwner, keyOwners, ownerOfPreset } from '../../../src/editor/key-owner.ts';
import { KeyStore, KeyVariables, UnusableKey } from '../../../src/editor/key-store.ts';
import { PRESETS } from '../../../src/wire/presets.ts';
import { catalogued } from '../airlock/opened.ts';
import { RecordingSecrets } from './recording-secrets.ts';

/** What would begin another header, end the request, or is no character of a header. */
const BROKEN = [
  'made-up\r\nx-evil: 1',
  'made-up\nkey',
  'made-up\rkey',
  'made up',
  ' made-up',
  'made-up ',
  'made-up\tkey',
  'made-up\u0000key',
  'mädë-up',
  'made-up\u2028key',
  '\ud83d\udd11',
  'k'.repeat(4097),
];

describe('where API keys come from', () => {
  let secrets: RecordingSecrets;
  let variables: KeyVariables;
  let environment: Record<string, string>;
  let read: string[];
  let store: KeyStore;

  beforeEach(() => {
    secrets = new RecordingSecrets();
    variables = {};
    environment = {};
    read = [];
    store = new KeyStore({
      secrets,
      variables: () => variables,
      environment: (name) => {
        read.push(name);
        return environment[name];
      },
    });
  });

  it('is the secret storage, under the name of the owner', async () => {
    await store.keep('openai-api', 'made-up-key');
    assert.deepEqual([...secrets.kept], [['key:openai-api', 'made-up-key']]);
    assert.deepEqual(await store.find('openai-api'), { from: 'kept', ok: true, key: 'made-up-key' });
    assert.equal(await store.find('groq'), undefined);
    await store.forget('openai-api');
    assert.equal(await store.find('openai-api'), undefined);
    assert.deepEqual(read, []);
  });

  it('is a variable of the environment only where the user named it, read at each use and never stored', async () => {
    environment = { OPENAI_API_KEY: 'from-outside', GROQ_API_KEY: 'not-named' };
    assert.equal(await store.find('openai-api'), undefined);
    assert.deepEqual(read, []);
    variables = { 'openai-api': 'OPENAI_API_KEY' };
    const found = { from: 'environment', variable: 'OPENAI_API_KEY', ok: true, key: 'from-outside' };
    assert.deepEqual(await store.find('openai-api'), found);
    assert.equal(await store.find('groq'), undefined);
    environment['OPENAI_API_KEY'] = 'another';
    assert.deepEqual(await store.find('openai-api'), { ...found, key: 'another' });
    assert.deepEqual(read, ['OPENAI_API_KEY', 'OPENAI_API_KEY']);
    assert.equal(secrets.kept.size, 0);
    assert.ok(secrets.asked.every((asked) => asked.startsWith('get ')));
  });

  it('is the kept one where there are both, and the variable again once that is forgotten', async () => {
    environment = { OPENAI_API_KEY: 'from-outside' };
    variables = { 'openai-api': 'OPENAI_API_KEY' };
    await store.keep('openai-api', 'kept-one');
    assert.equal((await store.find('openai-api'))?.from, 'kept');
    assert.deepEqual(read, []);
    await store.forget('openai-api');
    assert.equal((await store.find('openai-api'))?.from, 'environment');
  });

  it('is none where the variable is not set or empty', async () => {
    variables = { 'openai-api': 'OPENAI_API_KEY', groq: 'EMPTY' };
    environment = { EMPTY: '' };
    assert.equal(await store.find('openai-api'), undefined);
    assert.equal(await store.find('groq'), undefined);
  });

  it('is no variable of another machine, whatever the user named', async () => {
    const there = new KeyStore({
      secrets,
      variables: () => ({ 'openai-api': 'OPENAI_API_KEY' }),
      environment: undefined,
    });
    assert.equal(await there.find('openai-api'), undefined);
    assert.deepEqual([there.takesVariables, store.takesVariables], [false, true]);
    await there.keep('openai-api', 'kept-one');
    assert.equal((await there.find('openai-api'))?.from, 'kept');
  });

  it('takes no name of an object for one of the setting', async () => {
    environment = { x: 'y' };
    for (const id of ['constructor', 'toString', '__proto__']) {
      assert.equal(store.variableOf(id), undefined);
      assert.equal(await store.find(id), undefined);
    }
  });

  it('refuses what would break out of its header, wherever it comes from, without saying it', async () => {
    variables = { 'openai-api': 'OPENAI_API_KEY' };
    for (const key of BROKEN) {
      await assert.rejects(store.keep('groq', key), (error: unknown) => {
        assert.ok(error instanceof UnusableKey);
        assert.ok(!`${error.message}${error.stack}`.includes(key));
        return true;
      });
      environment = { OPENAI_API_KEY: key };
      assert.deepEqual(await store.find('openai-api'), {
        from: 'environment',
        variable: 'OPENAI_API_KEY',
        ok: false,
      });
      // As somebody else may have written it there.
      secrets.kept.set('key:deepinfra', key);
      assert.deepEqual(await store.find('deepinfra'), { from: 'kept', ok: false });
    }
    assert.equal(secrets.kept.has('key:groq'), false);
  });

  it('takes from the setting only names of variables and of owners', () => {
    const ok = [
      { 'openai-api': 'OPENAI_API_KEY' },
      { 'https://llm.example.com': '_K1' },
      { 'http://127.0.0.1:8000': 'A'.repeat(128) },
      {},
    ];
    const ng = [
      { 'openai-api': 'sk-abc' },
      { 'openai-api': 'openai_api_key' },
      { 'openai-api': '1KEY' },
      { 'openai-api': 'KEY=1' },
      { 'openai-api': '' },
      { 'openai-api': 'A'.repeat(129) },
      { 'openai-api': 'KEY\n' },
      { 'https://user@llm.example.com': 'KEY' },
      { 'https://llm.example.com/v1': 'KEY' },
      { 'Open AI': 'KEY' },
      { 'openai-api': 7 },
      'KEY',
    ];
    for (const one of ok) assert.ok(v.is(KeyVariables, one), JSON.stringify(one));
    for (const one of ng) assert.ok(!v.is(KeyVariables, one), JSON.stringify(one));
  });
});

describe('whose an API key is', () => {
  const lab = { name: 'lab', baseUrl: 'https://llm.example.com:8443/v1/', model: 'm', key: true };

  it('is a provider, with any of its models, and none in a rehearsal', () => {
    const [one, other] = [keyOwner(catalogued('openai/gpt-5')), keyOwner(catalogued('openai/gpt-4.1'))];
    assert.equal(one?.id, 'openai-api');
    assert.equal(one.id, other?.id);
    assert.equal(one.keyPage, 'https://platform.openai.com/api-keys');
    assert.equal(keyOwner(catalogued('dry-run:openai/gpt-5')), undefined);
    assert.equal(keyOwner(catalogued('ollama/llama3.3')), undefined);
  });

  it('is an origin for a server of the user’s own, whatever it is called', () => {
    assert.equal(keyOwner(customRoute(lab, false))?.id, 'https://llm.example.com:8443');
    const renamed = { ...lab, name: 'other', baseUrl: 'https://llm.example.com:8443/v2' };
    assert.equal(keyOwner(customRoute(renamed, false))?.id, 'https://llm.example.com:8443');
    const moved = { ...lab, baseUrl: 'https://elsewhere.example.com/v1' };
    assert.equal(keyOwner(customRoute(moved, false))?.id, 'https://elsewhere.example.com');
    assert.equal(keyOwner(customRoute({ ...lab, key: false }, false)), undefined);
  });

  it('is everybody who may have one, each once', () => {
    const owners = keyOwners([lab, { ...lab, name: 'twice' }, { ...lab, name: 'open', key: false }]);
    assert.deepEqual(
      owners.map(({ id }) => id),
      ['https://llm.example.com:8443', ...PRESETS.map(({ provider }) => provider)],
    );
  });

  it('is sent to the preset’s own address and to no other', () => {
    for (const preset of PRESETS) {
      const owner = ownerOfPreset(preset);
      assert.equal(owner.target.baseUrl, preset.baseUrl);
      assert.deepEqual(keyOwner(catalogued(`${preset.alias}/any`))?.target.baseUrl, preset.baseUrl);
    }
  });
});
