import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { ADDRESSES } from '../../../src/policy/addresses.ts';
import { parseDestination, writeDestination } from '../../../src/policy/destination.ts';
import { matchesHost } from '../../../src/policy/hosts.ts';
import { resolvePolicy } from '../../../src/policy/resolve.ts';
import { parseAddress } from '../../../src/wire/address.ts';
import { FORMATS, formatOf } from '../../../src/wire/format.ts';
import { PRESETS, startingPoints } from '../../../src/wire/presets.ts';
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

  it('offer a model once', () => {
    for (const preset of PRESETS) {
      const models = startingPoints(preset).map(({ model }) => model);
      assert.equal(new Set(models).size, models.length, preset.alias);
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
