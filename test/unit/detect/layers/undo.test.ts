import assert from 'node:assert/strict';
import fc from 'fast-check';
import { describe, it } from 'mocha';
import { findMarks } from '../../../../src/detect/layers/find-marks.ts';
import { mayBeWritten } from '../../../../src/detect/layers/undo.ts';
import { surveyWithoutLiterals } from '../../../../src/detect/survey/survey.ts';

/** Short texts of the signs that something is written with, and of what stands beside them. */
const text = fc.string({
  unit: fc.oneof(
    fc.constantFrom(...'%&=\\"\'\n>+-#;xuU0aAfF .|~<`\r\t\u0000\u001b\u007f'),
    fc.constantFrom('\u200b', 'ａ', 'е', '&#', '%4', '=4', '\n>'),
    fc.string({ maxLength: 1 }),
  ),
  maxLength: 12,
});

describe('what may be written in another way', () => {
  it('is all in which something is', () => {
    let some = 0;
    fc.assert(
      fc.property(text, (one) => {
        const found = findMarks(one, surveyWithoutLiterals(one, 'written')).length;
        if (found > 0) some += 1;
        assert.ok(mayBeWritten(one) || found === 0);
      }),
      { numRuns: 5_000 },
    );
    assert.ok(some > 1_000, 'there is something in many');
  });

  it('is not what has the signs for something else', () => {
    for (const one of ['a & b', 'k=v', '100% sure', '"a b"', "it's", 'a-b', 'x > y', 'a+b', 'two\nlines'])
      assert.ok(!mayBeWritten(one), one);
  });
});
