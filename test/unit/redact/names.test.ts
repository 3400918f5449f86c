import assert from 'node:assert/strict';
import * as fc from 'fast-check';
import { describe, it } from 'mocha';
import { NameIndex } from '../../../src/redact/names.ts';

describe('NameIndex', () => {
  it('finds the same of a few names in a long text as of many', () => {
    const name = fc.string({ unit: fc.constantFrom(...'AB_1@. '), minLength: 1, maxLength: 6 });
    fc.assert(
      fc.property(
        fc.array(name, { minLength: 1, maxLength: 5 }),
        fc.array(fc.tuple(name, fc.nat()), { maxLength: 12 }),
        (names, pieces) => {
          const said = pieces.map(([before, which]) => before + (names[which % names.length] ?? '')).join('');
          const text = `${' '.repeat(300)}${said}${'.'.repeat(300)}${said}`;
          const others = Array.from({ length: 20 }, (_, i) => `OTHER_${i}`);
          const all = (list: readonly string[]): unknown[] => {
            const index = new NameIndex<string>();
            for (const one of list) index.add(one, one);
            return [...index.matches(text)];
          };
          assert.deepEqual(all(names), all([...names, ...others]));
        },
      ),
      { numRuns: 2_000 },
    );
  });
});
