import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { KnownCatalogues } from '../../../src/editor/known-catalogues.ts';

describe('catalogues of an organisation that the user has had in force', () => {
  it('are known by all they say, and kept as a hash of it', async () => {
    const kept = new Map<string, unknown>();
    const known = new KnownCatalogues(memoryIn(kept));
    await known.note('{"providers":{}}');
    assert.ok(await known.isKnown('{"providers":{}}'));
    assert.ok(!(await known.isKnown('{"providers":{} }')));
    assert.ok(!JSON.stringify([...kept]).includes('providers'));
  });

  it('are forgotten when many others came after them, the oldest first', async () => {
    const known = new KnownCatalogues(memoryIn(new Map()));
    for (let n = 0; n < 21; n++) await known.note(`${n}`);
    await known.note('1');
    await known.note('21');
    const isKnown = await Promise.all(['0', '1', '2', '21'].map((one) => known.isKnown(one)));
    assert.deepEqual(isKnown, [false, true, false, true]);
  });

  it('are none where what was kept is no list', async () => {
    assert.ok(!(await new KnownCatalogues(memoryIn(new Map([['catalogue.known', 'x']]))).isKnown('x')));
  });
});

function memoryIn(kept: Map<string, unknown>): ConstructorParameters<typeof KnownCatalogues>[0] {
  return {
    get: (key) => kept.get(key),
    update: (key, value) => Promise.resolve(void kept.set(key, value)),
  };
}
