import assert from 'node:assert/strict';
import fc from 'fast-check';
import { describe, it } from 'mocha';
import { NumberedNames } from '../../../src/redact/numbered-names.ts';

/** Names of all sorts: numbered, with zeros before, with no number, with nothing but one, longer than any. */
const name = fc.oneof(
  fc.stringMatching(/^[AB_]{0,2}_?[0-9]{0,11}$/),
  fc.stringMatching(/^E_0{0,2}[0-9]{1,2}$/),
  fc.string({ maxLength: 4, unit: 'binary' }),
);

describe('a set of names that end in numbers', () => {
  it('holds what any set of strings would', () => {
    fc.assert(
      fc.property(fc.array(name, { maxLength: 30 }), fc.array(name, { maxLength: 30 }), (added, asked) => {
        const names = new NumberedNames();
        const strings = new Set(added);
        for (const one of added) names.add(one);
        assert.equal(names.size, strings.size);
        for (const one of [...added, ...asked]) assert.equal(names.has(one), strings.has(one));
      }),
      { numRuns: 2_000 },
    );
  });

  it('takes in another one, and leaves that as it was', () => {
    fc.assert(
      fc.property(fc.array(name, { maxLength: 20 }), fc.array(name, { maxLength: 20 }), (first, second) => {
        const [names, others] = [new NumberedNames(), new NumberedNames()];
        for (const one of first) names.add(one);
        for (const one of second) others.add(one);
        names.addAll(others);
        names.add('ONLY_HERE_1');
        const strings = new Set([...first, ...second, 'ONLY_HERE_1']);
        assert.equal(names.size, strings.size);
        for (const one of strings) assert.ok(names.has(one));
        assert.ok(!others.has('ONLY_HERE_1') && others.size === new Set(second).size);
      }),
      { numRuns: 500 },
    );
  });
});
