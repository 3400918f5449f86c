import assert from 'node:assert/strict';
import * as fc from 'fast-check';
import { describe, it } from 'mocha';
import { createLiteralFinder } from '../../../../src/detect/survey/literals.ts';

function find(literals: readonly (readonly [string, boolean])[], text: string): string[] {
  const found: string[] = [];
  const finder = createLiteralFinder(
    literals.map(([literal, exact]) => ({ text: literal, exact, value: literal })),
  );
  finder.find(text, (at, value) => found.push(`${at}:${value}`));
  return found.sort();
}

describe('createLiteralFinder', () => {
  it('finds literals that overlap, repeat and stand at the edges', () => {
    assert.deepEqual(
      find(
        [
          ['abc', true],
          ['bcd', true],
        ],
        'abcd-abc',
      ),
      ['0:abc', '1:bcd', '5:abc'],
    );
    assert.deepEqual(find([['ghp_', true]], 'ghp_'), ['0:ghp_']);
    assert.deepEqual(find([['abc', true]], 'ab'), []);
    assert.deepEqual(find([['aaa', true]], 'aaaa'), ['0:aaa', '1:aaa']);
  });

  it('heeds the case of exact ones only', () => {
    assert.deepEqual(
      find(
        [
          ['AKIA', true],
          ['Token', false],
        ],
        'akia TOKEN token AKIA',
      ),
      ['11:Token', '17:AKIA', '5:Token'],
    );
  });

  it('refuses a literal that is too short', () => {
    assert.throws(() => find([['ab', true]], 'ab'), RangeError);
  });

  it('finds just what a plain search would', function () {
    // Each run fills tables of its own.
    this.timeout(60_000);
    const word = fc.string({
      unit: fc.constantFrom('a', 'b', 'A', '_', '-', 'é', '\ud83d'),
      minLength: 3,
      maxLength: 6,
    });
    const text = fc.string({ unit: fc.constantFrom('a', 'b', 'A', '_', '-', 'é', '\ud83d'), maxLength: 60 });
    fc.assert(
      fc.property(fc.uniqueArray(word, { maxLength: 6 }), text, (words, hay) => {
        const expected = words.flatMap((one) => {
          const places: string[] = [];
          for (let at = hay.indexOf(one); at >= 0; at = hay.indexOf(one, at + 1)) places.push(`${at}:${one}`);
          return places;
        });
        assert.deepEqual(
          find(
            words.map((one) => [one, true] as const),
            hay,
          ),
          expected.sort(),
        );
      }),
      { numRuns: 2_000 },
    );
  });
});
