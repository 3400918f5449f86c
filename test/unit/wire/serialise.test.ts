import assert from 'node:assert/strict';
import * as fc from 'fast-check';
import { describe, it } from 'mocha';
import { NOTHING_OWN } from '../../../src/wire/own-words.ts';
import { serialise } from '../../../src/wire/serialise.ts';
import { stringsOf } from '../../../src/wire/strings.ts';
import { WrittenTexts } from '../../../src/wire/written-texts.ts';

/** Texts of which many are long, and begin and end alike. */
const text = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 20 }),
  fc
    .tuple(fc.string({ unit: 'binary', maxLength: 8 }), fc.constantFrom('', '\\"\n', '\ud800', 'é', '\u2028'))
    .map(([inside, sign]) => `${'begins alike '.repeat(30)}${inside}${sign}${' ends alike'.repeat(30)}`),
);
const json = fc
  .letrec((tie) => ({
    value: fc.oneof(
      { depthSize: 'small' },
      text,
      fc.constantFrom(null, true, 0, -0, 1e21, 0.1),
      fc.array(tie('value'), { maxLength: 4 }),
      fc.dictionary(fc.oneof(text, fc.constantFrom('__proto__', '2', '10', 'toJSON')), tie('value')),
    ),
  }))
  .value.map((value) => JSON.stringify(value));

describe('serialise', () => {
  it('writes what JSON.stringify writes, whatever was written before', () => {
    const texts = new WrittenTexts();
    fc.assert(
      fc.property(json, json, (one, other) => {
        for (const client of [one, other]) {
          const value: unknown = JSON.parse(one);
          assert.equal(serialise(value, texts, client), JSON.stringify(value));
          assert.equal(JSON.stringify(texts.withWritten(value)), JSON.stringify(value));
          const strings = (of: WrittenTexts) => new Set(stringsOf(value, of, NOTHING_OWN));
          assert.deepEqual(strings(texts), strings(new WrittenTexts()));
        }
      }),
      { numRuns: 1_000 },
    );
  });

  it('sends nothing of what a client wrote beside the JSON it comes to', () => {
    for (const client of [
      '{ "a": 1 }',
      '{"a":1} ',
      '{"b":2,"a":0,"b":2,"a":1}',
      '{"\\u0061":1}',
      '{"a":1.0}',
    ]) {
      const value: unknown = JSON.parse(client);
      assert.equal(serialise(value, new WrittenTexts(), client), JSON.stringify(value));
    }
  });
});

describe('WrittenTexts', () => {
  it('takes no text for another one that looks the same by a sample', () => {
    const texts = new WrittenTexts();
    const of = (n: number): string => `${'x'.repeat(400)}${String(n).padStart(3, '0')}${'x'.repeat(997)}`;
    for (let n = 0; n < 100; n++) texts.jsonOf(of(n));
    for (let n = 0; n < 100; n++) {
      assert.equal(texts.same(of(n)), of(n));
      assert.equal(texts.jsonOf(of(n)), JSON.stringify(of(n)));
    }
  });
});
