import assert from 'node:assert/strict';
import fc from 'fast-check';
import { describe, it } from 'mocha';
import { outside, PLACES, REGIONS, together } from '../../../src/policy/places.ts';
import { chooseFacts, joinFacts, unknownFacts } from '../../../src/policy/facts.ts';
import { ask, CATALOGUE } from './ask.ts';

describe('places', () => {
  it('lie in themselves and in their groups, and not the other way round', () => {
    assert.deepEqual(outside(['EU'], ['EEA']), []);
    assert.deepEqual(outside(['EEA'], ['EU']), ['EEA']);
    assert.deepEqual(outside(['US', 'CA', 'CN'], ['north-america']), ['CN']);
    assert.deepEqual(outside(['this-machine'], []), []);
  });

  it('are never allowed by adding one, nor forbidden by allowing more', () => {
    const some = fc.subarray([...PLACES]);
    fc.assert(
      fc.property(some, some, fc.subarray([...REGIONS]), fc.subarray([...REGIONS]), (a, b, few, more) => {
        const both = together(a, b) ?? [];
        for (const place of outside(a, few)) assert.ok(outside(both, few).includes(place));
        for (const place of outside(a, [...few, ...more])) assert.ok(outside(a, few).includes(place));
      }),
    );
  });

  it('are not known together where either is not', () => {
    assert.equal(together(null, ['EU']), null);
    assert.equal(together(['EU'], null), null);
  });

  it('count in the worse of two policies, both of them, and not known above all', () => {
    const [here, there] = [ask('deepseek/x').facts, ask('openai/gpt-5').facts];
    assert.deepEqual(chooseFacts('worse', here, there).region.places, ['CN', 'US']);
    assert.deepEqual(joinFacts(here, there).region.places, ['CN', 'US']);
    const unknown = unknownFacts('unknown-provider');
    for (const pair of [
      [here, unknown],
      [unknown, here],
    ] as const) {
      assert.equal(chooseFacts('worse', ...pair).region.places, null);
      assert.deepEqual(chooseFacts('better', ...pair).region.places, ['CN']);
    }
    const vague = ask('groq/x').facts;
    assert.equal(chooseFacts('worse', here, vague).region.places, null);
    assert.equal(chooseFacts('worse', vague, unknown).region.value, 'unknown');
  });

  it('are left out where the words leave a doubt: by default, storage only, unchecked, planned', () => {
    for (const [written, words] of [
      ['mistral/x', /by default/],
      ['groq/x', /storage/],
      ['openrouter/x/y', /unless/],
      ['vercel/x/y', /any/],
    ] as const) {
      const { region } = ask(written).facts;
      assert.equal(region.places, null, written);
      if (region.value !== 'unknown') assert.match(region.value, words);
    }
    assert.equal(CATALOGUE.providers['github-copilot']?.base.region.places, undefined);
  });
});
