import assert from 'node:assert/strict';
import * as fc from 'fast-check';
import { describe, it } from 'mocha';
import { Chains } from '../../../../src/detect/values/chains.ts';
import { NumberTree } from '../../../../src/detect/values/number-tree.ts';

const unit = fc.constantFrom('a', 'b', '\u0101', '\uffff');

describe('NumberTree', () => {
  it('finds the longest text that stands at a place, of few and of many, while they come', () => {
    fc.assert(
      fc.property(
        fc.array(fc.string({ unit, minLength: 1, maxLength: 6 }), { maxLength: 60 }),
        fc.array(fc.string({ unit, maxLength: 12 }), { minLength: 1, maxLength: 4 }),
        fc.nat(12),
        (texts, asked, least) => {
          const tree = new NumberTree();
          texts.forEach((one, number) => {
            tree.add(one, number);
            const known = texts.slice(0, number + 1);
            const text = asked[number % asked.length] ?? '';
            for (let at = 0; at < text.length; at++) {
              const counts = (end: number): boolean => end - at >= least % 4;
              const lengths = known
                .filter((each) => text.startsWith(each, at) && counts(at + each.length))
                .map(({ length }) => length);
              const found = tree.longestAt(text, at, counts);
              assert.equal(found?.end, lengths.length === 0 ? undefined : at + Math.max(...lengths));
              if (found) assert.equal(found.item, known.lastIndexOf(text.slice(at, found.end)));
            }
          });
        },
      ),
      { numRuns: 1_000 },
    );
  });

  it('finds each of a hundred thousand that begin the same', () => {
    const tree = new NumberTree();
    const texts = Array.from({ length: 100_000 }, (_, n) => `ghp_${String.fromCharCode(n & 0xffff)}${n}`);
    for (const [number, text] of texts.entries()) tree.add(text, number);
    for (const [number, text] of texts.entries()) assert.equal(tree.longestAt(`x${text}`, 1)?.item, number);
  });
});

describe('Chains', () => {
  it('keep the numbers of each key, the newest first', () => {
    const key = fc.integer({ min: -(2 ** 31), max: 2 ** 31 - 1 });
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.oneof(key, fc.integer({ min: -3, max: 3 })), fc.nat())), (pairs) => {
        const chains = new Chains();
        for (const [one, number] of pairs) chains.add(one, number);
        const keys = new Set(pairs.map(([one]) => one));
        assert.deepEqual(new Set(chains.keys()), keys);
        assert.equal(chains.keyCount, keys.size);
        for (const one of keys) {
          const numbers: number[] = [];
          for (let entry = chains.lastOf(one); entry >= 0; entry = chains.before(entry))
            numbers.push(chains.numberOf(entry));
          const given = pairs.filter(([other]) => other === one).map(([, number]) => number);
          assert.deepEqual(numbers, given.toReversed());
        }
        for (const other of [7, -7, 2 ** 30]) if (!keys.has(other)) assert.equal(chains.lastOf(other), -1);
      }),
      { numRuns: 1_000 },
    );
  });
});
