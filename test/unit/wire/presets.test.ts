import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { ADDRESSES } from '../../../src/policy/addresses.ts';
import { parseDestination } from '../../../src/policy/destination.ts';
import { matchesHost } from '../../../src/policy/hosts.ts';
import { resolvePolicy } from '../../../src/policy/resolve.ts';
import { parseAddress } from '../../../src/wire/address.ts';
import { PRESETS } from '../../../src/wire/presets.ts';
import { formatOf } from '../../../src/wire/format.ts';
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
  for (const { provider, alias, baseUrl, keyPage, models } of PRESETS) {
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
      assert.deepEqual(ADDRESSES.get(alias), { provider, host: url.host });
      for (const model of [...models, 'any-model']) {
        const parsed = parseDestination(`${alias}/${model}`);
        assert.ok(parsed.ok);
        const route = routeTo(parsed.destination);
        assert.deepEqual(route.target, { baseUrl, model, format: formatOf(parsed.destination.endpoint) });
        assert.equal(route.wantsKey, true);
        const policy = resolvePolicy(CATALOGUE, route.destination, TODAY);
        assert.deepEqual([policy.known, policy.provider?.id], [true, provider]);
      }
    });
  }

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
