import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import * as v from 'valibot';
import { CustomDestination, customRoute } from '../../../src/editor/custom-destination.ts';
import { ADDRESSES } from '../../../src/policy/addresses.ts';
import { parseDestination, writeDestination } from '../../../src/policy/destination.ts';
import { matchesHost } from '../../../src/policy/hosts.ts';
import { resolvePolicy } from '../../../src/policy/resolve.ts';
import { parseAddress } from '../../../src/wire/address.ts';
import { FORMATS, formatOf } from '../../../src/wire/format.ts';
import { LOCAL_KINDS } from '../../../src/wire/local-kinds.ts';
import { PRESETS, startingPoints, writtenModel } from '../../../src/wire/presets.ts';
import { routeTo } from '../../../src/wire/route.ts';
import { CATALOGUE, TODAY } from '../policy/ask.ts';

/** Hosted, and not to be sent to without further settings: an address of the account's own, no chat completions, retired. */
const WITHOUT = [
  'aws-bedrock',
  'azure-openai',
  'cloudflare-workers-ai',
  'github-copilot',
  'github-models',
  'google-vertex',
  'replicate',
];

/** Where prompts can go, as it was promised, by the ways to write it. */
const PROMISED = {
  hosts: [
    'openai',
    'nvidia',
    'deepinfra',
    'anthropic',
    'gemini',
    'openrouter',
    'groq',
    'together',
    'fireworks',
    'mistral',
    'xai',
    'deepseek',
    'cerebras',
    'huggingface',
    'vercel',
  ],
  local: ['ollama', 'lmstudio', 'llamacpp', 'vllm'],
  own: {
    'azure-openai': 'https://made-up-account.openai.azure.com/openai/v1',
    'openai-api': 'https://llm.example.com/v1',
  },
};

describe('the hosts that can be sent to', () => {
  for (const preset of PRESETS) {
    const { provider, alias, baseUrl, keyPage } = preset;
    it(`${alias}: its host, its provider's terms, its key`, () => {
      const url = parseAddress(baseUrl);
      assert.equal(url.protocol, 'https:');
      assert.ok(!baseUrl.endsWith('/'));
      assert.ok(URL.canParse(keyPage) && keyPage.startsWith('https://'));
      const owners = Object.values(CATALOGUE.providers).filter(({ hosts }) => matchesHost(hosts, url.host));
      assert.deepEqual(
        owners.map(({ id }) => id),
        [provider],
      );
      for (const { alias: name, model } of [...startingPoints(preset), { alias, model: 'any-model' }]) {
        const address = ADDRESSES.get(name);
        assert.deepEqual([address?.provider, address?.host], [provider, url.host]);
        const parsed = parseDestination(`${name}/${model}`);
        assert.ok(parsed.ok && address);
        assert.equal(writeDestination(parsed.destination), `${name}/${model}`);
        const route = routeTo(parsed.destination);
        assert.deepEqual(route.target, { baseUrl, model, format: formatOf(address.endpoint) });
        assert.equal(route.wantsKey, true);
        const policy = resolvePolicy(CATALOGUE, route.destination, TODAY);
        assert.deepEqual([policy.known, policy.provider?.id], [true, provider]);
      }
    });
  }

  it('have the path that their maker documents, whatever the format', () => {
    const addresses = ['openai/gpt-5', 'openai-responses/gpt-5-pro', 'anthropic/claude-opus-4-1'].map(
      (text) => {
        const parsed = parseDestination(text);
        assert.ok(parsed.ok);
        const { baseUrl, format } = routeTo(parsed.destination).target;
        return baseUrl + FORMATS[format].path;
      },
    );
    assert.deepEqual(addresses, [
      'https://api.openai.com/v1/chat/completions',
      'https://api.openai.com/v1/responses',
      'https://api.anthropic.com/v1/messages',
    ]);
  });

  it('write a model under the short name it is served by', () => {
    const [openai] = PRESETS;
    assert.ok(openai);
    assert.equal(writtenModel(openai, 'gpt-5-pro'), 'openai-responses/gpt-5-pro');
    assert.equal(writtenModel(openai, 'a-model-that-was-listed'), 'openai/a-model-that-was-listed');
  });

  it('offer a model once', () => {
    for (const preset of PRESETS) {
      for (const { alias, model } of startingPoints(preset))
        assert.equal(writtenModel(preset, model), `${alias}/${model}`);
      const models = startingPoints(preset).map(({ model }) => model);
      assert.equal(new Set(models).size, models.length, preset.alias);
    }
  });

  it('take what a conversation needs, as far as their API has it', () => {
    for (const { alias, features } of PRESETS) {
      assert.ok(features.includes('system'), alias);
      assert.equal(new Set(features).size, features.length, alias);
    }
  });

  it('are all that were promised, by a preset, a server on this machine or an address of the user’s own', () => {
    const presets = new Set(PRESETS.map(({ alias }) => alias));
    const local = new Set(LOCAL_KINDS.map(({ alias }) => alias));
    for (const alias of PROMISED.hosts) assert.ok(presets.has(alias), alias);
    for (const alias of PROMISED.local) assert.ok(local.has(alias), alias);
    for (const [policyOf, baseUrl] of Object.entries(PROMISED.own)) {
      const own = { name: 'own', baseUrl, model: 'm', policyOf, key: true };
      assert.ok(v.is(CustomDestination, own), policyOf);
      const { destination, target } = customRoute(own, false);
      assert.ok(target.baseUrl.startsWith('https://'));
      assert.equal(resolvePolicy(CATALOGUE, destination, TODAY).provider?.id, policyOf);
    }
  });

  it('are named once each', () => {
    for (const key of ['provider', 'alias', 'name', 'baseUrl'] as const)
      assert.equal(new Set(PRESETS.map((preset) => preset[key])).size, PRESETS.length, key);
  });

  it('are all of the catalogue but those that cannot be', () => {
    const hosted = Object.values(CATALOGUE.providers).filter(({ kind }) => kind !== 'local');
    assert.deepEqual(
      hosted.map(({ id }) => id).toSorted(),
      [...WITHOUT, ...PRESETS.map(({ provider }) => provider)].toSorted(),
    );
  });
});
