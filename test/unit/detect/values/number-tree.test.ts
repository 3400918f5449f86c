import assert from 'node:assert/strict';
import * as fc from 'fast-check';
import { describe, it } from 'mocha';
import { Chains } from '../../../../src/detect/values/chains.ts';
import { KeyFilter } from '../../../../src/detect/values/key-filter.ts';
import { NumberTree } from '../../../../src/detect/values/number-tree.ts';
import { SharedStarts } from '../../../../src/detect/values/shared-starts.ts';

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

describe('SharedStarts', () => {
  it('finds the longest text of a key at a place, of few and of many, while they come', () => {
    const texts = fc.oneof(
      fc.string({ unit, minLength: 1, maxLength: 5 }),
      fc.array(fc.string({ unit, minLength: 1, maxLength: 5 }), { minLength: 1, maxLength: 3 }),
    );
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.integer({ min: -1, max: 1 }), texts), { maxLength: 30 }),
        fc.array(fc.string({ unit, maxLength: 10 }), { minLength: 1, maxLength: 4 }),
        fc.nat(3),
        (added, asked, least) => {
          // All texts of one key begin the same, and those of others do not.
          const written = added.map(([key, one]) => [one].flat().map((text) => `${key}${text}`));
          const starts = new SharedStarts((number) => {
            const [only = '', ...more] = written[number] ?? [];
            return more.length === 0 ? only : [only, ...more];
          });
          added.forEach(([key], number) => {
            starts.add(key, number);
            const text = `${key}${asked[number % asked.length] ?? ''}`;
            const counts = (end: number): boolean => end >= least;
            const lengths = written
              .slice(0, number + 1)
              .filter((_, i) => added[i]?.[0] === key)
              .flat()
              .filter((one) => text.startsWith(one) && counts(one.length))
              .map(({ length }) => length);
            const found = starts.longestAt(key, text, 0, counts);
            assert.equal(found?.end, lengths.length === 0 ? undefined : Math.max(...lengths));
            if (found) assert.ok(written[found.item]?.includes(text.slice(0, found.end)));
          });
        },
      ),
      { numRuns: 1_000 },
    );
  });
});

describe('KeyFilter', () => {
  it('never says of a key that was added that it was not, and hardly ever of another that it was', () => {
    for (const count of [1, 127, 128, 5_000, 100_000]) {
      const keys: number[] = [];
      const filter = new KeyFilter(() => keys);
      for (let n = 0; n < count; n++) {
        keys.push((n * 0x85ebca6b) | 0);
        filter.add(keys[n] ?? 0);
      }
      for (const key of keys) assert.ok(filter.mayHave(key));
      let others = 0;
      for (let n = count; n < 2 * count + 1_000; n++) if (filter.mayHave((n * 0x85ebca6b) | 0)) others += 1;
      assert.ok(others < (count + 1_000) / 20, `${others} of ${count + 1_000} were taken for added ones`);
    }
  });

  it('has none at first', () => {
    const filter = new KeyFilter(() => []);
    for (const key of [0, 1, -1, 2 ** 31 - 1, -(2 ** 31)]) assert.equal(filter.mayHave(key), false);
  });
});

describe('Chains', () => {
  it('keep the numbers of each key, the newest first, and what was noted of it', () => {
    const key = fc.integer({ min: -(2 ** 31), max: 2 ** 31 - 1 });
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.oneof(key, fc.integer({ min: -3, max: 3 })), fc.nat())), (pairs) => {
        const chains = new Chains();
        const notes = new Map<number, number>();
        for (const [one, number] of pairs) {
          chains.add(one, number);
          if (number % 3 > 0) continue;
          chains.note(chains.placeOf(one), number);
          notes.set(one, number);
        }
        const keys = new Set(pairs.map(([one]) => one));
        assert.deepEqual(new Set(chains.keys()), keys);
        assert.equal([...chains.keys()].length, keys.size);
        for (const one of keys) {
          const numbers: number[] = [];
          const place = chains.placeOf(one);
          assert.equal(chains.noteAt(place), notes.get(one) ?? 0);
          for (let entry = chains.lastAt(place); entry >= 0; entry = chains.before(entry))
            numbers.push(chains.numberOf(entry));
          const given = pairs.filter(([other]) => other === one).map(([, number]) => number);
          assert.deepEqual(numbers, given.toReversed());
        }
        for (const other of [7, -7, 2 ** 30]) if (!keys.has(other)) assert.equal(chains.placeOf(other), -1);
      }),
      { numRuns: 1_000 },
    );
  });
});
