import assert from 'node:assert/strict';
import * as fc from 'fast-check';
import { describe, it } from 'mocha';
import { ItemsByName } from '../../../src/redact/items-by-name.ts';

const stem = fc.constantFrom('', 'EMAIL_', 'EMAIL_1_', 'A', '192.0.2.');
const number = fc.oneof(
  fc.nat(300).map(String),
  fc.nat(2 ** 31 - 1).map(String),
  fc.constantFrom('', '007', '0', '999999999', '1000000000', '4000001234567899'),
);
const name = fc.tuple(stem, number, fc.constantFrom('', '', '', 'x')).map((parts) => `n${parts.join('')}`);

describe('ItemsByName', () => {
  it('keeps what a map keeps, in its order', () => {
    fc.assert(
      fc.property(fc.array(name, { maxLength: 60 }), fc.array(name), (added, asked) => {
        const items = new ItemsByName<number>();
        const map = new Map<string, number>();
        for (const [item, one] of added.entries()) {
          assert.equal(items.add(one, item), !map.has(one));
          map.set(one, item);
        }
        assert.equal(items.size, map.size);
        assert.deepEqual(items.all, [...map.values()]);
        for (const one of [...added, ...asked]) {
          assert.equal(items.get(one), map.get(one));
          assert.equal(items.getIn(`x ${one}9`, 2, 2 + one.length), map.get(one));
        }
      }),
      { numRuns: 2_000 },
    );
  });

  it('finds each of those that count up from a great number, and of others far from each other', () => {
    const items = new ItemsByName<number>();
    const names = Array.from({ length: 5_000 }, (_, n) => [
      `EMAIL_${700_000 + n}`,
      `EMAIL_${n * 104_729}`,
    ]).flat();
    const added = [...new Set(names)];
    for (const [n, name] of added.entries()) items.add(name, n);
    for (const [n, name] of added.entries()) assert.equal(items.get(name), n);
    assert.equal(items.size, added.length);
    assert.equal(items.get('EMAIL_699999'), undefined);
  });

  it('finds each of many, in any order', () => {
    const items = new ItemsByName<number>();
    for (let n = 1; n <= 100_000; n++) items.add(n % 3 === 0 ? `CARD_${n}` : `EMAIL_${n}`, n);
    for (let n = 100_000; n > 0; n--) assert.equal(items.get(n % 3 === 0 ? `CARD_${n}` : `EMAIL_${n}`), n);
    assert.equal(items.get('EMAIL_3'), undefined);
    assert.equal(items.get('EMAIL_100001'), undefined);
  });
});
