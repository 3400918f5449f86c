import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { createAirlock } from '../../../src/airlock.ts';
import type { Catalogue } from '../../../src/policy/catalogue.ts';
import { mergeOrganisation } from '../../../src/policy/organisation.ts';
import { networkTransport } from '../../../src/wire/transport.ts';
import { CATALOGUE, destination } from '../policy/ask.ts';
import { HOST, SOURCES } from '../policy/made-up.ts';
import { freshReceiptKey } from '../../../src/host/receipt-key.ts';

describe('a catalogue that takes the place of another', () => {
  it('is in force at once, for a destination that was looked up before too', () => {
    let catalogue: Catalogue = CATALOGUE;
    const airlock = createAirlock({
      scan: (texts) => Promise.resolve(texts.map(() => [])),
      get catalogue() {
        return catalogue;
      },
      transport: networkTransport(fetch),
      now: () => new Date('2026-11-21T12:00:00Z'),
      receiptKey: freshReceiptKey,
    });
    const openAi = destination('openai/gpt-5');
    const before = airlock.policyFor(openAi);
    assert.equal(before.facts.outputOwnership.value, 'customer');
    assert.equal(airlock.policyFor(openAi), before);

    const own = { ...HOST, id: 'openai-api', hosts: ['api.openai.com'], name: 'Ours' };
    const merged = mergeOrganisation(
      JSON.stringify({
        schema: 'ai-data-policy/1',
        sources: SOURCES.sources,
        providers: { 'openai-api': own },
      }),
    );
    assert.ok(merged.ok);
    catalogue = merged.catalogue;
    assert.equal(airlock.policyFor(openAi).provider?.name, 'Ours');

    catalogue = CATALOGUE;
    assert.deepEqual(airlock.policyFor(openAi), before);
  });
});
