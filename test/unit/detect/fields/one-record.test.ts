import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { isOneRecord } from '../../../../src/detect/fields/one-record.ts';

/** What is to be told, by patterns; those were too slow for lists of a hundred thousand records. */
const byPattern = (text: string): boolean => !/;\s*\n|\}[^{}]*\{/.test(text.replaceAll(/\{[^{}]*\}/g, ''));

describe('one record', () => {
  it('ends before the next one, and with a statement', () => {
    assert.equal(isOneRecord('"a": 1, "b": { "c": 2 }, "d": 3', 0, 31), true);
    assert.equal(isOneRecord('"a": 1 }, { "b": 2', 0, 18), false);
    assert.equal(isOneRecord('a = 1;\nb = 2', 0, 12), false);
    assert.equal(isOneRecord('a = 1;\nb = 2', 7, 12), true);
  });

  it('is told as by patterns, whatever the brackets', () => {
    const signs = ['{', '}', ';', '\n', ' ', 'a'];
    for (let number = 0; number < 6 ** 6; number++) {
      let text = '';
      for (let rest = number + 6 ** 6; rest > 1; rest = Math.floor(rest / 6)) text += signs[rest % 6] ?? '';
      if (isOneRecord(text, 0, text.length) !== byPattern(text)) assert.fail(JSON.stringify(text));
    }
  });
});
