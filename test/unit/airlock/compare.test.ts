import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { compare, knownDestinations } from '../../../src/airlock/compare.ts';
import { REQUIREMENT_PRESETS } from '../../../src/policy/requirements.ts';
import { resolvePolicy } from '../../../src/policy/resolve.ts';
import { CATALOGUE, policyOn, TODAY } from '../policy/ask.ts';

const known = knownDestinations(CATALOGUE);
const rows = compare(policyOn(TODAY), known, REQUIREMENT_PRESETS['health-data'], TODAY);

describe('comparing destinations', () => {
  it('knows every entry of the catalogue by its own terms', () => {
    assert.deepEqual(
      [...new Set(known.map(({ destination }) => destination.provider))].toSorted(),
      Object.keys(CATALOGUE.providers).toSorted(),
    );
    for (const { written, destination } of known) {
      const { reason, provider } = resolvePolicy(CATALOGUE, destination, TODAY);
      assert.deepEqual([reason, provider?.id], [null, destination.provider], written);
    }
  });

  it('gives models of which the same is known one row, and others their own', () => {
    const of = (id: string): readonly (readonly string[])[] =>
      rows.filter(({ destination }) => destination.provider === id).map(({ models }) => models);
    // The terms of OpenAI's go by the endpoint.
    assert.deepEqual(of('openai-api').toSorted(), [
      ['gpt-5', 'gpt-5-mini', 'gpt-4.1'],
      ['gpt-5-pro', 'o3-pro'],
    ]);
    assert.equal(of('deepinfra').length, 3);
  });

  it('loses no destination and no model', () => {
    assert.deepEqual(
      rows.flatMap(({ models }) => models).toSorted(),
      known.flatMap(({ models }) => models).toSorted(),
    );
    assert.equal(new Set(rows.map(({ written }) => written)).size, rows.length);
  });

  it('takes what runs on this machine to fit whatever is demanded, and to be the best there is', () => {
    for (const id of ['ollama', 'lmstudio', 'llamacpp', 'vllm']) {
      const row = rows.find(({ written }) => written === id);
      assert.deepEqual([row?.grading.grade, row?.misses, row?.policy.local], ['A', [], true], id);
    }
  });

  it('puts those that fit first, and the better grade before the worse', () => {
    const places = rows.map(({ misses, grading }) => [
      misses.length > 0 ? 1 : 0,
      'ABCDE?'.indexOf(grading.grade),
    ]);
    assert.deepEqual(
      places,
      places.toSorted(([a = 0, b = 0], [c = 0, d = 0]) => a - c || b - d),
    );
  });
});
