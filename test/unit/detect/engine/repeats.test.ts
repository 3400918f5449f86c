import assert from 'node:assert/strict';
import * as fc from 'fast-check';
import { describe, it } from 'mocha';
import { condense, repeatsOf } from '../../../../src/detect/engine/repeats.ts';

const LONG = 200_000;

function repeated(unit: string, length = LONG): string {
  return unit.repeat(Math.ceil(length / unit.length)).slice(0, length);
}

describe('condense', () => {
  it('finds a long repeat wherever it lies, to the character', () => {
    const unit = fc.string({ unit: fc.constantFrom('a', 'b', '-', '\n'), minLength: 1, maxLength: 40 });
    const edge = fc.string({ unit: fc.constantFrom('X', 'Y', 'Z'), maxLength: 9_000 });
    fc.assert(
      fc.property(unit, edge, edge, (piece, before, after) => {
        const text = before + repeated(piece) + after;
        const [repeat, ...more] = repeatsOf(text);
        assert.ok(repeat);
        assert.deepEqual(more, []);
        assert.equal(repeat.start, before.length);
        assert.ok(repeat.end >= before.length + LONG && repeat.end <= before.length + LONG + piece.length);
        assert.equal(piece.length % repeat.period, 0);
      }),
      { numRuns: 50 },
    );
  });

  it('leaves ordinary and short text as it is', () => {
    assert.equal(condense(Array.from({ length: 60_000 }, (_, i) => `line ${i}\n`).join('')), undefined);
    assert.equal(condense(repeated('ab', 30_000)), undefined);
  });

  it('leaves out whole periods, and knows where everything stands', () => {
    const text = `begin ${repeated('sk-')}middle${repeated('0123456789 ')}end`;
    const condensed = condense(text);
    assert.ok(condensed);
    assert.ok(condensed.text.length < 120_000);
    for (const word of ['begin', 'middle', 'end']) {
      assert.equal(condensed.toSource(condensed.text.indexOf(word)), text.indexOf(word), word);
    }
    for (let at = 0; at < condensed.text.length; at += 97) {
      assert.equal(text[condensed.toSource(at)], condensed.text[at]);
    }
  });

  it('tells what stands in a repeat or over a cut from what stands beside it', () => {
    const text = `${'x1 '.padEnd(5_000, 'yz')}${repeated('ab')}tail`;
    const condensed = condense(text);
    assert.ok(condensed);
    const { length } = condensed.text;
    assert.ok(!condensed.tellsOfCut(10, 20));
    assert.ok(!condensed.tellsOfCut(length - 4, length));
    assert.ok(condensed.tellsOfCut(10_000, 10_010));
    assert.ok(condensed.tellsOfCut(4_990, length - 10));
  });
});
