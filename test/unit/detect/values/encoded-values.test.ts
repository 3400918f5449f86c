import assert from 'node:assert/strict';
import * as fc from 'fast-check';
import { describe, it } from 'mocha';
import { EncodedValues } from '../../../../src/detect/values/encoded-values.ts';
import { encodingsOf } from '../../../../src/detect/values/encodings.ts';
import { RadixTree } from '../../../../src/detect/values/radix-tree.ts';

const value = fc.string({ unit: fc.constantFrom(...'abAB019/+=%@ü" \\'), minLength: 1, maxLength: 24 });

describe('EncodedValues', () => {
  it('finds a value wherever one of its encodings stands, and nothing else', function () {
    this.timeout(30_000);
    fc.assert(
      fc.property(
        fc.array(value, { minLength: 1, maxLength: 5 }),
        fc.array(fc.tuple(fc.string({ maxLength: 5 }), fc.nat(), fc.nat()), { maxLength: 6 }),
        (values, pieces) => {
          const index = new EncodedValues(values);
          const forms = values.map(encodingsOf);
          const text = pieces
            .map(([before, which, form]) => {
              const of = forms[which % forms.length] ?? [];
              return before + (of[form % of.length] ?? '');
            })
            .join('');
          const found = [...index.occurrences(text)];
          for (const { start, end, value: one } of found) {
            assert.ok(values.includes(one));
            // A row of forms, each of which begins within the one before, is one.
            const [piece, formsOfOne] = [text.slice(start, end), encodingsOf(one)];
            assert.ok(formsOfOne.some((form) => piece.startsWith(form)));
            assert.ok(formsOfOne.some((form) => piece.endsWith(form)));
          }
          // One that overlaps another that was found may be passed over; one that stands alone may not.
          for (const form of forms.flat()) {
            const at = text.indexOf(form);
            if (at < 0) continue;
            assert.ok(
              found.some(({ start, end }) => start < at + form.length && at < end),
              'an encoded value was missed',
            );
          }
        },
      ),
      { numRuns: 3_000 },
    );
  });

  it('finds the same of a few values in a long text as of many', () => {
    fc.assert(
      fc.property(
        fc.array(value, { minLength: 1, maxLength: 3 }),
        fc.array(fc.tuple(fc.string({ maxLength: 5 }), fc.nat(), fc.nat()), { maxLength: 6 }),
        (values, pieces) => {
          const forms = values.map((one) => [one, ...encodingsOf(one)]);
          const said = pieces
            .map(([before, which, form]) => {
              const of = forms[which % forms.length] ?? [];
              return before + (of[form % of.length] ?? '');
            })
            .join('');
          const text = `${'-'.repeat(300)} ${said} ${'-'.repeat(300)}`;
          const others = Array.from({ length: 20 }, (_, i) => `another value, number ${i}`);
          const all = (list: readonly string[]): unknown[] => [...new EncodedValues(list).occurrences(text)];
          assert.deepEqual(all(values), all([...values, ...others]));
        },
      ),
      { numRuns: 2_000 },
    );
  });

  it('finds what was added later, and thousands of values as well as one', () => {
    const added: string[] = [];
    const index = new EncodedValues(added);
    const values = Array.from({ length: 3_000 }, (_, i) => `value number ${i} of many`);
    const text = values.map((one) => btoa(one)).join(' ');
    assert.deepEqual([...index.occurrences(text)], []);
    added.push(...values.slice(0, 10));
    assert.equal([...index.occurrences(text)].length, 10);
    added.push(...values.slice(10));
    assert.deepEqual(
      [...index.occurrences(text)].map((one) => one.value),
      values,
    );
  });
});

describe('RadixTree', () => {
  it('finds the longest text that stands at a place', () => {
    fc.assert(
      fc.property(
        fc.array(fc.string({ unit: fc.constantFrom(...'ab'), minLength: 1, maxLength: 6 }), { maxLength: 8 }),
        fc.string({ unit: fc.constantFrom(...'ab'), maxLength: 12 }),
        (texts, text) => {
          const tree = new RadixTree<string>();
          for (const one of texts) tree.add(one, one);
          for (let at = 0; at < text.length; at++) {
            const [longest] = texts
              .filter((one) => text.startsWith(one, at))
              .sort((a, b) => b.length - a.length);
            assert.equal(tree.longestAt(text, at)?.item, longest);
          }
        },
      ),
    );
  });
});
